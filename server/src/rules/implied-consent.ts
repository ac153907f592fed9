import { overlaps } from '../core/span.js';
import type { Control, Facts, FormPurpose, Purpose, Statement } from '../facts/types/index.js';
import { defineRule } from './rule.js';

const COOKIES: ReadonlySet<Purpose> = new Set<Purpose>([
  'cookies',
  'cookies-functional',
  'cookies-analytics',
  'cookies-marketing',
]);
/** To send such a form is to ask for it. */
const ASKED: ReadonlySet<FormPurpose> = new Set<FormPurpose>(['newsletter']);
/** What such a form is for, by whatever name. */
const MAILINGS: ReadonlySet<Purpose> = new Set<Purpose>(['newsletter', 'marketing']);

export default defineRule({
  id: 'implied-consent',
  severity: 'warning',
  topic: 'consent',
  what: {
    en: 'Doing something else, or nothing, is taken for consent.',
    fr: 'Un autre acte, ou le silence, est pris pour un consentement.',
  },
  why: {
    en: 'Consent is an act of its own. Browsing on, ordering, registering or leaving a message unanswered is not a yes to offers, to sharing or to cookies.',
    fr: 'Le consentement est un acte à part entière. Continuer à naviguer, commander, s’inscrire ou ne pas répondre, ce n’est pas dire oui à la prospection, au partage des données ou aux cookies.',
  },
  remedy: {
    en: 'Ask with an empty box beside the button, or leave the sentence out and do without.',
    fr: 'Demandez-le par une case vide près du bouton, ou supprimez la phrase et renoncez-y.',
  },
  basis: [
    {
      name: {
        en: 'GDPR Art. 4(11) “clear affirmative action”, 7(2), recital 32',
        fr: 'RGPD, art. 4(11) « acte positif clair », 7(2), considérant 32',
      },
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
    {
      name: {
        en: 'ePrivacy Directive 2002/58/EC Art. 5(3) and 13(1)',
        fr: 'Directive « vie privée » 2002/58/CE, art. 5(3) et 13(1)',
      },
    },
    {
      name: {
        en: 'EDPB Guidelines 05/2020 § 86: scrolling or browsing on is not consent; CJEU C-673/17 Planet49 § 59',
        fr: 'CEPD, lignes directrices 05/2020, § 86 : continuer à naviguer n’est pas consentir ; CJUE, C-673/17 Planet49, § 59',
      },
    },
    {
      name: {
        en: 'CNIL guidelines 2020-091 and recommendation 2020-092 of 17 September 2020 (cookies)',
        fr: 'CNIL, lignes directrices 2020-091 et recommandation 2020-092 du 17 septembre 2020 (cookies)',
      },
      url: 'https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000042388197',
    },
  ],
  exceptions: [
    {
      en: 'A form that serves nothing but the newsletter; accepting a contract or reading a notice; strictly necessary cookies; the label of a box that starts empty.',
      fr: 'Un formulaire qui ne sert qu’à la newsletter ; l’acceptation d’un contrat ou la lecture d’une notice ; les cookies strictement nécessaires ; le libellé d’une case vide au départ.',
    },
  ],
  messages: {
    implied: {
      en: '“{words}” takes another act, or silence, for a yes to {purpose}. Consent is an act of its own (GDPR Art. 4(11)): ask with an empty box.',
      fr: '« {words} » prend un autre acte, ou le silence, pour un accord sur {purpose}. Le consentement est un acte à part entière (RGPD, art. 4(11)) : demandez-le par une case vide.',
    },
    browsing: {
      en: '“{words}” takes browsing on for a yes to cookies. It is not consent (GDPR recital 32, ePrivacy Art. 5(3)): ask before anything is stored, and make refusing as easy.',
      fr: '« {words} » prend la navigation pour un oui aux cookies. Ce n’est pas un consentement (RGPD, considérant 32 ; directive 2002/58/CE, art. 5(3)) : demandez avant tout dépôt, et que refuser soit aussi simple.',
    },
    asks: { en: 'This is about {purpose}.', fr: 'Ce qui est visé : {purpose}.' },
  },
  repairs: {
    ask: {
      title: { en: 'Ask with an empty box instead', fr: 'Demander plutôt par une case vide' },
      safety: 'offer',
      follow: {
        en: 'The code that handles the form must store the new field(s): {names}. Only a tick is a yes.',
        fr: 'Le code qui traite le formulaire doit enregistrer le ou les nouveaux champs : {names}. Seule une case cochée vaut un oui.',
      },
    },
  },
  examples: {
    bad: [
      {
        language: 'html',
        code: '<form action="/register"><input name="name"><p>By registering you agree to receive our offers.</p><button>Register</button></form>',
      },
      { language: 'html', code: '<p>By continuing to browse this site you accept the use of cookies.</p>' },
    ],
    good: [
      {
        language: 'html',
        code: '<form action="/register"><input name="name"><p>By registering you agree to our terms of use.</p><button>Register</button></form>',
      },
      {
        language: 'html',
        code: '<form action="/newsletter"><input type="email" name="email"><p>By signing up you agree to receive our newsletter.</p><button>Subscribe</button></form>',
      },
    ],
  },
  needs: ['statements', 'tellsWithdrawal', 'controls', 'document'],
  *check(facts) {
    const { document } = facts;
    for (const statement of facts.statements) {
      const { implied } = statement;
      const purpose = statement.purposes.find((p) => p.requested && p.optional);
      if (!implied || !purpose || isLabelOfBox(statement, facts.controls)) continue;
      const { aim } = statement;
      const beyond = statement.purposes.some((p) => p.requested && p.optional && !MAILINGS.has(p.purpose));
      if (aim && ASKED.has(aim.purpose) && !beyond) continue;
      const isAbout = statement.form === undefined && document.aim && ASKED.has(document.aim.purpose);
      if (isAbout && purpose.purpose === 'newsletter') continue;
      const isCookies = COOKIES.has(purpose.purpose);
      if (isCookies && statement.agreed) continue;
      const { span: asked } = purpose.quote;
      yield {
        message: isCookies ? ('browsing' as const) : ('implied' as const),
        severity: isCookies ? ('error' as const) : ('warning' as const),
        span: implied.span ?? statement.span,
        data: { words: implied.words, purpose: purpose.title },
        evidence: statement.purposes.map(({ quote }) => quote),
        repairs: askInstead(statement, facts),
        related: asked ? [{ span: asked, message: 'asks' as const, data: { purpose: purpose.title } }] : [],
      };
    }
  },
});

/** A box where the sentence stood. */
function askInstead({ asking }: Statement, facts: Pick<Facts, 'tellsWithdrawal'>) {
  const box = asking?.(facts.tellsWithdrawal);
  return box ? [{ use: 'ask' as const, edits: box.edits, data: { names: box.names.join(', ') } }] : [];
}

/** The words beside a box that one has to tick: ticking is the act. */
function isLabelOfBox({ span }: Statement, controls: Facts['controls']): boolean {
  return controls.some(
    ({ kind, label, preset }: Control) =>
      (kind === 'checkbox' || kind === 'switch') && !preset && label.span && overlaps(label.span, span),
  );
}
