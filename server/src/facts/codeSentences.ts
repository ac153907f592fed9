import type { Span } from '../core/span.js';
import { cookieWords } from '../knowledge/cookieNotices.js';
import { readCode } from './code/reader.js';
import { sentencesOf } from './sentences.js';
import type { FactSource } from './source.js';

/** A sentence that code holds in a string. */
export interface CodeSentence {
  /** Blanks folded, tags left out. */
  readonly text: string;
  /** The string's content, which may say more. */
  readonly span: Span;
}

const SENTENCE = /^\S{1,40}(?:\s+\S{1,40}){4}/;
const LONGEST = 4_000;
const TAG = /<[^<>]{0,300}>/g;

/** The sentences about cookies that code shows: the texts of consent platforms, a component's state, a notice's settings. */
export function sentencesInCode({ doc, index }: FactSource): readonly CodeSentence[] {
  const strings: CodeSentence[] = doc.settings.flatMap(({ value }) =>
    value.state === 'known' && typeof value.value === 'string'
      ? [{ text: value.value, span: value.span }]
      : [],
  );
  for (const { tag, children } of index.all) {
    if (tag !== 'script') continue;
    for (const { kind, span } of children) {
      if (kind !== 'text') continue;
      for (const mention of readCode(doc.text, span).mentions)
        if (mention.kind === 'string') strings.push(mention);
    }
  }
  return strings.flatMap(({ text, span }) => {
    if (text.length > LONGEST || !SENTENCE.test(text)) return [];
    const words = text.replace(TAG, ' ').replace(/\s+/g, ' ').trim();
    return cookieWords(words).cookies ? sentencesOf(words).map((s) => ({ text: s.text, span })) : [];
  });
}
