import data from './template-code.json';

/** An attribute that a function writes; `otherwise` is the number of the argument that decides where nothing was sent. */
export interface WrittenAttribute {
  readonly attribute: string;
  readonly otherwise?: number;
}

const translate = new Set(data.translate);
const translateOf = new Set(data.translateOf);
const pass = new Set(data.pass);
const defaults = new Map(Object.entries(data.default));
const requestPaths = new Set(data.request.paths);
const requestCalls = new Set(data.request.calls);
const requestHeads = new Set([...requestPaths, ...requestCalls].map(headOf));
const given = new Set(data.tests.given);
const missing = new Set(data.tests.missing);
const printing = new Set(data.print.translated);
const attributes = new Map<string, WrittenAttribute>(Object.entries(data.print.attributes));
const include = new Set(data.include);
const fileOptions = new Set(data.fileOptions);
const layout = new Set(data.layout);
const content = new Set(data.content);
const contentCalls = new Set(data.contentCalls);

/** What a function, filter or tag of template code is for; its name as written, with the object it belongs to. */
export const templateCode = {
  /** It prints a message or the message of a key. */
  translates: (name: string) => translate.has(lastOf(name)) || translateOf.has(name),
  /** It prints its first argument, but for escapes. */
  passes: (name: string) => pass.has(lastOf(name)),
  /** The number of the argument that it gives where there is no other value. */
  defaultArgument: (name: string) => defaults.get(lastOf(name)),
  /** A variable, or a part of one, that holds what a visitor has sent. */
  isRequest: (path: string) =>
    requestHeads.has(headOf(path)) && prefixes(path).some((p) => requestPaths.has(p)),
  isRequestCall: (name: string) =>
    requestHeads.has(headOf(name)) &&
    (requestCalls.has(name) || prefixes(name).some((p) => p !== name && requestPaths.has(p))),
  testsGiven: (name: string) => given.has(lastOf(name)),
  testsMissing: (name: string) => missing.has(lastOf(name)),
  /** A statement that prints its first argument. */
  prints: (name: string) => printing.has(lastOf(name)),
  /** The attribute that a statement writes where its arguments are true or equal. */
  attributeOf: (name: string) => attributes.get(name),
  /** How another file is named: as one that is put here, or as the layout that this one is put into. */
  namesFile: (name: string): 'include' | 'layout' | undefined =>
    include.has(lastOf(name)) ? 'include' : layout.has(lastOf(name)) ? 'layout' : undefined,
  /** An option of such a call that names the file: Rails' `partial: 'footer'`. */
  optionNamesFile: (key: string) => fileOptions.has(key),
  isContentCall: (name: string) => contentCalls.has(name),
  isContent: (name: string) => content.has(lastOf(name)),
};

/** True for the key of a file's head that names its layout. */
export function isLayoutKey(key: string): boolean {
  return layout.has(key.toLowerCase());
}

/** `$this->translate` → `translate`. */
function lastOf(name: string): string {
  return (/(?<![\w$])([\w$]+)[?!]?$/.exec(name)?.[1] ?? name).toLowerCase();
}

/** `a.b.c` → `a`. */
function headOf(path: string): string {
  return /^[$@]*\w*/.exec(path)?.[0] ?? path;
}

/** `a.b.c` → `a`, `a.b`, `a.b.c`. */
function prefixes(path: string): string[] {
  const found = [path];
  for (const { index } of path.matchAll(/\.|->|::|\[/g)) if (index > 0) found.push(path.slice(0, index));
  return found;
}
