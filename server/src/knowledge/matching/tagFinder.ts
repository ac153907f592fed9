import { decode } from './decoded.js';
import { FixedSpelling } from './fixedSpelling.js';
import {
  type Delimiter,
  delimiters,
  type KnownNames,
  readTag,
  readTags,
  type TagReading,
} from './tagSyntax.js';

export interface Spelling<T> {
  /** The tag as it is documented, delimiters included. */
  readonly text: string;
  /** `start`: what follows varies; `value`: only as a whole attribute value or text. */
  readonly match?: 'start' | 'value' | undefined;
  readonly value: T;
}

export interface Found<T> {
  readonly value: T;
  /** UTF-16 offsets into the text as written. */
  readonly start: number;
  readonly end: number;
}

interface Entry<T> {
  readonly name: string;
  readonly tripled: boolean;
  readonly value: T;
}

/** Without one of these no tag can stand in a text; letters alone begin fixed spellings that hold `=` or `"`. */
const anyMark = /[*|[\]{}%#$~<!/&="]|::/;

/**
 * Prepares a search for all spellings at once. A tag fits whatever its blanks, arguments and encoding (HTML
 * references, percent-encoding); case counts only where spellings differ by nothing else, and `{{x}}` differs from
 * `{{{x}}}` only where both are spelled out.
 * @returns a function that gives all hits in order, several at one place where spellings coincide; it takes time
 * linear in the length of its text.
 */
export function tagFinder<T>(spellings: readonly Spelling<T>[]): (text: string) => Found<T>[] {
  const tags = new TagTable<T>();
  const fixed: { spelling: FixedSpelling; value: T }[] = [];
  for (const { text, match, value } of spellings) {
    const tag = match === undefined ? delimitedTag(text) : undefined;
    if (tag !== undefined) tags.add(tag, value);
    else
      fixed.push({
        spelling: new FixedSpelling(text, match === 'value', match === 'start' ? closeOf(text) : undefined),
        value,
      });
  }
  return (source) => {
    if (!anyMark.test(source)) return [];
    const { text, original } = decode(source);
    const lowerCase = text.toLowerCase();
    const found: Found<T>[] = [];
    const add = (value: T, start: number, end: number) =>
      found.push({ value, start: original(start), end: original(end) });
    for (const tag of readTags(text, tags)) {
      for (const value of tags.valuesOf(tag)) add(value, tag.start, tag.end);
    }
    const inOrder = found.length;
    for (const { spelling, value } of fixed) {
      for (const { start, end } of spelling.find(text, lowerCase)) add(value, start, end);
    }
    return found.length === inOrder ? found : found.sort((a, b) => a.start - b.start || b.end - a.end);
  };
}

/** The one tag that a spelling is; undefined for markup with attributes and for what holds more than one tag. */
function delimitedTag(spelling: string): TagReading | undefined {
  const text = spelling.replace(/^https?:\/\//, '');
  const tag = readTag(text, 0, { begins: () => true, has: () => true });
  const isMarkup = text.startsWith('<') && text.includes('=') && !text.startsWith('<%');
  return tag === undefined || tag.end < text.length || isMarkup ? undefined : tag;
}

function closeOf(spelling: string): string | undefined {
  return delimiters.find(({ open }) => spelling.startsWith(open))?.close;
}

class TagTable<T> implements KnownNames {
  readonly #entries = new Map<string, Entry<T>[]>();
  readonly #firstCharacters = new Map<Delimiter, Set<number>>();

  add({ delimiter, name, tripled }: TagReading, value: T): void {
    const key = keyOf(delimiter, name);
    this.#entries.set(key, [...(this.#entries.get(key) ?? []), { name, tripled, value }]);
    const firstCharacters = this.#firstCharacters.get(delimiter) ?? new Set();
    for (const spelling of [name.toLowerCase(), name.toUpperCase()])
      firstCharacters.add(spelling.charCodeAt(0));
    this.#firstCharacters.set(delimiter, firstCharacters);
  }

  begins(delimiter: Delimiter, code: number): boolean {
    return this.#firstCharacters.get(delimiter)?.has(code) === true;
  }

  has(delimiter: Delimiter, name: string): boolean {
    return this.#entries.has(keyOf(delimiter, name));
  }

  /** Of the spellings that fit, the nearest: same case before other case, same number of braces before another. */
  valuesOf(tag: TagReading): T[] {
    const entries = this.#entries.get(keyOf(tag.delimiter, tag.name)) ?? [];
    const differByCase = entries.some(({ name }) => name !== entries[0]?.name);
    const cased = differByCase ? entries.filter(({ name }) => name === tag.name) : entries;
    const braced = cased.filter(({ tripled }) => tripled === tag.tripled);
    return (braced.length > 0 ? braced : cased).map(({ value }) => value);
  }
}

function keyOf(delimiter: Delimiter, name: string): string {
  return delimiter.open + name.toLowerCase();
}
