import type { Locale } from '../rules/rule.js';
import type { Terminal } from './terminal.js';
import { say } from './texts.js';

/** Milliseconds. */
const QUIET_AT_FIRST = 1000;
const BETWEEN = 100;

/** One line on standard error that is written over; only on terminals, and only when a run takes its time. */
export class Progress {
  #next: number;
  #shown = false;

  constructor(
    readonly terminal: Terminal,
    readonly locale: Locale,
    readonly enabled: boolean,
    /** Milliseconds. */
    readonly clock: () => number = Date.now,
  ) {
    this.#next = clock() + QUIET_AT_FIRST;
  }

  show(done: number, all: number): void {
    if (!this.enabled || !this.terminal.interactive) return;
    const now = this.clock();
    if (now < this.#next) return;
    this.#next = now + BETWEEN;
    this.#shown = true;
    this.terminal.err(`\r\x1b[K${say('progress', this.locale, { done, all })}`);
  }

  /** Takes the line away, so that something else can be written. */
  clear(): void {
    if (this.#shown) this.terminal.err('\r\x1b[K');
    this.#shown = false;
  }
}
