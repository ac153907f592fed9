import { answerOf } from '../knowledge/answers.js';
import { isChannel } from '../knowledge/channels.js';
import type { Element } from '../model/nodes.js';
import { ancestors, elements, knownText, visibleText } from '../model/query.js';
import { adjacentNodes } from './adjacent.js';
import { labelledBy, promptOf } from './label.js';
import type { FactSource } from './source.js';
import type { Label } from './types/index.js';

/** The question that an answer belongs to: its group's legend or label, or the words before the group. */
export function questionOf(element: Element, label: Label, source: FactSource): string | undefined {
  if (element.tag === 'select') return undefined;
  if (
    answerOf(label.text.state === 'known' ? label.text.value : undefined, knownText(element, 'value')) ===
    undefined
  )
    return undefined;
  for (const up of ancestors(element)) {
    if (up.tag === 'fieldset' || knownText(up, 'role') === 'radiogroup') {
      return groupName(up, element, source);
    }
    if (source.index.controlsIn(up) < 2) continue;
    const [first, ...others] = radiosLike(element, up, source);
    // Without another answer, what stands before it belongs to other fields.
    if (!first || others.length === 0) return undefined;
    return (
      wordsBefore(first, up, source) ||
      adjacentNodes(up, source)
        .map((node) => visibleText(node))
        .join(' ') ||
      undefined
    );
  }
  return undefined;
}

/** What a group of answers is called: by its legend, by what names it, by the words that stand before what a library draws. */
function groupName(group: Element, answer: Element, source: FactSource): string | undefined {
  const legend = elements(group).find((e) => e.tag === 'legend');
  if (legend) return visibleText(legend);
  const named = knownText(group, 'aria-label') ?? wordsOfIds(group, source) ?? promptOf(group, source);
  if (named !== undefined || group.name === 'fieldset') return named;
  return (group.parent?.kind === 'element' && wordsBefore(answer, group.parent, source)) || undefined;
}

function wordsOfIds(group: Element, { index }: FactSource): string | undefined {
  const words = labelledBy(group, index).map((e) => visibleText(e));
  return words.join(' ').trim() || undefined;
}

/** "How may we send you offers?": what a box for one way is about says the legend of its group. */
export function channelQuestionOf(box: Element, said: string, source: FactSource): string | undefined {
  if (box.tag === 'select' || !isChannel(said)) return undefined;
  const group = [...ancestors(box)].find((up) => up.tag === 'fieldset' || knownText(up, 'role') === 'group');
  if (!group) return undefined;
  const legend = elements(group).find((e) => e.tag === 'legend');
  return legend ? visibleText(legend) : (knownText(group, 'aria-label') ?? wordsOfIds(group, source));
}

export function isRadio(e: Element): boolean {
  return knownText(e, 'type') === 'radio' || knownText(e, 'role') === 'radio';
}

/** The radios of an element that bear the same name as one of them. */
function radiosLike(radio: Element, within: Element, { index }: FactSource): readonly Element[] {
  const name = knownText(radio, 'name');
  const { start, end } = within.span;
  return index.controls.filter(
    (c) => c.span.start >= start && c.span.end <= end && isRadio(c) && knownText(c, 'name') === name,
  );
}

/** Words among an element's children that stand before one of its controls, and after the field before that. */
function wordsBefore(control: Element, within: Element, { index }: FactSource): string {
  const before: string[] = [];
  for (const child of within.children) {
    if (child.span.end > control.span.start) break;
    const holds = child.kind === 'element' || child.kind === 'hole' ? index.controlsIn(child) : 0;
    if (index.isControl(child) || holds > 0) before.length = 0;
    else before.push(visibleText(child));
  }
  const words = before.join(' ').replace(/\s+/g, ' ').trim();
  return /\p{L}{3}/u.test(words) ? words : '';
}
