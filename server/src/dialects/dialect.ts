import type { LookUp, Snapshot } from '../core/project.js';
import type { Doc } from '../model/nodes.js';

/** What a dialect may be told beyond the text. */
export interface ParseOptions {
  /** Path with `/`; `.tsx` and `.ts` differ in how `<T>` is read. */
  readonly path: string;
  /** Components of the user's configuration: import or name → what it stands for. */
  readonly components?: Readonly<Record<string, ComponentMeaning>>;
  /** The files that the dialect asked for as companions. */
  readonly snapshot?: Snapshot;
}

/** What a component stands for: an HTML element, with props under their HTML names. */
export interface ComponentMeaning {
  /** The HTML element: `input`, `label`, `a`, `form`, `option`. */
  readonly tag: string;
  /** The input type: `checkbox`, `radio`, `switch`. */
  readonly type?: string;
  /** Prop → HTML attribute, where the names differ. */
  readonly props?: Readonly<Record<string, string>>;
}

/** One language that forms or mails are written in. Only dialects know parsers. */
export interface Dialect {
  readonly id: string;
  /** Language ids of editors. */
  readonly languageIds: readonly string[];
  /** File name endings, with the dot, lower case. */
  readonly extensions: readonly string[];
  /** True where every text is a mail: such texts may hide what they hold in an encoding, so none is passed over unread. */
  readonly mail?: boolean;
  /** False for a text that is left alone, though its name would have it read; absent where every one is read. Fast. */
  reads?(text: string, path: string): boolean;
  /** Files beside a text that it is read with. @param path the text's own. */
  companions?(path: string): readonly LookUp[];
  /** Total: any text, cut anywhere, gives a document. */
  parse(text: string, options: ParseOptions): Doc;
}

/** A dialect whose parser is loaded when the first text needs it. */
export interface LazyDialect extends Omit<Dialect, 'parse'> {
  load(): Promise<Dialect>;
}
