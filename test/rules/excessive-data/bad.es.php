<form action="/boletin" method="post">
  <h2>Suscríbete a nuestro boletín</h2>
  <label>Correo <input type="email" name="correo" value="<?= $correo ?>" required></label>
  <label>Teléfono <input type="tel" name="telefono" value="<?= $telefono ?>" required></label>
  <button>Suscribirme</button>
</form>
