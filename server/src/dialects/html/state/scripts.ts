import { readLiteral } from '../../../core/literal.js';
import type { StateFramework } from '../../../knowledge/markupState.js';
import { nothing, objectAfter, type Scope, scopeOf } from './scope.js';

/** State that the scripts and programs of a text declare, found when it is first asked for. */
export class ScriptState {
  #named: ReadonlyMap<string, number> | undefined;
  readonly #scopes = new Map<string, Scope | undefined>();

  constructor(readonly text: string) {}

  /** `x-data="signup"`, `x-data="signup()"`: what a script makes under that name. */
  named(name: string, makers: readonly string[]): Scope {
    const at = this.#names(makers).get(name);
    if (at === undefined) return nothing;
    return this.#once(`${at}`, () => this.#object(at)) ?? nothing;
  }

  /** The state of the only app of the page. */
  app({ name, apps }: StateFramework): Scope | undefined {
    return apps.length === 0 ? undefined : this.#once(`app ${name}`, () => this.#app(apps));
  }

  /** Public properties of a class, and what `state` declares; none that a function sets before anyone acts. */
  php(): Scope | undefined {
    return this.#once('php', () => this.#php());
  }

  #once(key: string, make: () => Scope | undefined): Scope | undefined {
    if (!this.#scopes.has(key)) this.#scopes.set(key, make());
    return this.#scopes.get(key);
  }

  #object(at: number): Scope | undefined {
    const object = objectAfter(this.text, at);
    return object && scopeOf(this.text, object);
  }

  #names(makers: readonly string[]): ReadonlyMap<string, number> {
    if (this.#named) return this.#named;
    const found = new Map<string, number>();
    const calls = makers.map((name) => name.replaceAll('.', '\\.')).join('|');
    const named = new RegExp(
      `(?<![\\w$])(?:(?:${calls})\\(\\s{0,20}["']([\\w$-]+)["']\\s{0,20},|(?:const|let|var) ([\\w$]+) ?=(?!=)|function ([\\w$]+) ?(?=\\())`,
      'g',
    );
    for (const match of this.text.matchAll(named)) {
      const name = match[1] ?? match[2] ?? match[3] ?? '';
      if (!found.has(name)) found.set(name, match.index + match[0].length);
    }
    this.#named = found;
    return found;
  }

  #app(apps: readonly string[]): Scope | undefined {
    const made = new RegExp(`(?<![\\w$])(?:${apps.join('|')})\\(\\s{0,40}(?=\\{)`, 'g');
    const [only, other] = [...this.text.matchAll(made)];
    if (!only || other) return undefined;
    const options = readLiteral(this.text, only.index + only[0].length);
    const { members, beginning } = scopeOf(this.text, options);
    const data = options.kind === 'object' ? options.entries.find(({ key }) => key === 'data') : undefined;
    if (!data) return { members, openEnded: true, beginning };
    const separator = /\s*:/y;
    separator.lastIndex = data.keySpan.end;
    const colon = separator.exec(this.text)?.[0].length ?? 0;
    const held = this.#object(data.keySpan.end + colon);
    return held && { ...held, beginning };
  }

  #php(): Scope | undefined {
    const members = new Map<string, ReturnType<typeof readLiteral>>();
    for (const match of this.text.matchAll(PROPERTY))
      members.set(match[1] ?? '', readLiteral(this.text, match.index + match[0].length));
    for (const match of this.text.matchAll(DECLARED)) {
      const { index } = match;
      const call = this.text.slice(index, index + MAX_CALL);
      for (const entry of call.slice(0, endOfCall(call)).matchAll(ENTRY))
        members.set(
          entry[1] ?? entry[2] ?? '',
          readLiteral(this.text, index + entry.index + entry[0].length),
        );
    }
    const set = new Set([...this.text.matchAll(SET)].map(([, name = '']) => name));
    for (const name of set) members.delete(name);
    return members.size > 0 ? { members, openEnded: true, beginning: '' } : undefined;
  }
}

/** In UTF-16 units. */
const MAX_CALL = 2000;
/** `public bool $newsletter = true;` */
const PROPERTY = /\bpublic (?:\??[\w\\|]+ )?\$(\w+) ?=(?!=|>)/g;
/** `state(['newsletter' => true])`, `state(newsletter: true)` */
const DECLARED = /(?<![\w$>:])state\(/g;
const ENTRY = /["'](\w+)["'] ?(?:=>|,)|(?<=[(,\s])(\w+):(?!:)/g;
/** `$this->newsletter = …` */
const SET = /\$this->(\w+) ?=(?![=>])/g;

function endOfCall(call: string): number {
  let depth = 0;
  for (let i = 0; i < call.length; i++) {
    const c = call.charAt(i);
    if (c === '(' || c === '[') depth++;
    else if ((c === ')' || c === ']') && --depth === 0) return i;
  }
  return call.length;
}

/** Whether code that runs before anyone acts may give a member another value. */
export function isSetIn(code: string, path: string): boolean {
  const name = path.slice(path.lastIndexOf('.') + 1);
  return code !== '' && code.includes(name);
}
