import type { ElementStart } from '../../model/build.js';
import type { Element, Hole } from '../../model/nodes.js';
import type { Mask } from './mask.js';

/** How a text is read that is written as HTML is. */
export interface HtmlTreeOptions {
  /** Elements other than HTML's void ones that a trailing slash closes (`<mj-image />`); by default those with a hyphen or a prefix. */
  readonly selfClosing?: (tag: string) => boolean;
  /** Names with a capital are components of a framework: a slash closes them, and none holds raw text. */
  readonly components?: boolean;
  /** What stands among the HTML and is none. */
  readonly mask?: Mask;
  /** Capitals tell names apart: `<Link>` is a component and has none of the properties of HTML's `<link>`. */
  readonly caseSensitive?: boolean;
  /** The prop of its parent that an element is the value of: a hole of that name is built around it. */
  readonly slot?: (start: ElementStart, parent: Element | Hole) => string | undefined;
  /** Frameworks of pages declare no state in it: the language has its own. */
  readonly stateless?: boolean;
  /** What an element stands for in a language that gives names of its own to HTML's elements. */
  readonly meaning?: (start: ElementStart, parent: Element | Hole) => ElementStart;
}
