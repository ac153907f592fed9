import type { Span } from '../../core/span.js';
import type { Doc, Setting } from '../../model/nodes.js';
import { looksLikeAddress, tellsOfSender } from './address.js';
import { readCode } from './code.js';
import { linesOf, valueIn } from './lines.js';
import { flow } from './table.js';

interface Level {
  readonly indent: number;
  readonly key: string;
  readonly keyStart: number;
  /** Of the keys at this indentation beneath one key. */
  readonly group: number;
  /** Of the items of a list that this is the key of. */
  readonly items: number;
}

/** `key: value`, `- key: value`, `- value`, `- NAME=value`; a key may stand in quotes. */
const ENTRY = /^([ \t]*)((?:-[ \t]+)*)(?:(["']?)([\w.$/-]+)\3[ \t]*:(?=[ \t]|$))?[ \t]*/;
const VARIABLE = /^(["']?)(\w+)=/;
const BLOCK = /^[|>][+-]?\d?[+-]?\s*(?:#.*)?$/;

/** The settings of a YAML file, read line by line: its values and the keys around them, by indentation. */
export function readYaml(source: string, span?: Span): { settings: Setting[]; comments: Doc['comments'] } {
  const reader = new YamlReader(source);
  for (const { line, start } of linesOf(source, span)) reader.line(line, start);
  const { settings, comments } = reader;
  return { settings, comments };
}

class YamlReader {
  readonly settings: Setting[] = [];
  readonly comments: { text: string; span: { start: number; end: number } }[] = [];
  #levels: Level[] = [];
  #groups = 1;
  /** The indentation of the key whose text goes on in deeper lines. */
  #block: number | undefined;

  constructor(readonly source: string) {}

  line(line: string, start: number): void {
    const indent = line.length - line.trimStart().length;
    if (line.trim() === '') return;
    if (this.#block !== undefined) {
      if (indent > this.#block) return;
      this.#block = undefined;
    }
    if (line.charAt(indent) === '#') {
      this.comments.push({
        text: line.slice(indent + 1),
        span: { start: start + indent, end: start + line.length },
      });
      return;
    }
    const entry = ENTRY.exec(line);
    if (!entry) return;
    const [before, blank = '', dashes = '', quote = '', key] = entry;
    // A list may stand at the indentation of its key.
    const isItem = dashes !== '';
    const depth = blank.length + (isItem ? 0.5 : 0);
    const inner = blank.length + dashes.length;
    const sibling = isItem ? undefined : this.#levels.find((l) => l.indent === inner);
    this.#levels = this.#levels.filter((l) => l.indent < depth);
    if (key === undefined) {
      if (isItem) this.#item(line, before.length, start);
      return;
    }
    const value = valueIn(line, before.length, ['#']);
    const text = line.slice(value.start, value.end);
    if (BLOCK.test(text)) this.#block = inner;
    const keyStart = start + inner + quote.length;
    const group = sibling?.group ?? this.#groups++;
    const name = { key, keyStart, group };
    if (/^[[{]/.test(text)) this.#flow({ start: start + value.start, end: start + value.end }, key);
    else this.#tell(name, { start: start + value.start, end: start + value.end }, text);
    this.#levels.push({ indent: inner, ...name, items: this.#groups++ });
  }

  /** `from: { address: 'a@b.example' }`. */
  #flow(span: Span, key: string): void {
    const first = this.#groups;
    for (const setting of readCode(this.source, span, flow).settings) {
      this.#groups = Math.max(this.#groups, first + setting.group + 1);
      this.settings.push({
        ...setting,
        group: first + setting.group,
        context: [...setting.context, key, ...this.#context()],
      });
    }
  }

  #item(line: string, from: number, start: number): void {
    const [whole = '', quote = '', name] = VARIABLE.exec(line.slice(from)) ?? [];
    const outer = this.#levels.at(-1);
    if (!outer) return;
    const at = from + whole.length;
    const close = quote === '' ? -1 : line.lastIndexOf(quote);
    const value = close >= at ? { start: at, end: close } : valueIn(line, at, ['#']);
    const key = name === undefined ? outer : { key: name, keyStart: start + from + quote.length };
    this.#tell(
      { ...key, group: outer.items },
      { start: start + value.start, end: start + value.end },
      line.slice(value.start, value.end),
    );
  }

  #context(): string[] {
    return this.#levels.map((l) => l.key).reverse();
  }

  #tell({ key, keyStart, group }: Pick<Level, 'key' | 'keyStart' | 'group'>, span: Span, text: string): void {
    if (!looksLikeAddress(text, HOLES) && !tellsOfSender(key)) return;
    this.settings.push({
      kind: 'property',
      key,
      keySpan: { start: keyStart, end: keyStart + key.length },
      value: { state: 'known', value: text, span },
      span: { start: Math.min(keyStart, span.start), end: span.end },
      group,
      context: this.#context(),
    });
  }
}

const HOLES = /\$\{[^}]{0,200}\}|%[\w().:]{1,200}%/;
