<!DOCTYPE html>
<html lang="es">
<head><title>Nuestro boletín: ofertas especiales para su próxima estancia</title></head>
<body bgcolor="#ffffff">
<table role="presentation" width="600" cellpadding="0" cellspacing="0">
  <tr><td>
<c:if test="${not empty guest}"><p>${guest.name}</p></c:if>
  <p>Nuestro boletín: ofertas especiales para su próxima estancia</p>
  <p>Nuestras ofertas de verano: reserve ahora y ahorre un 20 %.</p>
  </td></tr>
  <tr><td>Este mensaje lo envía <a href="mailto:noreply@hotel.example">noreply@hotel.example</a> <a href="https://hotel.example/unsubscribe">Darse de baja</a></td></tr>
</table>
</body>
</html>
