import Cookies from 'js-cookie';

const KEEP = 60 * 60 * 24 * 800;
const AGE = 5 * 365;

export function remember(id: string): void {
  document.cookie = `visitor_id=${id}; path=/; max-age=${KEEP}`;
  document.cookie = "cookie_consent=all; path=/; expires=Tue, 19 Jan 2038 03:14:07 GMT; SameSite=Lax";
  Cookies.set('gdpr-choice', 'all', { expires: AGE });
}
