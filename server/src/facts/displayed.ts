import { isDisplayedClass } from '../knowledge/display.js';
import type { Element, Hole } from '../model/nodes.js';
import { attribute, knownText } from '../model/query.js';
import { labelElement } from './label.js';
import type { FactSource } from './source.js';
import { isOn } from './start.js';

/**
 * False where neither a control nor its label is displayed. Styled boxes hide the native one and show their label, and
 * dialogs and steps of a form are shown later: only what hides this one control within its form counts.
 */
export function isDisplayed(control: Element, source: FactSource): boolean {
  const around = hiddenAround(control, source);
  if (around) return false;
  if (!hides(control)) return true;
  const label = labelElement(control, source);
  return label !== undefined && !hides(label) && !hiddenAround(label, source);
}

/** An element that hides this control and no other, inside the form. */
function hiddenAround(element: Element, { index }: FactSource): boolean {
  for (let up: Element | Hole | undefined = element.parent; up?.parent; up = up.parent) {
    if (index.controlsIn(up) > 1 || (up.kind === 'element' && up.tag === 'form')) return false;
    if (up.kind === 'element' && hides(up)) return true;
  }
  return false;
}

const HIDING = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

export function hides(element: Element): boolean {
  const hidden = attribute(element, 'hidden');
  if (hidden && isOn(hidden)) return true;
  if (HIDING.test(knownText(element, 'style') ?? '')) return true;
  // Styles that code hands over entry by entry.
  if (knownText(element, 'style:display') === 'none' || knownText(element, 'style:visibility') === 'hidden')
    return true;
  return !isDisplayedClass(knownText(element, 'class') ?? '');
}
