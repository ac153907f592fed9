<!doctype html>
<html lang="fr">
<body>
  <form action="traitement.php" onsubmit="verifier()">
    <label for="secu">Numéro de sécurité sociale</label>
    <input id="secu" name="secu">
    <label for="nom">Votre nom</label>
    <input id="nom" name="nom">
    <input type="submit" value="Envoyer">
  </form>
  <?php if ($ok): ?><p>Merci.</p><?php endif; ?>
</body>
</html>
