<!DOCTYPE html>
<html lang="fr">
<head><title>Notre newsletter : offres spéciales pour votre prochain séjour</title></head>
<body bgcolor="#ffffff">
<table role="presentation" width="600" cellpadding="0" cellspacing="0">
  <tr><td>
@if ($guest)<p>{{ $guest->name }}</p>@endif
  <p>Notre newsletter : offres spéciales pour votre prochain séjour</p>
  <p>Nos offres de l’été : réservez et économisez 20 %.</p>
  </td></tr>
  <tr><td>Ce message est envoyé par <a href="mailto:reception@hotel.example">reception@hotel.example</a> <a href="https://hotel.example/unsubscribe">Se désabonner</a></td></tr>
</table>
</body>
</html>
