import { once } from '../core/memo.js';
import { firstFrom } from '../core/search.js';
import type { Element, Hole, Node } from '../model/nodes.js';
import { ancestors, attribute, descendants, knownText } from '../model/query.js';
import type { ElementIndex, FactSource } from './source.js';

/**
 * Whether a ticked box stands in one branch of a condition and the same box without a tick in another:
 * `{% if subscribed %}<input … checked>{% else %}<input …>{% endif %}`. What is stored then decides.
 */
export function isBranch(box: Element, source: FactSource): boolean {
  const key = keyOf(box);
  const same = key === undefined ? [] : (boxes(source.index).get(key) ?? []);
  if (same.length > MOST) return false;
  const form = formOf(box);
  return same.some((other) => {
    if (other === box || attribute(other, 'checked') || formOf(other) !== form) return false;
    const [first, second] = other.span.start < box.span.start ? [other, box] : [box, other];
    return (
      isCodeBetween(first, second, source) ||
      holesAround(first).some((hole) => holesAround(second).includes(hole))
    );
  });
}

/** Branches are few; rows of a table are many. */
const MOST = 12;

function isCodeBetween(first: Element, second: Element, source: FactSource): boolean {
  const all = statements(source);
  const next = all[firstFrom(all, first.span.end, ({ span }) => span.start)];
  return next !== undefined && next.span.end <= second.span.start;
}

function holesAround(node: Node): Hole[] {
  const found: Hole[] = [];
  for (let up = node.parent; up; up = up.parent) if (up.kind === 'hole') found.push(up);
  return found;
}

/** Boxes by what they send. */
const boxes = once(({ controls }: ElementIndex) => {
  const found = new Map<string, Element[]>();
  for (const control of controls) {
    const key = keyOf(control);
    if (key === undefined) continue;
    const others = found.get(key);
    if (others) others.push(control);
    else found.set(key, [control]);
  }
  return found;
});

function keyOf(box: Element): string | undefined {
  const type = knownText(box, 'type');
  const name = knownText(box, 'name');
  if (name === undefined || (type !== 'checkbox' && type !== 'radio')) return undefined;
  return [type, name, knownText(box, 'value') ?? ''].join('\n');
}

function formOf(box: Element): Element | undefined {
  for (const up of ancestors(box)) if (up.tag === 'form') return up;
  return undefined;
}

/** Code that prints nothing, in source order. */
const statements = once(({ doc }: FactSource) =>
  descendants(doc.root).filter((node): node is Hole => node.kind === 'hole' && node.value.state === 'absent'),
);
