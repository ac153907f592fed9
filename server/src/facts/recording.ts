import { type Edit, insert } from '../core/edit.js';
import { once } from '../core/memo.js';
import { bindsToCode, handlesForms, isHookForScripts } from '../knowledge/submission.js';
import type { Attribute, Doc, Element } from '../model/nodes.js';
import { ancestors, knownText } from '../model/query.js';
import type { FactSource } from './source.js';
import type { Control, Unrecorded } from './types/index.js';

/**
 * Boxes that ask consent and whose answer cannot leave the page: without a name, in a form that the browser sends or that
 * code of the same text sends without ever asking the box. Where anything may tie them to code elsewhere, nothing is said.
 */
export function readUnrecorded(source: FactSource, controls: readonly Control[]): readonly Unrecorded[] {
  return controls.flatMap((control, number) => {
    const element = source.index.controls[number];
    if (!element || control.kind !== 'checkbox' || !control.consent) return [];
    const form = [...ancestors(element)].find((up) => up.tag === 'form');
    const isNative = element.name === 'input' && !element.made && !element.openEnded;
    if (
      !form ||
      !isNative ||
      !element.attributes.every(isPlain) ||
      isBound(element, source) ||
      isAskedByCode(element, source)
    )
      return [];
    const handler = handlerOf(form);
    if (handler === 'elsewhere' || form.openEnded || isHandledByScript(form, source)) return [];
    const by = control.name.state === 'absent' ? 'name' : isDisabled(control) ? 'disabled' : undefined;
    if (by === undefined) return [];
    const at = element.open.start + 1 + element.name.length;
    const addName = (name: string): Edit => insert(at, ` ${source.doc.syntax.attribute('name', name)}`);
    return [{ control: number, by, addName: handler === 'browser' && by === 'name' ? addName : undefined }];
  });
}

function isDisabled({ disabled }: Control): boolean {
  return disabled.state === 'known' && disabled.value;
}

/** A binding that says nothing of how the box starts is no attribute of it: the tag itself tells. */
function isBound({ open }: Element, { doc }: FactSource): boolean {
  const names = doc.text.slice(open.start, open.end).matchAll(/\s([^\s=<>"'{}]{1,60})\s*=/g);
  return [...names].some(([, name = '']) => bindsToCode(name.replace(/^:/, '')));
}

/** An attribute of HTML that says nothing to code: not a binding, an event, a hook for scripts. */
function isPlain({ written, value, name }: Attribute): boolean {
  if (written === '' && name === 'type') return true;
  if (bindsToCode(name)) return false;
  if (name === 'class' && value.state === 'known' && isHookForScripts(String(value.value))) return false;
  return value.state === 'known' ? !value.origin : name === 'class' || name === 'style';
}

/** Who sends the form: the browser, code in this text, or code that stands elsewhere. */
function handlerOf(form: Element): 'browser' | 'here' | 'elsewhere' {
  const bound = form.attributes.filter(
    (a) => a.name !== 'action' && a.name !== 'method' && bindsToCode(a.written),
  );
  if (bound.length === 0) return 'browser';
  return bound.every((a) => a.value.state === 'dynamic') ? 'here' : 'elsewhere';
}

/** A script of the page speaks of sending forms, or of this one. */
function isHandledByScript(form: Element, source: FactSource): boolean {
  const id = knownText(form, 'id');
  return scriptsOf(source).some((s) => s.handlesForms || (id !== undefined && mentions(s.code, id)));
}

const scriptsOf = once(({ index, doc }: FactSource) =>
  index.all
    .filter((e) => e.tag === 'script')
    .map((e) => {
      const code = doc.text.slice(e.open.end, e.close?.start ?? e.span.end);
      return { code, handlesForms: handlesForms(code) };
    }),
);

/** Code asks for the box by its id: `#terms`, `getElementById('terms')`, `form.terms`. */
function isAskedByCode(element: Element, { doc }: FactSource): boolean {
  const id = knownText(element, 'id');
  if (!id || (/^[\w-]+$/.test(id) && !namesAsked(doc).has(id))) return false;
  return (
    mentions(doc.text.slice(0, element.open.start), id) || mentions(doc.text.slice(element.open.end), id)
  );
}

/** What a text may ask elements for by id; wider than `mentions`, and looked for once. */
const namesAsked = once(({ text }: Doc) => {
  const names = new Set<string>();
  for (const [name] of text.matchAll(/(?<=[#."'`])[\w-]+/g)) names.add(name);
  return names;
});

function mentions(code: string, id: string): boolean {
  for (let at = code.indexOf(id); at >= 0; at = code.indexOf(id, at + 1)) {
    if (/[\w-]/.test(code.charAt(at + id.length))) continue;
    if (/[#.]$|ById\(\s?["'`]$|\[\s?["'`]$/.test(code.slice(Math.max(0, at - BEFORE), at))) return true;
  }
  return false;
}

const BEFORE = 12;
