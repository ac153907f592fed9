import { compatible } from '../core/edit.js';
import type { Consent, Control, Demand, FormPurpose, PurposeHit } from '../facts/types/index.js';
import { type Draft, defineRule, type Severity } from './rule.js';

/** Such a form is nothing but these messages: without the yes there is nothing to send. */
const ASKED: ReadonlySet<FormPurpose> = new Set<FormPurpose>([
  'newsletter',
  'settings',
  'unsubscribe',
  'rights',
]);
const OWN_MESSAGES: ReadonlySet<string> = new Set(['newsletter', 'marketing']);
/** Answering is why these are sent: it takes no consent. */
const REQUESTS: ReadonlySet<FormPurpose> = new Set<FormPurpose>(['contact', 'quote']);

/** What a group is said of in its own words. */
const OF_GROUPS: ReadonlySet<string> = new Set(['forced', 'grave']);

type Message = 'forced' | 'grave' | 'group' | 'withContract' | 'inform' | 'demanded' | 'carried';

export default defineRule({
  id: 'forced-consent',
  severity: 'warning',
  topic: 'consent',
  what: {
    en: 'A form cannot be sent without a consent that it does not need.',
    fr: 'Un formulaire ne peut être envoyé sans un accord dont il n’a pas besoin.',
  },
  why: {
    en: 'Consent that is the price of something else is not freely given, and so is no consent.',
    fr: 'Un accord exigé pour obtenir autre chose n’est pas libre : ce n’est donc pas un consentement.',
  },
  remedy: {
    en: 'Let the form be sent without the tick; require only what the contract or the request needs.',
    fr: 'Laissez envoyer le formulaire sans la coche ; n’exigez que ce dont le contrat ou la demande a besoin.',
  },
  basis: [
    {
      name: {
        en: 'GDPR Art. 4(11) “freely given”, 7(4), recitals 42 and 43',
        fr: 'RGPD, art. 4(11) « libre », 7(4), considérants 42 et 43',
      },
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
    {
      name: {
        en: 'EDPB Guidelines 05/2020 on consent (conditionality); CJEU 4 July 2023, C-252/21 Meta Platforms',
        fr: 'CEPD, lignes directrices 05/2020 sur le consentement (conditionnalité) ; CJUE, 4 juillet 2023, C-252/21 Meta Platforms',
      },
      url: 'https://dpcuria.eu/details?reference=C-252/21',
    },
  ],
  exceptions: [
    {
      en: 'Accepting the terms of a contract; a form that serves nothing but the newsletter; a required choice between a real yes and a real no; an age or health statement that the service cannot do without.',
      fr: 'L’acceptation des conditions d’un contrat ; un formulaire qui ne sert qu’à la newsletter ; un choix obligatoire entre un vrai oui et un vrai non ; une déclaration d’âge ou de santé dont le service ne peut se passer.',
    },
  ],
  messages: {
    forced: {
      en: '“{label}” is required, so nobody can go on without a yes to {purpose}. Such a yes is presumed not to be free (GDPR Art. 7(4)): let the form be sent without it.',
      fr: '« {label} » est obligatoire : impossible de continuer sans donner son accord pour {purpose}. Un tel accord est présumé ne pas être libre (RGPD, art. 7(4)) : laissez envoyer le formulaire sans lui.',
    },
    grave: {
      en: '“{label}” is required, so nobody can go on without a yes to {purpose}. That is not valid consent under GDPR Art. 4(11) and 7(4): let the form be sent without it.',
      fr: '« {label} » est obligatoire : impossible de continuer sans donner son accord pour {purpose}. Ce n’est pas un consentement valable au sens des art. 4(11) et 7(4) du RGPD : laissez envoyer le formulaire sans lui.',
    },
    group: {
      en: 'Of the choices under “{label}” one is required, so nobody can go on without a yes to {purpose}. Such a yes is not free (GDPR Art. 7(4)): let the form be sent without any of them.',
      fr: 'L’un des choix sous « {label} » est obligatoire : impossible de continuer sans donner son accord pour {purpose}. Un tel accord n’est pas libre (RGPD, art. 7(4)) : laissez envoyer le formulaire sans aucun d’eux.',
    },
    withContract: {
      en: '“{label}” is required for the contract and carries a yes to {purpose} along, so that yes is not free (GDPR Art. 7(4)): ask it with a box of its own that is not required.',
      fr: '« {label} » est obligatoire pour le contrat et emporte un accord pour {purpose} : cet accord n’est pas libre (RGPD, art. 7(4)). Demandez-le par une case à part, facultative.',
    },
    inform: {
      en: '“{label}” is required, but answering a request takes no consent (GDPR Art. 6(1)(b) and (f)). Say beside the form what the data are used for, and leave the box out.',
      fr: '« {label} » est obligatoire, mais répondre à une demande ne requiert aucun consentement (RGPD, art. 6(1)(b) et (f)). Dites près du formulaire à quoi servent les données et supprimez la case.',
    },
    demanded: { en: 'This demands it.', fr: 'C’est exigé ici.' },
    carried: {
      en: '“{words}” is what the contract carries along; a box of its own mends this and the bundle alike.',
      fr: '« {words} » : voilà ce que le contrat emporte ; une case à part corrige à la fois l’obligation et le regroupement.',
    },
  },
  repairs: {
    release: {
      title: { en: 'Let the form be sent without it', fr: 'Laisser envoyer le formulaire sans cette case' },
      safety: 'offer',
      follow: {
        en: 'The code that handles the form must accept it without “{name}” as well.',
        fr: 'Le code qui traite le formulaire doit aussi l’accepter sans « {name} ».',
      },
    },
  },
  examples: {
    bad: [
      {
        language: 'html',
        code: '<form action="/register"><label><input type="checkbox" name="offers" required> I would like to receive your offers</label><button>Register</button></form>',
      },
      {
        language: 'tsx',
        code: 'return <form action="/order"><label><input type="checkbox" name="partners" required /> I agree that my data are shared with partners</label><button>Order</button></form>;',
      },
    ],
    good: [
      {
        language: 'html',
        code: '<form action="/register"><label><input type="checkbox" name="terms" required> I accept the terms of use</label><label><input type="checkbox" name="offers"> I would like to receive your offers</label></form>',
      },
      {
        language: 'html',
        code: '<form action="/newsletter"><input type="email" name="email"><label><input type="checkbox" name="ok" required> I want to receive the newsletter</label><button>Subscribe</button></form>',
      },
    ],
  },
  needs: ['controls', 'demands', 'forms', 'document'],
  *check(facts) {
    const { controls, document } = facts;
    if (controls.length === 0) return;
    const { demands, forms } = facts;
    for (const number of new Set(demands.map((d) => d.control))) {
      const control = controls[number];
      const form = control?.form === undefined ? undefined : forms[control.form];
      const aim = (form?.aim ?? document.aim)?.purpose;
      const found = control && judge(control, aim);
      if (!found) continue;
      yield draft(
        control,
        found,
        demands.filter((d) => d.control === number),
      );
    }
  },
});

interface Verdict {
  readonly message: Exclude<Message, 'demanded' | 'carried'>;
  readonly severity: Severity;
  readonly purpose: PurposeHit;
}

function judge({ consent }: Control, aim: FormPurpose | undefined): Verdict | undefined {
  if (!consent || consent.polarity === 'refuse' || consent.certainty !== 'certain') return undefined;
  const asked = consent.purposes.filter((p) => p.requested);
  // Whether a service can do without what it asks about health, no form says.
  const needless = asked.filter((p) => p.optional && p.certainty === 'certain' && p.purpose !== 'sensitive');
  const withContract = asked.some((p) => p.purpose === 'terms');
  // Where a contract is concluded, the form is not there for the messages alone.
  const isAsked = aim !== undefined && ASKED.has(aim) && !withContract;
  const grave = needless.find((p) => !OWN_MESSAGES.has(p.purpose));
  const purpose = grave ?? (isAsked ? undefined : needless[0]);
  if (!purpose) return informs(consent, asked, aim);
  if (withContract) {
    return { message: 'withContract', severity: grave ? 'error' : 'warning', purpose };
  }
  return grave
    ? { message: 'grave', severity: 'error', purpose }
    : { message: 'forced', severity: 'warning', purpose };
}

/** The box asks for nothing but that the request may be answered. */
function informs(
  { from }: Consent,
  [first, ...others]: readonly PurposeHit[],
  aim: FormPurpose | undefined,
): Verdict | undefined {
  if (first?.purpose !== 'data-processing' || others.length > 0) return undefined;
  if (from !== 'words' || aim === undefined || !REQUESTS.has(aim)) return undefined;
  return { message: 'inform', severity: 'information', purpose: first };
}

function draft(
  { span, name, consent }: Control,
  { message, severity, purpose }: Verdict,
  demands: readonly Demand[],
): Draft<Message, 'release'> {
  const named = name.state === 'known' ? name.value : '…';
  const group = demands.every((d) => d.by === 'group') ? demands[0]?.group : undefined;
  const edits = demands.flatMap((d) => d.lift ?? []);
  const lifts =
    message !== 'withContract' && message !== 'inform' && demands.every((d) => d.lift) && compatible(edits);
  return {
    message: group !== undefined && OF_GROUPS.has(message) ? 'group' : message,
    severity,
    span,
    data: {
      label: group ?? consent?.quoted ?? named,
      ...(message !== 'inform' && { purpose: purpose.title }),
    },
    evidence: consent?.quotes,
    related: [
      ...demands
        .filter((d) => d.span.start !== span.start)
        .map((d) => ({ span: d.span, message: 'demanded' as const })),
      ...(message === 'withContract' ? carried(purpose, consent) : []),
    ],
    repairs: lifts ? [{ use: 'release', edits, data: { name: named } }] : [],
  };
}

function carried(purpose: PurposeHit, consent: Consent | undefined) {
  const quote = consent?.quotes[consent.purposes.indexOf(purpose)];
  return quote?.span ? [{ span: quote.span, message: 'carried' as const, data: { words: quote.words } }] : [];
}
