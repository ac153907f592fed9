import CookieConsent from 'react-cookie-consent';

export const Banner = () => (
  <CookieConsent expires={999} buttonText="Accept" enableDeclineButton declineButtonText="Refuse">
    We measure visits with your consent.
  </CookieConsent>
);
