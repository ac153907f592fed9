import CookieConsent from 'react-cookie-consent';

export const Notice = () => (
  <CookieConsent enableDeclineButton={false} acceptOnOverlayClick>
    We use cookies to see which rooms are looked at.
  </CookieConsent>
);
