import { applyEdits, type Edit, remove, replace } from '../core/edit.js';
import { overlaps, type Span, slice } from '../core/span.js';
import type {
  Control,
  DocumentFacts,
  Facts,
  FormPurpose,
  Purpose,
  StatedPurpose,
  Statement,
} from '../facts/types/index.js';
import { type Draft, defineRule, type Severity } from './rule.js';

/** The exception for one's own similar products never reaches these. */
const NEVER: ReadonlySet<Purpose> = new Set<Purpose>([
  'partners',
  'profiling',
  'sensitive',
  'cookies',
  'cookies-functional',
  'cookies-analytics',
  'cookies-marketing',
]);
/** Whoever fills in such a form has bought nothing yet. */
const PROSPECTS: ReadonlySet<FormPurpose> = new Set<FormPurpose>(['newsletter', 'contest']);
/** Here the person comes to object, or changes what was chosen before: a way to refuse is what the law asks for. */
const OBJECTING: ReadonlySet<FormPurpose> = new Set<FormPurpose>(['settings', 'unsubscribe', 'rights']);

type Message = 'refuse' | 'never' | 'named' | 'stated' | 'words';

export default defineRule({
  id: 'opt-out-consent',
  severity: 'warning',
  topic: 'consent',
  what: {
    en: 'People must act in order to refuse: tick, untick or write.',
    fr: 'Il faut agir pour refuser : cocher, décocher ou écrire.',
  },
  why: {
    en: 'Whoever overlooks the sentence is taken to agree, and silence is not consent. Except for your own similar products to customers, the law asks for a positive yes.',
    fr: 'Qui ne voit pas la phrase passe pour d’accord, or le silence n’est pas un consentement. Sauf pour vos propres produits analogues auprès de clients, la loi exige un oui exprès.',
  },
  remedy: {
    en: 'Say what the person agrees to, positively, beside a box that starts empty; store that yes.',
    fr: 'Dites à quoi la personne dit oui, à la forme positive, à côté d’une case vide au départ ; enregistrez ce oui.',
  },
  basis: [
    {
      name: {
        en: 'GDPR Art. 4(11), 7, recital 32',
        fr: 'RGPD, art. 4(11), 7, considérant 32',
      },
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
    {
      name: {
        en: 'ePrivacy Directive 2002/58/EC Art. 13(1), and 13(2) for the exception',
        fr: 'Directive « vie privée » 2002/58/CE, art. 13(1), et 13(2) pour l’exception',
      },
    },
    {
      name: {
        en: 'CPCE Art. L.34-5 (France); UWG § 7(2) and (3) (Germany); PECR reg. 22(2) and (3) (United Kingdom)',
        fr: 'CPCE, art. L.34-5 (France) ; UWG, § 7(2) et (3) (Allemagne) ; PECR, reg. 22(2) et (3) (Royaume-Uni)',
      },
    },
    {
      name: {
        en: 'CJEU 13 November 2025, C-654/23 Inteligo Media: such a box may be enough towards customers',
        fr: 'CJUE, 13 novembre 2025, C-654/23 Inteligo Media : une telle case peut suffire auprès de clients',
      },
    },
  ],
  exceptions: [
    {
      en: 'Your own similar products to people who bought from you, when they can refuse free of charge at collection and in every message; pages of settings, of unsubscribing and of rights, where objecting is what one comes for; a genuine yes or no side by side.',
      fr: 'Vos propres produits analogues, auprès de qui vous a acheté, si chacun peut refuser sans frais à la collecte et à chaque message ; les pages de réglages, de désabonnement et de droits, où l’on vient pour s’opposer ; un vrai oui ou non côte à côte.',
    },
  ],
  messages: {
    refuse: {
      en: '“{label}” makes people act to refuse {purpose}. Except for your own similar products to customers, the law asks for a positive yes (GDPR Art. 4(11), ePrivacy Art. 13): ask positively, with an empty box.',
      fr: '« {label} » oblige à agir pour refuser {purpose}. Sauf pour vos propres produits analogues auprès de clients, la loi exige un oui exprès (RGPD, art. 4(11) ; directive 2002/58/CE, art. 13) : demandez à la forme positive, par une case vide.',
    },
    never: {
      en: '“{label}” makes people act to refuse {purpose}. Here silence is never a valid yes (GDPR Art. 4(11), recital 32): ask positively, with an empty box.',
      fr: '« {label} » oblige à agir pour refuser {purpose}. Ici, le silence ne vaut jamais un oui (RGPD, art. 4(11), considérant 32) : demandez à la forme positive, par une case vide.',
    },
    named: {
      en: '“{label}” seems to be there to refuse {purpose}. If people must tick it in order not to be included, ask for a positive yes instead (GDPR Art. 4(11)).',
      fr: '« {label} » semble servir à refuser {purpose}. S’il faut cocher pour ne pas être inclus, demandez plutôt un oui exprès (RGPD, art. 4(11)).',
    },
    stated: {
      en: '“{label}”: whoever does nothing is taken to agree to {purpose}. Silence is not consent (GDPR Art. 4(11), recital 32): ask with an empty box.',
      fr: '« {label} » : qui ne fait rien passe pour d’accord avec {purpose}. Le silence n’est pas un consentement (RGPD, art. 4(11), considérant 32) : demandez par une case vide.',
    },
    words: { en: 'These words ask for an act of refusal.', fr: 'Ces mots demandent un acte de refus.' },
  },
  repairs: {
    askPositively: {
      title: { en: 'Ask for a yes, with an empty box', fr: 'Demander un oui, par une case vide' },
      safety: 'offer',
      follow: {
        en: 'A tick now means yes: the code that handles the form must read “{name}” that way, and take its absence for a no.',
        fr: 'Une coche veut désormais dire oui : le code qui traite le formulaire doit lire « {name} » ainsi et comprendre son absence comme un non.',
      },
    },
  },
  examples: {
    bad: [
      {
        language: 'html',
        code: '<form action="/order"><label><input type="checkbox" name="no_offers"> Tick this box if you do not wish to receive our offers</label></form>',
      },
      {
        language: 'tsx',
        code: 'return <form onSubmit={save}><label><input type="checkbox" name="newsletter" /> Untick this box if you do not want our newsletter</label></form>;',
      },
    ],
    good: [
      {
        language: 'html',
        code: '<form action="/order"><label><input type="checkbox" name="offers"> I would like to receive your offers</label></form>',
      },
      {
        language: 'html',
        code: '<form action="/unsubscribe"><h1>Unsubscribe</h1><label><input type="checkbox" name="stop"> I no longer wish to receive your offers</label></form>',
      },
    ],
  },
  needs: ['controls', 'statements', 'tellsWithdrawal', 'forms', 'document', 'message'],
  *check(facts) {
    const { controls, document } = facts;
    if (controls.length === 0) return;
    const { forms } = facts;
    const aimOf = (form: number | undefined) =>
      ((form === undefined ? undefined : forms[form]?.aim) ?? document.aim)?.purpose;
    const told = () => facts.tellsWithdrawal;
    for (const control of controls) {
      const found = ofControl(control, aimOf(control.form), document, told);
      if (found) yield found;
    }
    // In a mail, telling how to stop is what the law asks for.
    if (facts.message) return;
    for (const statement of facts.statements) {
      const aim = aimOf(statement.form);
      const found = byBox(statement, aim, controls) ?? byContact(statement, aim, controls);
      if (found) yield found;
    }
  },
});

function isBox({ kind }: Control): boolean {
  return kind === 'checkbox' || kind === 'switch';
}

function ofControl(
  control: Control,
  aim: FormPurpose | undefined,
  document: DocumentFacts,
  told: () => boolean,
): Draft<Message, 'askPositively'> | undefined {
  const { consent, span } = control;
  if (!consent || !isBox(control) || (aim && OBJECTING.has(aim))) return undefined;
  const purpose = refused(consent.purposes);
  const words = consent.untick ?? (consent.polarity === 'refuse' ? consent.refusal : undefined);
  if (!purpose || !(words || consent.polarity === 'refuse')) return undefined;
  const data = { label: consent.quoted, purpose: purpose.title };
  const evidence = consent.quotes;
  // A name alone, or a word for leaving where nothing says what the form is for, is a sign and no more.
  if (consent.from === 'names' || (!aim && !consent.untick && consent.refusal?.named)) {
    return { message: 'named', severity: 'hint', review: true, span, data, evidence };
  }
  const severity = severityOf(consent.purposes, aim);
  return {
    message: severity === 'error' ? 'never' : 'refuse',
    severity,
    span,
    data,
    evidence,
    related: words?.span ? [{ span: words.span, message: 'words' }] : [],
    repairs: askPositively(control, document, told),
  };
}

/** Words about a box need one. */
function byBox(
  statement: Statement,
  aim: FormPurpose | undefined,
  controls: Facts['controls'],
): Draft<Message, never> | undefined {
  const { purposes, untick, tick, refusal, span } = statement;
  if (!controls.some(isBox)) return undefined;
  const words = untick ?? (tick && !asks(statement, controls) ? refusal : undefined);
  const purpose = refused(purposes);
  if (!words || !purpose || (aim && OBJECTING.has(aim)) || isOfControl(statement, controls)) return undefined;
  return {
    message: 'stated',
    severity: severityOf(purposes, aim),
    span: words.span ?? span,
    data: { label: (untick ?? tick ?? words).words, purpose: purpose.title },
    evidence: purposes.map(({ quote }) => quote),
  };
}

/** "If you do not wish to receive our offers, write to us", in a form that does not ask. */
function byContact(
  statement: Statement,
  aim: FormPurpose | undefined,
  controls: Facts['controls'],
): Draft<Message, never> | undefined {
  const { contact, form, purposes, refusal, withdrawal, span, text } = statement;
  const purpose = refused(purposes.filter(({ requested }) => requested));
  if (!contact || form === undefined || !refusal || withdrawal || !purpose) return undefined;
  // Whoever signs up for a newsletter has asked for it; the sentence says how to leave.
  if (aim === 'newsletter' || (aim && OBJECTING.has(aim))) return undefined;
  if (asks(statement, controls) || isOfControl(statement, controls)) return undefined;
  return {
    message: 'stated',
    severity: severityOf(purposes, aim),
    span: refusal.span ?? span,
    data: { label: text, purpose: purpose.title },
    evidence: purposes.map(({ quote }) => quote),
  };
}

/** A choice that the form offers says for itself what sentences about it repeat. */
function asks({ form }: Statement, controls: Facts['controls']): boolean {
  return controls.some((c) => c.consent && c.form === form && refused(c.consent.purposes));
}

/** The purpose that weighs most among those that may be refused. */
function refused<P extends Omit<StatedPurpose, 'quote'>>(purposes: readonly P[]): P | undefined {
  const optional = purposes.filter((p) => p.optional);
  return optional.find((p) => NEVER.has(p.purpose)) ?? optional[0];
}

/** The label of a choice is reported with it; what stands in it says nothing more. */
function isOfControl({ span }: Statement, controls: Facts['controls']): boolean {
  return controls.some(({ consent, label }) => consent && label.span && overlaps(label.span, span));
}

function severityOf(
  purposes: readonly Omit<StatedPurpose, 'quote'>[],
  aim: FormPurpose | undefined,
): Severity {
  const isGrave = purposes.some((p) => p.optional && NEVER.has(p.purpose)) || (aim && PROSPECTS.has(aim));
  return isGrave ? 'error' : 'warning';
}

/**
 * The box with a positive sentence, a name that says yes, and no tick; none where code knows it by its name. What is
 * asked can be taken back, which the page may have told already.
 */
function askPositively(
  { unit, consent, value, answer }: Control,
  { text }: DocumentFacts,
  told: () => boolean,
) {
  const [proposal, more] = consent?.question === undefined ? (consent?.proposals ?? []) : [];
  const { label, name } = unit?.slots ?? {};
  if (!unit || !label || !name || !proposal || more || unit.slots.bound.length) return [];
  const { span, slots } = unit;
  if (value.state !== 'absent' && answer !== 'yes') return [];
  const local = (at: Span): Span => ({ start: at.start - span.start, end: at.end - span.start });
  const notice = !consent || told() ? [] : [{ words: ` ${consent.withdrawalNotice}` }];
  const refuses = consent?.polarity === 'refuse';
  const named = refuses ? [name, slots.id, slots.for] : [];
  const edits: Edit[] = [
    replace(local(label), unit.write([...proposal.label, ...notice])),
    ...named.filter((slot) => slot !== undefined).map((slot) => replace(local(slot), proposal.name)),
    ...[...slots.preset, ...slots.required].map((slot) => remove(local(slot))),
  ];
  return [
    {
      use: 'askPositively' as const,
      edits: [replace(span, applyEdits(slice(text, span), edits))],
      data: { name: refuses ? proposal.name : slice(text, name) },
    },
  ];
}
