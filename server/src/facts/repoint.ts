import { type Edit, insert, replace } from '../core/edit.js';
import type { Attribute, Element } from '../model/nodes.js';
import { attribute } from '../model/query.js';
import type { FactSource } from './source.js';

/** Writes another target into a link; undefined where its markup has no place for one. */
export function repointer(
  element: Element,
  source: FactSource,
): ((href: string) => readonly Edit[]) | undefined {
  const href = attribute(element, 'href');
  if (!href) return addTarget(element, source);
  if (isInTag(href, element, source)) {
    const { syntax } = source.doc;
    return (target) => [replace(href.span, syntax.attribute('href', target))];
  }
  return replaceLiteral(href, source);
}

function addTarget(element: Element, { doc }: FactSource): ((href: string) => readonly Edit[]) | undefined {
  const { open, name, made, openEnded } = element;
  const at = open.start + 1 + name.length;
  if (made || openEnded || doc.text.slice(open.start, at) !== `<${name}`) return undefined;
  return (target) => [insert(at, ` ${doc.syntax.attribute('href', target)}`)];
}

/** Written as an attribute of the opening tag, under a name that HTML's attributes have. */
function isInTag({ written, span }: Attribute, { open, made }: Element, { doc }: FactSource): boolean {
  if (made || span.start < open.start || span.end > open.end) return false;
  return /^:?href$/i.test(written) && doc.text.charAt(open.start) === '<';
}

/** Where the target is a literal of code or of a light markup: as long as nothing in the new one ends it. */
function replaceLiteral(
  { value }: Attribute,
  { doc }: FactSource,
): ((href: string) => readonly Edit[]) | undefined {
  const { span } = value;
  if (value.state !== 'known' || value.origin || doc.text.slice(span.start, span.end) !== value.value)
    return undefined;
  return (target) => (/["'`\\<>()\s#]/.test(target) ? [] : [replace(span, target)]);
}
