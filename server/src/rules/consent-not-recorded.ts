import type { Control, PurposeHit, Unrecorded } from '../facts/types/index.js';
import { type Draft, defineRule } from './rule.js';

type Message = 'unnamed' | 'unasked' | 'disabled';

export default defineRule({
  id: 'consent-not-recorded',
  severity: 'warning',
  topic: 'consent',
  what: {
    en: 'The answer of a consent box never reaches the server.',
    fr: 'La réponse d’une case de consentement n’arrive jamais au serveur.',
  },
  why: {
    en: 'Who relies on consent must be able to prove it. An answer that is not sent cannot be kept, and a yes cannot be told from a no.',
    fr: 'Qui se fonde sur un consentement doit pouvoir le prouver. Une réponse qui n’est pas envoyée ne peut être conservée, et rien ne distingue un oui d’un non.',
  },
  remedy: {
    en: 'Give the box a name, send it with the form, and store the answer with its date and text.',
    fr: 'Donnez un nom à la case, envoyez-la avec le formulaire et conservez la réponse, sa date et le texte présenté.',
  },
  basis: [
    {
      name: {
        en: 'GDPR Art. 7(1), 5(2), 24: the controller must be able to demonstrate consent',
        fr: 'RGPD, art. 7(1), 5(2), 24 : le responsable doit être en mesure de démontrer le consentement',
      },
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
    {
      name: {
        en: 'CJEU 11 November 2020, C-61/19 Orange Romania (burden of proof)',
        fr: 'CJUE, 11 novembre 2020, C-61/19 Orange Romania (charge de la preuve)',
      },
      url: 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX%3A62019CJ0061',
    },
  ],
  exceptions: [
    {
      en: 'Boxes whose state a script or a framework sends; boxes that are not about personal data; choices about cookies, which are kept in the browser.',
      fr: 'Les cases dont un script ou un framework envoie l’état ; celles qui ne portent pas sur des données personnelles ; les choix de cookies, gardés dans le navigateur.',
    },
  ],
  messages: {
    unnamed: {
      en: '“{label}” has no name, so its answer is never sent and you cannot prove the consent (GDPR Art. 7(1)). Give it a name and store the answer.',
      fr: '« {label} » n’a pas d’attribut name : la réponse n’est jamais envoyée et le consentement ne pourra pas être prouvé (RGPD, art. 7(1)). Donnez-lui un nom et conservez la réponse.',
    },
    unasked: {
      en: '“{label}” has neither a name nor a state that the code reads, so its answer is lost and you cannot prove the consent (GDPR Art. 7(1)). Send it with the form and store it.',
      fr: '« {label} » n’a ni nom ni état que le code lise : la réponse est perdue et le consentement ne pourra pas être prouvé (RGPD, art. 7(1)). Envoyez-la avec le formulaire et conservez-la.',
    },
    disabled: {
      en: '“{label}” is disabled: nobody can answer, and nothing is sent. If it asks consent, enable it; if not, say so in words (GDPR Art. 7(1)).',
      fr: '« {label} » est désactivée : personne ne peut répondre et rien n’est envoyé. Si elle demande un accord, activez-la ; sinon, dites-le par une phrase (RGPD, art. 7(1)).',
    },
  },
  repairs: {
    addName: { title: { en: 'Name the box “{name}”', fr: 'Nommer la case « {name} »' }, safety: 'fix' },
  },
  examples: {
    bad: [
      {
        language: 'html',
        code: '<form action="/register" method="post"><input name="user"><label><input type="checkbox"> Send me the newsletter</label></form>',
      },
      {
        language: 'tsx',
        code: 'return <form onSubmit={save}><label><input type="checkbox" /> I accept the terms of use</label><button>Register</button></form>;',
      },
    ],
    good: [
      {
        language: 'html',
        code: '<form action="/register" method="post"><label><input type="checkbox" name="newsletter"> Send me the newsletter</label></form>',
      },
      {
        language: 'tsx',
        code: 'const [terms, setTerms] = useState(false);\nreturn <form onSubmit={save}><label><input type="checkbox" checked={terms} onChange={(e) => setTerms(e.target.checked)} /> I accept the terms of use</label><button>Register</button></form>;',
      },
    ],
  },
  needs: ['controls', 'unrecorded'],
  *check(facts) {
    const { controls } = facts;
    if (!controls.some(asks)) return;
    const given = new Set<string>();
    for (const found of facts.unrecorded) {
      const control = controls[found.control];
      if (control && asks(control)) yield draft(control, found, controls, given);
    }
  },
});

/** Words that leave no doubt, about anything but cookies and replies. */
function asks({ consent }: Control): boolean {
  return (
    consent?.from === 'words' &&
    consent.certainty === 'certain' &&
    consent.purposes.some((p) => p.requested && isKept(p))
  );
}

function isKept({ purpose }: PurposeHit): boolean {
  return !purpose.startsWith('cookies') && purpose !== 'service-messages';
}

function draft(
  { consent, span, form }: Control,
  { by, addName }: Unrecorded,
  controls: readonly Control[],
  given: Set<string>,
): Draft<Message, 'addName'> {
  const message = by === 'disabled' ? 'disabled' : addName ? 'unnamed' : 'unasked';
  const name = nameFor(consent?.proposals[0]?.name, form, controls, given);
  return {
    message,
    ...(by === 'disabled' && { severity: 'hint' as const }),
    span,
    data: { label: consent?.quoted ?? '…' },
    evidence: consent?.quotes,
    repairs: addName && name ? [{ use: 'addName', edits: [addName(name)], data: { name } }] : [],
  };
}

/** A name that no other field of the form bears and no other repair gives: `given` remembers it. */
function nameFor(
  proposed: string | undefined,
  form: number | undefined,
  controls: readonly Control[],
  given: Set<string>,
): string | undefined {
  if (proposed === undefined) return undefined;
  const taken = new Set(
    controls.flatMap((c) => (c.form === form && c.name.state === 'known' ? [c.name.value] : [])),
  );
  for (let n = 1; n < 100; n++) {
    const name = n === 1 ? proposed : proposed.replace(/(?=\]?$)/, String(n));
    if (taken.has(name) || given.has(`${form} ${name}`)) continue;
    given.add(`${form} ${name}`);
    return name;
  }
  return undefined;
}
