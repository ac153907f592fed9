import { type Edit, insert, remove, replace } from '../../core/edit.js';
import type { ConsentPlatform } from '../../knowledge/gates.js';
import type { Recipient } from '../../knowledge/recipients.js';
import type { Doc, Element } from '../../model/nodes.js';
import { ancestors, attribute, knownText } from '../../model/query.js';
import { wholeLines } from '../lines.js';
import type { Resource } from '../types/index.js';
import { ignores } from './gates.js';

/** Takes away what keeps the consent platform in use from blocking by itself, or marks a script for it; a pixel for browsers without scripts cannot wait and is taken away. */
export function hold(
  doc: Doc,
  platform: ConsentPlatform | undefined,
  { kind }: Recipient,
  element: Element | undefined,
): Resource['hold'] {
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
  if (element.name.toLowerCase() !== 'script' || element.name !== element.tag) return undefined;
  const { type, attribute: name, values } = platform.mark;
  const value = kind === 'analytics' ? values.analytics : values.advertising;
  const edits = [...setTo(doc, element, 'type', type), ...setTo(doc, element, name, value)];
  return { platform: platform.name, edits: joined(edits) };
}

function setTo({ syntax }: Doc, element: Element, name: string, value: string): Edit[] {
  const old = attribute(element, name);
  if (!old)
    return [insert(element.open.start + 1 + element.name.length, ` ${syntax.attribute(name, value)}`)];
  const before = name === 'class' ? `${knownText(element, 'class') ?? ''} ` : '';
  return [replace(old.span, syntax.attribute(name, `${before}${value}`))];
}

/** Two insertions at one place are one. */
function joined(edits: readonly Edit[]): Edit[] {
  const [first, second] = edits;
  if (!first || !second || first.span.start !== second.span.start) return [...edits];
  return [{ span: first.span, text: first.text + second.text }];
}

/** The same from an address of the vendor that tracks less. */
export function instead(doc: Doc, { instead }: Recipient, element: Element | undefined): Resource['instead'] {
  const source = element && attribute(element, element.tag === 'object' ? 'data' : 'src');
  if (!instead || !source || (source.value.state === 'known' && source.value.origin)) return undefined;
  const { start, end } = source.value.span;
  const written = doc.text.slice(start, end);
  if (instead.host !== undefined) {
    const host = /\/\/((?:[\w-]+\.)+[a-z]+)/i.exec(written);
    if (!host?.[1]) return undefined;
    const at = start + host.index + 2;
    return { what: instead.host, edits: [replace({ start: at, end: at + host[1].length }, instead.host)] };
  }
  if (instead.query === undefined || source.value.state !== 'known' || /[#&]/.test(written)) return undefined;
  const sign = written.includes('?') ? doc.syntax.text('&') : '?';
  const inner = /["']$/.test(written) ? end - 1 : end;
  return { what: instead.query, edits: [insert(inner, `${sign}${instead.query}`)] };
}
