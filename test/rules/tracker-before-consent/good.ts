import posthog from 'posthog-js';
import mixpanel from 'mixpanel-browser';

const blocked = ['https://www.google-analytics.com/analytics.js', 'https://static.hotjar.com/c/hotjar-1.js'];

posthog.init('phc_000', { persistence: 'memory' });

cookieconsent.run({
  onAccept: () => {
    mixpanel.init('000');
  },
});

export const policy = "script-src 'self' https://www.googletagmanager.com/gtag/js";

if (!getConsent('ads')) {
  console.info('no ads');
} else {
  const s = document.createElement('script');
  s.src = 'https://snap.licdn.com/li.lms-analytics/insight.min.js';
  document.head.append(s);
}
