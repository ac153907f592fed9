import { once } from '../core/memo.js';
import { contains, type Span } from '../core/span.js';
import { answerOf } from '../knowledge/answers.js';
import { withdrawalSentence } from '../knowledge/purposes.js';
import { isTechnicalField } from '../knowledge/submission.js';
import type { Element, Node } from '../model/nodes.js';
import { ancestors, attribute, knownText, visibleText } from '../model/query.js';
import { holesIn, labelNodes, labelOf } from './label.js';
import { languageAround, languagesAt } from './language.js';
import { keysIn, messageKey } from './messageKey.js';
import { unnamedPartners } from './partners.js';
import { proposalsFor } from './proposals.js';
import { channelQuestionOf, isRadio, questionOf } from './question.js';
import { quote } from './quote.js';
import type { ElementIndex, FactSource } from './source.js';
import type { Consent, ControlKind, Evidence, Label, Quote } from './types/index.js';
import type { PurposeHit, Reading } from './wording/index.js';

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
  if (kind === 'hidden' && isTechnicalField(knownText(element, 'name') ?? '')) return undefined;
  const spoken = languageAround(element, source);
  const languages = spoken ? [spoken] : [];
  const said = label.text.state === 'known' ? label.text.value : undefined;
  const question =
    kind === 'radio' ? questionOf(element, label, source) : said && channelQuestionOf(element, said, source);
  const title =
    said !== undefined && label.source === 'adjacent' ? titleIn(labelNodes(element, source)) : undefined;
  const worded = fromWords([said, title, question], languages, source);
  const found: Reading | undefined = worded ?? fromNames(element, label, said, source);
  if (!found || isStateOf(element, source)) return undefined;
  if (kind === 'radio' && isOneWayOfSeveral(element, found, source)) return undefined;
  const places = worded ? placesOf(label.span ?? element.span, element) : [element.open];
  const find = (words: string): Quote =>
    places.map((place) => quote(source.doc.text, words, place)).find((found) => found.span) ?? {
      words,
      span: undefined,
    };
  const cite = (evidence: Evidence | undefined) => evidence && find(evidence.words);
  const refusal = cite(found.refusal);
  const purposes = asked(found);
  // A code name is mostly English, whatever the page speaks.
  const language = worded?.language ?? spoken ?? found.language;
  const sample = knownText(element, 'name') ?? nameBeside(element, source) ?? knownText(element, 'id');
  return {
    purposes,
    polarity: found.polarity === 'refuse' ? 'refuse' : 'grant',
    from: worded ? 'words' : 'names',
    quoted:
      question ??
      said ??
      messageKey(labelNodes(element, source)) ??
      namesOf(element, label, source)[0] ??
      '…',
    quotes: purposes.map(({ phrase, title }) => ({ ...find(phrase), title })),
    refusal: refusal && found.refusal && { ...refusal, named: found.refusal.named },
    untick: cite(found.untick),
    withdrawal: cite(found.withdrawal),
    unnamedPartners: cite(worded && unnamedPartners(element, worded, source)),
    withdrawalNotice: withdrawalSentence(language),
    question,
    certainty: purposes.some((p) => p.certainty === 'certain') ? 'certain' : 'likely',
    language,
    proposals: proposalsFor(purposes, language, sample, source, element),
  };
}

/** Where a field has no name, another one shows how the page writes them: the next before it of more than one word. */
function nameBeside(element: Element, { index }: FactSource): string | undefined {
  const at = index.controls.indexOf(element);
  for (let i = at - 1; i >= Math.max(0, at - NEIGHBOURS); i--) {
    const name = index.controls[i] && knownText(index.controls[i] as Element, 'name');
    if (name && /[a-z](?:[_[-]|[A-Z])/.test(name)) return name;
  }
  return undefined;
}

const NEIGHBOURS = 10;

/** Where a label's words may stand, likeliest first: a control's own tag inside its label is none of them. */
function placesOf(label: Span, { span }: Element): Span[] {
  if (!contains(label, span)) return [label];
  return [{ start: span.end, end: label.end }, { start: label.start, end: span.start }, label];
}
/** Where words beside a box are a title and lines about it, each an element of its own, the title: it names the choice. */
function titleIn(nodes: readonly Node[]): string | undefined {
  const [first, second] = nodes.filter((node) => /\p{L}/u.test(visibleText(node)));
  if (first?.kind !== 'element' || first.tag === 'a') return undefined;
  if (second) return second.kind === 'element' ? visibleText(first) : undefined;
  return titleIn(first.children);
}

/** A reading with the text that it was made of. */
type ReadText = Reading & { readonly text: string };

/** The first of some texts that asks for something; none where one of them speaks of something else. */
function fromWords(
  texts: readonly (string | undefined)[],
  languages: readonly string[],
  { wording }: FactSource,
): ReadText | undefined {
  const readings = texts
    .filter((t) => t !== undefined)
    .map((text) => ({ ...wording.readWording(text, languages), text }));
  if (readings.some(isUnrelated)) return undefined;
  return readings.find((r) => asked(r).length > 0);
}

/** What code calls the choice. A label that says something of its own is only added to by a name that leaves no doubt. */
function fromNames(
  element: Element,
  label: Label,
  said: string | undefined,
  source: FactSource,
): Reading | undefined {
  let open = true;
  if (said !== undefined) {
    const reading = source.wording.readWording(said, languagesAt(element, source));
    if (isUnrelated(reading)) return undefined;
    open = leavesOpen(said, reading);
  }
  const isCertain = (r: Reading) => asked(r).some((p) => p.certainty === 'certain');
  const named = namesOf(element, label, source)
    .map((name) => source.wording.readIdentifier(name))
    .filter((r) => open || isCertain(r));
  if (named.some(isUnrelated)) return undefined;
  return named.find(isCertain) ?? named.find((r) => asked(r).length > 0);
}

function asked(reading: Reading): readonly PurposeHit[] {
  return reading.purposes.filter((p) => p.requested);
}

function isUnrelated(reading: Reading): boolean {
  return reading.unrelated !== undefined && asked(reading).length === 0;
}

const SHORT = 6;

/** The words are no more than an answer, an agreement or a few words: even a name that only hints may speak. */
function leavesOpen(said: string, { act, purposes }: Reading): boolean {
  return (
    (act !== undefined && !purposes.length) ||
    answerOf(said, undefined) !== undefined ||
    said.split(/\s+/).length <= SHORT
  );
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
  for (const hole of labelNodes(element, source).flatMap(holesIn)) names.push(...keysIn(hole.code));
  if (label.text.state === 'dynamic' && label.text.code !== undefined) names.push(...keysIn(label.text.code));
  return names;
}

/** What code keeps of a thing in a list: done, visible. Whatever the thing is called, its tick says no yes. */
function isStateOf(element: Element, { wording }: FactSource): boolean {
  const value = attribute(element, 'checked')?.value;
  const name = value?.state === 'known' ? value.origin?.name : undefined;
  const kind = name && wording.readIdentifier(name.slice(name.lastIndexOf('.') + 1)).unrelated?.kind;
  return kind !== undefined && STATES.has(kind);
}

const STATES: ReadonlySet<string> = new Set(['task', 'visibility', 'filter']);

/** "Write to me" or "call me": where every answer says yes to the same, what is chosen is how. */
function isOneWayOfSeveral(radio: Element, { purposes }: Reading, source: FactSource): boolean {
  const name = knownText(radio, 'name');
  if (name === undefined) return false;
  const form = formOf(radio);
  const same = radiosByName(source.index).get(name) ?? [];
  if (same.length > MOST_WAYS) return false;
  const others = same.filter((other) => other !== radio && formOf(other) === form);
  if (others.length === 0) return false;
  const wanted = purposes.filter((p) => p.requested).map(({ purpose }) => purpose);
  return others.every((other) => {
    const { text } = labelOf(other, source);
    if (text.state !== 'known') return false;
    const reading = source.wording.readWording(text.value);
    return reading.polarity !== 'refuse' && asked(reading).some(({ purpose }) => wanted.includes(purpose));
  });
}

const MOST_WAYS = 16;

/** A radio button without another of its name is a box in all but its looks. */
export function isLoneRadio(radio: Element, { index }: FactSource): boolean {
  const name = knownText(radio, 'name');
  return name !== undefined && radiosByName(index).get(name)?.length === 1;
}

const radiosByName = once(({ controls }: ElementIndex) => {
  const found = new Map<string, Element[]>();
  for (const control of controls) {
    const name = isRadio(control) ? knownText(control, 'name') : undefined;
    if (name === undefined) continue;
    const others = found.get(name);
    if (others) others.push(control);
    else found.set(name, [control]);
  }
  return found;
});

function formOf(control: Element): Element | undefined {
  for (const up of ancestors(control)) if (up.tag === 'form') return up;
  return undefined;
}
