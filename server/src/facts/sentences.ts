/** A sentence of a text; `start` is its UTF-16 offset in the text. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
}

/** A sentence ends with a mark before a blank and a capital, or before what is no letter. */
const END = /(?<=[.!?…][)"”»]?)\s+(?=[\p{Lu}\p{P}\p{N}])/gu;

/** The sentences of a text whose blanks are folded. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const { 0: gap, index } of text.matchAll(END)) {
    sentences.push({ text: text.slice(start, index), start });
    start = index + gap.length;
  }
  sentences.push({ text: text.slice(start), start });
  return sentences;
}
