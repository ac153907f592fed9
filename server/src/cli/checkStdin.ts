import * as path from 'node:path';
import { summarize } from '../report/summary.js';
import type { CheckOptions } from './checkOptions.js';
import { sourceOf } from './reading.js';
import { Session } from './session.js';
import { readStdin } from './stdin.js';
import type { Terminal } from './terminal.js';
import { say } from './texts.js';

/**
 * Reviews standard input under a name. With `--fix`, standard output is the text, repaired or as it came: an editor
 * can put it in the place of its own whatever happens; reports then go to files only.
 */
export async function checkStdin(name: string, options: CheckOptions, terminal: Terminal): Promise<number> {
  const bytes = await readStdin();
  const file = path.resolve(name);
  const filter = options.repair === 'write';
  const outputs = filter ? options.outputs.filter((output) => output.file !== undefined) : options.outputs;
  const session = await Session.open([name], { ...options, outputs }, terminal);
  const source = sourceOf(file, bytes);
  if ('trouble' in source) {
    const message = say(source.trouble, options.locale);
    session.complain(file, message);
    session.cannotRead(file, message);
    if (filter) terminal.out(bytes);
    return session.close();
  }
  session.stats.foundFiles({ passedOver: new Map(), unread: [] });
  const { result, filtered, repaired } = await session.reviewer.review(source);
  session.add(repaired?.result ?? result, bytes.length, filtered);
  if (filter) {
    terminal.out(repaired?.bytes ?? bytes);
    tellWhatRemains(repaired?.result ?? result, session);
  }
  return session.close();
}

function tellWhatRemains(result: Parameters<Session['add']>[0], { options, terminal }: Session): void {
  const { repaired, error, warning } = summarize({ files: [result], unreadable: [] });
  if (options.quiet || repaired + error + warning === 0) return;
  terminal.problem(say('remaining', options.locale, { repaired, errors: error, warnings: warning }));
}
