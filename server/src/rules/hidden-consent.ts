import type { Control, Facts, FormPurpose, PurposeHit, Submission } from '../facts/types/index.js';
import { type Draft, defineRule, type Severity } from './rule.js';

/** To send such a form is to ask for the messages; in the others people change or end what they once chose. */
const ASKED: ReadonlySet<FormPurpose> = new Set<FormPurpose>([
  'newsletter',
  'settings',
  'unsubscribe',
  'rights',
]);
const OWN_MESSAGES: ReadonlySet<string> = new Set(['newsletter', 'marketing']);

type Message = 'field' | 'box' | 'request';
type Found = Draft<Message, 'reveal' | 'untick'>;

export default defineRule({
  id: 'hidden-consent',
  severity: 'error',
  topic: 'consent',
  what: {
    en: 'A consent is sent that the person never sees: a hidden field, a box that is not displayed, a constant in the request.',
    fr: 'Un accord est envoyé sans que la personne le voie : champ caché, case non affichée, constante dans la requête.',
  },
  why: {
    en: 'Consent is given knowingly, by an act of the person. A yes that the page writes itself proves nothing, and nobody can refuse it.',
    fr: 'On consent en connaissance de cause, par un acte. Un oui que la page écrit elle-même ne prouve rien, et personne ne peut le refuser.',
  },
  remedy: {
    en: 'Ask with a visible, empty box and send what it says; or do without.',
    fr: 'Demandez par une case visible et vide, et envoyez ce qu’elle dit ; ou renoncez-y.',
  },
  basis: [
    {
      name: {
        en: 'GDPR Art. 4(11), 5(1)(a), 7(1) and (2), recital 32',
        fr: 'RGPD, art. 4(11), 5(1)(a), 7(1) et (2), considérant 32',
      },
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
    {
      name: {
        en: 'GDPR Art. 25(2), data protection by default',
        fr: 'RGPD, art. 25(2), protection des données par défaut',
      },
    },
    {
      name: {
        en: 'CJEU 1 October 2019, C-673/17 Planet49; CJEU 11 November 2020, C-61/19 Orange Romania: the sender must prove an active yes',
        fr: 'CJUE, 1er octobre 2019, C-673/17 Planet49 ; CJUE, 11 novembre 2020, C-61/19 Orange Romania : c’est à l’expéditeur de prouver un oui actif',
      },
      url: 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX%3A62019CJ0061',
    },
  ],
  exceptions: [
    {
      en: 'Technical fields (the number of a list, the version of a text, a token); a form that serves nothing but the newsletter; the hidden “0” that stands beside a box; what the person has stored before.',
      fr: 'Les champs techniques (numéro de liste, version d’un texte, jeton) ; un formulaire qui ne sert qu’à la newsletter ; le « 0 » caché qui accompagne une case ; ce que la personne a déjà enregistré.',
    },
  ],
  messages: {
    field: {
      en: 'The hidden field “{label}” says yes to {purpose} for everyone who sends this form, unseen. That is not valid consent (GDPR Art. 4(11), 7): ask with a visible, empty box.',
      fr: 'Le champ caché « {label} » donne, à son insu, l’accord de toute personne qui envoie ce formulaire pour {purpose}. Ce n’est pas un consentement valable (RGPD, art. 4(11), 7) : demandez-le par une case visible et vide.',
    },
    box: {
      en: 'The box “{label}” is ticked and not displayed: it says yes to {purpose}, unseen. That is not valid consent (GDPR Art. 4(11), 7): show it, empty, or remove it.',
      fr: 'La case « {label} » est cochée et n’est pas affichée : elle donne un accord pour {purpose}, à l’insu de la personne. Ce n’est pas un consentement valable (RGPD, art. 4(11), 7) : affichez-la, vide, ou supprimez-la.',
    },
    request: {
      en: 'The request always says yes to {purpose} (“{label}”), whatever the person wants. That is not valid consent (GDPR Art. 4(11), 7): send what a visible, empty box says.',
      fr: 'La requête donne toujours un accord pour {purpose} (« {label} »), quoi que veuille la personne. Ce n’est pas un consentement valable (RGPD, art. 4(11), 7) : envoyez ce que dit une case visible et vide.',
    },
  },
  repairs: {
    reveal: {
      title: { en: 'Ask with a visible, empty box', fr: 'Demander par une case visible et vide' },
      safety: 'offer',
      follow: {
        en: 'The code that handles the form must take the absence of “{name}” for a no.',
        fr: 'Le code qui traite le formulaire doit comprendre l’absence de « {name} » comme un non.',
      },
    },
    untick: {
      title: { en: 'Let the box start off', fr: 'Laisser la case décochée au départ' },
      safety: 'offer',
      follow: {
        en: 'Show the box as well, or remove it: “{name}” can then only be answered by the person.',
        fr: 'Affichez aussi la case, ou supprimez-la : seule la personne peut répondre à « {name} ».',
      },
    },
  },
  examples: {
    bad: [
      {
        language: 'html',
        code: '<form action="/register"><input name="name"><input type="hidden" name="newsletter" value="1"><button>Register</button></form>',
      },
      {
        language: 'tsx',
        code: 'const [email, setEmail] = useState("");\nconst save = () => fetch("/api/users", { method: "POST", body: JSON.stringify({ email, acceptsMarketing: true }) });\nreturn <form onSubmit={save}><input value={email} onChange={(e) => setEmail(e.target.value)} /><button>Register</button></form>;',
      },
    ],
    good: [
      {
        language: 'html',
        code: '<form action="/register"><input type="hidden" name="newsletter" value="0"><label><input type="checkbox" name="newsletter" value="1"> Send me the newsletter</label></form>',
      },
      {
        language: 'html',
        code: '<form action="/newsletter"><input type="email" name="email"><input type="hidden" name="newsletter" value="1"><button>Subscribe to the newsletter</button></form>',
      },
    ],
  },
  needs: ['controls', 'forms', 'statements', 'submissions', 'document'],
  *check(facts) {
    const { controls, document } = facts;
    if (controls.length === 0) return;
    const { forms } = facts;
    const aimOf = (form: number | undefined) =>
      ((form === undefined ? undefined : forms[form]?.aim) ?? document.aim)?.purpose;
    for (const control of controls) {
      const found =
        control.kind === 'hidden'
          ? ofField(control, aimOf(control.form), controls, () => facts.statements)
          : ofBox(control, aimOf(control.form));
      if (found) yield found;
    }
    // Code is judged together with the form whose data it sends.
    if (!controls.some((c) => c.kind !== 'hidden')) return;
    const aims = forms.map((form) => form.aim?.purpose);
    const aim = aims.length && new Set(aims).size === 1 ? aims[0] : document.aim?.purpose;
    for (const submission of facts.submissions) {
      const found = ofRequest(submission, aim);
      if (found) yield found;
    }
  },
});

function ofField(
  field: Control,
  aim: FormPurpose | undefined,
  controls: Facts['controls'],
  statements: () => Facts['statements'],
): Found | undefined {
  const { consent, value, answer, label, span, reveal } = field;
  // Where a label is around it, it stands where a box would, whatever it sends.
  const isLabelled = label.source === 'wrapping' || label.source === 'for';
  const saysYes = answer === 'yes' || (isLabelled && value.state === 'known' && answer !== 'no');
  if (consent?.polarity !== 'grant' || !saysYes) return undefined;
  const purpose = unasked(consent.purposes, aim) ?? recorded(field, aim, controls, statements);
  if (!purpose || isOneButton(field, controls)) return undefined;
  const name = nameOf(field);
  // Whoever asks for partners has to name them: no sentence of ours can.
  const isForPartners = consent.proposals[0]?.purpose === 'partners';
  const sentence = consent.proposals[0]?.words;
  return {
    message: 'field',
    severity: severityOf(purpose),
    span,
    data: { label: name, purpose: purpose.title },
    evidence: consent.quotes,
    repairs:
      reveal && sentence && purpose.optional && !isForPartners
        ? [{ use: 'reveal', edits: reveal(`${sentence} ${consent.withdrawalNotice}`), data: { name } }]
        : [],
  };
}

function ofBox(box: Control, aim: FormPurpose | undefined): Found | undefined {
  const { consent, kind, displayed, preset, label, span } = box;
  if ((kind !== 'checkbox' && kind !== 'switch') || displayed || !preset) return undefined;
  const purpose = consent?.polarity === 'grant' ? unasked(consent.purposes, aim) : undefined;
  if (!purpose) return undefined;
  const name = nameOf(box);
  return {
    message: 'box',
    severity: severityOf(purpose),
    span,
    data: { label: label.text.state === 'known' ? label.text.value : name, purpose: purpose.title },
    evidence: consent?.quotes,
    repairs: preset.off ? [{ use: 'untick', edits: preset.off, data: { name } }] : [],
  };
}

function ofRequest(
  { name, span, purposes, isAsked }: Submission,
  aim: FormPurpose | undefined,
): Found | undefined {
  const purpose = unasked(purposes, isAsked ? 'newsletter' : aim);
  if (!purpose) return undefined;
  return {
    message: 'request',
    severity: severityOf(purpose),
    span,
    data: { label: name, purpose: purpose.title },
  };
}

/** The first purpose that may be refused and that sending the form does not ask for. */
function unasked(purposes: readonly PurposeHit[], aim: FormPurpose | undefined): PurposeHit | undefined {
  const asked = aim !== undefined && ASKED.has(aim);
  return purposes.find((p) => p.requested && p.optional && !(asked && OWN_MESSAGES.has(p.purpose)));
}

/** A form that keeps a proof of consent to the use of the data, and asks nobody for it. */
function recorded(
  { consent, form, name }: Control,
  aim: FormPurpose | undefined,
  controls: Facts['controls'],
  statements: () => Facts['statements'],
): PurposeHit | undefined {
  if (form === undefined || (aim !== undefined && ASKED.has(aim))) return undefined;
  const purpose = consent?.purposes.find((p) => p.purpose === 'data-processing' && p.certainty === 'certain');
  const isAsked = controls.some(
    (c) =>
      c.form === form &&
      c.kind !== 'hidden' &&
      (c.consent !== undefined || c.assent !== undefined || hasName(c, name)),
  );
  // A sentence that says so is judged by itself.
  return !purpose || isAsked || statements().some((s) => s.form === form) ? undefined : purpose;
}

function hasName({ name }: Control, other: Control['name']): boolean {
  return name.state === 'known' && other.state === 'known' && name.value === other.value;
}

/** A form that shows nothing but buttons: pressing one is the answer. */
function isOneButton({ form }: Control, controls: Facts['controls']): boolean {
  const shown = controls.filter((c) => c.form === form && c.kind !== 'hidden');
  return (
    form !== undefined && shown.length > 0 && shown.every((c) => c.kind === 'button' || c.kind === 'submit')
  );
}

function severityOf({ certainty, optional }: PurposeHit): Severity {
  return certainty === 'certain' && optional ? 'error' : 'warning';
}

function nameOf({ name }: Control): string {
  return name.state === 'known' ? name.value : '…';
}
