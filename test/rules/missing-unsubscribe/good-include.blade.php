<!doctype html>
<html lang="en" xmlns:v="urn:schemas-microsoft-com:vml">
<body>
  <table role="presentation" width="600" cellpadding="0" cellspacing="0">
    <tr><td>Our newsletter: special offers for the summer. Book now and save 20 % off, {{ $guest->name }}.</td></tr>
    <tr><td>@include('emails.partials.footer')</td></tr>
  </table>
</body>
</html>
