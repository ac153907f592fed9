import { defineRule } from './rule.js';

const DAY = 86_400;

export default defineRule({
  id: 'cookie-lifetime',
  severity: 'information',
  topic: 'cookies',
  what: {
    en: 'A cookie that measures visitors or keeps their choice lives longer than 13 months.',
    fr: 'Un cookie qui mesure la fréquentation ou garde le choix du visiteur vit plus de 13 mois.',
  },
  why: {
    en: 'Data are kept no longer than needed. The CNIL recommends 13 months at most for cookies of audience measurement, not renewed on each visit, and asking for the choice again about every 6 months. These are recommendations, not limits that a law sets.',
    fr: 'Les données ne sont pas conservées plus longtemps que nécessaire. La CNIL recommande 13 mois au plus pour les cookies de mesure d’audience, sans prolongation à chaque visite, et de redemander le choix environ tous les 6 mois. Ce sont des recommandations, non des limites fixées par la loi.',
  },
  remedy: {
    en: 'Let the cookie end after 13 months at most; a kept choice after about 6.',
    fr: 'Faites expirer le cookie au bout de 13 mois au plus ; un choix conservé, au bout de 6 mois environ.',
  },
  basis: [
    {
      name: {
        en: 'CNIL, audience measurement (13 months, 25 months for the data); recommendation 2020-092',
        fr: 'CNIL, mesure d’audience (13 mois, 25 mois pour les données) ; recommandation 2020-092',
      },
      url: 'https://www.cnil.fr/fr/node/167364',
    },
    {
      name: {
        en: 'GDPR Art. 5(1)(e) (storage limitation); CJEU C-673/17 Planet49 (the duration must be told)',
        fr: 'RGPD, art. 5(1)(e) (limitation de la conservation) ; CJUE C-673/17 Planet49 (la durée doit être indiquée)',
      },
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
  ],
  exceptions: [
    {
      en: 'Cookies whose name tells of neither consent nor measurement: sessions, languages, baskets.',
      fr: 'Les cookies dont le nom n’évoque ni consentement ni mesure : sessions, langues, paniers.',
    },
    {
      en: 'Lifetimes that only the running program knows, and the defaults of products.',
      fr: 'Les durées que seul le programme connaît, et les valeurs par défaut des produits.',
    },
  ],
  messages: {
    audience: {
      en: '“{name}” tells visitors apart for {time}. The CNIL recommends 13 months at most, not renewed on each visit: shorten it, and say in the notice how long it lives.',
      fr: '« {name} » distingue les visiteurs pendant {time}. La CNIL recommande 13 mois au plus, sans prolongation à chaque visite : réduisez cette durée et indiquez-la dans votre politique de confidentialité.',
    },
    consent: {
      en: '“{name}” keeps the visitor’s choice for {time}. People change their mind: the CNIL recommends asking again after about 6 months. Shorten it, to 13 months at the very most.',
      fr: '« {name} » garde le choix du visiteur pendant {time}. On peut changer d’avis : la CNIL recommande de redemander après 6 mois environ. Réduisez cette durée, à 13 mois au grand maximum.',
    },
    asked: {
      en: '“{name}” keeps the visitor’s choice for {time}. The CNIL holds it good practice to ask again after about 6 months.',
      fr: '« {name} » garde le choix du visiteur pendant {time}. La CNIL tient pour une bonne pratique de redemander après 6 mois environ.',
    },
  },
  repairs: {
    ask: {
      title: { en: 'Ask again after 6 months', fr: 'Redemander après 6 mois' },
      safety: 'offer',
      follow: {
        en: 'Cookies that are set already keep their end.',
        fr: 'Les cookies déjà déposés gardent leur échéance.',
      },
    },
    shorten: {
      title: { en: 'Let it end after 13 months', fr: 'Le faire expirer après 13 mois' },
      safety: 'offer',
      follow: {
        en: 'Cookies that are set already keep their end.',
        fr: 'Les cookies déjà déposés gardent leur échéance.',
      },
    },
  },
  examples: {
    bad: [
      { language: 'ts', code: "Cookies.set('cookie-consent', 'accepted', { expires: 730 });" },
      { language: 'ts', code: "gtag('config', 'G-ABC123', { cookie_expires: 63072000 });" },
    ],
    good: [
      { language: 'ts', code: "Cookies.set('cookie-consent', 'accepted', { expires: 180 });" },
      { language: 'ts', code: "Cookies.set('language', 'fr', { expires: 730 });" },
    ],
  },
  needs: ['cookieLives'],
  *check({ cookieLives }) {
    for (const { name, purpose, seconds, tooLong, askedLate, span, shorten } of cookieLives) {
      if (!tooLong && !askedLate) continue;
      yield {
        message: tooLong ? purpose : ('asked' as const),
        ...(!tooLong && { severity: 'hint' as const }),
        span,
        data: { name, time: timeOf(seconds) },
        repairs: shorten
          ? [{ use: purpose === 'consent' ? ('ask' as const) : ('shorten' as const), edits: shorten }]
          : [],
      };
    }
  },
});

/** As people say it: months up to three years, then years. */
function timeOf(seconds: number): { readonly en: string; readonly fr: string } {
  if (!Number.isFinite(seconds)) return { en: 'decades', fr: 'des décennies' };
  const days = seconds / DAY;
  const months = Math.round(days / 30.44);
  if (months < 36) return { en: `about ${months} months`, fr: `environ ${months} mois` };
  const years = Math.round(days / 365.25);
  return { en: `about ${years} years`, fr: `environ ${years} ans` };
}
