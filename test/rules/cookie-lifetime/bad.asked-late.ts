import Cookies from 'js-cookie';

Cookies.set('cookie-consent', 'all', { expires: 365 });
document.cookie = 'cookies_accepted=1; max-age=31536000; path=/';
CookieConsent.run({ cookie: { name: 'cc', expiresAfterDays: 365 } });
