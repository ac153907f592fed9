<?php
setcookie('rgpd_accepte', '1', time() + 60 * 60 * 24 * 365 * 2, '/');
setcookie('visiteur', $id, ['expires' => time() + 94608000, 'path' => '/']);
setcookie('cookie_notice', 'ok', strtotime('+5 years'));
?>
<p>Bienvenue</p>
