import type { Edit } from '../core/edit.js';
import { overlaps, type Span } from '../core/span.js';
import { mapSpan } from './editMap.js';
import type { Finding, NotReviewed, Report } from './types.js';

/**
 * True where everything that is still found after edits was found before at the same place and was not to be repaired,
 * and nothing is left unjudged that was judged before: a finding must not vanish because its rule can no longer see it.
 */
export function nothingNew(
  before: Report,
  after: Report,
  repaired: ReadonlySet<Finding>,
  edits: readonly Edit[],
): boolean {
  if (after.dialect !== before.dialect || unjudged(after) > unjudged(before)) return false;
  const left = new Map<string, Span[]>();
  for (const finding of before.findings) {
    if (finding.suppression || repaired.has(finding)) continue;
    const places = left.get(finding.ruleId) ?? [];
    places.push(mapSpan(finding.span, edits));
    left.set(finding.ruleId, places);
  }
  const found = after.findings.filter(({ suppression }) => !suppression);
  // Those that stayed where they were are taken out first, so that each of the others has but one to be told apart from.
  return (
    [sameStart, touching].reduce((rest, same) => rest.filter((f) => !takeOut(left, f, same)), found)
      .length === 0
  );
}

function unjudged({ notReviewed }: Report): number {
  const lost: readonly NotReviewed['reason'][] = ['rule-failed', 'unreadable', 'too-large'];
  return notReviewed.filter(({ reason }) => lost.includes(reason)).length;
}

function takeOut(
  left: Map<string, Span[]>,
  { ruleId, span }: Finding,
  same: (a: Span, b: Span) => boolean,
): boolean {
  const places = left.get(ruleId) ?? [];
  const at = places.findIndex((place) => same(place, span));
  if (at >= 0) places.splice(at, 1);
  return at >= 0;
}

function sameStart(a: Span, b: Span): boolean {
  return a.start === b.start;
}

/** A place that an edit emptied lies within what is reported around it now. */
function touching(a: Span, b: Span): boolean {
  return overlaps(a, b) || (a.start === a.end && b.start <= a.start && a.start <= b.end);
}
