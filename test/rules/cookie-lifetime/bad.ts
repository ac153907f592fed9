import Cookies from 'js-cookie';
import { setCookie } from 'nookies';

const TWO_YEARS = 60 * 60 * 24 * 730;

document.cookie = 'cookie_consent=yes; max-age=63072000; path=/; SameSite=Lax';
document.cookie = `visitor_id=${id}; max-age=${TWO_YEARS}; path=/`;
document.cookie = 'cookiesAccepted=1; expires=Fri, 31 Dec 9999 23:59:59 GMT; path=/';

Cookies.set('cookie-consent', 'all', { expires: 3650, sameSite: 'lax' });
setCookie(null, 'gdpr_accepted', '1', { maxAge: 5 * 365 * 24 * 60 * 60, path: '/' });
cookieStore.set('_ga', value, { maxAge: TWO_YEARS });

app.get('/', (req, res) => {
  res.cookie('visitorId', newId(), { maxAge: 1000 * 60 * 60 * 24 * 500, httpOnly: true });
  res.cookie('tracking', newId(), { expires: new Date(Date.now() + 63072000000) });
});

gtag('config', 'G-HARBOUR', { cookie_expires: 63072000 });
_paq.push(['setVisitorCookieTimeout', 63072000]);
CookieConsent.run({ cookie: { name: 'cc', expiresAfterDays: 730 } });
