import type { Element, Hole } from '../../model/nodes.js';
import { knownText } from '../../model/query.js';

/** Whether a selector matches; `unknown` where it says more than is read. */
export type Match = 'yes' | 'no' | 'unknown';

interface Compound {
  readonly tag: string | undefined;
  readonly ids: readonly string[];
  readonly classes: readonly string[];
  /** Parts that are not read: attributes, states, pseudo-elements. */
  readonly more: boolean;
}

export interface Selector {
  /** From the subject outwards. */
  readonly compounds: readonly Compound[];
  /** The combinator between each compound and the next one outwards. */
  readonly child: readonly boolean[];
  readonly specificity: number;
  readonly unread: boolean;
}

/** States that no reader sees at rest, and parts that are not the element. */
const NEVER = /::|:(?:hover|active|focus|before|after|first-letter|first-line|placeholder|selection|not\()/i;

/** A selector of elements, classes and ids, with blanks or `>` between them; undefined for what never holds at rest. */
export function readSelector(written: string): Selector | undefined {
  if (NEVER.test(written) || written.length > MAX) return undefined;
  const parts = written.replaceAll('>', ' > ').trim().split(/\s+/);
  const compounds: Compound[] = [];
  const child: boolean[] = [];
  let unread = false;
  for (const part of parts.reverse()) {
    if (part === '>') child[compounds.length - 1] = true;
    else if (/^[+~|]/.test(part)) unread = true;
    else compounds.push(readCompound(part));
  }
  const specificity = compounds.reduce(
    (sum, c) => sum + 100 * c.ids.length + 10 * c.classes.length + (c.tag === undefined ? 0 : 1),
    0,
  );
  return compounds.length === 0 ? undefined : { compounds, child, specificity, unread };
}

const MAX = 300;

function readCompound(part: string): Compound {
  const plain = part.replace(/:(?:link|visited|any-link|root)\b/gi, '');
  const [, tag = '', rest = ''] = /^([\w*-]*)(.*)$/s.exec(plain) ?? [];
  const marks = rest.match(/[.#][\w-]+/g) ?? [];
  return {
    tag: tag === '' || tag === '*' ? undefined : tag.toLowerCase(),
    ids: marks.filter((m) => m.startsWith('#')).map((m) => m.slice(1)),
    classes: marks.filter((m) => m.startsWith('.')).map((m) => m.slice(1)),
    more: marks.join('') !== rest,
  };
}

export function matches(element: Element, { compounds, child, unread }: Selector): Match {
  const subject = compounds[0];
  if (!subject || !fits(element, subject)) return 'no';
  let certain = !unread && !subject.more;
  let at: Element | undefined = element;
  for (const [i, compound] of compounds.entries()) {
    if (i === 0) continue;
    at = above(at);
    while (at && !fits(at, compound) && !child[i - 1]) at = above(at);
    if (!at || !fits(at, compound)) return 'no';
    if (compound.more) certain = false;
  }
  return certain ? 'yes' : 'unknown';
}

function above(element: Element | undefined): Element | undefined {
  let up: Element | Hole | undefined = element?.parent;
  while (up && up.kind !== 'element') up = up.parent;
  return up;
}

function fits(element: Element, { tag, ids, classes }: Compound): boolean {
  if (tag !== undefined && tag !== element.tag && tag !== element.name.toLowerCase()) return false;
  if (ids.length > 0 && !ids.every((id) => knownText(element, 'id') === id)) return false;
  if (classes.length === 0) return true;
  const own = classesOf(element);
  return classes.every((name) => own.has(name));
}

/** The classes an element has; those that only code knows are left out. */
export function classesOf(element: Element): ReadonlySet<string> {
  const names = knownText(element, 'class') ?? '';
  // MJML's own attribute for classes of the mail that it makes.
  const made = knownText(element, 'css-class') ?? '';
  return new Set(`${names} ${made}`.split(/\s+/).filter(Boolean));
}
