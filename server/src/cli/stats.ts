import type { Locale } from '../rules/rule.js';
import type { Terminal } from './terminal.js';
import { say } from './texts.js';

/** What `--stats` tells of a run. Times differ from run to run, so none of this is in a report. */
export class Stats {
  files = 0;
  filtered = 0;
  bytes = 0;
  passedOver: ReadonlyMap<string, number> = new Map();
  readonly #begin = Date.now();
  #found = this.#begin;

  /** All files are known; from here on they are reviewed. */
  foundFiles(passedOver: ReadonlyMap<string, number>): void {
    this.passedOver = passedOver;
    this.#found = Date.now();
  }

  add(bytes: number, filtered: boolean): void {
    this.files++;
    this.bytes += bytes;
    if (filtered) this.filtered++;
  }

  tell(terminal: Terminal, locale: Locale): void {
    const { files, filtered, bytes, passedOver } = this;
    terminal.problem(say('statsReviewed', locale, { files, filtered, megabytes: (bytes / 1e6).toFixed(1) }));
    const kinds = [...passedOver].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    const n = kinds.reduce((sum, [, count]) => sum + count, 0);
    const names = kinds.map(([kind, count]) => `${kind || say('noExtension', locale)} ${count}`).join(', ');
    if (n > 0) terminal.problem(say('statsPassedOver', locale, { n, kinds: names }));
    const walk = this.#found - this.#begin;
    terminal.problem(say('statsTime', locale, { walk, review: Date.now() - this.#found }));
  }
}
