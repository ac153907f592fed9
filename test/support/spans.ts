import assert from 'node:assert/strict';
import type { Attribute, Doc, Node } from '../../server/src/model/nodes.js';
import { descendants } from '../../server/src/model/query.js';

/** Every node lies within its parent, after its elder sibling, and cuts out of the text what it claims. */
export function assertTrueSpans(doc: Doc): void {
  for (const node of descendants(doc.root)) {
    const wrong = wrongIn(node);
    if (wrong) assert.fail(place(doc, node, wrong));
    if (node.kind === 'element') for (const attribute of node.attributes) assertAttribute(doc, attribute);
    if (node.kind === 'element' || node.kind === 'hole') assertOrder(doc, node.children);
  }
  for (const { span } of [...doc.comments, ...doc.settings]) {
    assert.ok(span.start <= span.end && span.end <= doc.text.length);
  }
}

function wrongIn(node: Node): string | undefined {
  const { parent, span } = node;
  if (!parent) return 'has no parent';
  if (span.start < parent.span.start || span.end > parent.span.end) return 'lies outside its parent';
  if (node.kind !== 'element') return undefined;
  if (node.open.start < span.start || node.open.end > span.end) return 'lies outside its opening tag';
  return node.close && node.close.end !== span.end ? 'does not end with its closing tag' : undefined;
}

function assertAttribute({ text }: Doc, { written, nameSpan, span, value, off }: Attribute): void {
  if (written !== '') {
    assert.equal(text.slice(nameSpan.start, nameSpan.end), written);
    assert.ok(
      span.start <= nameSpan.start && nameSpan.end <= span.end,
      `the name ${written} outside its attribute`,
    );
  }
  assert.ok(value.span.start >= 0 && value.span.end <= text.length && value.span.start <= value.span.end);
  for (const edit of off ?? []) assert.ok(edit.span.start >= 0 && edit.span.end <= text.length);
}

function assertOrder(doc: Doc, children: readonly Node[]): void {
  let end = 0;
  for (const child of children) {
    if (child.span.start < end) assert.fail(place(doc, child, 'starts before its elder sibling ends'));
    end = child.span.end;
  }
}

function place({ text }: Doc, { kind, span }: Node, what: string): string {
  return `${kind} at ${span.start}–${span.end} ${what}: ${JSON.stringify(text.slice(span.start, Math.min(span.end, span.start + 80)))}`;
}
