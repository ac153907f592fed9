import { frequencyWords } from '../knowledge/purposes.js';
import type { Element, Hole, Node } from '../model/nodes.js';
import { descendants, elements, knownText, LARGEST_FORM } from '../model/query.js';
import { indentOf } from './indent.js';
import { languageAround } from './language.js';
import type { FactSource } from './source.js';
import type { FieldPlace } from './types/index.js';

/** A form that ends in this text and whose fields all stand in it: no partial, no component and no code draws more of them. */
export function isWhole(form: Element): boolean {
  return form.close !== undefined && !form.made && !descendants(form, LARGEST_FORM).some(mayDrawFields);
}

function mayDrawFields(node: Node): boolean {
  if (node.kind === 'hole') return node.include !== undefined || standsAlone(node);
  if (node.kind !== 'element') return false;
  return node.include !== undefined || (isUnknown(node) && node.children.length === 0);
}

/** A component or custom element of which only its own file knows what it draws. */
function isUnknown({ name, tag }: Element): boolean {
  return name.toLowerCase() === tag && (name !== tag || name.includes('-'));
}

/** Code that prints something where no words stand beside it, directly among the form's blocks. */
function standsAlone({ value, slot, parent, children }: Hole): boolean {
  if (value.state !== 'dynamic' || slot !== undefined || children.length || parent?.kind !== 'element')
    return false;
  return BLOCKS.has(parent.tag) && !parent.children.some((c) => c.kind === 'text' && c.text.trim() !== '');
}

const BLOCKS: ReadonlySet<string> = new Set([
  'form',
  'div',
  'fieldset',
  'section',
  'ul',
  'table',
  'tbody',
  'tr',
  'td',
]);

/** The place before the button that sends a form; undefined where there is none that is markup. */
export function fieldPlace(form: Element, source: FactSource): FieldPlace | undefined {
  const button = elements(form, LARGEST_FORM).find(isSubmit);
  if (!button || button.made) return undefined;
  const { text, syntax } = source.doc;
  const language = languageAround(form, source);
  const { question, weekly, monthly } = frequencyWords(language);
  const option = (value: string, words: string) =>
    `<option ${syntax.attribute('value', value)}>${syntax.text(words)}</option>`;
  const at = button.span.start;
  return {
    at,
    indent: indentOf(text, at),
    frequency: `<label>${syntax.text(question)} <select ${syntax.attribute('name', 'frequency')}>${option('weekly', weekly)}${option('monthly', monthly)}</select></label>`,
  };
}

function isSubmit(element: Element): boolean {
  const type = knownText(element, 'type')?.toLowerCase();
  if (element.tag === 'button') return type === undefined || type === 'submit';
  return element.tag === 'input' && (type === 'submit' || type === 'image');
}
