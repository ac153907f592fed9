import { isYes } from '../knowledge/answers.js';
import type { Element } from '../model/nodes.js';
import { elements, knownText } from '../model/query.js';
import { aroundOf } from './around.js';
import { holesIn, labelNodes } from './label.js';
import { languagesAt } from './language.js';
import type { FactSource } from './source.js';
import type { Label } from './types/index.js';
import type { Wording } from './wording/index.js';

/** Fewer words around a box than these do not say what it is for: "optional", "required field". */
const LEAST_EXPLANATION = 5;
const WORD = /\p{L}{2,}/gu;

/**
 * Words that say yes and nothing else ("I agree"), where neither a link nor code in the label nor words around the box
 * can say to what. Undefined for any other label.
 */
export function assentOf(control: Element, label: Label, source: FactSource): string | undefined {
  if (
    label.text.state !== 'known' ||
    !saysNoMoreThanYes(label.text.value, languagesAt(control, source), source.wording)
  )
    return undefined;
  if (['name', 'id'].some((name) => source.wording.readIdentifier(knownText(control, name) ?? '').unrelated))
    return undefined;
  const nodes = labelNodes(control, source);
  if (nodes.some((node) => holesIn(node).some((h) => h.value.state === 'dynamic' && h.slot === undefined)))
    return undefined;
  const within = nodes.flatMap((n) => (n.kind === 'element' ? [n, ...elements(n)] : []));
  if (within.some((e) => e.tag === 'a' || (e !== control && e.name !== e.tag && e.tag !== 'label')))
    return undefined;
  const { words, dynamic } = aroundOf(control, source);
  if (dynamic || (words.match(WORD) ?? []).length >= LEAST_EXPLANATION) return undefined;
  return label.text.value;
}

function saysNoMoreThanYes(text: string, languages: readonly string[], wording: Wording): boolean {
  const { act, purposes, unrelated, refusal, untick } = wording.readWording(text, languages);
  if (purposes.length || unrelated || refusal || untick) return false;
  // "Yes, I agree": a yes and another.
  const [, first, rest] = /^([^,;:–—-]{1,20})[,;:–—-]\s*(.+)$/s.exec(text) ?? [];
  if (first && rest && isYes(first)) return saysNoMoreThanYes(rest, languages, wording);
  const isAllAct = act !== undefined && !/\p{L}/u.test(text.slice(0, act.start) + text.slice(act.end));
  return isAllAct || isYes(text);
}
