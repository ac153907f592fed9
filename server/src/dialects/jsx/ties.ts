import type { Element } from '../../model/nodes.js';
import { nodesAround } from '../script/ownState/duplicate.js';
import type { Tie } from '../script/ownState/index.js';
import type { Source } from '../script/source.js';

/** Attributes that may show a state. */
const LOOKS = /^(?:class(?:Name)?|style|sx|data-[\w-]+)$/;

/** What ties an element to code. */
export function tiesOf(source: Source, { open, attributes }: Element): Tie[] {
  const { ts } = source;
  const node = nodesAround(source, open.start, open.end).at(-1);
  if (!node || !(ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node))) return [];
  return node.attributes.properties.flatMap((entry): Tie[] => {
    const span = source.span(entry);
    if (ts.isJsxSpreadAttribute(entry)) return [{ span, is: 'spread', code: entry.expression }];
    const written = source.slice(entry.name);
    const code =
      entry.initializer && ts.isJsxExpression(entry.initializer) ? entry.initializer.expression : undefined;
    if (/^(?:on[A-Z]|ref$)/.test(written)) return [{ span, is: 'handler', code }];
    const read = attributes.find((a) => a.span.start === span.start);
    if (code && LOOKS.test(written)) return [{ span, is: 'look', code }];
    if (read?.name !== 'checked' || written.startsWith('default')) return [];
    const isBound = read.value.state === 'dynamic' || read.value.origin !== undefined;
    return isBound ? [{ span, is: 'state', code }] : [];
  });
}
