import posthog from 'posthog-js';

if (import.meta.env.VITE_COOKIE_CONSENT === 'off') posthog.init('phc_000');
