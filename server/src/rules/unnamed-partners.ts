import { defineRule } from './rule.js';

export default defineRule({
  id: 'unnamed-partners',
  severity: 'warning',
  topic: 'consent',
  what: {
    en: 'Consent is asked for “partners” whom nothing names: no list and no link stands with the words.',
    fr: 'Un accord est demandé pour des « partenaires » que rien ne nomme : ni liste ni lien à côté.',
  },
  why: {
    en: 'Consent must be informed: people have to know who will have their data or write to them. “Our partners” may be anyone, today or later.',
    fr: 'Le consentement doit être éclairé : il faut savoir qui recevra ses données ou écrira. « Nos partenaires », cela peut être n’importe qui, aujourd’hui ou demain.',
  },
  remedy: {
    en: 'Name the partners in the label, or link the words to a list that is kept up to date.',
    fr: 'Nommez les partenaires dans le libellé, ou placez sur ces mots un lien vers une liste tenue à jour.',
  },
  basis: [
    {
      name: {
        en: 'GDPR Art. 4(11) “informed”, 13(1)(e), recital 42',
        fr: 'RGPD, art. 4(11) « éclairée », 13(1)(e), considérant 42',
      },
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
    {
      name: {
        en: 'CNIL (France), decision SAN-2023-015 of 12 October 2023, Groupe Canal+; the question whether each partner must be named is before the Court of Justice (C-317/25, pending)',
        fr: 'CNIL, délibération SAN-2023-015 du 12 octobre 2023, Groupe Canal+ ; la Cour de justice est saisie de la question de savoir si chaque partenaire doit être nommé (C-317/25, pendante)',
      },
      url: 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX%3A62025CN0317',
    },
  ],
  exceptions: [
    {
      en: 'Partners named behind the words, a list or a link beside the box, a page that links to its partners.',
      fr: 'Des partenaires nommés à la suite, une liste ou un lien près de la case, une page qui renvoie à ses partenaires.',
    },
  ],
  messages: {
    unnamed: {
      en: '“{words}” may be anyone: consent must be informed (GDPR Art. 4(11), 13(1)(e)). Name the partners, or link to a list of them.',
      fr: '« {words} » peut désigner n’importe qui ; le consentement doit être éclairé (RGPD, art. 4(11) et 13(1)(e)). Nommez les partenaires, ou donnez un lien vers leur liste.',
    },
  },
  repairs: {},
  examples: {
    bad: [
      {
        language: 'html',
        code: '<label><input type="checkbox" name="partners"> I would like to receive offers from your partners</label>',
      },
    ],
    good: [
      {
        language: 'html',
        code: '<label><input type="checkbox" name="partners"> I would like to receive offers from your <a href="/partners">partners</a></label>',
      },
      {
        language: 'html',
        code: '<label><input type="checkbox" name="partners"> I would like to receive offers from your partners Acme and Bolt</label>',
      },
    ],
  },
  needs: ['controls'],
  *check({ controls }) {
    const said = new Set<number | string>();
    for (const { consent, label, span } of controls) {
      const words = consent?.unnamedPartners;
      if (!words) continue;
      // Radios that answer one question, or boxes with one label, speak of the same partners.
      const place = consent.question ?? (words.span ?? label.span ?? span).start;
      if (said.has(place)) continue;
      said.add(place);
      yield { message: 'unnamed' as const, span: words.span ?? span, data: { words: words.words } };
    }
  },
});
