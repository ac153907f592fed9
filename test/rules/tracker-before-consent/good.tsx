import Script from 'next/script';
import { useState } from 'react';
import posthog from 'posthog-js';
import { useCookieConsent } from './consent';

export default function Layout({ children }) {
  const { consent } = useCookieConsent();
  return (
    <html lang="en">
      <body>
        {children}
        {consent.analytics && <Script src="https://www.googletagmanager.com/gtag/js?id=G-0" />}
        {consent.marketing ? (
          <Script id="pixel">{`!function(f,b,e,v){}(window,document,'script','https://connect.facebook.net/en_US/fbevents.js');`}</Script>
        ) : null}
      </body>
    </html>
  );
}

export function startAnalytics() {
  posthog.init('phc_000', {});
}

export function Film({ id }) {
  const [played, setPlayed] = useState(false);
  if (!hasAcceptedCookies()) return null;
  return <iframe src={`https://www.youtube.com/embed/${id}`} />;
}
