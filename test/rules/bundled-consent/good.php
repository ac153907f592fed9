<form method="post" action="/guests" lang="es">
<?php if ($guest): ?><p><?= $guest->name ?></p><?php endif; ?>
  <label><input type="checkbox" name="terms" required> Acepto los términos y condiciones</label>
  <label><input type="checkbox" name="newsletter"> Quiero recibir el boletín de noticias</label>
  <button>OK</button>
</form>
