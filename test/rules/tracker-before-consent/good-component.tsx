import Script from 'next/script';

export const Analytics = ({ id }) => (
  <>
    <Script src={`https://www.googletagmanager.com/gtag/js?id=${id}`} />
    <Script id="gtag">{`gtag('config', '${id}');`}</Script>
  </>
);
