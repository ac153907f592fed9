import { replace } from '../core/edit.js';
import type { Control, Facts, Form, FormPurpose, Purpose } from '../facts/types/index.js';
import { defineRule } from './rule.js';

/** Names in code that tell a contract, a notice, an age or cookies: what is accepted is not the use of data. */
const OTHER: ReadonlySet<Purpose> = new Set<Purpose>(['terms', 'privacy-notice', 'age', 'service-messages']);
/** Forms that need no more than an account or a word to look for. */
const WITHOUT_DATA: ReadonlySet<FormPurpose> = new Set<FormPurpose>([
  'search',
  'login',
  'settings',
  'survey',
]);

export default defineRule({
  id: 'vague-consent',
  severity: 'warning',
  topic: 'consent',
  what: {
    en: 'A box beside personal data asks for a yes and does not say to what.',
    fr: 'Une case, dans un formulaire de données personnelles, demande un oui sans dire à quoi.',
  },
  why: {
    en: 'Consent must be specific and informed. Who ticks “I agree” has agreed to nothing that could be named later, and the sender cannot show to what.',
    fr: 'Le consentement doit être spécifique et éclairé. Cocher « J’accepte » n’est accepter rien de précis, et l’émetteur ne pourra pas montrer à quoi la personne a dit oui.',
  },
  remedy: {
    en: 'Write the whole sentence beside the box: who uses which data, and for what.',
    fr: 'Écrivez la phrase entière à côté de la case : qui utilise quelles données, et pourquoi.',
  },
  basis: [
    {
      name: {
        en: 'GDPR Art. 4(11) “specific, informed”, 5(2), 7(1) and (2), recitals 32 and 42',
        fr: 'RGPD, art. 4(11) « spécifique, éclairée », 5(2), 7(1) et (2), considérants 32 et 42',
      },
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
    {
      name: {
        en: 'CJEU C-61/19 Orange Romania: the controller must show that the person knew what they agreed to',
        fr: 'CJUE, C-61/19 Orange Romania : le responsable doit prouver que la personne savait à quoi elle consentait',
      },
    },
  ],
  exceptions: [
    {
      en: 'Contract terms or a notice that a link or the field’s name tells; a box that words beside it explain; an answer to a question; rows of a table of cookies.',
      fr: 'Des conditions ou une notice qu’un lien ou le nom du champ indique ; une case que le texte voisin explique ; la réponse à une question ; les lignes d’un tableau de cookies.',
    },
  ],
  messages: {
    vague: {
      en: '“{label}” does not say to what. Consent must be specific and informed (GDPR Art. 4(11)): write what the data are used for.',
      fr: '« {label} » ne dit pas à quoi. Le consentement doit être spécifique et éclairé (RGPD, art. 4(11)) : écrivez à quoi serviront les données.',
    },
  },
  repairs: {
    say: {
      title: { en: 'Say what the box is for', fr: 'Dire à quoi sert la case' },
      safety: 'offer',
      follow: {
        en: 'Check that the sentence says what is really done with the data.',
        fr: 'Vérifiez que la phrase dit bien ce qui sera fait des données.',
      },
    },
  },
  examples: {
    bad: [
      {
        language: 'html',
        code: '<form action="/contact"><input type="email" name="email"><label><input type="checkbox" name="gdpr"> I agree</label><button>Send</button></form>',
      },
      {
        language: 'tsx',
        code: 'return <form><input type="email" name="email" /><label><input type="checkbox" name="newsletter" /> Yes</label><button>Save</button></form>;',
      },
    ],
    good: [
      {
        language: 'html',
        code: '<form action="/contact"><input type="email" name="email"><label><input type="checkbox" name="gdpr"> I agree that my data are used to answer my request</label><button>Send</button></form>',
      },
      {
        language: 'html',
        code: '<form action="/order"><input type="email" name="email"><label><input type="checkbox" name="terms"> I accept (<a href="/terms">read</a>)</label><button>Order</button></form>',
      },
    ],
  },
  needs: ['controls', 'forms', 'collections'],
  *check(facts) {
    const { controls } = facts;
    for (const control of controls) {
      const { assent, consent, span, label, form, displayed } = control;
      if (assent === undefined || !displayed || consent?.from === 'words') continue;
      // The name of a law tells no more than the label.
      const named = (consent?.purposes ?? []).filter(
        (p) => p.purpose !== 'privacy-notice' || p.certainty === 'certain',
      );
      if (named.some(({ purpose }) => OTHER.has(purpose) || purpose.startsWith('cookies'))) continue;
      if (!named.length && !takesData(form === undefined ? undefined : facts.forms[form], facts, form))
        continue;
      yield {
        message: 'vague' as const,
        span: label.span ?? span,
        data: { label: assent },
        repairs: sentence(control),
      };
    }
  },
});

/** It asks who someone is or how to reach them, and not only to find an account or a page. */
function takesData(
  form: Form | undefined,
  facts: Pick<Facts, 'collections'>,
  number: number | undefined,
): boolean {
  if (!form || (form.aim && WITHOUT_DATA.has(form.aim.purpose))) return false;
  return facts.collections.some((c) => c.form === number && c.fields.some(({ reaches }) => reaches));
}

/** What a box of its own would say, where the code's name for it tells the one purpose. */
function sentence({ consent, unit, coded }: Control) {
  const [proposal, ...others] = consent?.proposals ?? [];
  if (!proposal?.optional || others.length) return [];
  const inCode = coded?.(proposal.words);
  if (inCode) return [{ use: 'say' as const, edits: [inCode] }];
  if (!unit?.slots.label) return [];
  return [{ use: 'say' as const, edits: [replace(unit.slots.label, unit.write(proposal.label))] }];
}
