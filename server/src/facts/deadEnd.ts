import type { DeadEnd } from './types/index.js';

/** A dead end before it is seen beside the mail's other ways out. */
export type FoundEnd = Omit<DeadEnd, 'draft' | 'alone'>;
