<!DOCTYPE html>
<html lang="de">
<head><title>Unser Newsletter: Sonderangebote für Ihren nächsten Aufenthalt</title></head>
<body bgcolor="#ffffff">
<table role="presentation" width="600" cellpadding="0" cellspacing="0">
  <tr><td>
<#if guest??><p>${guest.name}</p></#if>
  <p>Unser Newsletter: Sonderangebote für Ihren nächsten Aufenthalt</p>
  <p>Unsere Sommerangebote: jetzt buchen und 20 % sparen.</p>
  </td></tr>
  <tr><td><a href="https://hotel.example/unsubscribe">Newsletter abbestellen</a></td></tr>
</table>
</body>
</html>
