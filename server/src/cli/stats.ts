import * as fs from 'node:fs';
import * as path from 'node:path';
import { mayHoldForm, unreadLanguage } from '../knowledge/languages.js';
import type { Walk } from '../node/files.js';
import type { Locale } from '../rules/rule.js';
import type { Terminal } from './terminal.js';
import { say } from './texts.js';

interface AddedFile {
  readonly path: string;
  readonly bytes: number;
  readonly filtered: boolean;
  readonly read: boolean;
}

/** What `--stats` tells of a run. Times differ from run to run, so none of this is in a report. */
export class Stats {
  files = 0;
  filtered = 0;
  bytes = 0;
  /** Files of kinds that no dialect reads: extension → how many. */
  readonly passedOver = new Map<string, number>();
  #unread: readonly string[] = [];
  readonly #begin = Date.now();
  #found = this.#begin;

  /** All files are known; from here on they are reviewed. */
  foundFiles({ passedOver, unread }: Pick<Walk, 'passedOver' | 'unread'>): void {
    this.#unread = unread;
    for (const [extension, n] of passedOver) this.#passOver(extension, n);
    this.#found = Date.now();
  }

  /** @param read false where no dialect reads the file, named though it was. */
  add({ path: file, bytes, filtered, read }: AddedFile): void {
    if (!read) {
      this.#passOver(path.extname(file).toLowerCase(), 1);
      return;
    }
    this.files++;
    this.bytes += bytes;
    if (filtered) this.filtered++;
  }

  #passOver(extension: string, n: number): void {
    this.passedOver.set(extension, (this.passedOver.get(extension) ?? 0) + n);
  }

  tell(terminal: Terminal, locale: Locale): void {
    const { files, filtered, bytes, passedOver } = this;
    terminal.problem(say('statsReviewed', locale, { files, filtered, megabytes: (bytes / 1e6).toFixed(1) }));
    const kinds = [...passedOver].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    const unread = kinds.filter(([kind]) => unreadLanguage(kind) !== undefined);
    const others = kinds.filter(([kind]) => unreadLanguage(kind) === undefined);
    for (const [text, list] of [
      ['statsUnread', unread],
      ['statsPassedOver', others],
    ] as const) {
      const n = list.reduce((sum, [, count]) => sum + count, 0);
      const names = list.map(([kind, count]) => `${kind || say('noExtension', locale)} ${count}`).join(', ');
      if (n > 0) terminal.problem(say(text, locale, { n, kinds: names }));
    }
    this.#tellForms(terminal, locale);
    const walk = this.#found - this.#begin;
    terminal.problem(say('statsTime', locale, { walk, review: Date.now() - this.#found }));
  }

  /** Files that hold a form or a mail, as far as their text shows, though nobody reads their language. */
  #tellForms(terminal: Terminal, locale: Locale): void {
    const found = this.#unread.filter(holdsForm);
    for (const file of found.slice(0, MOST)) {
      const language = unreadLanguage(file);
      const why =
        language === undefined ? say('unknownKind', locale) : say('unreadKind', locale, { language });
      terminal.problem(say('statsForm', locale, { file: path.relative('.', file), why }));
    }
    const rest = found.length - MOST;
    if (rest > 0) terminal.problem(say('statsMoreForms', locale, { n: rest }));
  }
}

/** More are not named one by one. */
const MOST = 50;
/** Bytes; longer files are data. */
const LARGEST = 500_000;

function holdsForm(file: string): boolean {
  try {
    if (fs.statSync(file).size > LARGEST) return false;
    const bytes = fs.readFileSync(file);
    return !bytes.subarray(0, 1000).includes(0) && mayHoldForm(bytes.toString('latin1'));
  } catch {
    // Nothing is known of what cannot be read.
    return false;
  }
}
