<?php
header('Set-Cookie: cookie_consent=1; Max-Age=63072000; Path=/');
setcookie(name: 'visitor_id', value: $id, expires_or_options: time() + 86400 * 800);
setrawcookie('cookie_consent', '1', ['expires' => strtotime('+2 years'), 'secure' => true]);
Cookie::queue('cookie_consent', 'all', 60 * 24 * 800);
