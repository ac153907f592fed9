import { type Edit, insert, replace } from '../core/edit.js';
import { once } from '../core/memo.js';
import {
  handlesPress,
  handlesSubmission,
  preventsSubmission,
  renderingOf,
  tellsOfScript,
} from '../knowledge/rendering.js';
import type { Attribute, Element } from '../model/nodes.js';
import { attribute, elements, knownText, LARGEST_FORM, valueOfAttribute } from '../model/query.js';
import type { ElementIndex, FactSource } from './source.js';
import type { Sending } from './types/index.js';

/** How a browser sends a form as long as no script prevents it, and what tells that one does. */
export function sendingOf(form: Element, source: FactSource): Sending {
  const { doc } = source;
  const button = buttonWith('formmethod', form);
  return {
    method: methodOf(button ?? form, button ? 'formmethod' : 'method'),
    isWritten: attribute(form, 'method') !== undefined,
    taken: takenBy(form, source),
    rendering:
      doc.dialect === 'astro' || /^\s*['"]use (?:client|server)['"]/.test(doc.text)
        ? 'server'
        : renderingOf(doc.modules),
    secure: secureEdits(...targetOf(form), source),
    post: button ? undefined : postEdits(form, source),
  };
}

/** The element that names where a form goes, and the attribute: its own, else that of a button. */
export function targetOf(form: Element): readonly [Element, 'action' | 'formaction'] {
  const button = attribute(form, 'action') ? undefined : buttonWith('formaction', form);
  return button ? [button, 'formaction'] : [form, 'action'];
}

function buttonWith(name: string, form: Element): Element | undefined {
  return elements(form, LARGEST_FORM).find(
    (e) => (e.tag === 'button' || e.tag === 'input') && attribute(e, name),
  );
}

/** Get is what HTML falls back to; a component may set something else itself. */
function methodOf(element: Element, name: string): Sending['method'] {
  const value = valueOfAttribute(element, name);
  if (value.state === 'dynamic') return 'unknown';
  if (value.state === 'absent') return element.name === element.tag && !element.made ? 'get' : 'unknown';
  const method = String(value.value ?? '')
    .trim()
    .toLowerCase();
  return method === 'post' || method === 'dialog'
    ? method
    : METHODS_OF_FRAMEWORKS.test(method)
      ? 'post'
      : 'get';
}

/** Written for a framework that turns them into a POST. */
const METHODS_OF_FRAMEWORKS = /^(?:put|patch|delete)$/;

function takenBy(form: Element, source: FactSource): Sending['taken'] {
  const { doc, index } = source;
  if (isPrevented(form)) return { by: 'framework', span: undefined };
  const action = attribute(form, 'action')?.value;
  // A function is no address: the framework sends the form by itself, with POST.
  if (action?.state === 'dynamic' && doc.modules.length > 0) return { by: 'framework', span: undefined };
  const handler = form.attributes.find((a) => handles(a));
  if (handler) return { by: 'handler', span: handler.span };
  if (action?.state === 'known' && action.value !== null && action.value !== '') return undefined;
  if (action?.state === 'dynamic') return undefined;
  const isCode = doc.modules.length > 0 || isScripted(index) || hasHandledButton(form);
  return isCode ? { by: 'script', span: undefined } : undefined;
}

/** A framework keeps the browser from sending the form. */
export function isPrevented(form: Element): boolean {
  return form.attributes.some(({ name }) => preventsSubmission(name));
}

/** Whether an attribute of a form takes over its submission. */
export function handles({ name, value }: Attribute): boolean {
  if (name.startsWith('data-'))
    return tellsOfScript(name, value.state === 'known' ? String(value.value ?? '') : '');
  if (!handlesSubmission(name)) return false;
  // A handler written as text lets the form go unless it says otherwise.
  return value.state === 'dynamic' || name !== 'onsubmit' || PREVENTS.test(String(value.value));
}

const PREVENTS = /\breturn\b|preventDefault|\bevent\b|\{/;

/** Whether code runs when the form's button is pressed. */
export function hasHandledButton(form: Element): boolean {
  return elements(form, LARGEST_FORM).some((e) => {
    const isButton =
      e.tag === 'button' || (e.tag === 'input' && /^(?:submit|image)$/i.test(knownText(e, 'type') ?? ''));
    return isButton && e.attributes.some(({ name }) => handlesPress(name));
  });
}

const isScripted = once(({ all }: ElementIndex) => all.some(runsCode));

/** A script of the page's own: libraries that all pages load handle no form of theirs. */
function runsCode(element: Element): boolean {
  if (element.tag !== 'script') return false;
  const type = knownText(element, 'type')?.toLowerCase() ?? '';
  if (type !== '' && !/module|javascript|babel/.test(type)) return false;
  const src = attribute(element, 'src')?.value;
  return src?.state !== 'known' || !/^(?:https?:)?\/\//.test(String(src.value));
}

/** The address by the protected protocol, where it is written in its tag. */
export function secureEdits(
  element: Element,
  name: string,
  { doc }: FactSource,
): readonly Edit[] | undefined {
  const value = attribute(element, name)?.value;
  if (value?.state !== 'known' || value.origin?.file) return undefined;
  const { start, end } = value.origin?.span ?? value.span;
  const at = /["'`]/.test(doc.text.charAt(start)) ? start + 1 : start;
  if (!/^http:\/\//i.test(doc.text.slice(at, end))) return undefined;
  return [insert(at + 'http'.length, 's')];
}

/** In a call, the word alone gives way: `method: :get`, `'method' => 'GET'`, `FormMethod.Get`. */
function wordEdits(text: string, { span, value }: Attribute): readonly Edit[] | undefined {
  if (value.state !== 'known' || value.origin) return undefined;
  const word = /\b(get)["']?$/i.exec(text.slice(span.start, span.end));
  if (!word?.[1]) return undefined;
  const start = span.start + word.index;
  const post = word[1] === 'GET' ? 'POST' : word[1] === 'Get' ? 'Post' : 'post';
  return [replace({ start, end: start + 3 }, post)];
}

function postEdits(form: Element, { doc }: FactSource): readonly Edit[] | undefined {
  const { open, name, made, openEnded } = form;
  const { syntax } = doc;
  const method = attribute(form, 'method');
  if (method) {
    const isInTag =
      method.written === 'method' && method.span.start >= open.start && method.span.end <= open.end;
    if (made) return wordEdits(doc.text, method);
    return isInTag && doc.text.charAt(open.start) === '<'
      ? [replace(method.span, syntax.attribute('method', 'post'))]
      : undefined;
  }
  const at = open.start + 1 + name.length;
  if (made || openEnded || doc.text.slice(open.start, at) !== `<${name}`) return undefined;
  return [insert(at, ` ${syntax.attribute('method', 'post')}`)];
}
