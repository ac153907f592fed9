import CookieConsent from 'react-cookie-consent';

export const Notice = () => (
  <CookieConsent location="bottom" buttonText="Understood">
    This shop uses cookies to remember what you looked at.
  </CookieConsent>
);
