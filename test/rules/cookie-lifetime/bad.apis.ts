import Cookie from 'cookie-universal';
import cookie from 'cookie';
import { cookies } from 'next/headers';
import nookies from 'nookies';

const jar = Cookie();
jar.set('visitor_id', id, { path: '/', maxAge: 60 * 60 * 24 * 800 });

nookies.set(context, 'gdpr', '1', { maxAge: 60 * 60 * 24 * 800, path: '/' });

cookies().set('cookie_consent', 'all', { maxAge: 60 * 60 * 24 * 800 });
(await cookies()).set({ name: 'visitor_id', value: id, maxAge: 60 * 60 * 24 * 800 });
const store = await cookies();
store.set('cookie_consent', 'all', { maxAge: 60 * 60 * 24 * 800 });
response.cookies.set('visitor_id', id, { expires: new Date(Date.now() + 1000 * 60 * 60 * 24 * 800) });

res.setHeader('Set-Cookie', 'cookie_consent=all; Max-Age=63072000; Path=/');
headers.append('Set-Cookie', `visitor_id=${id}; Path=/; Max-Age=63072000`);
res.setHeader('Set-Cookie', cookie.serialize('cookie_consent', 'all', { maxAge: 63072000 }));
