import { replace } from '../core/edit.js';
import { contains, overlaps, type Span } from '../core/span.js';
import { isChannel } from '../knowledge/channels.js';
import { withdrawalSentence } from '../knowledge/purposes.js';
import { clausesOf } from '../knowledge/wording.js';
import type { Block } from '../model/blocks.js';
import type { Element, Node } from '../model/nodes.js';
import { ancestors, elements, knownText, LARGEST_FORM } from '../model/query.js';
import { indentOf } from './indent.js';
import { endOfVoid, newBoxOf } from './newField.js';
import { proposalsFor } from './proposals.js';
import type { FactSource } from './source.js';
import type { Asking, Purpose, StatedPurpose } from './types/index.js';

/** A sentence that stands among the words of a form. */
interface Said {
  readonly text: string;
  /** Where all of its words stand, and nothing else; undefined where escapes or code part them. */
  readonly span: Span | undefined;
  readonly block: Block;
  readonly purposes: readonly StatedPurpose[];
  readonly language: string | undefined;
  readonly form: Element;
}

/**
 * Puts an empty box in the place of a sentence that takes a form's sending for consent. Undefined where the sentence says
 * more than that, is no markup of its own, or where the form's code would never see the answer.
 */
export function askingOf(said: Said, told: boolean, source: FactSource): Asking | undefined {
  const { purposes, language, form } = said;
  // Whoever asks for partners has to name them: no sentence of ours can.
  if (purposes.some((p) => !p.optional || !p.requested || p.purpose === 'partners')) return undefined;
  if (source.doc.mail || !saysNothingElse(said, source)) return undefined;
  const place = placeOf(said, source);
  const boxOf = place && newBoxOf(form, source);
  if (!place || !boxOf) return undefined;
  const names = elements(form, LARGEST_FORM).map((e) => knownText(e, 'name'));
  const sample = names.find((name) => name && /[a-z](?:[_[-]|[A-Z])/.test(name)) ?? names.find(Boolean);
  const proposals = proposalsFor(purposes, language, sample, source);
  if (proposals.length !== purposes.length || proposals.some(({ name }) => names.includes(name)))
    return undefined;
  const { syntax, text } = source.doc;
  const last = proposals.length - 1;
  const boxes = proposals.map(({ label, name }, i) => {
    const words = label.map((part) => ('words' in part ? part.words : '')).join('');
    const notice = told || i < last ? '' : ` ${withdrawalSentence(language)}`;
    return `<label>${boxOf(name)} ${syntax.text(words + notice)}</label>`;
  });
  const parted = `<br${endOfVoid(form, text)}${indentOf(text, place.start)}`;
  return { edits: [replace(place, boxes.join(parted))], names: proposals.map(({ name }) => name) };
}

/** Each of its clauses asks for one of the purposes, or says by which way. */
function saysNothingElse({ text, purposes, language }: Said, { wording }: FactSource): boolean {
  const clauses = clausesOf(text.replace(/[.!?]$/, ''), language);
  return clauses.every((clause, i) => {
    const named = wording.readWording(clause, language ? [language] : []).purposes;
    // What the sentence before it names, the first may only take up.
    if (named.length === 0) return (i === 0 && clauses.length === 1) || isChannel(clause);
    const own = purposes.some(({ purpose }) => MAILINGS.has(purpose));
    return named.every(
      ({ purpose }) => purposes.some((p) => p.purpose === purpose) || (own && MAILINGS.has(purpose)),
    );
  });
}

/** "Our news and offers": one reading of both names the narrower. */
const MAILINGS: ReadonlySet<Purpose> = new Set<Purpose>(['newsletter', 'marketing']);

/** Where no box can stand, or where words belong to something else. */
const CLOSED: ReadonlySet<string> = new Set([
  'a',
  'button',
  'label',
  'legend',
  'option',
  'select',
  'summary',
  'textarea',
  'title',
]);

/** The stretch that a sentence takes up, with the elements that only format it; undefined where it shares one. */
function placeOf({ text, span, block, form }: Said, { index, doc }: FactSource): Span | undefined {
  const { element } = block;
  const isInside = element === form || [...ancestors(element)].includes(form);
  if (!isInside || block.links.length > 0 || block.gaps.length > 0) return undefined;
  for (let up: Element | undefined = element; up && up !== form; up = parentOf(up)) {
    if (up.made || CLOSED.has(up.tag)) return undefined;
  }
  if (text !== block.text) {
    const own = span && textAround(element, span);
    return own && !/[<>{}]/.test(doc.text.slice(span.start, span.end)) ? span : undefined;
  }
  return wholePlace(element, block.span, index.controlsIn);
}

function parentOf(element: Element): Element | undefined {
  const [parent] = ancestors(element);
  return parent;
}

/** The one text, no value of an attribute, that holds a stretch. */
function textAround(element: Element, span: Span): boolean {
  return element.children.some((child) =>
    child.kind === 'text'
      ? contains(child.span, span)
      : child.kind === 'element' &&
        contains({ start: child.open.end, end: child.close?.start ?? child.open.end }, span) &&
        !CLOSED.has(child.tag) &&
        textAround(child, span),
  );
}

/** What an element holds from the first to the last of its words, unless fields or code stand between them. */
function wholePlace(element: Element, words: Span, controlsIn: (e: Element) => number): Span | undefined {
  const held = element.children.filter((child) => overlaps(child.span, words) && !isBlank(child));
  const [first] = held;
  const last = held.at(-1);
  if (!first || !last || held.some((child) => !isWords(child, controlsIn))) return undefined;
  if (first === last && first.kind === 'element') {
    const inner = first.close && { start: first.open.end, end: first.close.start };
    if (!inner || !contains(inner, trimmed(first, words))) return undefined;
    return wholePlace(first, words, controlsIn);
  }
  return { start: startOf(first), end: endOf(last) };
}

function isBlank(node: Node): boolean {
  return node.kind === 'comment' || (node.kind === 'text' && node.text.trim() === '');
}

function isWords(node: Node, controlsIn: (e: Element) => number): boolean {
  if (node.kind === 'hole') return node.value.state === 'known' && node.children.length === 0;
  if (node.kind !== 'element') return true;
  return !node.made && node.close !== undefined && !CLOSED.has(node.tag) && controlsIn(node) === 0;
}

/** Words of an element's own tag are handed to it; they begin outside of what it holds. */
function trimmed({ open }: Element, { start, end }: Span): Span {
  return start < open.end ? { start, end } : { start: Math.max(start, open.end), end };
}

function startOf(node: Node): number {
  return node.kind === 'text' ? node.span.start + leadOf(node) : node.span.start;
}

function leadOf({ text }: { readonly text: string }): number {
  return text.length - text.trimStart().length;
}

function endOf(node: Node): number {
  return node.kind === 'text'
    ? node.span.end - (node.text.length - node.text.trimEnd().length)
    : node.span.end;
}
