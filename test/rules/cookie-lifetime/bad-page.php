<!doctype html>
<html lang="de">
<head><title>Gasthaus</title></head>
<body>
  <?php if (isset($_POST['ok'])) { setcookie('cookie_einwilligung', '1', time() + 3600 * 24 * 900, '/'); } ?>
  <p>Willkommen am Hafen.</p>
</body>
</html>
