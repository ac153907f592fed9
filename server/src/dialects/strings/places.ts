import { lazily } from '../../core/lazily.js';
import type { SourceMap } from '../../core/sourceMap.js';
import type { DynamicValue, KnownValue } from '../../model/nodes.js';

/** A value that code around a text decides, at places outside of that text. */
export function moved<T extends KnownValue | DynamicValue>(value: T, map: SourceMap): T {
  if (value.state === 'known') {
    const { origin } = value;
    const from = origin && { origin: { ...origin, span: map.outside(origin.span) } };
    return { ...value, span: map.outside(value.span), ...from };
  }
  const { code } = value;
  const outside: DynamicValue = lazily(
    { state: 'dynamic' as const, span: map.outside(value.span), code },
    { candidates: () => value.candidates?.map((candidate) => moved(candidate, map)) ?? [] },
  );
  return outside as T;
}
