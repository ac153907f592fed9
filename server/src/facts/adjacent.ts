import type { Element, Hole, Node } from '../model/nodes.js';
import { descendants, knownText, visibleText } from '../model/query.js';
import type { ElementIndex, FactSource } from './source.js';

/** Elements that end a line of text: words beyond them belong to something else. */
const LINE_ENDS = new Set([
  'br',
  'hr',
  'p',
  'div',
  'li',
  'tr',
  'table',
  'fieldset',
  'form',
  'section',
  'ul',
  'ol',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);
const CONTAINERS = new Set([
  'form',
  'fieldset',
  'body',
  'table',
  'section',
  'main',
  'article',
  '#root',
  'tbody',
]);
const LEVELS = 4;

/**
 * The nodes beside a control that nothing ties to it but their place: what follows on its line, else what precedes it;
 * where it stands alone in its parent, what stands beside the parent.
 */
export function adjacentNodes(control: Element, source: FactSource): readonly Node[] {
  let node: Node = control;
  for (let level = 0; level < LEVELS; level++) {
    const parent: Element | Hole | undefined = node.parent;
    if (!parent) return [];
    const siblings = parent.children;
    const at = siblings.indexOf(node);
    const after = run(siblings.slice(at + 1), source, level > 0);
    if (after.some(speaks)) return after;
    const before = run(siblings.slice(0, at).reverse(), source, level > 0).reverse();
    if (before.some(speaks)) return before;
    const tag = parent.kind === 'element' ? parent.tag : undefined;
    if (tag !== undefined && CONTAINERS.has(tag)) return [];
    if (source.index.controlsIn(parent) > 1) return [];
    const beside = level === 0 ? blockBeside(siblings, at, source) : [];
    if (beside.some(speaks)) return beside;
    node = parent;
  }
  return [];
}

/** In a row of its own, what a lone control shares the row with: a label that points nowhere, else the nearest block. */
function blockBeside(siblings: readonly Node[], at: number, source: FactSource): Node[] {
  const before = siblings.slice(0, at);
  const after = siblings.slice(at + 1);
  const label = [...before.toReversed(), ...after].find(
    (node) =>
      node.kind === 'element' && node.tag === 'label' && !isLabelOfOther(node, source.index) && speaks(node),
  );
  if (label) return [label];
  const above = run(before.toReversed(), source, true).reverse();
  if (!above.some(speaks)) return run(after, source, true);
  const row = before.filter((node) => node.kind !== 'comment');
  const words = row.reduce((length, node) => length + visibleText(node).length, 0);
  return words <= MAX_ROW ? row : above;
}

/** A title and a line about it; in UTF-16 units. */
const MAX_ROW = 160;

/** Siblings up to the end of the line or the next control; beside a lone control's parent, one block may follow. */
function run(siblings: readonly Node[], { index }: FactSource, blocks: boolean): Node[] {
  const nodes: Node[] = [];
  for (const node of siblings) {
    if (node.kind === 'comment' || (node.kind === 'hole' && node.slot !== undefined)) continue;
    if (
      (node.kind === 'element' || node.kind === 'hole') &&
      (index.isControl(node) || index.controlsIn(node) > 0)
    )
      break;
    if (node.kind === 'element' && isLabelOfOther(node, index)) break;
    if (node.kind === 'element' && LINE_ENDS.has(node.tag)) {
      if (blocks && !nodes.some(speaks) && speaks(node)) nodes.push(node);
      if (nodes.length || node.tag === 'br' || !blocks) break;
      continue;
    }
    nodes.push(node);
    if (node.kind === 'element' && (node.tag === 'td' || node.tag === 'th') && speaks(node)) break;
  }
  return nodes;
}

/** A label that points to another field names that one. */
function isLabelOfOther(element: Element, { byId, isControl }: ElementIndex): boolean {
  const target = element.tag === 'label' ? knownText(element, 'for') : undefined;
  const named = target === undefined ? undefined : byId.get(target);
  return named !== undefined && isControl(named);
}

function speaks(node: Node): boolean {
  if (/\p{L}/u.test(visibleText(node))) return true;
  if (node.kind === 'hole') return node.value.state === 'dynamic' && node.children.length === 0;
  if (node.kind !== 'element') return false;
  for (const inner of descendants(node))
    if (inner.kind === 'hole' && inner.value.state === 'dynamic') return true;
  return false;
}
