import { fold } from '../core/fold.js';
import data from './channels.json';

const channels = new Set(data.words);

/** Whether words name no more than a way by which messages come: "By e-mail", "SMS". */
export function isChannel(words: string): boolean {
  return channels.has(
    fold(words)
      .replace(/[^\p{L}-]+/gu, ' ')
      .trim(),
  );
}
