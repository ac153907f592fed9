<form method="post" action="/guests" lang="es">
<?php if ($guest): ?><p><?= $guest->name ?></p><?php endif; ?>
  <label><input type="checkbox" name="agree" required> Acepto los términos y condiciones y quiero recibir el boletín de noticias</label>
  <button>OK</button>
</form>
