import { contains } from '../core/span.js';
import type { Element } from '../model/nodes.js';
import { ancestors, visibleText } from '../model/query.js';
import { aimOfForm } from './formPurpose.js';
import type { FactSource } from './source.js';
import type { Aim, Control } from './types/index.js';

/** More fields than these are those of a whole page. */
const MAX_FIELDS = 8;

/** What the fields nearest to some words are for, where no form stands around both. */
export function aimAround(at: Element, controls: readonly Control[], source: FactSource): Aim | undefined {
  for (const up of [at, ...ancestors(at)]) {
    if (WHOLE.has(up.tag)) return undefined;
    if (source.index.controlsIn(up) === 0) {
      const beside = formBeside(up);
      if (beside) return aimOf(beside, controls, source);
      continue;
    }
    return aimOf(up, controls, source);
  }
  return undefined;
}

function aimOf(form: Element, controls: readonly Control[], source: FactSource): Aim | undefined {
  const inside = controls.filter((c) => contains(form.span, c.span));
  // Fields that only other code knows may ask anything.
  const told = inside.length <= MAX_FIELDS && !inside.some((c) => c.kind === 'other');
  return told ? aimOfForm(form, inside, source) : undefined;
}

/** The one form that some words stand right before or behind. */
function formBeside(at: Element): Element | undefined {
  const siblings = (at.parent?.children ?? []).filter((n) => n.kind !== 'text' || /\S/.test(visibleText(n)));
  const here = siblings.indexOf(at);
  const forms = [siblings[here - 1], siblings[here + 1]].filter(
    (n) => n?.kind === 'element' && n.tag === 'form',
  );
  return forms.length === 1 ? (forms[0] as Element) : undefined;
}

const WHOLE: ReadonlySet<string> = new Set(['body', 'html', '#root']);
