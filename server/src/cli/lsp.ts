import { type Arguments, UsageError } from './arguments.js';

/** `privacylint lsp --stdio`: the language server, until its client goes. */
export async function run(args: Arguments): Promise<number> {
  if (!args.has('stdio'))
    throw new UsageError('"lsp" speaks over standard input and output: privacylint lsp --stdio');
  await import('../lsp/node.js');
  // The server ends the process itself.
  return new Promise(() => {});
}
