import { answerOf } from '../knowledge/answers.js';
import type { Element, Node } from '../model/nodes.js';
import { ancestors, attribute, elements, knownText, visibleText } from '../model/query.js';
import { adjacentNodes } from './adjacent.js';
import { holesIn, labelNodes } from './label.js';
import { languageOf } from './language.js';
import { proposalsFor } from './proposals.js';
import type { FactSource } from './source.js';
import type { Consent, ControlKind, Label } from './types.js';
import { type PurposeHit, type Reading, readIdentifier, readWording } from './wording/index.js';

/**
 * What a choice asks leave for: read from its words, and where those say nothing of their own ("Yes", "I agree", a
 * message key), from the names that the code gives it.
 */
export function consentOf(
  element: Element,
  kind: ControlKind,
  label: Label,
  source: FactSource,
): Consent | undefined {
  const languages = languageOf(source);
  const spoken = label.text.state === 'known' ? [readWording(label.text.value, languages)] : [];
  if (kind === 'radio' || kind === 'select') {
    const question = questionOf(element, label, source);
    if (question) spoken.push(readWording(question, languages));
  }
  if (spoken.some((r) => r.unrelated && !asked(r).length)) return undefined;
  for (const reading of spoken) {
    if (asked(reading).length)
      return toConsent(reading, asked(reading), element, languages[0], labelNodes(element, source));
  }
  const open = leavesOpen(spoken, label);
  const named = namesOf(element, label, source)
    .map(readIdentifier)
    .filter((r) => open || asked(r).some((p) => p.certainty === 'certain'));
  if (named.some((r) => r.unrelated && !asked(r).length)) return undefined;
  const best =
    named.find((r) => asked(r).some((p) => p.certainty === 'certain')) ?? named.find((r) => asked(r).length);
  return best && toConsent(best, asked(best), element, languages[0], labelNodes(element, source));
}

function asked(reading: Reading): readonly PurposeHit[] {
  return reading.purposes.filter((p) => p.requested);
}

/** The words are no more than an answer or an agreement, or only code knows them: even a name that only hints may speak. */
function leavesOpen(spoken: readonly Reading[], label: Label): boolean {
  if (label.text.state !== 'known') return true;
  const words = label.text.value.split(/\s+/).length;
  return (
    spoken.some((r) => r.act !== undefined && r.purposes.length === 0) ||
    answerOf(label.text.value, undefined) !== undefined ||
    words <= 6
  );
}

function toConsent(
  reading: Reading,
  purposes: readonly PurposeHit[],
  element: Element,
  page: string | undefined,
  label: readonly Node[],
): Consent {
  const language = reading.language ?? page;
  return {
    purposes,
    polarity: reading.polarity === 'refuse' ? 'refuse' : 'grant',
    certainty: purposes.some((p) => p.certainty === 'certain') ? 'certain' : 'likely',
    language,
    proposals: proposalsFor(
      purposes,
      language,
      knownText(element, 'name') ?? knownText(element, 'id'),
      label,
    ),
  };
}

/** Names that the code knows the control by: field name, id, state, and message keys in its label. */
function namesOf(element: Element, label: Label, source: FactSource): string[] {
  const names: string[] = [];
  for (const name of ['name', 'id', 'formcontrolname', 'data-testid']) {
    const text = knownText(element, name);
    if (text) names.push(text);
  }
  const ticked = attribute(element, 'checked');
  if (ticked?.value.state === 'known' && ticked.value.origin) names.push(ticked.value.origin.name);
  if (ticked?.value.state === 'dynamic') names.push(ticked.value.code);
  for (const hole of labelNodes(element, source).flatMap(holesIn)) names.push(...stringsOf(hole.code));
  if (label.text.state === 'dynamic' && label.text.code !== undefined)
    names.push(...stringsOf(label.text.code));
  return names;
}

/** Message keys and names in an expression: `t('checkout.newsletter.label')`, `labels.newsletter`. */
function stringsOf(code: string): string[] {
  const strings = [...code.matchAll(/(['"`])((?:(?!\1)[^\\\n]){2,120})\1/g)].map((m) => m[2] ?? '');
  return strings.length ? strings : [code];
}

/** The question that an answer belongs to: its group's legend or label, or the words before the group. */
function questionOf(element: Element, label: Label, source: FactSource): string | undefined {
  if (element.tag === 'select') return undefined;
  if (
    answerOf(label.text.state === 'known' ? label.text.value : undefined, knownText(element, 'value')) ===
    undefined
  )
    return undefined;
  for (const up of ancestors(element)) {
    if (up.tag === 'fieldset' || knownText(up, 'role') === 'radiogroup') {
      const legend = [...elements(up)].find((e) => e.tag === 'legend');
      return legend ? visibleText(legend) : knownText(up, 'aria-label');
    }
    if (source.index.controlsIn(up) > 1) {
      const before = adjacentNodes(up, source);
      const own = up.children.find(
        (c) => c.span.end <= element.span.start && /\p{L}{3}/u.test(visibleText(c)),
      );
      return own ? visibleText(own) : before.map(visibleText).join(' ');
    }
  }
  return undefined;
}
