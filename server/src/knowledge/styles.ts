import data from './styles.json';

/** From where on a text counts as unreadable: our own numbers, in CSS pixels, WCAG contrast ratios and UTF-8 bytes. */
export const thresholds: Readonly<typeof data.thresholds> = data.thresholds;

type Names<T> = Readonly<Record<string, T>>;

/** `#rrggbb` of a colour's name in CSS, lower case. */
export function namedColor(name: string): string | undefined {
  return (data.colors as Names<string>)[name];
}

/** CSS pixels of a keyword for font sizes. */
export function namedFontSize(name: string): number | undefined {
  return (data.fontSizes as Names<number>)[name];
}

/** CSS pixels of `<font size>`. */
export function numberedFontSize(size: string): number | undefined {
  return (data.fontSizeNumbers as Names<number>)[size.trim()];
}

/** The CSS property that an attribute sets. */
export function styledBy(attribute: string): string | undefined {
  return (data.attributes as Names<string>)[attribute];
}

/** What an element declares of itself, by the name it is written with. */
export function ownDeclarations(name: string): Names<string> | undefined {
  return (data.defaults as Names<Names<string>>)[name];
}

/** True for a component inside which utility classes style. */
export function isUtilityScope(name: string): boolean {
  return data.utilities.components.includes(name);
}

const { classes, prefixes, palette } = data.utilities as {
  readonly classes: Names<string>;
  readonly prefixes: Names<string>;
  readonly palette: Names<string>;
};

/**
 * The declarations of a utility class as CSS text; undefined where it sets none of what is read. A class for certain
 * screens or states only (`sm:hidden`) has none.
 */
export function utilityDeclarations(name: string): string | undefined {
  const own = classes[name];
  if (own !== undefined) return own;
  const opacity = /^opacity-(\d{1,3})$/.exec(name)?.[1];
  if (opacity !== undefined) return `opacity:${Number(opacity) / 100}`;
  const [, prefix = '', rest = ''] = /^([a-z]+)-(.+)$/.exec(name) ?? [];
  const property = prefixes[prefix];
  if (property === undefined) return undefined;
  const written = /^\[(.+)\]$/.exec(rest)?.[1];
  if (written === undefined) {
    const color = palette[rest];
    return color === undefined ? undefined : `${property}:${color}`;
  }
  const isLength = /^(?:\d+(?:\.\d+)?|\.\d+)(?:px|rem|em|pt)$/.test(written);
  return `${isLength && prefix === 'text' ? 'font-size' : property}:${written}`;
}
