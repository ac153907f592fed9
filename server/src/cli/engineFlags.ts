import { setFlagsFromString } from 'node:v8';

/**
 * A command ends before code that is optimised early has paid for it, so V8 is told to wait; the language server lives
 * long. Imported first. Measured on one file and on 400: 0.8 to 0.95 times the processor time without.
 */
if (!process.argv.includes('lsp')) {
  setFlagsFromString('--interrupt-budget=400000');
  setFlagsFromString('--no-parallel-scavenge');
}
