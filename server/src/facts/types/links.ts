import type { Edit } from '../../core/edit.js';
import type { Knowable } from '../../core/knowable.js';
import type { Span } from '../../core/span.js';
import type { Appearance, StyleSource } from './appearance.js';

export interface Link {
  readonly span: Span;
  readonly open: Span;
  readonly href: Knowable<string>;
  readonly text: string;
  /** What the target or the words say it is for. */
  readonly purpose: 'unsubscribe' | 'preferences' | 'view-online' | 'contact' | undefined;
  /** True where the target itself (tag, address, expression) says so, not only the words. */
  readonly targeted: boolean;
  /** Its words say that it leaves everything. */
  readonly all: boolean;
  /** The sentence that it stands in, blanks folded; its own words where it stands alone. */
  readonly sentence: string;
}

/** Something that is asked of who leaves a mailing, or that goes on when they have left. */
export interface Hurdle {
  /** `others`: only one list is left, others go on. */
  readonly asks: 'login' | 'reason' | 'captcha' | 'others';
  /** The words of the mail, or the field's label; empty for a captcha. */
  readonly words: string;
  readonly span: Span;
  readonly by: 'words' | 'form';
}

/** A link, tag or sentence that offers to leave, or to change what one receives, and keeps nothing of it. */
export interface DeadEnd {
  /**
   * `fragment`: a place in the mail that there is not. `relative`: a path without a host. `home-page`: the front page of a
   * site. `foreign-tag`: of another provider. `dead-tag`: a look-alike that the mail's provider does not fill. `no-link`:
   * words that promise a link.
   */
  readonly cause:
    | 'no-target'
    | 'empty'
    | 'fragment'
    | 'script'
    | 'relative'
    | 'no-reply'
    | 'placeholder'
    | 'home-page'
    | 'foreign-tag'
    | 'dead-tag'
    | 'no-link';
  readonly purpose: 'unsubscribe' | 'preferences';
  /** The link's opening tag, the tag, or the words. */
  readonly span: Span;
  /** What it shows. */
  readonly words: string;
  /** Where it leads, as written; empty where nothing is. */
  readonly target: string;
  /** The tag that belongs there. */
  readonly instead: string | undefined;
  /** The name of the provider whose tag it is or resembles. */
  readonly provider: string | undefined;
  /** Other links of the mail, too, are still to be filled in. */
  readonly draft: boolean;
  /** Nothing else lets the reader out. */
  readonly alone: boolean;
  /** Leads it elsewhere; no edits where the target cannot be written there. */
  readonly repoint: ((href: string) => readonly Edit[]) | undefined;
}

/** A way out that works and that readers can hardly find, where no other one for leaving is plain to see. */
export interface Obscured {
  /**
   * `hidden`: not displayed. `small`, `pale`, `faint`: below the thresholds of font size, contrast and opacity. `wordless`: an
   * image without alternative text. `outlook-only`: in a comment that only desktop Outlook reads. `narrow-only`, `wide-only`,
   * `light-only`: shown on such screens only. `clipped`: beyond what a large mail service shows. `markup-only`: the plain
   * text of the mail has none.
   */
  readonly cause:
    | 'hidden'
    | 'small'
    | 'pale'
    | 'faint'
    | 'wordless'
    | 'outlook-only'
    | 'narrow-only'
    | 'wide-only'
    | 'light-only'
    | 'clipped'
    | 'markup-only';
  readonly span: Span;
  /** What it shows, or its tag. */
  readonly words: string;
  readonly appearance: Appearance | undefined;
  /** What hides it. */
  readonly by: StyleSource | undefined;
  /** Where it leads, as far as that is written out. */
  readonly target: string | undefined;
  /** Lets it be seen; undefined where the place that hides it cannot be written to. */
  readonly show: readonly Edit[] | undefined;
  /** Gives an image words of its own, where it has none. */
  readonly describe: ((words: string) => readonly Edit[]) | undefined;
}
