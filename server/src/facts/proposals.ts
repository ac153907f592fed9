import { contains } from '../core/span.js';
import { purposeWords } from '../knowledge/purposes.js';
import type { Element, Node } from '../model/nodes.js';
import { descendants, visibleText } from '../model/query.js';
import { labelNodes } from './label.js';
import { ownSentences } from './ownSentences.js';
import type { FactSource } from './source.js';
import type { LabelPart, Proposal, PurposeHit } from './types/index.js';
import type { Wording } from './wording/index.js';

/**
 * One box for each purpose asked: what it would say in the page's language, and a field name in the style of the given
 * one, or where that tells none in that of code. Where the label asks for each in a clause of its own, those are kept as they are written; else its links go with the purpose that they speak of; the others stay behind the first box's sentence.
 */
export function proposalsFor(
  purposes: readonly Pick<PurposeHit, 'purpose' | 'optional'>[],
  language: string | undefined,
  sample: string | undefined,
  source: FactSource,
  control?: Element,
): Proposal[] {
  const { wording, doc } = source;
  const worded = purposes.flatMap(({ purpose, optional }) => {
    const words = purposeWords(purpose);
    // Processing serves whatever else is asked: it is told, not asked beside it.
    const isTold = purpose === 'data-processing' && purposes.length > 1;
    return words && !isTold ? [{ purpose, optional, words }] : [];
  });
  // The contract's box keeps its place and its name.
  worded.sort((a, b) => Number(b.purpose === 'terms') - Number(a.purpose === 'terms'));
  const own = control && worded.length > 1 ? ownSentences(worded, language, control, source) : undefined;
  const links = new Set(control ? linksIn(labelNodes(control, source)) : []);
  for (const link of links) if (own?.kept.some((span) => contains(span, link.span))) links.delete(link);
  const parted = worded.filter(({ purpose }) => !own?.beside.has(purpose));
  const proposals = parted.map(({ purpose, optional, words }): Omit<Proposal, 'words'> => {
    const kept = own?.sentences.get(purpose);
    const stock = words.sentence[language ?? 'en'] ?? words.sentence.en;
    const sentence = own && !own.ends ? stock.replace(/\.$/, '') : stock;
    const link = kept ? undefined : [...links].find((l) => speaksOf(l, purpose, wording));
    if (link) links.delete(link);
    const name = inStyleOf(sample ?? '', words.field, doc.ownState !== undefined);
    return { purpose, optional, title: words.title, label: kept ?? partsOf(sentence, link), name };
  });
  const [first, ...others] = proposals;
  if (!first) return [];
  const rest = [...links].flatMap((l): LabelPart[] => [{ words: ' ' }, { copy: l.span }]);
  const mark = own?.mark ? [{ words: ' ' }, { copy: own.mark }] : [];
  // What is said of a contract alone is kept apart from what goes with the other purposes.
  const place = own?.sentences.has(first.purpose) ? others.find((o) => !own.sentences.has(o.purpose)) : first;
  return [first, ...others].map((proposal) => {
    const label = [
      ...proposal.label,
      ...(proposal === place ? rest : []),
      ...(proposal === first && !proposal.optional ? mark : []),
    ];
    const words = label.map((part) => ('words' in part ? part.words : '')).join('');
    return { ...proposal, label, words };
  });
}

function linksIn(label: readonly Node[]): Element[] {
  return label
    .flatMap((node) =>
      node.kind === 'element' || node.kind === 'hole' ? [node, ...descendants(node)] : [node],
    )
    .filter(
      (node): node is Element => node.kind === 'element' && node.tag === 'a' && node.close !== undefined,
    );
}

function speaksOf(link: Element, purpose: string, wording: Wording): boolean {
  return wording.readWording(visibleText(link)).purposes.some((p) => p.purpose === purpose);
}

/** The sentence with the link around the words that its brackets mark, or behind it where nothing is marked. */
function partsOf(sentence: string, link: Element | undefined): LabelPart[] {
  const [, before = '', marked, after = ''] = /^([^[]*)(?:\[(.*)\])?(.*)$/s.exec(sentence) ?? [];
  if (!link?.close) return [{ words: before + (marked ?? '') + after }];
  if (marked === undefined) return [{ words: `${before} ` }, { copy: link.span }];
  return [{ words: before }, { copy: link.open }, { words: marked }, { copy: link.close }, { words: after }];
}

function inStyleOf(sample: string, field: string, inCode: boolean): string {
  // `order[email]`: fields of one record stand in brackets behind its name.
  const [, record, inner] = /^([A-Za-z]\w{0,60})\[([A-Za-z]\w{0,60})\]$/.exec(sample) ?? [];
  if (record && inner) return `${record}[${inStyleOf(inner, field, inCode)}]`;
  if (sample.includes('-') && !sample.includes('_')) return field.replaceAll('_', '-');
  if (/[a-z][A-Z]/.test(sample) || (inCode && !sample.includes('_')))
    return field.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return field;
}
