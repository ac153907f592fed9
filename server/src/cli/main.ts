import { readArguments, UsageError } from './arguments.js';
import { processTerminal, type Terminal } from './terminal.js';

/** Runs one command line. @returns the exit code: 0 nothing at error level, 1 findings, 2 could not run. */
async function main(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const args = readArguments(words[0] === 'help' ? [...words.slice(1), '--help'] : words);
    if (args.has('version')) {
      const { product } = await import('./product.js');
      terminal.out(`${product().version}\n`);
      return 0;
    }
    if (args.has('help')) {
      const { helpText } = await import('./help.js');
      terminal.out(helpText(args.command));
      return 0;
    }
    const { run } = await args.command.load();
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
