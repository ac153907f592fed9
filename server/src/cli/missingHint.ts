import * as fs from 'node:fs';
import { nearest } from '../engine/nearest.js';
import { UsageError } from './arguments.js';
import type { CheckOptions } from './checkOptions.js';
import { commands } from './commands.js';
import { say } from './texts.js';

/** @throws UsageError where the first name is no file but all but a command: nothing is reviewed by mistake. */
export function checkForCommand({ names: [first] }: CheckOptions): void {
  if (first === undefined || !/^[a-z-]+$/i.test(first) || fs.existsSync(first)) return;
  const near = nearest(
    first,
    commands.map(({ name }) => name),
  );
  if (near) throw new UsageError(`there is no command, file or folder "${first}"; did you mean "${near}"?`);
}

/** What may have been meant by a name that is not there. */
export function missingHint(name: string, { locale }: CheckOptions): string {
  return /[*?{[]/.test(name) ? say('glob', locale) : '';
}
