import Cookies from 'js-cookie';

const HALF_A_YEAR = 60 * 60 * 24 * 182;

document.cookie = `cookie_consent=yes; max-age=${HALF_A_YEAR}; path=/`;
document.cookie = 'cookie_consent=; max-age=0';
document.cookie = 'cookie_consent=; expires=Thu, 01 Jan 1970 00:00:00 GMT';
document.cookie = 'language=fr; max-age=63072000';
Cookies.set('cookie-consent', 'all', { expires: 180 });
Cookies.set('theme', 'dark', { expires: 3650 });
Cookies.set('visitor', id, { expires: keptFor });
// Cookies.set('cookie-consent', 'all', { expires: 3650 });
res.cookie('visitorId', newId(), { maxAge: 1000 * 60 * 60 * 24 * 390 });
gtag('config', 'G-HARBOUR', { cookie_expires: 33955200 });
_paq.push(['setVisitorCookieTimeout', 34186669]);
