import type { Collection, FormPurpose } from '../facts/types/index.js';
import { type Draft, defineRule, type RuleContext } from './rule.js';

/** RFC 2606: no such host can ever exist, so a placeholder cannot be mistaken for an address. */
const PLACEHOLDER = 'https://your-privacy-notice.invalid/';

/** Those who fill these in have been told before, or give nothing of themselves. */
const TOLD: ReadonlySet<FormPurpose> = new Set<FormPurpose>([
  'login',
  'search',
  'settings',
  'unsubscribe',
  'rights',
]);
/** What people come to for the first time, and give what they are asked for. */
const FIRST_CONTACT: ReadonlySet<FormPurpose> = new Set<FormPurpose>(['account', 'newsletter', 'contest']);

export default defineRule({
  id: 'missing-privacy-notice',
  severity: 'warning',
  topic: 'notice',
  what: {
    en: 'A form asks for personal data and nothing on its page tells what becomes of them.',
    fr: 'Un formulaire demande des données personnelles sans que rien sur sa page ne dise ce qu’elles deviennent.',
  },
  why: {
    en: 'People must be told, when their data are collected, who uses them, why, for how long, and how to object.',
    fr: 'Au moment où l’on recueille ses données, chacun doit apprendre qui les utilise, pourquoi, combien de temps et comment s’y opposer.',
  },
  remedy: {
    en: 'Put a short line near the button that says what the data serve, with a link to the privacy notice.',
    fr: 'Placez près du bouton une courte phrase qui dit à quoi servent les données, avec un lien vers la politique de confidentialité.',
  },
  basis: [
    {
      name: { en: 'GDPR Art. 12(1), 13(1) and 13(2)', fr: 'RGPD, art. 12(1), 13(1) et 13(2)' },
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
    {
      name: {
        en: 'GDPR Art. 21(4): the right to object is brought to attention clearly and apart',
        fr: 'RGPD, art. 21(4) : le droit d’opposition est présenté clairement et à part',
      },
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
  ],
  exceptions: [
    {
      en: 'Login, search, settings, unsubscribing and back-office forms. A notice in the form, its page or its footer will do; where these stand in another file, the form is not reviewed, or a hint says so.',
      fr: 'Formulaires de connexion, de recherche, de réglages, de désabonnement et d’administration. Une mention dans le formulaire, sa page ou son pied de page suffit ; si ceux-ci se trouvent dans un autre fichier, le formulaire n’est pas examiné ou ne donne lieu qu’à une indication.',
    },
  ],
  messages: {
    missing: {
      en: 'This form asks for personal data ({data}), and nothing on the page tells who uses them, why, for how long, and how to object (GDPR Art. 13). Add a short line with a link to your privacy notice.',
      fr: 'Ce formulaire demande des données personnelles ({data}) et rien sur la page ne dit qui les utilise, pourquoi, combien de temps et comment s’y opposer (RGPD, art. 13). Ajoutez une courte phrase avec un lien vers votre politique de confidentialité.',
    },
    missingHere: {
      en: 'This form asks for personal data ({data}) and says nothing of their use. Unless the page around it does, add a short line with a link to your privacy notice (GDPR Art. 13).',
      fr: 'Ce formulaire demande des données personnelles ({data}) sans rien dire de leur usage. Sauf si la page qui l’entoure le fait, ajoutez une courte phrase avec un lien vers votre politique de confidentialité (RGPD, art. 13).',
    },
    elsewhere: {
      en: 'The frame of this page stands in another file: whether visitors are told what becomes of their data was not reviewed.',
      fr: 'Le cadre de cette page se trouve dans un autre fichier : l’information des personnes sur leurs données n’a pas été examinée.',
    },
  },
  repairs: {
    line: {
      title: {
        en: 'Add a line with a link to the privacy notice',
        fr: 'Ajouter une phrase avec un lien vers la politique de confidentialité',
      },
      safety: 'offer',
    },
    placeholder: {
      title: { en: 'Add a line with a link to fill in', fr: 'Ajouter une phrase avec un lien à compléter' },
      safety: 'offer',
      follow: {
        en: 'Replace {href} by the address of your privacy notice.',
        fr: 'Remplacez {href} par l’adresse de votre politique de confidentialité.',
      },
    },
  },
  examples: {
    bad: [
      {
        language: 'html',
        code: '<!doctype html>\n<html lang="en">\n<body>\n<form action="/contact" method="post">\n  <label>Your e-mail <input type="email" name="email"></label>\n  <label>Message <textarea name="message"></textarea></label>\n  <button>Send</button>\n</form>\n</body>\n</html>',
      },
    ],
    good: [
      {
        language: 'html',
        code: '<!doctype html>\n<html lang="en">\n<body>\n<form action="/contact" method="post">\n  <label>Your e-mail <input type="email" name="email"></label>\n  <label>Message <textarea name="message"></textarea></label>\n  <p>We use these to answer you: <a href="/privacy">privacy notice</a>.</p>\n  <button>Send</button>\n</form>\n</body>\n</html>',
      },
    ],
  },
  needs: ['collections', 'notices', 'document', 'message'],
  *check(facts, context) {
    const { document } = facts;
    const asking = facts.collections.filter(isAsking);
    const [where] = asking;
    if (!where || facts.message) return;
    const { notices } = facts;
    const [first] = notices;
    if (first) {
      if (first.how === 'include' && notices.every(({ how }) => how === 'include'))
        yield { message: 'elsewhere' as const, span: first.span, elsewhere: true };
      return;
    }
    if (document.extent === 'content' || document.extent === 'layout') {
      yield { message: 'elsewhere' as const, span: where.open, elsewhere: true };
      return;
    }
    for (const collection of asking) {
      const found = {
        span: collection.open,
        data: { data: titlesOf(collection) },
        repairs: repairsFor(collection, context),
      };
      if (document.extent === 'whole') yield { message: 'missing' as const, ...found };
      else yield { message: 'missingHere' as const, severity: severityOf(collection), ...found };
    }
  },
});

function isAsking({ fields, aim, staff }: Collection): boolean {
  return !staff && !(aim && TOLD.has(aim.purpose)) && fields.some(({ reaches }) => reaches);
}

/** What is complete in itself is likely to be drawn as it stands. */
function severityOf({ complete, aim }: Collection): 'information' | 'hint' {
  return complete && aim && FIRST_CONTACT.has(aim.purpose) ? 'information' : 'hint';
}

const MOST_TITLES = 4;

function titlesOf({ fields }: Collection): { en: string; fr: string } {
  const titles = [
    ...new Map(fields.filter((f) => f.reaches).map(({ data, title }) => [data, title])).values(),
  ];
  const shown = titles.slice(0, MOST_TITLES);
  const more = titles.length > shown.length ? ', …' : '';
  return { en: shown.map((t) => t.en).join(', ') + more, fr: shown.map((t) => t.fr).join(', ') + more };
}

function repairsFor(
  { place, language }: Collection,
  { contact, locale }: RuleContext,
): NonNullable<Draft<never, 'line' | 'placeholder'>['repairs']> {
  if (!place) return [];
  const { privacyNotice } = contact;
  const edits = [place.write(place.line(language ?? locale), privacyNotice ?? PLACEHOLDER)];
  return privacyNotice === undefined
    ? [{ use: 'placeholder', edits, data: { href: PLACEHOLDER } }]
    : [{ use: 'line', edits }];
}
