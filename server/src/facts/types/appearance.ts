import type { Knowable } from '../../core/knowable.js';
import type { Span } from '../../core/span.js';

/** How something looks, as far as the document's own styles tell; on a wide screen in the light unless said otherwise. */
export interface Appearance {
  /** Known and false where something hides it: see `hiddenBy`. */
  readonly displayed: Knowable<boolean>;
  readonly hiddenBy: StyleSource | undefined;
  /** CSS pixels; absent where nothing sets it. */
  readonly fontSize: Knowable<number>;
  readonly fontSizeBy: StyleSource | undefined;
  /** `#rrggbb`; absent where nothing sets it. */
  readonly color: Knowable<string>;
  readonly colorBy: StyleSource | undefined;
  /** `#rrggbb` of what lies behind it; dynamic where an image does. */
  readonly background: Knowable<string>;
  /** WCAG contrast ratio of its words and what lies behind them, from 1 to 21. */
  readonly contrast: Knowable<number>;
  /** From 0 to 1, with that of everything around it. */
  readonly opacity: Knowable<number>;
  readonly opacityBy: StyleSource | undefined;
}

/** The declaration that decides how something looks. */
export interface StyleSource {
  /** CSS, lower case. */
  readonly property: string;
  readonly value: string;
  readonly by: 'inline' | 'attribute' | 'sheet' | 'utility' | 'default';
  /** The whole declaration, and its value; undefined where they are not written as such. */
  readonly span: Span | undefined;
  readonly valueSpan: Span | undefined;
}
