import { contains } from '../core/span.js';
import type { Element } from '../model/nodes.js';
import { ancestors } from '../model/query.js';
import { aimOfForm } from './formPurpose.js';
import type { FactSource } from './source.js';
import type { Aim, Control } from './types/index.js';

/** More fields than these are those of a whole page. */
const MAX_FIELDS = 8;

/** What the fields nearest to some words are for, where no form stands around both. */
export function aimAround(at: Element, controls: readonly Control[], source: FactSource): Aim | undefined {
  for (const up of [at, ...ancestors(at)]) {
    if (WHOLE.has(up.tag)) return undefined;
    if (source.index.controlsIn(up) === 0) continue;
    const inside = controls.filter((c) => contains(up.span, c.span));
    // Fields that only other code knows may ask anything.
    const told = inside.length <= MAX_FIELDS && !inside.some((c) => c.kind === 'other');
    return told ? aimOfForm(up, inside, source) : undefined;
  }
  return undefined;
}

const WHOLE: ReadonlySet<string> = new Set(['body', 'html', '#root']);
