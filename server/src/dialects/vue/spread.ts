import type { Attribute } from '../../model/nodes.js';
import { trimmed } from '../braces/trimmed.js';
import { htmlName } from '../components/attributeNames.js';
import { camel } from '../components/find.js';
import type { ComponentCode } from './code.js';
import type { Tag } from './elements.js';

/** `v-bind="{ name: 'a', checked }"`: what of it is written out; the element stays open where something is not. */
export function spreadInto(code: ComponentCode, tag: Tag, { value: { span } }: Attribute): void {
  const { list, meant } = tag;
  const { source, values } = code.script;
  const { ts } = source;
  const { thing } = code.read(trimmed(source.text, span));
  tag.handed = thing;
  if (thing.is !== 'node' || !ts.isObjectLiteralExpression(thing.node)) {
    list.openEnded = true;
    return;
  }
  for (const entry of thing.node.properties) {
    const key = ts.isPropertyAssignment(entry) ? source.keyOf(entry.name) : undefined;
    if (key === undefined || !ts.isPropertyAssignment(entry)) {
      list.openEnded = true;
      continue;
    }
    const member = values.evaluator.resolve(entry.initializer);
    const value = values.fromThing(member, entry.initializer);
    if (value.state === 'absent') continue;
    const name = htmlName(meant, camel(key));
    list.add({ name, written: '', nameSpan: span, span, value, off: values.off(member) });
  }
}
