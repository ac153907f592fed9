<?php $sample = '<label><input type="checkbox" name="newsletter" checked> Send me the newsletter</label>'; ?>
<form action="<?= url('book') ?>" method="post">
  <label><input type="checkbox" name="newsletter" value="1" <?php if ($user->newsletter): ?>checked<?php endif ?>> <?php _e('Send me the newsletter', 'hotel'); ?></label>
  <label><input type="checkbox" name="offers" value="1" <?php checked($options['offers'], 1); ?>> Send me your offers</label>
  <label><input type="checkbox" name="partners" value="1" <?= isset($_POST['partners']) ? 'checked' : '' ?>> Share my address with your partners</label>
  <label><input type="checkbox" name="remember" <?= 'checked' ?>> Remember me</label>
</form>
