import { applyEdits, type Edit, joined, remove, replace } from '../core/edit.js';
import { enumerate } from '../core/enumerate.js';
import { overlaps, type Span, slice } from '../core/span.js';
import type {
  Control,
  DocumentFacts,
  OwnState,
  Proposal,
  Purpose,
  PurposeHit,
  Quote,
  Unit,
} from '../facts/types/index.js';
import { defineRule, type Locale, type Localized } from './rule.js';

const GRAVE: ReadonlySet<Purpose> = new Set<Purpose>(['terms', 'partners', 'sensitive']);

export default defineRule({
  id: 'bundled-consent',
  severity: 'error',
  topic: 'consent',
  what: {
    en: 'One box asks for several things at once.',
    fr: 'Une seule case demande plusieurs choses à la fois.',
  },
  why: {
    en: 'Consent is given for each purpose: people must be able to accept one and refuse another. Accepting a contract is not consent to advertising.',
    fr: 'Le consentement se donne finalité par finalité : chacun doit pouvoir accepter l’une et refuser l’autre. Accepter un contrat n’est pas accepter la prospection.',
  },
  remedy: {
    en: 'Ask one yes per purpose, each with a box of its own that starts empty.',
    fr: 'Demandez un accord par finalité, chacun avec sa propre case, vide au départ.',
  },
  basis: [
    {
      name: {
        en: 'GDPR Art. 4(11) “specific”, 6(1)(a), 7(2), 7(4), recitals 32 and 43',
        fr: 'RGPD, art. 4(11) « spécifique », 6(1)(a), 7(2), 7(4), considérants 32 et 43',
      },
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
    {
      name: {
        en: 'Conseil d’État (France) 11 March 2015, no. 368624: accepting terms is not consent to prospecting',
        fr: 'Conseil d’État, 11 mars 2015, n° 368624 : accepter des conditions générales n’est pas consentir à la prospection',
      },
    },
  ],
  exceptions: [
    {
      en: 'Terms and privacy notice in one box; an “accept all” beside the separate choices.',
      fr: 'Conditions générales et politique de confidentialité dans une même case ; un « tout accepter » à côté des choix séparés.',
    },
  ],
  messages: {
    bundled: {
      en: '“{label}” asks one yes for {purposes}. Consent must be specific (GDPR Art. 4(11), 7(2)): give each purpose a box of its own.',
      fr: '« {label} » demande un seul oui pour {purposes}. Le consentement doit être spécifique (RGPD, art. 4(11), 7(2)) : donnez à chaque finalité sa propre case.',
    },
    sameSender: {
      en: '“{label}” asks one yes for {purposes}. Authorities differ on whether that is one purpose or two; a box for each leaves the choice to the person.',
      fr: '« {label} » demande un seul oui pour {purposes}. Les autorités ne s’accordent pas : une finalité ou deux ; une case pour chacune laisse le choix à la personne.',
    },
    named: { en: 'One purpose, {purpose}: “{words}”.', fr: 'Une finalité, {purpose} : « {words} ».' },
    demanded: {
      en: 'The box is required: nobody can go on without a yes to all of it.',
      fr: 'La case est obligatoire : impossible de continuer sans dire oui à tout.',
    },
    ticked: {
      en: 'The box is ticked in advance: who does nothing says yes to all of it.',
      fr: 'La case est cochée d’avance : qui ne fait rien dit oui à tout.',
    },
  },
  repairs: {
    split: {
      title: { en: 'Ask with one box per purpose', fr: 'Demander avec une case par finalité' },
      safety: 'offer',
      follow: {
        en: 'The code that handles the form must store the new field(s): {names}.',
        fr: 'Le code qui traite le formulaire doit enregistrer le ou les nouveaux champs : {names}.',
      },
    },
  },
  examples: {
    bad: [
      {
        language: 'html',
        code: '<label><input type="checkbox" name="terms"> I accept the terms of sale and agree to receive offers from your partners</label>',
      },
      {
        language: 'tsx',
        code: 'return <label><input type="checkbox" name="ok" /> I agree to receive the newsletter and to share my data with partners</label>;',
      },
    ],
    good: [
      {
        language: 'html',
        code: '<label><input type="checkbox" name="terms"> I accept the terms of sale and the privacy policy</label>',
      },
      {
        language: 'html',
        code: '<label><input type="checkbox" name="terms"> I accept the terms of sale</label>\n<label><input type="checkbox" name="partners"> I agree to receive offers from your partners</label>',
      },
    ],
  },
  needs: ['controls', 'demands', 'document'],
  *check(facts) {
    const { controls, document } = facts;
    for (const [number, control] of controls.entries()) {
      const { consent, kind } = control;
      if (
        consent?.certainty !== 'certain' ||
        consent.polarity === 'refuse' ||
        (kind !== 'checkbox' && kind !== 'switch')
      )
        continue;
      // Data are processed for whatever is asked: that alone is no purpose beside another.
      const requested = consent.purposes.filter((p) => p.requested && p.purpose !== 'data-processing');
      if (requested.length < 2 || !requested.some((p) => p.optional && p.certainty === 'certain')) continue;
      const asked = requested.map((p) => p.purpose);
      if (consent.proposals.length < 2) continue;
      if (consent.question !== undefined || isBesideEach(control, asked, controls)) continue;
      yield {
        message: asked.every((p) => p === 'newsletter' || p === 'marketing')
          ? ('sameSender' as const)
          : ('bundled' as const),
        severity: asked.some((p) => GRAVE.has(p)) ? ('error' as const) : ('warning' as const),
        span: control.span,
        data: { label: consent.quoted, purposes: listOf(consent.proposals) },
        evidence: consent.quotes,
        related: [
          ...consent.purposes.flatMap((purpose, i) =>
            requested.includes(purpose) ? named(purpose, consent.quotes[i]) : [],
          ),
          ...facts.demands
            .filter((demand) => demand.control === number)
            .map(({ span }) => ({ span, message: 'demanded' as const })),
          ...(control.preset?.span ? [{ span: control.preset.span, message: 'ticked' as const }] : []),
        ],
        repairs: split(control, consent.proposals, document),
      };
    }
  },
});

/** "Accept all" beside a box of its own for each purpose leaves the choice. */
function isBesideEach({ form }: Control, asked: readonly Purpose[], controls: readonly Control[]): boolean {
  const alone = controls.flatMap((c) => {
    const purposes = c.form === form ? (c.consent?.purposes.filter((p) => p.requested) ?? []) : [];
    return purposes.length === 1 ? purposes.map((p) => p.purpose) : [];
  });
  return asked.every((purpose) => alone.includes(purpose));
}

/** Where a purpose is named. */
function named({ title }: PurposeHit, quote: Quote | undefined) {
  if (!quote?.span) return [];
  return [{ span: quote.span, message: 'named' as const, data: { words: quote.words, purpose: title } }];
}

function listOf(proposals: readonly Proposal[]): Localized {
  const list = (locale: Locale) =>
    enumerate(
      proposals.map((p) => p.title[locale]),
      locale,
    );
  return { en: list('en'), fr: list('fr') };
}

/** One copy of the box for each purpose, written like the original: the first keeps name, code and, for a contract, its duty. */
function split({ unit, preset }: Control, proposals: readonly Proposal[], document: DocumentFacts) {
  if (!unit?.slots.label || !unit.several || proposals.length < 2) return [];
  const states = proposals.slice(1).map(({ name }) => unit.own(name));
  const own = states.filter((state) => state !== undefined);
  if (own.length < states.length) return [];
  const { open, close, step } = unit.several;
  const copies = proposals.map((proposal, i) => copyOf(document.text, unit, proposal, own[i - 1]));
  const elsewhere =
    preset?.origin && !preset.origin.shared
      ? (preset.off ?? []).filter((e) => !overlaps(e.span, unit.span))
      : [];
  const isOfLines = open !== '' && /[\n\r]/.test(unit.indent);
  const [before, after] = isOfLines ? [unit.indent + step, unit.indent] : ['', ''];
  const inner = isOfLines
    ? copies.map((copy) => copy.replace(/(\r\n|\n|\r)(?=[^\n\r])/g, `$1${step}`))
    : copies;
  const boxes = `${open}${before}${inner.join(isOfLines ? before : unit.indent)}${after}${close}`;
  const names = proposals.slice(1).map((p) => p.name);
  return [
    {
      use: 'split' as const,
      edits: [replace(unit.span, boxes), ...elsewhere, ...joined(own.flatMap(({ code }) => code))],
      data: { names: names.join(', ') },
    },
  ];
}

/** @param own what ties the copy to code; undefined for the first, which is the original. */
function copyOf(
  text: string,
  { span, slots, write }: Unit,
  { label, name, optional }: Proposal,
  own: OwnState | undefined,
): string {
  const local = (at: Span): Span => ({ start: at.start - span.start, end: at.end - span.start });
  const edits: Edit[] = slots.label ? [replace(local(slots.label), write(label))] : [];
  const drop = [...slots.preset];
  if (own || optional) drop.push(...slots.required);
  if (own) {
    const isKept = (at: Span) => own.keeps.some((kept) => overlaps(kept, at));
    drop.push(...slots.bound.filter((at) => !isKept(at)));
    const gone = [...drop, ...(slots.label ? [slots.label] : [])];
    const left = own.copy.filter((edit) => !gone.some((at) => overlaps(at, edit.span)));
    edits.push(...left.map((edit) => ({ ...edit, span: local(edit.span) })));
    // One attribute may be several of them.
    const places = new Map(
      [slots.name, slots.id, slots.for].flatMap((slot) => (slot ? [[slot.start, slot]] : [])),
    );
    for (const slot of places.values()) edits.push(replace(local(slot), name));
  }
  return applyEdits(slice(text, span), [...edits, ...drop.map((d) => remove(local(d)))]);
}
