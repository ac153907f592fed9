import { type Edit, insert, joined, remove, replace } from '../../core/edit.js';
import type { Span } from '../../core/span.js';
import { type ConsentPlatform, passesAttributes } from '../../knowledge/gates.js';
import { type Recipient, recipientsOfModule } from '../../knowledge/recipients.js';
import type { Attribute, Doc, Element } from '../../model/nodes.js';
import { ancestors, attribute, knownText } from '../../model/query.js';
import type { CodeReading, Mention } from '../code/reader.js';
import { wholeLines } from '../lines.js';
import type { Resource } from '../types/index.js';
import { ignores } from './gates.js';
import { markObject, waitIn } from './objects.js';

/** Takes away what keeps the consent platform in use from blocking by itself, or marks a script for it; a pixel for browsers without scripts cannot wait and is taken away. */
export function hold(
  doc: Doc,
  platform: ConsentPlatform | undefined,
  recipient: Recipient,
  element: Element | undefined,
  code: InCode | undefined,
): Resource['hold'] {
  if (platform && !element && code) {
    const edits = markObject(platform, recipient, code.mention, code.reading);
    return edits && { platform: platform.name, edits };
  }
  if (!platform || !element || element.made) return undefined;
  const mark = element.attributes.find(ignores);
  if (mark && mark.name !== 'class' && !platform.mark) {
    const { start, end } = mark.span;
    const blank = /\s/.test(doc.text.charAt(start - 1)) ? 1 : 0;
    return { platform: platform.name, edits: [remove({ start: start - blank, end })] };
  }
  if (!platform.mark) return undefined;
  if (element.tag === 'img') {
    const noscript = [...ancestors(element)].find(({ tag }) => tag === 'noscript');
    return noscript && { platform: platform.name, edits: [remove(wholeLines(doc.text, noscript.span))] };
  }
  const isOwn = element.name === element.tag || passesAttributes(element.module);
  if (element.tag !== 'script' || !isOwn) return undefined;
  const { type, attribute: name, values, as, address } = platform.mark;
  const value = recipient.kind === 'analytics' ? values.analytics : values.advertising;
  const source = attribute(element, 'src');
  const edits = [
    ...setTo(doc, element, 'type', type),
    ...(as ? setTo(doc, element, as.attribute, as.value) : []),
    ...setTo(doc, element, name, value.replace('$recipient', recipient.id)),
    ...(address && source ? moved(doc, source, address) : []),
  ];
  return { platform: platform.name, edits: joined(edits) };
}

function setTo({ syntax }: Doc, element: Element, name: string, value: string): Edit[] {
  const old = attribute(element, name);
  if (!old)
    return [insert(element.open.start + 1 + element.name.length, ` ${syntax.attribute(name, value)}`)];
  const before = name === 'class' ? `${knownText(element, 'class') ?? ''} ` : '';
  return [replace(old.span, syntax.attribute(name, `${before}${value}`))];
}

/** Its name gives way to another; what it says stays. */
function moved({ text }: Doc, { span, written }: Attribute, name: string): Edit[] {
  const end = span.start + written.length;
  return text.slice(span.start, end) === written ? [replace({ start: span.start, end }, name)] : [];
}

/** A string or name in code that loads something. */
export interface InCode {
  readonly mention: Mention;
  readonly reading: CodeReading;
}

/** The same from an address of the vendor that tracks less. */
export function instead(
  doc: Doc,
  { id, instead }: Recipient,
  element: Element | undefined,
  code: InCode | undefined,
): Resource['instead'] {
  const option = element && optionOf(doc, id, element);
  if (option || !instead) return option;
  if (!element)
    return code?.mention.kind === 'string'
      ? elsewhere(doc.text, instead, code.mention.span, false)
      : undefined;
  const source = attribute(element, element.tag === 'object' ? 'data' : 'src');
  if (!source) return undefined;
  const { value } = source;
  const origin = value.state === 'known' ? value.origin : undefined;
  if (origin) return origin.file ? undefined : elsewhere(doc.text, instead, origin.span, false);
  return elsewhere(doc.text, instead, value.span, value.state === 'known', doc.syntax.text('&'));
}

function elsewhere(
  text: string,
  { host: other, path = '', query }: NonNullable<Recipient['instead']>,
  { start, end }: Span,
  isWhole: boolean,
  and = '&',
): Resource['instead'] {
  const written = text.slice(start, end);
  if (other !== undefined) {
    const host = /\/\/((?:[\w-]+\.)+[a-z]+)/i.exec(written);
    if (!host?.[1] || !written.includes(path)) return undefined;
    const at = start + host.index + 2;
    return { what: other, edits: [replace({ start: at, end: at + host[1].length }, other)] };
  }
  if (query === undefined || !isWhole || /[#&]/.test(written)) return undefined;
  const sign = written.includes('?') ? and : '?';
  const inner = /["']$/.test(written) ? end - 1 : end;
  return { what: query, edits: [insert(inner, `${sign}${query}`)] };
}

/** An entry of the object that a component is given: `opts={{ host: '…' }}`. */
function optionOf({ text, modules }: Doc, id: string, element: Element): Resource['instead'] {
  if (element.made) return undefined;
  const names = element.module === undefined ? modules : [element.module];
  const found = names
    .flatMap(recipientsOfModule)
    .find((m) => m.recipient.id === id && m.option && m.components?.includes(element.name));
  if (!found?.option) return undefined;
  const { attribute: name, entry, what } = found.option;
  const given = attribute(element, name);
  if (!given) {
    const at = element.open.start + 1 + element.name.length;
    return { what, edits: [insert(at, ` ${name}={{ ${entry} }}`)] };
  }
  const { start, end } = given.span;
  const open = text.slice(start, end).indexOf('{{');
  return open < 0 ? undefined : { what, edits: [insert(start + open + 2, ` ${entry},`)] };
}

/** The same, so that it waits for code to say that the visitor agreed. */
export function wait({ waits = [] }: Recipient, code: InCode | undefined): Resource['wait'] {
  if (!code) return undefined;
  for (const one of waits) {
    const edits = waitIn(one, code.mention, code.reading);
    if (edits) return { what: one.setting, after: one.after, edits };
  }
  return undefined;
}
