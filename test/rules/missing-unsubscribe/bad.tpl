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
  <tr><td>This message is sent by Hotel Rose, 1 Harbour Street</td></tr>
</table>
</body>
</html>
