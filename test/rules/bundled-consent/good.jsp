<form method="post" action="/guests" lang="es">
<c:if test="${not empty guest}"><p>${guest.name}</p></c:if>
  <label><input type="checkbox" name="terms" required> Acepto los términos y condiciones</label>
  <label><input type="checkbox" name="newsletter"> Quiero recibir el boletín de noticias</label>
  <button>OK</button>
</form>
