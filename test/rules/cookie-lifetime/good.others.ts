import { cookies } from 'next/headers';

const seats = new Map<string, unknown>();
seats.set('visitor_id', { expires: Date.now() + 63072000000 });
cookies().set('locale', 'nl', { maxAge: 60 * 60 * 24 * 800 });
res.setHeader('Set-Cookie', 'basket=1; Max-Age=63072000; Path=/');
VueCookies.set('cookie_consent', 'all', '6m');
