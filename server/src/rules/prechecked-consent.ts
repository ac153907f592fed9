import type { Span } from '../core/span.js';
import type { Control, Preset } from '../facts/types/index.js';
import { type Draft, defineRule, type Severity } from './rule.js';

/** What is accepted rather than consented to: the person's act proves it. */
const ACCEPTANCE: ReadonlySet<string> = new Set(['terms', 'privacy-notice', 'data-processing', 'age']);

export default defineRule({
  id: 'prechecked-consent',
  severity: 'error',
  topic: 'consent',
  what: {
    en: 'A choice about personal data or contact is switched on before the person acts.',
    fr: 'Un choix sur les données personnelles ou la prospection est activé avant que la personne n’agisse.',
  },
  why: {
    en: 'Consent is a clear affirmative act. A box ticked in advance is not consent: the person must tick it.',
    fr: 'Le consentement est un acte positif clair. Une case cochée d’avance ne vaut pas consentement : c’est à la personne de la cocher.',
  },
  remedy: {
    en: 'Let the choice start off, and keep what the person chooses.',
    fr: 'Laissez le choix désactivé au départ et conservez ce que la personne choisit.',
  },
  basis: [
    {
      name: {
        en: 'GDPR Art. 4(11), 6(1)(a), 7(1), recital 32 (silence, pre-ticked boxes and inactivity are not consent)',
        fr: 'RGPD, art. 4(11), 6(1)(a), 7(1), considérant 32 (ni silence, ni case cochée par défaut, ni inactivité)',
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
        en: 'CJEU 1 October 2019, C-673/17 Planet49; CJEU 11 November 2020, C-61/19 Orange Romania',
        fr: 'CJUE, 1er octobre 2019, C-673/17 Planet49 ; CJUE, 11 novembre 2020, C-61/19 Orange Romania',
      },
      url: 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX%3A62019CJ0061',
    },
  ],
  exceptions: [
    {
      en: 'A box bound to the choice that the person has stored, "remember me", strictly necessary cookies shown as on and locked.',
      fr: 'Une case liée au choix déjà enregistré par la personne, « se souvenir de moi », les cookies strictement nécessaires affichés actifs et verrouillés.',
    },
  ],
  messages: {
    ticked: {
      en: '“{label}” is switched on before the person acts. A choice made in advance is not valid consent under GDPR Art. 4(11): let it start off.',
      fr: '« {label} » est activé avant que la personne n’agisse. Un choix fait d’avance n’est pas un consentement valable au sens de l’art. 4(11) du RGPD : laissez-le désactivé au départ.',
    },
    accepted: {
      en: '“{label}” is accepted before the person acts. Acceptance given in advance proves nothing: let the person tick the box.',
      fr: '« {label} » est accepté avant que la personne n’agisse. Une acceptation donnée d’avance ne prouve rien : laissez la personne cocher la case.',
    },
    decided: { en: '“{name}” starts on here.', fr: '« {name} » est activé ici.' },
    inverted: {
      en: '“{name}” starts off here, and the choice is its opposite.',
      fr: '« {name} » est désactivé ici, et le choix en est le contraire.',
    },
  },
  repairs: {
    untick: { title: { en: 'Let it start off', fr: 'Le laisser désactivé au départ' }, safety: 'fix' },
    untickShared: {
      title: {
        en: 'Let it start off, for everything that reads “{name}”',
        fr: 'Le laisser désactivé au départ, pour tout ce qui lit « {name} »',
      },
      safety: 'offer',
      follow: {
        en: 'Other places read the same value: check that they may start off as well.',
        fr: 'D’autres endroits lisent la même valeur : vérifiez qu’ils peuvent aussi démarrer désactivés.',
      },
    },
    turn: {
      title: {
        en: 'Let it start off, with “{name}” turned round',
        fr: 'Le laisser désactivé au départ, en inversant « {name} »',
      },
      safety: 'offer',
      follow: {
        en: 'Check that everything that reads “{name}”, or stores it, may start with a refusal.',
        fr: 'Vérifiez que tout ce qui lit ou enregistre « {name} » peut démarrer par un refus.',
      },
    },
    addEmptyOption: {
      title: { en: 'Let it start without an answer', fr: 'Le laisser sans réponse au départ' },
      safety: 'offer',
      follow: {
        en: 'The code that handles the form must take an empty answer for a no.',
        fr: 'Le code qui traite le formulaire doit comprendre une réponse vide comme un non.',
      },
    },
  },
  examples: {
    bad: [
      {
        language: 'html',
        code: '<label><input type="checkbox" name="newsletter" checked> Send me the newsletter</label>',
      },
      {
        language: 'tsx',
        code: 'const [optIn, setOptIn] = useState(true);\nreturn <label><input type="checkbox" checked={optIn} onChange={(e) => setOptIn(e.target.checked)} /> I would like to receive offers by e-mail</label>;',
      },
    ],
    good: [
      {
        language: 'html',
        code: '<label><input type="checkbox" name="newsletter"> Send me the newsletter</label>',
      },
      {
        language: 'html',
        code: '<label><input type="checkbox" name="remember" checked> Remember me</label>',
      },
    ],
  },
  needs: ['controls', 'document'],
  *check({ controls, document }) {
    for (const control of controls) {
      const found = judge(control);
      if (found && control.preset) yield draft(control, control.preset, found, document.text);
    }
  },
});

type Repairs = 'untick' | 'untickShared' | 'turn' | 'addEmptyOption';
type Verdict = { readonly message: 'ticked' | 'accepted'; readonly severity: Severity };

/** A choice that grants something when on, is on, and is about data or contact. */
function judge({ consent, preset, kind }: Control): Verdict | undefined {
  if (!consent || !preset || consent.polarity === 'refuse' || kind === 'hidden') return undefined;
  const asked = consent.purposes.filter((p) => p.requested);
  if (asked.some((p) => p.optional)) {
    return { message: 'ticked', severity: consent.certainty === 'certain' ? 'error' : 'warning' };
  }
  return asked.some((p) => ACCEPTANCE.has(p.purpose))
    ? { message: 'accepted', severity: 'warning' }
    : undefined;
}

function draft(
  control: Control,
  preset: Preset,
  { message, severity }: Verdict,
  code: string,
): Draft<Verdict['message'] | 'decided' | 'inverted', Repairs> {
  const { span, origin, inverted } = preset;
  const name = control.name.state === 'known' ? control.name.value : origin?.name || '…';
  return {
    message,
    severity,
    span: span ? placeOf(control.span, span, code) : control.span,
    data: { label: control.consent?.quoted ?? name },
    evidence: control.consent?.quotes,
    related: origin
      ? [
          {
            span: origin.span,
            file: origin.file,
            message: inverted ? 'inverted' : 'decided',
            data: { name: origin.name },
          },
        ]
      : [],
    repairs: repairsFor(preset, origin?.name || name),
  };
}

/** The attribute; in a tag of several lines with the tag before it, so that the finding stands where the control begins. */
function placeOf(tag: Span, preset: Span, text: string): Span {
  const isInTag = tag.start <= preset.start && preset.end <= tag.end;
  return isInTag && text.slice(tag.start, preset.start).includes('\n')
    ? { start: tag.start, end: preset.end }
    : preset;
}

function repairsFor(
  { origin, off, turned, unanswered }: Preset,
  name: string,
): Draft<never, Repairs>['repairs'] & {} {
  const use = origin?.shared ? 'untickShared' : 'untick';
  if (off) return [{ use, edits: off, data: { name } }];
  if (turned) return [{ use: 'turn', edits: turned, data: { name } }];
  return unanswered ? [{ use: 'addEmptyOption', edits: unanswered }] : [];
}
