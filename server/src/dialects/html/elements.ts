import { TokenizerMode } from 'parse5';

/** Elements without content (HTML Standard, "Void elements"). */
export const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** Elements whose content is text, and how it is read; scripting counts as off, so `<noscript>` holds elements. */
export const RAW_TEXT: ReadonlyMap<string, Tokenizer['state']> = new Map([
  ['script', TokenizerMode.SCRIPT_DATA],
  ['style', TokenizerMode.RAWTEXT],
  ['textarea', TokenizerMode.RCDATA],
  ['title', TokenizerMode.RCDATA],
  ['iframe', TokenizerMode.RAWTEXT],
  ['xmp', TokenizerMode.RAWTEXT],
  ['noembed', TokenizerMode.RAWTEXT],
  ['noframes', TokenizerMode.RAWTEXT],
  ['plaintext', TokenizerMode.PLAINTEXT],
]);

/** Those of them whose text readers get. */
export const HOLDS_WORDS: ReadonlySet<string> = new Set(['textarea', 'title', 'plaintext', 'xmp']);

type Tokenizer = { state: (typeof TokenizerMode)[keyof typeof TokenizerMode] };

const CELL = ['td', 'th'];
const ROW = ['tr', ...CELL];

/** Open elements that a start tag closes (HTML Standard, "Optional tags"). */
export const CLOSED_BY: ReadonlyMap<string, readonly string[]> = new Map([
  ['li', ['li']],
  ['dt', ['dt', 'dd']],
  ['dd', ['dt', 'dd']],
  ['option', ['option']],
  ['optgroup', ['optgroup', 'option']],
  ['td', CELL],
  ['th', CELL],
  ['tr', ROW],
  ['tbody', ['tbody', 'thead', 'tfoot', ...ROW]],
  ['tfoot', ['tbody', 'thead', ...ROW]],
  ['body', ['head']],
  ...'address article aside blockquote details div dl fieldset footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'
    .split(' ')
    .map((tag): [string, readonly string[]] => [tag, ['p']]),
]);

/** Elements through which an optional end tag is never implied. */
export const BARRIER: ReadonlySet<string> = new Set(
  'table ul ol dl select template form div section article body svg math button'.split(' '),
);

/** Foreign content (HTML Standard, "SVG and MathML"): self-closing tags close there. */
export const FOREIGN: ReadonlySet<string> = new Set(['svg', 'math']);

/** `Textarea`: how frameworks write components among HTML's elements. */
export function isComponent(name: string): boolean {
  return /^[A-Z][a-z]/.test(name);
}
