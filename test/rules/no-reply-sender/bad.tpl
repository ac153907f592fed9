<!DOCTYPE html>
<html lang="en">
<head><title>Our newsletter: special offers for your next stay</title></head>
<body bgcolor="#ffffff">
<table role="presentation" width="600" cellpadding="0" cellspacing="0">
  <tr><td>
{if $guest}<p>{$guest.name}</p>{/if}
  <p>Our newsletter: special offers for your next stay</p>
  <p>Our summer offers: book now and save 20 %.</p>
  </td></tr>
  <tr><td>This message is sent by <a href="mailto:noreply@hotel.example">noreply@hotel.example</a> <a href="https://hotel.example/unsubscribe">Unsubscribe</a></td></tr>
</table>
</body>
</html>
