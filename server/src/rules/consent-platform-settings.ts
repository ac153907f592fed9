import { defineRule } from './rule.js';

const MESSAGES = {
  'no-refusal': 'noRefusal',
  'on-by-default': 'onByDefault',
  implied: 'implied',
  harder: 'harder',
} as const;

export default defineRule({
  id: 'consent-platform-settings',
  severity: 'error',
  topic: 'cookies',
  what: {
    en: 'A consent platform is configured so that consent is on by default, or refusing is hidden.',
    fr: 'Une plateforme de consentement est réglée pour un consentement donné d’avance, ou pour cacher le refus.',
  },
  why: {
    en: 'A consent platform proves nothing by itself: with these settings it records a yes that nobody gave.',
    fr: 'Une plateforme de consentement ne prouve rien à elle seule : ainsi réglée, elle enregistre un oui que personne n’a donné.',
  },
  remedy: {
    en: 'Let every category that is not strictly necessary start off, and show the refusal beside the acceptance.',
    fr: 'Laissez chaque catégorie non strictement nécessaire désactivée au départ, et affichez le refus à côté de l’acceptation.',
  },
  basis: [
    {
      name: {
        en: 'CJEU C-673/17 Planet49: a preset choice is no consent to cookies',
        fr: 'CJUE, C-673/17 Planet49 : un choix prérempli n’est pas un consentement aux cookies',
      },
    },
    {
      name: {
        en: 'ePrivacy Directive 2002/58/EC Art. 5(3); GDPR Art. 4(11), 7(3), 25(2)',
        fr: 'Directive « vie privée » 2002/58/CE, art. 5(3) ; RGPD, art. 4(11), 7(3) et 25(2)',
      },
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
    {
      name: {
        en: 'CNIL recommendation 2020-092 of 17 September 2020',
        fr: 'CNIL, recommandation 2020-092 du 17 septembre 2020',
      },
    },
  ],
  exceptions: [
    {
      en: 'What OneTrust, Cookiebot and other hosted platforms are told in their consoles: no file shows it. The marks by which a page takes a tracker out of their blocking are reported by `tracker-before-consent`.',
      fr: 'Ce qui est réglé dans la console de OneTrust, de Cookiebot et d’autres plateformes hébergées : aucun fichier ne le montre. Les marques par lesquelles une page soustrait un traceur à leur blocage sont signalées par `tracker-before-consent`.',
    },
    {
      en: 'Categories marked as required; defaults of Google Consent Mode for named regions; settings whose value only code knows.',
      fr: 'Les catégories marquées comme obligatoires ; les valeurs par défaut du mode Consentement de Google pour des régions nommées ; les paramètres dont seul le code connaît la valeur.',
    },
  ],
  messages: {
    onByDefault: {
      en: '`{setting}` lets {platform} count visitors as consenting before they chose. A preset choice is not valid consent under GDPR Art. 4(11) (CJEU C-673/17): let it start off.',
      fr: '`{setting}` fait que {platform} tient les visiteurs pour consentants avant tout choix. Un choix prérempli n’est pas un consentement valable au regard du RGPD, art. 4(11) (CJUE, C-673/17) : laissez-le désactivé au départ.',
    },
    noRefusal: {
      en: '`{setting}` takes the refusal out of {platform}’s notice. Refusing must be as easy as accepting (ePrivacy Art. 5(3), GDPR Art. 7).',
      fr: '`{setting}` retire le refus du bandeau de {platform}. Refuser doit être aussi simple qu’accepter (directive 2002/58/CE, art. 5(3) ; RGPD, art. 7).',
    },
    implied: {
      en: '`{setting}` lets {platform} treat scrolling or further browsing as consent. It is none (GDPR recital 32): wait for an answer.',
      fr: '`{setting}` fait que {platform} prend le défilement ou la navigation pour un consentement. Ce n’en est pas un (RGPD, considérant 32) : attendez une réponse.',
    },
    harder: {
      en: '`{setting}` makes refusing harder than accepting in {platform}’s notice. Both must be equally easy (CNIL 2020-092).',
      fr: '`{setting}` rend le refus moins simple que l’acceptation dans le bandeau de {platform}. Les deux doivent être aussi simples (CNIL 2020-092).',
    },
  },
  repairs: {
    set: {
      safety: 'offer',
      title: { en: 'Set `{setting}` otherwise', fr: 'Changer `{setting}`' },
      follow: {
        en: 'Check that what needs consent is loaded only once it is given.',
        fr: 'Vérifiez que ce qui exige un consentement n’est chargé qu’une fois celui-ci donné.',
      },
    },
  },
  examples: {
    bad: [
      {
        language: 'html',
        code: '<script>tarteaucitron.init({ "highPrivacy": true, "DenyAllCta": false });</script>',
      },
      {
        language: 'ts',
        code: 'klaro.setup({ services: [{ name: "matomo", default: true }] });',
      },
    ],
    good: [
      {
        language: 'ts',
        code: 'klaro.setup({ services: [{ name: "session", default: true, required: true }] });',
      },
    ],
  },
  needs: ['consentSettings'],
  *check({ consentSettings }) {
    for (const { platform, key, effect, missing, span, change } of consentSettings) {
      if (missing) continue;
      const data = { platform: platform.name, setting: key };
      yield {
        message: MESSAGES[effect],
        severity: effect === 'harder' ? ('warning' as const) : ('error' as const),
        span,
        data,
        repairs: change ? [{ use: 'set' as const, edits: change, data }] : [],
      };
    }
  },
});
