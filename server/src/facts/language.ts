import { once } from '../core/memo.js';
import type { Doc, Element } from '../model/nodes.js';
import { ancestors, knownText, visibleText } from '../model/query.js';
import type { ElementIndex, FactSource } from './source.js';

/** Languages to try first, from `lang` on the root element; empty where the document does not say. */
export function languageOf({ index }: FactSource): readonly string[] {
  return languageOfRoot(index);
}

const languageOfRoot = once(({ all }: ElementIndex): readonly string[] => {
  const root = all.find((e) => e.tag === 'html');
  const tag = root && (knownText(root, 'lang') ?? knownText(root, 'xml:lang'));
  const primary = primaryOf(tag);
  return primary ? [primary] : [];
});

/** The language around an element: of the nearest `lang`, of the page, else of the words of its form, else of the page's. */
export function languageAround(element: Element, source: FactSource): string | undefined {
  const around = [element, ...ancestors(element)];
  for (const up of around) {
    const tag = primaryOf(knownText(up, 'lang'));
    if (tag) return tag;
  }
  const [page] = languageOf(source);
  if (page) return page;
  const form = around.find((e) => e.tag === 'form');
  return (form && source.wording.languageOfWords(visibleText(form))) ?? languageOfPage(source);
}

const spoken = new WeakMap<Doc, string | undefined>();
const TELLING = 4_000;

/** The language of a document by its words, where no `lang` says it. */
export function languageOfPage({ doc, wording }: FactSource): string | undefined {
  if (!spoken.has(doc)) spoken.set(doc, wording.languageOfWords(visibleText(doc.root).slice(0, TELLING)));
  return spoken.get(doc);
}

function primaryOf(tag: string | undefined): string | undefined {
  return tag?.trim().split(/[-_]/)[0]?.toLowerCase() || undefined;
}
