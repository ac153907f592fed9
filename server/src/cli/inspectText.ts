import type { Knowable } from '../core/knowable.js';
import { LineIndex } from '../core/lineIndex.js';
import type { Span } from '../core/span.js';
import type { Aim, Control, Facts, Message, Statement } from '../facts/types/index.js';
import type { Node } from '../model/nodes.js';
import { printable } from '../report/layout.js';
import { documentsOf, type InspectedDocument, type Inspection, nodesWithDepth } from './inspection.js';

type Where = (span: Span) => string;

/** Deeper nodes stay at this depth; the tree would leave the page. */
const DEEPEST = 40;
const LONGEST = 60;

/** Nodes and facts for people: `line:column start–end` (UTF-16 offsets) after each. */
export function inspectionText(inspection: Inspection): string {
  const { path, encoding, doc, facts } = inspection;
  const index = new LineIndex(doc.text);
  const { document } = facts;
  const lines = [
    `${path}  ${doc.dialect}, ${encoding}, ${doc.whole ? 'whole' : 'fragment'}, language ${show(document.language)}`,
  ];
  for (const read of documentsOf(inspection)) {
    const where: Where = (span) => {
      const { start, end } = read.inFile(span);
      const { line, character } = index.positionAt(start);
      return `${line + 1}:${character + 1} ${start}–${end}`;
    };
    if (read.doc !== doc) lines.push('', `part  ${read.doc.dialect}  ${where(read.doc.root.span)}`);
    lines.push(...documentLines(read, where));
  }
  return lines.map((line) => `${printable(line)}\n`).join('');
}

function documentLines({ doc, facts }: InspectedDocument, where: Where): string[] {
  return [
    ...block('nodes', nodeLines(doc.root, where)),
    ...block(
      'settings',
      doc.settings.map((s) => `${s.kind} ${s.key} = ${show(s.value)}  ${where(s.span)}`),
    ),
    ...factLines(facts, where),
    ...block(
      'problems',
      doc.problems.map(({ message, span }) => `${message}  ${where(span)}`),
    ),
  ];
}

function block(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', title, ...lines.map((line) => `  ${line}`)] : [];
}

function nodeLines(root: Inspection['doc']['root'], where: Where): string[] {
  return [...nodesWithDepth(root)].flatMap(([node, depth]) => {
    const indent = '  '.repeat(Math.min(depth, DEEPEST));
    return [
      `${indent}${nodeTitle(node)}  ${where(node.span)}`,
      ...attributeLines(node, where).map((l) => `${indent}  ${l}`),
    ];
  });
}

function nodeTitle(node: Node): string {
  switch (node.kind) {
    case 'element':
      return node.name === node.tag ? `<${node.tag}>` : `<${node.name}> as ${node.tag}`;
    case 'hole':
      return `hole ${node.slot === undefined ? '' : `${node.slot}=`}${quote(node.code)} ${show(node.value)}`;
    default:
      return `${node.kind} ${quote(node.text)}`;
  }
}

function attributeLines(node: Node, where: Where): string[] {
  if (node.kind !== 'element') return [];
  const lines = node.attributes.map(({ name, written, value, span }) => {
    const origin = written === name ? '' : ` (${written === '' ? 'derived' : written})`;
    return `@${name}${origin} = ${show(value)}  ${where(span)}`;
  });
  return node.openEnded ? [...lines, '@… more attributes may come from a spread'] : lines;
}

function factLines(
  { controls, fields, forms, statements, links, senders, mailings, message }: Facts,
  where: Where,
): string[] {
  return [
    ...block(
      'controls',
      controls.map((c, i) => `${controlLine(c, where)}${dataOf(i, fields)}`),
    ),
    ...block(
      'forms',
      forms.map(
        (f) => `${aimLine(f.aim)}action ${show(f.action)}, method ${show(f.method)}  ${where(f.span)}`,
      ),
    ),
    ...block(
      'statements',
      statements.map((s) => `${statementKind(s)} ${quote(s.text)}  ${where(s.span)}`),
    ),
    ...block(
      'links',
      links.map((l) => `${l.purpose ?? 'link'} ${show(l.href)} ${quote(l.text)}  ${where(l.span)}`),
    ),
    ...block(
      'senders',
      senders.map((s) => `${s.role} ${s.address}${s.noReply ? ` ${s.noReply}` : ''}  ${where(s.span)}`),
    ),
    ...block(
      'mailings',
      mailings.map(
        (m) =>
          `${m.kind}, one click: ${m.oneClick}${m.provider ? `, by ${m.provider.name}` : ''}  ${where(m.span)}`,
      ),
    ),
    ...(message ? block('message', messageLines(message, where)) : []),
  ];
}

/** What a form is for, and the words that say so. */
function aimLine(aim: Aim | undefined): string {
  if (!aim) return '';
  const why = aim.evidence.map(({ by, words }) => (words ? `${by} ${quote(words)}` : by));
  return `for ${aim.purpose} (${why.join(', ')}), `;
}

function statementKind({ implied, untick, refusal, withdrawal }: Statement): string {
  if (implied) return 'implies consent:';
  if (untick) return 'asks to untick:';
  return withdrawal ? 'tells of withdrawal:' : refusal ? 'tells of refusal:' : 'announces:';
}

function controlLine(control: Control, where: Where): string {
  const { kind, name, label, required, consent, span } = control;
  const asks = consent
    ? `, ${consent.polarity}s ${consent.purposes.map((p) => p.purpose).join(' + ')} (${consent.certainty})`
    : '';
  return (
    `${kind} name ${show(name)}, label ${show(label.text)} (${label.source}), on ${show(control.default)}, ` +
    `required ${show(required)}${asks}  ${where(span)}`
  );
}

/** What the control asks for, and the words that say so. */
function dataOf(control: number, fields: Facts['fields']): string {
  const field = fields.find((f) => f.control === control);
  return field ? `, asks for ${field.data} (${field.by} ${quote(field.words)})` : '';
}

function messageLines(
  { kind, whole, provider, evidence, waysOut, deadEnds, obscured }: Message,
  where: Where,
): string[] {
  return [
    `${kind}, ${whole ? 'whole' : 'part'}${provider ? `, provider ${provider.id}` : ''}`,
    ...evidence.map(({ what, span }) => `because ${what}${span ? `  ${where(span)}` : ''}`),
    ...waysOut.map(({ how, span }) => `way out: ${how}  ${where(span)}`),
    ...deadEnds.map(({ cause, span }) => `dead end: ${cause}  ${where(span)}`),
    ...obscured.map(({ cause, span }) => `hard to find: ${cause}  ${where(span)}`),
  ];
}

function show(value: Knowable<unknown>): string {
  if (value.state === 'known')
    return typeof value.value === 'string' ? quote(value.value) : String(value.value);
  return value.state === 'dynamic' ? `dynamic${value.code ? ` ${quote(value.code)}` : ''}` : 'absent';
}

function quote(text: string): string {
  const folded = text.replace(/\s+/g, ' ');
  return `"${folded.length > LONGEST ? `${folded.slice(0, LONGEST)}…` : folded}"`;
}
