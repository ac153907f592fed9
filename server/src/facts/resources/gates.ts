import { isConsentAttribute, isIgnoreMark, isRunType, speaksOfConsent } from '../../knowledge/gates.js';
import type { Attribute, Element, Value } from '../../model/nodes.js';
import { ancestors, attribute, knownText } from '../../model/query.js';

/** Attributes by which templates and frameworks say when an element is there at all. */
const CONDITION = /^(?:v-if|v-else-if|v-show|\*ngif|ng-if|th:if|x-if|test|when|if|condition)$/;
/** Components that stand around a whole page and hold nothing of it back. */
const AROUND_ALL = /(?:provider|context|layout|root|app)$/i;

/** Whether the element itself, or one around it, waits for consent: by its type, its marks, or a condition. */
export function isHeldBack(element: Element): boolean {
  if (element.tag === 'script' && !isRun(element)) return true;
  if (element.attributes.some((each) => isConsentAttribute(each.name) && !ignores(each))) return true;
  if (speaksOfConsent(knownText(element, 'class') ?? '') || hasCondition(element)) return true;
  for (const around of ancestors(element)) if (holdsBack(around)) return true;
  return false;
}

/** Whether an element is marked so that the consent platform of the page does not hold it back. */
export function isLetThrough(element: Element): boolean {
  return element.attributes.some(ignores);
}

/** True for a mark that tells the consent platform to let its element through. */
export function ignores({ name, value }: Attribute): boolean {
  return isIgnoreMark(name, value.state === 'known' ? String(value.value ?? '') : undefined);
}

function isRun(script: Element): boolean {
  const type = attribute(script, 'type')?.value;
  return type?.state !== 'known' || isRunType(String(type.value ?? ''));
}

function holdsBack(around: Element): boolean {
  const isComponent = around.name !== around.name.toLowerCase() || around.name.includes('-');
  if (isComponent && speaksOfConsent(around.name) && !AROUND_ALL.test(around.name)) return true;
  if (
    around.tag === 'template' &&
    around.name === 'template' &&
    around.attributes.every(({ name }) => !/^[v#@:]/.test(name))
  )
    return true;
  return hasCondition(around);
}

function hasCondition({ attributes }: Element): boolean {
  return attributes.some(({ name, value }) => CONDITION.test(name) && speaksOfConsent(codeOf(value)));
}

function codeOf(value: Value): string {
  if (value.state === 'dynamic') return value.code;
  return value.state === 'known' ? `${String(value.value)} ${value.origin?.name ?? ''}` : '';
}
