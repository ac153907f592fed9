import * as fs from 'node:fs';
import * as path from 'node:path';
import { codeOf } from '../node/files.js';
import { formats } from '../report/index.js';
import type { Run } from '../report/types.js';
import type { CheckOptions } from './checkOptions.js';
import { PLAIN_WIDTH, type Terminal } from './terminal.js';
import { say } from './texts.js';

/** Writes every report that was asked for. @returns false where one could not be written; the others are. */
export async function writeReports(run: Run, options: CheckOptions, terminal: Terminal): Promise<boolean> {
  const { quiet, locale } = options;
  let complete = true;
  for (const { format, file } of options.outputs) {
    const { render } = (await formats[format]?.()) ?? {};
    if (!render) throw new Error(`there is no format ${format}`);
    if (file === undefined) {
      terminal.out(render(run, { quiet, color: terminal.color, width: terminal.width }));
      continue;
    }
    try {
      fs.mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
      fs.writeFileSync(file, render(run, { quiet, color: false, width: PLAIN_WIDTH }));
    } catch (error) {
      terminal.problem(`${file}: ${say('report', locale, { code: codeOf(error).code ?? 'unknown error' })}`);
      complete = false;
    }
  }
  return complete;
}
