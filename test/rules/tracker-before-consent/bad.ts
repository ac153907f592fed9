import posthog from 'posthog-js';
import mixpanel from 'mixpanel-browser';
import ReactGA from 'react-ga4';
import * as Sentry from '@sentry/browser';

posthog.init('phc_000', { api_host: 'https://eu.i.posthog.com' });

function startMixpanel() {
  mixpanel.init('000');
}

window.addEventListener('load', startMixpanel);

if (import.meta.env.PROD) ReactGA.initialize('G-000');

Sentry.init({ dsn: 'https://1@o0.ingest.sentry.io/1', integrations: [Sentry.replayIntegration()] });
