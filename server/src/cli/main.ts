import './engineFlags.js';
import { type Arguments, readArguments, UsageError } from './arguments.js';
import type { CommandName } from './commands.js';
import { processTerminal, type Terminal } from './terminal.js';

type Command = { run(args: Arguments, terminal: Terminal): Promise<number> };

/** Each command is loaded when it is asked for. */
const load: Readonly<Record<CommandName, () => Promise<Command>>> = {
  check: () => import('./check.js'),
  inspect: () => import('./inspect.js'),
  explain: () => import('./explain.js'),
  'print-config': () => import('./printConfig.js'),
  init: () => import('./init.js'),
  lsp: () => import('./lsp.js'),
};

/** Runs one command line. @returns the exit code: 0 nothing at error level, 1 findings, 2 could not run. */
async function main(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const args = readArguments(words[0] === 'help' ? [...words.slice(1), '--help'] : words);
    if (args.has('version')) {
      const { product } = await import('../node/product.js');
      terminal.out(`${product().version}\n`);
      return 0;
    }
    if (args.has('help')) {
      const { helpText } = await import('./help.js');
      terminal.out(helpText(args.command));
      return 0;
    }
    const { run } = await load[args.command.name]();
    return await run(args, terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.problem(error.message);
      return 2;
    }
    const message = error instanceof Error ? error.message : String(error);
    terminal.problem(`this should not have happened, please report it: ${message}`);
    if (process.env.PRIVACYLINT_DEBUG && error instanceof Error) terminal.err(`${error.stack}\n`);
    return 2;
  }
}

const terminal = processTerminal();
main(process.argv.slice(2), terminal).then((code) => {
  process.exitCode = code;
});
