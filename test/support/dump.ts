import type { Edit } from '../../server/src/core/edit.js';
import type { Span } from '../../server/src/core/span.js';
import type { Attribute, Doc, Element, Hole, Node, Setting, Value } from '../../server/src/model/nodes.js';

/** Draws a document as text: every node, attribute, comment and setting with its span and what the span cuts out. */
export function dump(doc: Doc): string {
  const lines = [`${doc.dialect}${doc.whole ? ', whole' : ''}`];
  for (const module of doc.modules) lines.push(`import ${module}`);
  for (const { message, span } of doc.problems) lines.push(`problem ${at(span)} ${message}`);
  for (const { text, span } of doc.comments) lines.push(`comment ${at(span)} ${quote(text)}`);
  const pending: { readonly node: Node; readonly depth: number }[] = [];
  const push = (parent: Element | Hole, depth: number): void => {
    for (const node of [...parent.children].reverse()) pending.push({ node, depth });
  };
  push(doc.root, 0);
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, depth } = next;
    lines.push(...describe(doc, node).map((line) => '  '.repeat(depth) + line));
    if (node.kind === 'element' || node.kind === 'hole') push(node, depth + 1);
  }
  for (const setting of doc.settings) lines.push(describeSetting(doc, setting));
  return `${lines.join('\n')}\n`;
}

function describe(doc: Doc, node: Node): string[] {
  switch (node.kind) {
    case 'text':
      return [`text ${at(node.span)} ${quote(node.text)}`];
    case 'comment':
      return [`comment ${at(node.span)} ${quote(node.text)}`];
    case 'hole':
      return [
        `hole${node.slot === undefined ? '' : ` ${node.slot}=`} ${at(node.span)} ${quote(node.code)} → ${describeValue(doc, node.value)}`,
      ];
    case 'element': {
      const name = node.name === node.tag ? node.tag : `${node.tag} (${node.name})`;
      const from = node.module === undefined ? '' : ` from ${node.module}`;
      const close = node.close ? ` closed ${at(node.close)}` : '';
      const head = `<${name}>${from} ${at(node.span)} open ${at(node.open)}${close}${node.openEnded ? ' open-ended' : ''}`;
      return [head, ...node.attributes.map((a) => `  @${describeAttribute(doc, a)}`)];
    }
  }
}

function describeAttribute(doc: Doc, { name, written, span, value, off }: Attribute): string {
  const how = written === name ? '' : written === '' ? ' (derived)' : ` (${written})`;
  return `${name}${how} ${at(span)} = ${describeValue(doc, value)}${off ? ` off ${off.map((e) => describeEdit(doc, e)).join(', ')}` : ''}`;
}

function describeSetting(doc: Doc, setting: Setting): string {
  const context = setting.context.length > 0 ? ` in ${setting.context.join(' < ')}` : '';
  return `${setting.kind} ${setting.key} ${at(setting.span)} #${setting.group} = ${describeValue(doc, setting.value)}${context}`;
}

function describeValue(doc: Doc, value: Value): string {
  if (value.state === 'absent') return 'absent';
  if (value.state === 'dynamic') {
    const candidates = value.candidates?.map((c) => describeValue(doc, c)).join(' | ');
    return `dynamic ${at(value.span)} ${quote(value.code)}${candidates ? ` [${candidates}]` : ''}`;
  }
  const { origin, span } = value;
  const from =
    origin &&
    ` by ${origin.kind} ${origin.name} ${at(origin.span)} ${quote((origin.file ?? doc).text.slice(origin.span.start, origin.span.end))}${origin.shared ? ' shared' : ''}${origin.file ? ` in ${origin.file.path}` : ''}`;
  return `${typeof value.value === 'string' ? quote(value.value) : String(value.value)} ${at(span)}${from ?? ''}`;
}

function describeEdit(doc: Doc, { span, text }: Edit): string {
  return `${at(span)} ${quote(cut(doc, span))}→${quote(text)}`;
}

function cut(doc: Doc, span: Span): string {
  return doc.text.slice(span.start, span.end);
}

function at({ start, end }: Span): string {
  return `${start}–${end}`;
}

function quote(text: string): string {
  const short = text.length > 120 ? `${text.slice(0, 117)}…` : text;
  return JSON.stringify(short);
}
