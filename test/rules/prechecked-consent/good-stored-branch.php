<form method="post" action="account.php">
  <p><?php echo $ask_newsletter; ?></p>
  <?php if ($newsletter) { ?>
  <label><input type="radio" name="newsletter" value="1" checked> <?php echo $yes; ?></label>
  <label><input type="radio" name="newsletter" value="0"> <?php echo $no; ?></label>
  <?php } else { ?>
  <label><input type="radio" name="newsletter" value="1"> <?php echo $yes; ?></label>
  <label><input type="radio" name="newsletter" value="0" checked> <?php echo $no; ?></label>
  <?php } ?>
</form>
