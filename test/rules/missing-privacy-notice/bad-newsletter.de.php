<!doctype html>
<html lang="de">
<body>
  <div class="anmeldung">
    <label for="mail">E-Mail-Adresse</label>
    <input type="text" id="mail" name="mail">
    <button type="button" onclick="anmelden()">Newsletter abonnieren</button>
  </div>
  <?php foreach ($termine as $t): ?><p><?= $t ?></p><?php endforeach; ?>
</body>
</html>
