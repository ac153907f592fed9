<?php
setcookie('rgpd_accepte', '1', time() + 60 * 60 * 24 * 182, '/');
setcookie('panier', $id, time() + 94608000);
setcookie('cookie_consent', '', time() - 3600);
