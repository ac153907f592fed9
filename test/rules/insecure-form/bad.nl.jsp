<%@page contentType="text/html" pageEncoding="UTF-8"%>
<!DOCTYPE html>
<html>
<body>
  <form action="InschrijvenServlet">
    <p>Voornaam: <input type="text" name="voornaam"></p>
    <p>Achternaam: <input type="text" name="achternaam"></p>
    <input type="submit" value="Inschrijven">
  </form>
</body>
</html>
