import * as fs from 'node:fs';
import * as path from 'node:path';
import { dialectOf } from '../engine/read.js';
import type { Arguments } from './arguments.js';
import { Configurations, configurationChoice } from './configurations.js';
import { Root, slashes } from './paths.js';
import { readSource } from './reading.js';
import type { Terminal } from './terminal.js';

/** `privacylint print-config`: what a file is reviewed with, everything composed. The file need not exist. */
export async function run(args: Arguments, terminal: Terminal): Promise<number> {
  const [name = ''] = args.names;
  const file = path.resolve(name);
  const root = Root.of([name], process.cwd());
  const configurations = new Configurations(configurationChoice(args), {}, root);
  await configurations.check();
  const folder = await configurations.for(file);
  const { dependencies = [], problems = [] } = folder.loaded ?? {};
  const configuration = folder.of(file);
  const shown = {
    file: root.name(file),
    from: dependencies.filter((file) => fs.existsSync(file)).map((dependency) => root.name(dependency)),
    ignored: folder.ignores(file, false),
    dialect: dialectOf({ path: slashes(file), text: textOf(file) }, configuration)?.id ?? null,
    configuration,
  };
  for (const { path: at, message } of problems) terminal.problem(`${root.name(at)}: ${message}`);
  terminal.out(`${JSON.stringify(shown, null, 2)}\n`);
  return 0;
}

/** What tells languages apart where names do not; nothing of a file that cannot be read. */
function textOf(file: string): string {
  const source = fs.existsSync(file) ? readSource(file) : undefined;
  return source && 'decoded' in source ? source.decoded.text : '';
}
