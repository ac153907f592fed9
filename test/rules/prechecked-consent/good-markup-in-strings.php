<?php
function render_field($user, $options)
{
    echo '<label><input type="checkbox" name="newsletter" value="1" ' . checked($options['newsletter'], 1, false) . '> ' . __('Send me the newsletter') . '</label>';
    echo '<label><input type="checkbox" name="offers"';
    if ($user->offers) {
        echo ' checked="checked"';
    }
    echo '> Send me offers by e-mail</label>';
    $checked = $user->sms ? 'checked' : '';
    echo "<label><input type='checkbox' name='sms' $checked> Send me offers by SMS</label>";
    $example = '<label><input type="checkbox" name="newsletter" checked> Send me the newsletter</label>';
    return "<label><input type=\"checkbox\" name=\"remember\" checked> Remember me</label>";
}
