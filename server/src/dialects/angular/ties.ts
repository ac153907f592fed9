import type { Element } from '../../model/nodes.js';
import { trimmed } from '../braces/trimmed.js';
import type { Tie } from '../script/ownState/index.js';
import { bindingOf } from './bindings.js';
import type { ComponentCode } from './code.js';

/** What ties an element to code. */
export function tiesOf({ script }: ComponentCode, { attributes }: Element): Tie[] {
  return attributes.flatMap(({ name, written, nameSpan, span, value }): Tie[] => {
    const opening = script.text.slice(nameSpan.end, span.end).search(/["']/);
    const start = nameSpan.end + opening + 1;
    const inner = trimmed(script.text, { start, end: span.end - 1 });
    if (written === 'formControlName') return [{ span, is: 'field', text: inner }];
    const binding = bindingOf(written);
    if (!binding) return [];
    const code = opening >= 0 && inner.end > inner.start ? script.expression(inner) : undefined;
    if (binding.kind === 'event') return [{ span, is: 'handler', code }];
    if (/^(?:ngModel|formControl)$/.test(binding.name)) return [{ span, is: 'model', code }];
    if (binding.name === 'formControlName' || binding.kind === 'two-way') return [{ span, is: 'model' }];
    const isBound = value.state === 'dynamic' || value.origin !== undefined;
    return name === 'checked' && isBound ? [{ span, is: 'state', code }] : [];
  });
}
