import assert from 'node:assert/strict';
import type { Attribute, Doc, Node } from '../../server/src/model/nodes.js';
import { descendants } from '../../server/src/model/query.js';

/** Every node lies within its parent, after its elder sibling, and cuts out of the text what it claims. */
export function assertTrueSpans(doc: Doc): void {
  const { text } = doc;
  for (const node of descendants(doc.root)) {
    const parent = node.parent;
    assert.ok(parent, 'a node without a parent');
    assert.ok(
      parent.span.start <= node.span.start && node.span.end <= parent.span.end,
      place(doc, node, 'outside its parent'),
    );
    if (node.kind === 'element') {
      assert.ok(
        node.span.start <= node.open.start && node.open.end <= node.span.end,
        place(doc, node, 'without its opening tag'),
      );
      if (node.close)
        assert.equal(node.close.end, node.span.end, place(doc, node, 'does not end with its closing tag'));
      for (const attribute of node.attributes) assertAttribute(doc, attribute);
    }
    if (node.kind === 'element' || node.kind === 'hole') assertOrder(doc, node.children);
  }
  for (const { span } of [...doc.comments, ...doc.settings])
    assert.ok(span.start <= span.end && span.end <= text.length);
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
    assert.ok(child.span.start >= end, place(doc, child, 'before its elder sibling ends'));
    end = child.span.end;
  }
}

function place({ text }: Doc, { kind, span }: Node, what: string): string {
  return `${kind} at ${span.start}–${span.end} ${what}: ${JSON.stringify(text.slice(span.start, Math.min(span.end, span.start + 80)))}`;
}
