import type { Element } from '../../model/nodes.js';
import { trimmed } from '../braces/trimmed.js';
import type { Tie } from '../script/ownState/index.js';
import type { ComponentCode } from './code.js';
import { directiveOf } from './directives.js';

/** What ties an element to code. */
export function tiesOf({ script }: ComponentCode, { attributes }: Element): Tie[] {
  return attributes.flatMap(({ name, written, span, value }): Tie[] => {
    const directive = directiveOf(written);
    if (!directive) return [];
    const at = script.text.slice(span.start, span.end).indexOf('=');
    const inner =
      at < 0 ? undefined : trimmed(script.text, unquoted(script.text, span.start + at + 1, span.end));
    const code = inner && inner.end > inner.start ? script.expression(inner) : undefined;
    if (directive.name === 'model') return [{ span, is: 'model', code }];
    if (directive.name === 'on') return [{ span, is: 'handler', code }];
    if (directive.name !== 'bind') return [];
    if (directive.argument === undefined) return [{ span, is: 'spread', code }];
    const isBound = value.state === 'dynamic' || value.origin !== undefined;
    return name === 'checked' && isBound ? [{ span, is: 'state', code }] : [];
  });
}

function unquoted(text: string, start: number, end: number) {
  const place = trimmed(text, { start, end });
  const isQuoted = /["']/.test(text.charAt(place.start)) && place.end - place.start > 1;
  return isQuoted ? { start: place.start + 1, end: place.end - 1 } : place;
}
