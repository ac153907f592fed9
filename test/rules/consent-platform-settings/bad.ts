import * as CookieConsent from 'vanilla-cookieconsent';

CookieConsent.run({
  mode: 'opt-out',
  guiOptions: { consentModal: { layout: 'box', equalWeightButtons: false } },
  categories: {
    necessary: { enabled: true, readOnly: true },
    analytics: { enabled: true },
  },
});
