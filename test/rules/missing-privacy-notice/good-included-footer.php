<!doctype html>
<html lang="es">
<body>
  <form action="/reserva.php" method="post">
    <h2>Reserva tu mesa</h2>
    <label>Nombre y apellidos <input name="cliente"></label>
    <label>Teléfono <input type="tel" name="tel"></label>
    <button>Reservar</button>
  </form>
  <?php include 'footer.php'; ?>
</body>
</html>
