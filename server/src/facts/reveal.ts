import { type Edit, insert, replace } from '../core/edit.js';
import type { Element } from '../model/nodes.js';
import { ancestors, attribute } from '../model/query.js';
import type { FactSource } from './source.js';

/** The element of HTML, and the component by which form libraries write it: Formik, VeeValidate, React Final Form. */
const FIELDS: ReadonlySet<string> = new Set(['input', 'Field']);

/**
 * The edits that make of a hidden field a visible, empty box with these words; undefined where code makes the field or
 * decides its kind. Inside a label, which has its words, the field only changes its kind.
 */
export function revealOf(
  field: Element,
  { doc }: FactSource,
): ((words: string) => readonly Edit[]) | undefined {
  const type = attribute(field, 'type');
  if (field.made || !FIELDS.has(field.name) || type?.value.state !== 'known' || type.value.origin)
    return undefined;
  const { span } = type.value;
  if (doc.text.slice(span.start, span.end) !== type.value.value) return undefined;
  const kind = replace(span, 'checkbox');
  if ([...ancestors(field)].some((up) => up.tag === 'label')) return () => [kind];
  return (words) => [
    insert(field.span.start, '<label>'),
    kind,
    insert(field.span.end, ` ${doc.syntax.text(words)}</label>`),
  ];
}
