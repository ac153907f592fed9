import * as CookieConsent from 'vanilla-cookieconsent';

// CookieConsent.run({ mode: 'opt-out' });
CookieConsent.run({
  mode: 'opt-in',
  categories: { necessary: { enabled: true, readOnly: true }, analytics: { enabled: false } },
  language: {
    translations: { en: { consentModal: { acceptAllBtn: 'Accept all', acceptNecessaryBtn: 'Reject all' } } },
  },
});
