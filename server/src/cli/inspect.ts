import * as path from 'node:path';
import { inspect } from '../engine/inspect.js';
import { unreadLanguage } from '../knowledge/languages.js';
import { type Arguments, UsageError } from './arguments.js';
import { Configurations, configurationChoice } from './configurations.js';
import { inspectionJson } from './inspectJson.js';
import { inspectionText } from './inspectText.js';
import { Root } from './paths.js';
import { projectAround } from './project.js';
import { LARGEST, readSource, type Source } from './reading.js';
import type { Terminal } from './terminal.js';
import { say } from './texts.js';

/** `privacylint inspect`: the document model and the facts of one file. */
export async function run(args: Arguments, terminal: Terminal): Promise<number> {
  const format = args.choice('format', ['text', 'json']) ?? 'text';
  const [name = ''] = args.names;
  const file = path.resolve(name);
  const root = Root.of([name], process.cwd());
  const configurations = new Configurations(configurationChoice(args), {}, root);
  await configurations.check();
  const { decoded } = sourceOrError(file, name, args);
  const folder = await configurations.for(file);
  const input = { text: decoded.text, path: folder.relative(file) };
  const found = await inspect(input, { configuration: folder.of(file), project: projectAround(file, root) });
  if (!found) {
    const language = unreadLanguage(file);
    const cause = language === undefined ? 'no dialect reads files of this kind' : `${language} is not read`;
    throw new UsageError(`${name}: ${cause}`);
  }
  const write = format === 'json' ? inspectionJson : inspectionText;
  terminal.out(write({ path: root.name(file), encoding: decoded.encoding.name, ...found }));
  return 0;
}

function sourceOrError(file: string, name: string, { locale }: Arguments): Source {
  const source = readSource(file);
  if (!('trouble' in source)) return source;
  const { trouble, code = '' } = source;
  const isMissing = code === 'ENOENT' || code === 'ENOTDIR';
  throw new UsageError(
    `${name}: ${say(isMissing ? 'missing' : trouble, locale, { code, limit: LARGEST, hint: '' })}`,
  );
}
