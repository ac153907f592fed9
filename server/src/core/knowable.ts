import type { Span } from './span.js';

/** A value that a source text may state outright, leave to the running program, or not give at all. */
export type Knowable<T> = Known<T> | Dynamic | Absent;

export interface Known<T> {
  readonly state: 'known';
  readonly value: T;
  /** Where it is written. */
  readonly span?: Span;
}

/** Something stands there, but only the running program knows its value. */
export interface Dynamic {
  readonly state: 'dynamic';
  readonly span?: Span;
  /** The expression as written; its names are evidence. */
  readonly code?: string;
}

export interface Absent {
  readonly state: 'absent';
}

export const absent: Absent = { state: 'absent' };

export function known<T>(value: T, span?: Span): Known<T> {
  return span ? { state: 'known', value, span } : { state: 'known', value };
}

export function dynamic(span?: Span, code?: string): Dynamic {
  return { state: 'dynamic', ...(span && { span }), ...(code !== undefined && { code }) };
}
