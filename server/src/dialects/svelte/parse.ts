import type { Span } from '../../core/span.js';
import type { TreeBuilder } from '../../model/build.js';
import type { Doc } from '../../model/nodes.js';
import { readDocument } from '../braces/document.js';
import type { AttributeName } from '../braces/elements.js';
import type { BraceHole } from '../braces/scan.js';
import { scanBraces } from '../braces/scanner.js';
import type { ParseOptions } from '../dialect.js';
import { EmbeddedScript } from '../script/embeddedScript.js';
import type { TypeScript } from '../script/typescript.js';
import { declareBlockNames } from './blocks.js';
import { readState } from './state.js';

/** Reads a Svelte component. */
export function readSvelte(ts: TypeScript, text: string, options: ParseOptions): Doc {
  const scan = scanBraces(text, { markupInCode: false, from: 0 });
  const code = scan.scripts.filter(({ open }) => isCode(text.slice(open.start, open.end)));
  const script = new EmbeddedScript(
    ts,
    text,
    code.map(({ content }) => content),
    'script.ts',
  );
  readState(script);
  declareBlockNames(script, scan.holes);
  const name = (written: string, at: number, open: Span) => attributeName(script, written, at, open);
  return readDocument(scan, script, { id: 'svelte', name, prints: NOTHING, add: addBlock }, options);
}

/** Data and templates may stand in scripts as well. */
function isCode(tag: string): boolean {
  const type = /\stype\s*=\s*["']?([^\s"'>]+)/i.exec(tag)?.[1];
  return !/\ssrc\s*=/i.test(tag) && (type === undefined || /module|script/i.test(type));
}

const NOTHING: ReadonlySet<string> = new Set();
const UNREAD = /^(?:class|style|use|transition|in|out|animate|let|on)(?::|$)|^(?:on[a-z]|--)/;

function attributeName(script: EmbeddedScript, written: string, at: number, open: Span): AttributeName {
  const colon = written.indexOf(':');
  const prefix = colon < 0 ? '' : written.slice(0, colon);
  const rest = written.slice(colon + 1);
  if (prefix === 'bind') {
    const shorthand = { start: at + colon + 1, end: at + written.length };
    const plain = script.text.slice(at + written.length).match(/^\s*=/) === null;
    return { prop: rest, ...(plain && { shorthand }) };
  }
  if (prefix === 'on') return { prop: `on${rest.split('|')[0]}`, unread: true };
  if (prefix === 'let') declareSlotProp(script, rest, at + written.length, open);
  return { prop: written, unread: UNREAD.test(written) };
}

/** `let:item`, `let:item={entry}`: known within the element. */
function declareSlotProp(script: EmbeddedScript, prop: string, at: number, open: Span): void {
  const { text } = script;
  const name = /^[\w$-]+/.exec(text.slice(open.start + 1, open.end))?.[0] ?? '';
  const close = text.indexOf(`</${name}`, open.end);
  const given = /^\s*=\s*["']?\{\s*([\w$]+)\s*\}/.exec(text.slice(at, open.end))?.[1];
  script.declare([given ?? prop], { start: open.start, end: close < 0 ? open.end : close });
}

/** Blocks steer what is drawn and print nothing themselves. */
function addBlock({ start, end }: BraceHole, code: string, tree: TreeBuilder): boolean {
  const sign = code.charAt(0);
  const prints = /^@(?:html|render)\b/.test(code);
  const steers =
    sign === '#' || sign === ':' || sign === '@' || /^\/(?:if|each|await|key|snippet)\b/.test(code);
  if (!steers) return false;
  const span = { start, end };
  tree.openHole(span, code, prints ? { state: 'dynamic', span, code } : { state: 'absent' });
  tree.close(end);
  return true;
}
