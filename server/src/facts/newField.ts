import { listensForSubmission, readsAllFields, sendsAllFields } from '../knowledge/rendering.js';
import type { Element } from '../model/nodes.js';
import { attribute, elements, LARGEST_FORM } from '../model/query.js';
import { handles, hasHandledButton, isPrevented } from './sending.js';
import type { FactSource } from './source.js';

/**
 * How a further box of a form is written so that its answer is sent with the others, by the name that the function is
 * given. Undefined where code picks what it sends, or may do so elsewhere.
 */
export function newBoxOf(form: Element, source: FactSource): ((name: string) => string) | undefined {
  const { doc, host } = source;
  const fields = elements(form, LARGEST_FORM).filter(({ tag }) => tag === 'input');
  const { syntax, text } = doc;
  const type = syntax.attribute('type', 'checkbox');
  for (const { open, name } of fields) {
    const written = text.slice(open.start, open.end);
    const hook = REGISTERED.exec(written);
    if (hook?.[1] && hook[2]) {
      const [, call, mark] = hook;
      return (box) => `<input ${type} {...${call}(${mark}${box}${mark})} />`;
    }
    if (name === 'Field' && attribute(form, 'onsubmit') === undefined && /\sname=/.test(written))
      return (box) => `<Field ${type} ${syntax.attribute('name', box)} />`;
  }
  const takers = form.attributes.filter((a) => handles(a) && !sendsAllFields(a.name));
  const code = host ? `${text}\n${host.text}` : text;
  const isTaken = takers.length > 0 || hasHandledButton(form) || listensForSubmission(code);
  if (isPrevented(form) || (isTaken && !readsAllFields(code))) return undefined;
  const end = endOfVoid(form, text);
  return (box) => `<input ${type} ${syntax.attribute('name', box)}${end}`;
}

/** react-hook-form: what a field spreads ties it to the form. */
const REGISTERED = /\{\.\.\.((?:\w+\.)?register)\((['"`])[\w.]+\2/;

/** How the form ends tags that hold nothing: `>` where it writes HTML that way, else what every language takes. */
export function endOfVoid(form: Element, text: string): string {
  const field = elements(form, LARGEST_FORM).find(({ name }) => name === 'input');
  return field && !text.slice(field.open.start, field.open.end).endsWith('/>') ? '>' : ' />';
}
