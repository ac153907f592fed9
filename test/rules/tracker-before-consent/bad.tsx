import Script from 'next/script';
import { GoogleAnalytics } from '@next/third-parties/google';

export default function RootLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <body>
        {children}
        {process.env.NODE_ENV === 'production' && <GoogleAnalytics gaId="G-HARBOUR" />}
        <Script id="clarity" strategy="afterInteractive">
          {`(function(c,l,a,r,i,t,y){ t=l.createElement(r);t.async=1;t.src="https://www.clarity.ms/tag/"+i; })(window, document, "clarity", "script", "abc");`}
        </Script>
        <Script src={`https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=${process.env.TIKTOK}`} />
      </body>
    </html>
  );
}
