import { LineIndex } from '../core/lineIndex.js';
import type { Span } from '../core/span.js';
import type { Facts } from '../facts/types.js';
import type { Node } from '../model/nodes.js';
import { type Inspection, nodesWithDepth, plain } from './inspection.js';

type Where = (span: Span) => { readonly span: readonly [start: number, end: number]; readonly line: number };

/** Facts and nodes as JSON. Spans are UTF-16 offsets, lines count from 1. */
export function inspectionJson({ path, encoding, doc, facts }: Inspection): string {
  const lines = new LineIndex(doc.text);
  const where: Where = ({ start, end }) => ({ span: [start, end], line: lines.positionAt(start).line + 1 });
  const document = {
    path,
    dialect: doc.dialect,
    encoding,
    whole: doc.whole,
    language: plain(facts.document.language),
    ...factObjects(facts, where),
    problems: doc.problems.map(({ message, span }) => ({ message, ...where(span) })),
    nodes: [...nodesWithDepth(doc.root)].map(([node, depth]) => ({ depth, ...nodeObject(node, where) })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function factObjects({ controls, forms, links, senders, message }: Facts, where: Where): object {
  return {
    controls: controls.map((c) => ({
      kind: c.kind,
      name: plain(c.name),
      label: { ...plain(c.label.text), source: c.label.source },
      default: plain(c.default),
      required: plain(c.required),
      ...where(c.span),
    })),
    forms: forms.map((f) => ({ action: plain(f.action), method: plain(f.method), ...where(f.span) })),
    links: links.map((l) => ({
      href: plain(l.href),
      text: l.text,
      purpose: l.purpose ?? null,
      ...where(l.span),
    })),
    senders: senders.map((s) => ({
      role: s.role,
      address: s.address,
      noReply: s.noReply ?? null,
      answered: s.answered,
      ...where(s.span),
    })),
    message: message
      ? {
          kind: message.kind,
          provider: message.provider?.id ?? null,
          evidence: message.evidence.map(({ what, span }) => ({ what, ...(span && where(span)) })),
        }
      : null,
  };
}

function nodeObject(node: Node, where: Where): object {
  switch (node.kind) {
    case 'element':
      return {
        kind: node.kind,
        tag: node.tag,
        name: node.name,
        ...where(node.span),
        open: where(node.open).span,
        attributes: node.attributes.map(({ name, written, value, span }) => ({
          name,
          written,
          value: plain(value),
          ...where(span),
        })),
      };
    case 'hole':
      return {
        kind: node.kind,
        code: node.code,
        value: plain(node.value),
        slot: node.slot,
        ...where(node.span),
      };
    default:
      return { kind: node.kind, text: node.text, ...where(node.span) };
  }
}
