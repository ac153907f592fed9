import type { Span } from '../../core/span.js';

/**
 * `output` prints a value; `block` steers or computes; `comment` is not delivered; `opaque` holds something that is no
 * markup (a schema, a style sheet).
 */
export type HoleKind = 'output' | 'block' | 'comment' | 'opaque';

/** Where in the HTML around it a construct stands. */
export type HoleContext = 'text' | 'raw' | 'comment' | 'tag-name' | 'between' | 'name' | 'value' | 'unquoted';

/** A construct of a template language: what the engine replaces before the HTML is delivered. */
export interface TemplateHole extends Span {
  readonly kind: HoleKind;
  readonly context: HoleContext;
  /** What it begins with, as the language's table names it: `{{`, `{%`, `<?=`. */
  readonly open: string;
  /** What stands between its delimiters. */
  readonly code: Span;
  /** False where it has no end yet: somebody is typing it. */
  readonly closed: boolean;
}
