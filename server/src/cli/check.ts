import * as path from 'node:path';
import { builtinRules } from '../engine/builtinRules.js';
import { type FileProblem, findFiles } from '../node/files.js';
import { rules } from '../rules/index.js';
import type { Arguments } from './arguments.js';
import { type CheckOptions, checkOptions } from './checkOptions.js';
import { readFileList } from './fileList.js';
import { folderRules } from './folderRules.js';
import { checkForCommand, missingHint } from './missingHint.js';
import { LARGEST, readSource, type Source } from './reading.js';
import type { Repaired, Reviewed } from './reviewer.js';
import { Session } from './session.js';
import type { Terminal } from './terminal.js';
import { say } from './texts.js';
import { replaceFile } from './write.js';

/** `privacylint check`: reviews files and folders, or standard input. */
export async function run(args: Arguments, terminal: Terminal): Promise<number> {
  const options = checkOptions(
    args,
    [...rules, ...builtinRules].map((rule) => rule.id),
  );
  if (options.stdin === undefined) return checkFiles(options, terminal);
  const { checkStdin } = await import('./checkStdin.js');
  return checkStdin(options.stdin, options, terminal);
}

async function checkFiles(options: CheckOptions, terminal: Terminal): Promise<number> {
  const listed = options.filesFrom === undefined ? [] : await readFileList(options.filesFrom);
  checkForCommand(options);
  const byDefault = options.names.length === 0 && options.filesFrom === undefined;
  const named = byDefault ? ['.'] : options.names;
  const session = await Session.open([...named, ...listed], options, terminal);
  const start = {
    named: named.map((name) => path.resolve(name)),
    listed: listed.map((name) => path.resolve(name)),
  };
  const walk = await findFiles(start, (folder) => folderRules(folder, session.configurations));
  session.stats.foundFiles(walk);
  const asked = new Set([...start.named, ...start.listed]);
  for (const problem of walk.problems) {
    if (byDefault && problem.trouble === 'nothing-inside') continue;
    report(problem, session);
    if (asked.has(problem.path) && MATCHES_NOTHING.has(problem.trouble)) session.fail();
  }
  let done = 0;
  for (const file of walk.files) {
    session.progress.show(done++, walk.files.length);
    const source = readSource(file.path);
    if ('trouble' in source) report(source, session);
    else session.add(...settle(source, await session.reviewer.review(source), session));
  }
  if (walk.files.length === 0 && !session.failed && !options.quiet) {
    terminal.problem(say('nothing', options.locale));
  }
  return session.close();
}

const MATCHES_NOTHING: ReadonlySet<FileProblem['trouble']> = new Set([
  'missing',
  'broken-link',
  'nothing-inside',
]);
/** Told, but nothing is left out because of them. */
const HARMLESS: ReadonlySet<FileProblem['trouble']> = new Set([
  'folder-like-file',
  'link-loop',
  'nothing-inside',
]);

function report(problem: FileProblem, session: Session): void {
  const message = problemText(problem, session);
  session.complain(problem.path, message);
  if (!HARMLESS.has(problem.trouble)) session.cannotRead(problem.path, message);
}

function problemText({ trouble, path: file, code = '' }: FileProblem, { options, root }: Session): string {
  const hint = trouble === 'missing' ? missingHint(root.name(file), options) : '';
  return say(trouble, options.locale, { code, hint, limit: LARGEST });
}

/** Writes what was repaired; what could not be written is reported as it was. */
function settle(source: Source, reviewed: Reviewed, session: Session): Parameters<Session['add']> {
  const { result, filtered, repaired } = reviewed;
  const size = source.bytes.length;
  const made =
    repaired !== undefined && (session.options.repair === 'trial' || written(source, repaired, session));
  return [made ? repaired.result : result, size, filtered];
}

function written({ path: file, bytes }: Source, repaired: Repaired, session: Session): boolean {
  const problem = replaceFile(file, bytes, repaired.bytes);
  if (problem)
    session.complain(file, say(problem.trouble, session.options.locale, { code: problem.code ?? '' }));
  return problem === undefined;
}
