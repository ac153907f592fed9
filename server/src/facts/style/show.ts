import { type Edit, insert, remove, replace } from '../../core/edit.js';
import { thresholds } from '../../knowledge/styles.js';
import type { Doc, Element } from '../../model/nodes.js';
import { attribute } from '../../model/query.js';
import type { Appearance, Obscured, StyleSource } from '../types/index.js';
import { readableOn } from './legible.js';

/** The edits that let an element be seen; undefined where its styles cannot be written to. */
export function showing(
  cause: Obscured['cause'],
  appearance: Appearance,
  element: Element,
  doc: Doc,
): readonly Edit[] | undefined {
  if (cause === 'hidden' || cause === 'faint')
    return unhide(appearance.hiddenBy ?? appearance.opacityBy, doc);
  if (cause === 'small')
    return setting('font-size', `${thresholds.readableFontSize}px`, appearance.fontSizeBy, element, doc);
  if (cause !== 'pale' || appearance.background.state !== 'known') return undefined;
  return setting('color', readableOn(appearance.background.value), appearance.colorBy, element, doc);
}

/** Takes away what hides it where that stands in the element's own tag; a rule of a sheet may be meant for others. */
function unhide(by: StyleSource | undefined, { text }: Doc): readonly Edit[] | undefined {
  if (!by?.span || by.by === 'sheet') return undefined;
  const { start, end } = by.span;
  const blanks = /(?<!\s)\s*$/.exec(text.slice(Math.max(0, start - MOST_BLANKS), start))?.[0].length ?? 0;
  return [remove({ start: start - blanks, end })];
}

const MOST_BLANKS = 40;

function setting(
  property: string,
  value: string,
  by: StyleSource | undefined,
  element: Element,
  doc: Doc,
): readonly Edit[] | undefined {
  // A utility class for a value of one's own: `text-[#333333]`.
  if (by?.by === 'utility') return by.valueSpan && [replace(by.valueSpan, `text-[${value}]`)];
  if (by?.valueSpan && by.by !== 'sheet' && by.property === property) return [replace(by.valueSpan, value)];
  if (by?.by === 'sheet' && by.span && /!\s*important/.test(doc.text.slice(by.span.start, by.span.end)))
    return undefined;
  if (element.name.toLowerCase().startsWith('mj-'))
    return added(doc.syntax.attribute(property, value), element, doc);
  return inline(`${property}: ${value};`, element, doc);
}

/** Adds a declaration to the tag, where style attributes are CSS text. */
function inline(declaration: string, element: Element, doc: Doc): readonly Edit[] | undefined {
  const { text, syntax } = doc;
  const { name, tag, made } = element;
  const written = syntax.attribute('style', declaration);
  if (made || name !== tag || written !== `style="${declaration}"`) return undefined;
  const style = attribute(element, 'style');
  if (!style) return added(written, element, doc);
  const { value } = style;
  const css = text.slice(value.span.start, value.span.end);
  if (value.state !== 'known' || css !== value.value) return undefined;
  const gap = css.trim() === '' ? '' : css.trimEnd().endsWith(';') ? ' ' : '; ';
  return [insert(value.span.end, `${gap}${declaration}`)];
}

/** Adds an attribute behind the name. */
function added(written: string, { open, name }: Element, { text }: Doc): readonly Edit[] | undefined {
  const at = open.start + 1 + name.length;
  return text.slice(open.start, at) === `<${name}` ? [insert(at, ` ${written}`)] : undefined;
}
