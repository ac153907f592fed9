import { insert, replace } from '../../core/edit.js';
import type { Undo } from '../../model/nodes.js';
import type { Source } from './source.js';
import type { ScalarThing } from './things.js';

const OPPOSITES: ReadonlyMap<string, string> = new Map([
  ['true', 'false'],
  ['false', 'true'],
  ['!0', '!1'],
  ['!1', '!0'],
]);

/** In UTF-16 units: a longer type is not looked through. */
const MAX_TYPE = 200;

/** The literal's opposite where the value follows it, or a text without words where the value is that text. */
export function undoOf(source: Source, { node, sense, value, matches }: ScalarThing): Undo | undefined {
  const written = source.slice(node);
  const opposite = sense === 0 ? undefined : OPPOSITES.get(written);
  if (opposite !== undefined) return { by: 'turning', edits: [replace(source.span(node), opposite)] };
  const isText = matches || (sense === 1 && typeof value === 'string' && value !== '');
  if (!isText || !source.ts.isStringLiteralLike(node)) return undefined;
  const empty = written.slice(0, 1).repeat(2);
  const type = typeBefore(source.text, source.start(node));
  if (type && !mayBeEmpty(type.text)) {
    if (!isChoice(type.text)) return undefined;
    return { by: 'emptying', edits: [insert(type.end, ` | ${empty}`), replace(source.span(node), empty)] };
  }
  return { by: 'emptying', edits: [replace(source.span(node), empty)] };
}

/** What a literal has to be: `ref<'yes' | 'no'>('yes')`, `answer: Answer = 'yes'`, `answer: Answer = $state('yes')`. */
function typeBefore(text: string, at: number): { readonly text: string; readonly end: number } | undefined {
  const from = Math.max(0, at - MAX_TYPE);
  let head = text.slice(from, at).trimEnd();
  if (head.endsWith('(')) {
    head = head.slice(0, -1).trimEnd();
    const open = head.endsWith('>') ? head.lastIndexOf('<') : -1;
    if (open >= 0) return { text: head.slice(open + 1, -1), end: from + head.length - 1 };
    let name = head.length;
    while (/[\w$.]/.test(head.charAt(name - 1))) name--;
    head = head.slice(0, name).trimEnd();
  }
  if (!head.endsWith('=')) return undefined;
  head = head.slice(0, -1).trimEnd();
  const line = head.slice(Math.max(head.lastIndexOf('\n'), head.lastIndexOf(';'), head.lastIndexOf(',')) + 1);
  const colon = line.indexOf(':');
  return colon < 0 ? undefined : { text: line.slice(colon + 1), end: from + head.length };
}

function mayBeEmpty(type: string): boolean {
  return /\b(?:string|any|unknown)\b|''|""/.test(type);
}

/** Texts to choose from, and nothing else. */
function isChoice(type: string): boolean {
  return type.split('|').every((part) => /^(?:'[^']*'|"[^"]*")?$/.test(part.trim()));
}
