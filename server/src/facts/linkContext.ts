import { isPointer } from '../knowledge/pointers.js';
import { findUnsubscribeWords } from '../knowledge/unsubscribe.js';
import type { Block } from '../model/blocks.js';
import type { Element } from '../model/nodes.js';
import { sentencesOf } from './sentences.js';

/** What the words around a link say of it. */
export interface LinkContext {
  readonly sentence: string;
  /** The part of the sentence that speaks of this link and of no other. */
  readonly said: string;
}

/** The sentences that links stand in. */
export function contextsOf(blocks: readonly Block[]): ReadonlyMap<Element, LinkContext> {
  const contexts = new Map<Element, LinkContext>();
  for (const [i, block] of blocks.entries()) {
    if (block.links.length === 0) continue;
    const alone = pointsAlone(block);
    if (alone) {
      // "Unsubscribe" in one cell, "here" in the next.
      const before = blocks[i - 1];
      const near = before && before.links.length === 0 ? `${before.text} ` : '';
      contexts.set(alone, { sentence: block.text, said: `${near}${block.text}` });
      continue;
    }
    const sentences = sentencesOf(block.text);
    let at = 0;
    for (let first = 0; first < block.links.length; ) {
      const link = block.links[first];
      if (!link) break;
      while ((sentences[at + 1]?.start ?? Number.POSITIVE_INFINITY) <= link.start) at++;
      const end = sentences[at + 1]?.start ?? Number.POSITIVE_INFINITY;
      let after = first + 1;
      while ((block.links[after]?.start ?? Number.POSITIVE_INFINITY) < end) after++;
      const { text, start } = sentences[at] ?? { text: block.text, start: 0 };
      addContexts(contexts, text, start, block.links.slice(first, after));
      first = after;
    }
  }
  return contexts;
}

/** The link that is all of a block, and whose words only point to it. */
function pointsAlone({ text, links: [link, ...others] }: Block): Element | undefined {
  const isAll = link && others.length === 0 && link.start === 0 && link.end >= text.length;
  return isAll && (text === '' || isPointer(text)) ? link.element : undefined;
}

/**
 * "Click here to leave or here to change": where nothing is said before the first link, each is explained by what follows
 * it. "To leave click here, to change click here": else by what precedes it. The only link of a sentence has all of it.
 */
function addContexts(
  contexts: Map<Element, LinkContext>,
  sentence: string,
  offset: number,
  links: Block['links'],
): void {
  const [first] = links;
  // An address that shows itself has no words of its own, and stands behind those that explain it.
  const leads =
    first &&
    first.end > first.start &&
    findUnsubscribeWords(sentence.slice(0, first.start - offset)) === undefined;
  for (const [i, { element, start, end }] of links.entries()) {
    const from = leads ? start : (links[i - 1]?.end ?? offset);
    const to = leads ? (links[i + 1]?.start ?? Number.POSITIVE_INFINITY) : end;
    const said = links.length === 1 ? sentence : sentence.slice(from - offset, to - offset);
    contexts.set(element, { sentence, said });
  }
}
