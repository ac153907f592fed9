import type { TreeBuilder } from '../model/build.js';
import type { Doc } from '../model/nodes.js';
import type { HtmlTreeOptions } from './html/options.js';

/** A language that is written as HTML is: how its tree is read, and what document that makes. */
export interface Markup {
  readonly tree: HtmlTreeOptions;
  describe(text: string, tree: TreeBuilder): Doc;
}
