import data from './helpers.json';

/**
 * What an argument or option says of the element: an HTML attribute of that name, or
 * - `field`: the name of a form's field, which gives `name` and `id`, of a label `for`;
 * - `object`: what the fields of a form belong to;
 * - `text`: the words in the element;
 * - `type`: a type under a name of the framework's own;
 * - `tag`: the element's name;
 * - `address`: an address to write to;
 * - `options`: named values, of which each says something; `flags`: the same, or names of attributes;
 * - `pair`: an attribute as `name:value`;
 * - `choices`: what it offers, value before words; `labels`: the same, words before value; `chosen`: which of it;
 * - `expanded`: whether each choice is drawn as a radio button;
 * - `initial`: the value that a field starts with, of a box whether it is ticked;
 * - `state`: what a box's state is bound to; `kind`: what the type of a field follows from, where none is written;
 * - `-`: nothing.
 */
export type Role = string;

export interface Options {
  readonly [key: string]: Role | Options;
}

export interface Helper {
  /** The HTML element. */
  readonly tag: string;
  /** What it bears in any case. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Of its arguments without a name, in order. */
  readonly arguments: readonly Role[];
  /** The same where a block follows. */
  readonly block: readonly Role[] | undefined;
  /** Of the arguments of the call on whose result it is called. */
  readonly on: readonly Role[];
  /** Of its own name: `newsletter` of `form.newsletter`. */
  readonly member: Role | undefined;
  readonly options: Options;
  /** Its state is what the form's object holds, where no argument says otherwise. */
  readonly bound: boolean;
  /** It draws a control of this type for each choice. */
  readonly several: 'radio' | 'checkbox' | undefined;
  /** It draws its label as well. */
  readonly labelled: boolean;
  /** What follows is its content, up to the helper that closes it or to the end of its block. */
  readonly opens: boolean;
  /** It ends the element of this tag. */
  readonly closes: string | undefined;
  /** It prints without being told to. */
  readonly prints: boolean;
  /** It is read wherever it stands in code that prints nothing, if its type is known. */
  readonly anywhere: boolean;
  /** Another file decides what kind of control it makes. */
  readonly elsewhere: boolean;
}

export interface ElementMeaning {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Attribute as written → what it says; others say what they do in HTML. */
  readonly props: Options;
  /** Its state is what the form's object holds, where no attribute says otherwise. */
  readonly bound: boolean;
}

/** The helpers of one or several frameworks. Names are compared with `.` for every sign that leads to a member. */
export interface HelperTable {
  /** True where code that begins with a chain of names may be a helper. */
  mayBe(first: string, last: string): boolean;
  /** @param name with `()` for the arguments of calls in it. */
  find(name: string): Helper | undefined;
  /** What a method called on a helper's result says of the element; undefined where nothing is known of it. */
  methodSays(method: string): Role | undefined;
  /** The input type that a framework's own name for one stands for. */
  typeOf(name: string): string | undefined;
  /** Whether a call makes choices for a helper, and says which are taken. */
  offers(name: string): boolean;
  /** The first part of a field's path is no part of its name: a lambda's parameter, or the form. */
  readonly fields: 'whole' | 'lambda' | 'path';
  /** Methods that are read anywhere in code. */
  readonly anywhere: readonly string[];
  /** What an element of the framework's own stands for. @param name as written. */
  element(name: string): ElementMeaning | undefined;
  /** What an attribute of the framework's own says on an element of HTML; modifiers after a point add nothing. */
  attribute(name: string, tag: string): readonly Role[] | undefined;
}

interface Written extends Partial<Omit<Helper, 'options'>> {
  readonly is?: string;
  readonly options?: Options;
}

interface Framework {
  readonly offers?: readonly string[];
  readonly fields?: string;
  readonly options?: Options;
  readonly types?: Readonly<Record<string, string>>;
  readonly methods?: Readonly<Record<string, string>>;
  readonly helpers?: Readonly<Record<string, Written | null>>;
  readonly elements?: Readonly<Record<string, (Written & { readonly props?: Options }) | null>>;
  readonly attributes?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

const kinds: Readonly<Record<string, Written>> = data.kinds as Record<string, Written>;
const frameworks: Readonly<Record<string, Framework>> = data.frameworks as Record<string, Framework>;

export function helpersOf(...names: readonly string[]): HelperTable {
  const chosen = names.map((name) => frameworks[name] ?? missing(`framework "${name}"`));
  const named = new Names(chosen);
  const types = new Map(chosen.flatMap((f) => Object.entries(f.types ?? {})));
  const methods = new Map(chosen.flatMap((f) => Object.entries(f.methods ?? {})));
  const attributes = new Map(chosen.flatMap((f) => Object.entries(f.attributes ?? {})));
  const elements = chosen.flatMap((f) =>
    Object.entries(f.elements ?? {}).map(([name, written]) => ({
      pattern: globOf(name, '[\\w.-]{0,60}'),
      meaning: written ? { ...read(written, {}), props: lowerCased(written.props ?? {}) } : undefined,
    })),
  );
  const offers = new Set(chosen.flatMap((f) => f.offers ?? []));
  const fields = chosen.find((f) => f.fields)?.fields;
  return {
    mayBe: (first, last) => named.mayBe(first, last),
    find: (name) => named.find(name),
    methodSays: (method) => methods.get(method),
    typeOf: (name) => types.get(name),
    offers: (name) => offers.has(name),
    fields: fields === 'lambda' || fields === 'path' ? fields : 'whole',
    anywhere: named.anywhere,
    element: (name) => elements.find(({ pattern }) => pattern.test(name))?.meaning,
    attribute: (name, tag) => {
      const found = attributes.get(name.replace(/\..*$/s, ''));
      return found?.[tag] ?? found?.['*'];
    },
  };
}

/** Helpers by the last word of their names, so that few have to be compared. */
class Names {
  readonly #exact = new Map<string, Helper | null>();
  readonly #byLast = new Map<string, { readonly pattern: RegExp; readonly helper: Helper | null }[]>();
  readonly #heads = new Set<string>();
  readonly #endings: string[] = [];
  readonly #owners: string[] = [];
  readonly anywhere: string[] = [];

  constructor(chosen: readonly Framework[]) {
    for (const { helpers = {}, options = {} } of chosen) {
      for (const [name, written] of Object.entries(helpers))
        this.#add(name, written && read(written, options));
    }
  }

  mayBe(first: string, last: string): boolean {
    return (
      this.#heads.has(last) ||
      this.#endings.some((e) => last.endsWith(e)) ||
      this.#owners.some((o) => first.endsWith(o))
    );
  }

  find(name: string): Helper | undefined {
    const exact = this.#exact.get(name);
    if (exact !== undefined) return exact ?? undefined;
    const last = lastOf(name);
    const found = [...(this.#byLast.get(last) ?? []), ...(this.#byLast.get('') ?? [])].find(({ pattern }) =>
      pattern.test(name),
    );
    return found?.helper ?? undefined;
  }

  #add(name: string, helper: Helper | null): void {
    const head = name.replace(/\(\).*$/s, '');
    const headLast = lastOf(head);
    if (headLast === '*') this.#owners.push(head.slice(0, -2).replace(/^\*/, ''));
    else if (headLast.startsWith('*')) this.#endings.push(headLast.slice(1));
    else this.#heads.add(headLast);
    if (helper?.anywhere) this.anywhere.push(headLast);
    if (!name.includes('*')) this.#exact.set(name, helper);
    else {
      const last = lastOf(name);
      const key = last.includes('*') ? '' : last;
      this.#byLast.set(key, [...(this.#byLast.get(key) ?? []), { pattern: globOf(name), helper }]);
    }
  }
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** `*.` at the beginning stands for any owner, any other `*` for a word or a part of one. */
function globOf(glob: string, word = '[\\w-]*'): RegExp {
  const [owner, rest] = glob.startsWith('*.') ? ['.*\\.', glob.slice(2)] : ['', glob];
  const parts = rest.split('*').map((part) => part.replace(/[.()\\+?^$|[\]{}]/g, '\\$&'));
  return new RegExp(`^${owner}${parts.join(word)}$`);
}

function read({ is, ...written }: Written, options: Options): Helper {
  const kind = is === undefined ? {} : (kinds[is] ?? missing(`kind "${is}"`));
  return {
    tag: 'input',
    arguments: [],
    block: undefined,
    on: [],
    member: undefined,
    bound: false,
    several: undefined,
    labelled: false,
    opens: false,
    closes: undefined,
    prints: false,
    anywhere: false,
    elsewhere: false,
    ...kind,
    ...written,
    attributes: { ...kind.attributes, ...written.attributes },
    options: { ...options, ...kind.options, ...written.options },
  };
}

/** Names of attributes are told apart without regard to capitals. */
function lowerCased(props: Options): Options {
  return Object.fromEntries(Object.entries(props).map(([name, role]) => [name.toLowerCase(), role]));
}

function missing(what: string): never {
  throw new Error(`helpers.json names no ${what}`);
}
