import data from './fields.json';
import { PhraseFinder } from './matching/phrases.js';
import { type Word, wordsOfCode, wordsOfText } from './matching/words.js';

/** What a field asks of a person. */
export type DataKind = keyof typeof data.kinds;

/** Why the law or prudence protects a kind more than others; see the schema. */
export type Protection = 'special' | 'offences' | 'identifier' | 'document' | 'revealing' | 'secret';

export interface DataHit {
  readonly kind: DataKind;
  /** The words as written. */
  readonly words: string;
}

interface Entry {
  readonly title: { readonly en: string; readonly fr: string };
  readonly reaches?: boolean;
  readonly protection?: string;
  readonly choice?: boolean;
  readonly choiceOnly?: boolean;
  readonly autocomplete?: readonly string[];
  readonly types?: readonly string[];
  readonly names: readonly string[];
  readonly hints?: readonly string[];
  readonly bare?: readonly string[];
  readonly words: Readonly<Record<string, readonly string[]>>;
}

const kinds = data.kinds as Readonly<Record<DataKind, Entry>>;
export const dataKinds = Object.keys(kinds) as readonly DataKind[];

const PROTECTED: readonly (string | undefined)[] = [
  'special',
  'offences',
  'identifier',
  'document',
  'secret',
  'revealing',
];

const tokens = new Map<string, DataKind>();
const types = new Map<string, DataKind>();
for (const kind of dataKinds) {
  for (const token of kinds[kind].autocomplete ?? []) tokens.set(token, kind);
  for (const type of kinds[kind].types ?? []) types.set(type, kind);
}

let compiled: ReturnType<typeof compile> | undefined;
const finders = () => {
  compiled ??= compile();
  return compiled;
};

function compile() {
  const words = new PhraseFinder<DataKind>();
  const names = new PhraseFinder<DataKind>();
  const hints = new PhraseFinder<DataKind>();
  const bare = new PhraseFinder<DataKind>();
  for (const kind of dataKinds) {
    for (const phrases of Object.values(kinds[kind].words)) words.add(phrases, kind);
    names.add(kinds[kind].names, kind);
    hints.add(kinds[kind].hints ?? [], kind);
    bare.add(kinds[kind].bare ?? [], kind);
  }
  return {
    words,
    names,
    hints,
    bare,
    soughtWords: new PhraseFinder<true>().add(data.sought.words, true),
    soughtNames: new PhraseFinder<true>().add(data.sought.names, true),
    addressed: new PhraseFinder<true>().add(data.addressed, true),
  };
}

/** What an `autocomplete` attribute names: its last token that is an autofill field. */
export function dataInAutocomplete(value: string): DataHit | undefined {
  const token = value
    .toLowerCase()
    .split(/\s+/)
    .findLast((t) => tokens.has(t));
  const kind = token === undefined ? undefined : tokens.get(token);
  return kind && token !== undefined ? { kind, words: token } : undefined;
}

/** What a type of control cannot but hold. */
export function dataOfType(type: string): DataHit | undefined {
  const kind = types.get(type);
  return kind && { kind, words: type };
}

/** What a label, a placeholder or a question asks for. */
export function dataInWords(text: string): DataHit | undefined {
  return strongest(text, finders().words, wordsOfText(text));
}

/** What a field's name says. */
export function dataInName(name: string): DataHit | undefined {
  return strongest(name, finders().names, wordsOfCode(name));
}

/** What a field's name hints at, where no words say anything. */
export function dataInHint(name: string): DataHit | undefined {
  return strongest(name, finders().hints, wordsOfCode(name));
}

/** Whether things that are no person are called so as well. */
export function isBare({ kind, words }: DataHit): boolean {
  return (
    kinds[kind].bare !== undefined &&
    finders()
      .bare.inText(words)
      .some((hit) => hit.meaning === kind)
  );
}

const sought: ReadonlySet<string> = new Set(data.sought.kinds);

/** Whether words or a name say that one looks for somebody by such data. */
export function isSought(kind: DataKind, said: readonly string[], names: readonly string[]): boolean {
  if (!sought.has(kind)) return false;
  const { soughtWords, soughtNames } = finders();
  return (
    said.some((text) => soughtWords.inText(text).some(({ start }) => text.slice(0, start).trim() === '')) ||
    names.some((name) => soughtNames.inCode(name).length > 0)
  );
}

/** Whether a label is that of the field to whom a message goes. */
export function isAddressee(text: string): boolean {
  return finders().addressed.inText(text).length > 0;
}

/** Of several, the one that is protected most, else the first. */
function strongest(
  text: string,
  finder: PhraseFinder<DataKind>,
  words: readonly Word[],
): DataHit | undefined {
  const hits = finder.find(words);
  const rank = (kind: DataKind) => {
    const at = PROTECTED.indexOf(kinds[kind].protection);
    return at < 0 ? PROTECTED.length : at;
  };
  const [first] = [...hits].sort((a, b) => rank(a.meaning) - rank(b.meaning));
  return first && { kind: first.meaning, words: text.slice(first.start, first.end) };
}

/** How messages name a kind of data. */
export function titleOfData(kind: DataKind): { readonly en: string; readonly fr: string } {
  return kinds[kind].title;
}

export function protectionOf(kind: DataKind): Protection | undefined {
  return kinds[kind].protection as Protection | undefined;
}

/** True where it tells who someone is or how to reach them. */
export function reachesPerson(kind: DataKind): boolean {
  return kinds[kind].reaches === true;
}

/** Whether radios and checkboxes may ask for it, and whether nothing else does. */
export function askedByChoice(kind: DataKind): 'only' | 'also' | 'never' {
  if (kinds[kind].choiceOnly) return 'only';
  return kinds[kind].choice ? 'also' : 'never';
}
