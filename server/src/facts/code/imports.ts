import type { Frame, Mention } from './reader.js';

/** The local names that a module's exports go by; undefined where a string names no module that is imported. */
export function importedNames({ before, frame }: Mention): ReadonlySet<string> | undefined {
  const required = /^(?:require|import)$/.test(frame.head) || /\b(?:require|import)$/.test(frame.head);
  const statement = frame.bracket === '(' && before === '' && required ? frame.head : before;
  if (!/^import\b|\bfrom$|\brequire$|\bimport$/.test(statement)) return undefined;
  const names = statement.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? [];
  return new Set(names.filter((name) => !KEYWORDS.has(name)));
}

const KEYWORDS: ReadonlySet<string> = new Set([
  'import',
  'from',
  'const',
  'let',
  'var',
  'require',
  'as',
  'await',
  'type',
  'default',
  'return',
]);

/** Whether a call is one of a module's: of its object, its function, or of what it is handed to (`app.use(Plugin)`). */
export function isOf(
  path: readonly string[],
  names: ReadonlySet<string>,
  call: Frame,
  source: string,
): boolean {
  const [first = ''] = path;
  if (path.at(-1) === 'use') {
    const given = /^\s*(?:new\s+)?([\p{L}_$][\p{L}\p{N}_$]*)/u.exec(
      source.slice(call.start + 1, call.end),
    )?.[1];
    return given !== undefined && names.has(given);
  }
  return names.has(first) || names.size === 0;
}
