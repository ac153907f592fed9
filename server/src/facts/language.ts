import { once } from '../core/memo.js';
import type { Element } from '../model/nodes.js';
import { ancestors, attribute, knownText, parentElement, visibleText } from '../model/query.js';
import type { ElementIndex, FactSource } from './source.js';

/** Languages to try first, from `lang` on the root element or the body; empty where the document does not say. */
export function languageOf({ index }: FactSource): readonly string[] {
  return languageOfRoot(index);
}

const languageOfRoot = once(({ all }: ElementIndex): readonly string[] => {
  for (const root of ['html', 'body']) {
    const element = all.find((e) => e.tag === root);
    const tag = element && primaryOf(knownText(element, 'lang') ?? knownText(element, 'xml:lang'));
    if (tag) return [tag];
  }
  return [];
});

/** Languages to try first for words in an element: of the nearest `lang`, else of the page; empty where neither says it. */
export function languagesAt(element: Element, source: FactSource): readonly string[] {
  const nearest = nearestLang(element);
  return nearest === undefined ? languageOf(source) : nearest;
}

/** The language around an element: of the nearest `lang`, of the page, else of the words of its form, else of the page's. */
export function languageAround(element: Element, source: FactSource): string | undefined {
  const [said] = languagesAt(element, source);
  if (said) return said;
  const form = element.tag === 'form' ? element : [...ancestors(element)].find(({ tag }) => tag === 'form');
  return (form && languageOfForm(form, source)) ?? languageOfPage(source);
}

const declared = new WeakMap<Element, readonly string[] | undefined>();

/** Of the nearest `lang` upward: empty where only code knows it, undefined where there is none. Each element is asked once. */
function nearestLang(element: Element): readonly string[] | undefined {
  const passed: Element[] = [];
  let found: readonly string[] | undefined;
  for (let up: Element | undefined = element; up; up = parentElement(up)) {
    if (declared.has(up)) {
      found = declared.get(up);
      break;
    }
    passed.push(up);
    const value = attribute(up, 'lang')?.value;
    if (value === undefined) continue;
    const tag = value.state === 'known' ? primaryOf(String(value.value)) : undefined;
    found = tag ? [tag] : [];
    break;
  }
  for (const each of passed) declared.set(each, found);
  return found;
}

const spoken = new WeakMap<object, string | undefined>();
const TELLING = 4_000;

function languageOfForm(form: Element, { wording }: FactSource): string | undefined {
  if (!spoken.has(form)) spoken.set(form, wording.languageOfWords(visibleText(form, TELLING)));
  return spoken.get(form);
}

/** The language of a document by its words, where no `lang` says it. */
export function languageOfPage({ doc, wording }: FactSource): string | undefined {
  if (!spoken.has(doc)) spoken.set(doc, wording.languageOfWords(visibleText(doc.root, TELLING)));
  return spoken.get(doc);
}

function primaryOf(tag: string | undefined): string | undefined {
  return tag?.trim().split(/[-_]/)[0]?.toLowerCase() || undefined;
}
