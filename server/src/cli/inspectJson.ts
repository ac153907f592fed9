import { LineIndex } from '../core/lineIndex.js';
import type { Span } from '../core/span.js';
import type { Facts } from '../facts/types/index.js';
import type { Doc, Node } from '../model/nodes.js';
import { documentsOf, type Inspection, nodesWithDepth, plain } from './inspection.js';

type Where = (span: Span) => { readonly span: readonly [start: number, end: number]; readonly line: number };

/** Facts and nodes as JSON. Spans are UTF-16 offsets, lines count from 1. */
export function inspectionJson(inspection: Inspection): string {
  const { path, encoding, doc, facts } = inspection;
  const lines = new LineIndex(doc.text);
  const read = documentsOf(inspection).map((d) => {
    const where: Where = (span) => {
      const { start, end } = d.inFile(span);
      return { span: [start, end], line: lines.positionAt(start).line + 1 };
    };
    return { ...d, where };
  });
  const document = {
    path,
    dialect: doc.dialect,
    encoding,
    whole: doc.whole,
    language: plain(facts.document.language),
    ...factObjects(read),
    problems: read.flatMap((r) => r.doc.problems.map(({ message, span }) => ({ message, ...r.where(span) }))),
    nodes: read.flatMap((r) => nodeObjects(r.doc, r.where)),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

type Read = { readonly doc: Doc; readonly facts: Facts; readonly where: Where };

function factObjects(read: readonly Read[]): object {
  const all = <T>(list: (facts: Facts, where: Where) => T[]) => read.flatMap((r) => list(r.facts, r.where));
  const told = read.find((r) => r.facts.message);
  const message = told?.facts.message;
  return {
    controls: all(({ controls, fields }, where) =>
      controls.map((c, i) => ({
        kind: c.kind,
        name: plain(c.name),
        label: { ...plain(c.label.text), source: c.label.source },
        default: plain(c.default),
        required: plain(c.required),
        data: fields.find(({ control }) => control === i)?.data,
        ...where(c.span),
      })),
    ),
    forms: all(({ forms }, where) =>
      forms.map((f) => ({
        purpose: f.aim?.purpose ?? null,
        evidence: (f.aim?.evidence ?? []).map(({ by, words }) => ({ by, words })),
        action: plain(f.action),
        method: plain(f.method),
        ...where(f.span),
      })),
    ),
    links: all(({ links }, where) =>
      links.map((l) => ({ href: plain(l.href), text: l.text, purpose: l.purpose ?? null, ...where(l.span) })),
    ),
    senders: all(({ senders }, where) =>
      senders.map((s) => ({
        role: s.role,
        address: s.address,
        noReply: s.noReply ?? null,
        answered: s.answered,
        ...where(s.span),
      })),
    ),
    message:
      told && message
        ? {
            kind: message.kind,
            provider: message.provider?.id ?? null,
            evidence: message.evidence.map(({ what, span }) => ({ what, ...(span && told.where(span)) })),
          }
        : null,
  };
}

function nodeObjects({ root }: Doc, where: Where): object[] {
  return [...nodesWithDepth(root)].map(([node, depth]) => ({ depth, ...nodeObject(node, where) }));
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
