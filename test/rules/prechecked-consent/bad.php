<?php $title = 'Book'; ?>
<form action="<?= url('book') ?>" method="post">
  <label><input type="checkbox" name="newsletter" value="1" <?php echo 'checked' ?>> <?php _e('Send me the newsletter', 'hotel'); ?></label>
  <label><input type="checkbox" name="offers" value="1" <?php if (!isset($_POST['offers'])) echo 'checked'; ?>> Send me your offers</label>
  <label><input type="checkbox" name="partners" value="1" <?= $_POST['partners'] ?? 'checked' ?>> Share my address with your partners</label>
  <input type="checkbox" id="sms" name="sms" value="1" <?php echo set_checkbox('sms', '1', TRUE); ?>><label for="sms"><?= __('Send me offers by SMS') ?></label>
</form>
