import type { Span } from '../core/span.js';
import { isLayoutKey } from '../knowledge/templateCode.js';
import type { ElementStart } from '../model/build.js';
import type { Attribute, Doc } from '../model/nodes.js';
import { JoinedMask } from './html/joinedMask.js';
import type { Mask } from './html/mask.js';
import { readFrontMatter } from './settings/index.js';
import { Filler } from './template/fill.js';

/** What stands at the head of a file between its own marks, and in which language. */
export interface FrontMatter extends Span {
  readonly language: 'yaml' | 'toml' | 'json';
  /** Without the marks. */
  readonly content: Span;
}

const FENCES = [
  { mark: '---', language: 'yaml', open: /^---[ \t]*[\r\n]/, close: /[\r\n]---[ \t]*(?=[\r\n]|$)/g },
  { mark: '+++', language: 'toml', open: /^\+\+\+[ \t]*[\r\n]/, close: /[\r\n]\+\+\+[ \t]*(?=[\r\n]|$)/g },
  { mark: ';;;', language: 'json', open: /^;;;[ \t]*[\r\n]/, close: /[\r\n];;;[ \t]*(?=[\r\n]|$)/g },
] as const;

export function frontMatterOf(source: string): FrontMatter | undefined {
  const start = source.startsWith('\uFEFF') ? 1 : 0;
  for (const { mark, language, open, close } of FENCES) {
    if (!source.startsWith(mark, start) || !open.test(source.slice(start, start + 200))) continue;
    close.lastIndex = start + mark.length;
    const found = close.exec(source);
    if (!found) return undefined;
    const content = { start: start + mark.length, end: found.index + 1 };
    return { start, end: found.index + found[0].length, language, content };
  }
  return undefined;
}

/** The head of a file that markup follows: read as settings, and nothing of the markup. */
export class Front {
  readonly #read: ReturnType<typeof readFrontMatter>;
  /** The source with blanks in its place. */
  readonly covered: string;

  private constructor(
    readonly source: string,
    readonly matter: FrontMatter,
  ) {
    this.#read = readFrontMatter(source, matter.content, matter.language);
    const filler = new Filler(source);
    filler.blanks(matter.start, matter.end);
    this.covered = filler.finish();
  }

  static of(source: string): Front | undefined {
    const matter = frontMatterOf(source);
    return matter && new Front(source, matter);
  }

  /** @param mask made of the covered source. */
  mask(mask: Mask = new Blank(this.covered)): Mask {
    return new JoinedMask(new Blank(this.covered, this.matter), mask);
  }

  /** The document with what its head says. */
  describe(doc: Doc): Doc {
    const { settings, comments, comment } = this.#read;
    const groups = Math.max(0, ...settings.map((s) => s.group + 1));
    const within = layoutIn(this.source, this.matter.content) ?? doc.within;
    return {
      ...doc,
      settings: [...settings, ...doc.settings.map((s) => ({ ...s, group: s.group + groups }))],
      comments: [...comments, ...doc.comments],
      syntax: { codeComment: comment, commentEndsLine: true, ...doc.syntax },
      ...(within && { within }),
    };
  }
}

/** Covers a stretch in which nothing of the markup stands. */
class Blank implements Mask {
  readonly places: readonly Span[];

  constructor(
    readonly text: string,
    place?: Span,
  ) {
    this.places = place ? [place] : [];
  }

  build(): void {}

  attributes(read: readonly Attribute[]): Pick<ElementStart, 'attributes' | 'openEnded'> {
    return { attributes: read, openEnded: false };
  }
}

const ENTRY = /^[ \t]*["']?([\w-]+)["']?[ \t]*[:=][ \t]*(?:"([^"\r\n]*)"|'([^'\r\n]*)'|([^\s#,]+))/gm;
const NONE = /^(?:|null|none|false|~)$/i;

/** `layout: mail`, as Jekyll, Hugo, Eleventy and Maizzle name the file that the content is put into. */
function layoutIn(source: string, { start, end }: Span): Doc['within'] {
  for (const match of source.slice(start, end).matchAll(ENTRY)) {
    const path = match[2] ?? match[3] ?? match[4] ?? '';
    if (!isLayoutKey(match[1] ?? '') || NONE.test(path)) continue;
    const at = start + match.index;
    return { path, span: { start: at, end: at + match[0].length } };
  }
  return undefined;
}
