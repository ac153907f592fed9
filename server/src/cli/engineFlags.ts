import { setFlagsFromString } from 'node:v8';

/**
 * A command ends before code that is optimised early has paid for it, so V8 is told to wait; the language server lives
 * long. Imported first. Measured on one file and on 400: 0.8 to 0.95 times the processor time without.
 *
 * V8 lets memory grow to four times what is alive before it collects all of it. Little is alive between two files, so that
 * collecting at 1.3 times costs nothing: 1,000 files took 166 MB in place of 210 to 310, in the same time.
 */
if (!process.argv.includes('lsp')) {
  setFlagsFromString('--interrupt-budget=400000');
  setFlagsFromString('--no-parallel-scavenge');
  setFlagsFromString('--heap-growing-percent=30');
}
