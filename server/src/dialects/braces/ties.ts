import type { Element } from '../../model/nodes.js';
import type { EmbeddedScript } from '../script/embeddedScript.js';
import type { Tie } from '../script/ownState/index.js';
import { trimmed } from './trimmed.js';

/** What ties an element to code. */
export function tiesOf(script: EmbeddedScript, { attributes, open }: Element): Tie[] {
  const ties = attributes.flatMap(({ name, written, nameSpan, span, value }): Tie[] => {
    if (written === '') return [];
    const isHandler = /^(?:on:|on[a-z]|use:|bind:this$)/.test(written);
    const isModel = written.startsWith('bind:') && !isHandler;
    const isBound = value.state === 'dynamic' || value.origin !== undefined;
    if (!isHandler && !isModel && !(name === 'checked' && isBound)) return [];
    // What is written short would have to be written out.
    const isShort = value.span.start < nameSpan.end && script.text.charAt(span.start) !== '{';
    const braces = script.text.indexOf('{', nameSpan.end);
    const inner = { start: braces + 1, end: span.end - 1 };
    const isCode = !isShort && braces >= 0 && inner.start <= inner.end && inner.end <= open.end;
    const code = isCode && braces < span.end ? script.expression(trimmed(script.text, inner)) : undefined;
    return [{ span, is: isHandler ? 'handler' : isModel ? 'model' : 'state', code }];
  });
  const spread = /\{\s*\.\.\.[^{}]*\}/.exec(script.text.slice(open.start, open.end));
  if (spread) {
    const start = open.start + spread.index;
    ties.push({ span: { start, end: start + spread[0].length }, is: 'spread' });
  }
  return ties;
}
