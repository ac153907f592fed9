import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './root.js';

/** Pieces of a template language, by where in HTML they may stand. */
export interface Constructs {
  readonly inValue: readonly string[];
  readonly between: readonly string[];
  readonly inText: readonly string[];
  /** Beginnings of a construct that somebody is typing. */
  readonly unfinished: readonly string[];
}

/** Dialect id → its constructs. */
export const constructs: Readonly<Record<string, Constructs>> = JSON.parse(
  readFileSync(path.join(root, 'test/dialects/fixtures/template/constructs.json'), 'utf8'),
);
