import CookieConsent from 'react-cookie-consent';

export const Notice = ({ rest }: { rest: object }) => (
  <>
    <CookieConsent enableDeclineButton declineButtonText="No">This shop uses cookies to count visits.</CookieConsent>
    <CookieConsent {...rest}>This shop uses cookies to count visits.</CookieConsent>
    <CookieConsent>This shop only uses cookies that are strictly necessary.</CookieConsent>
  </>
);
