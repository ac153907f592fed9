import { PhraseFinder } from './matching/phrases.js';
import { wordsOfCode } from './matching/words.js';
import data from './pixels.json';

const trackers = new PhraseFinder<true>().add(data.trackers, true);
const spacers = new PhraseFinder<true>().add(data.spacers, true);
const switches = new Set(data.switches);

/** Whether an address, class or alternative text says that an image counts who sees it. */
export function namesTracker(name: string): boolean {
  return trackers.find(wordsOfCode(name)).length > 0;
}

/** Whether the file's name says that an image only keeps a distance. */
export function namesSpacer(address: string): boolean {
  const file = /([^/?#]*)(?:[?#]|$)/.exec(address)?.[1] ?? '';
  return spacers.find(wordsOfCode(file)).length > 0;
}

/** Whether an option of sending code measures who opens a mail. */
export function switchesTracking(key: string): boolean {
  return switches.has(key.toLowerCase().replace(/[^a-z]/g, ''));
}

/** True where a text may hold an image that counts who sees it, or an option that adds one. */
export function mayHoldPixels(text: string): boolean {
  return (/<(?:img|mj-image|amp-img)/i.test(text) && mention.test(text)) || option.test(text);
}

const mention = /1x1|pixel|beacon|track|\b(?:width|height)\s*[=:]\s*\{?["']?[01](?![\d.%])/i;
const option = /(?:open|opens)[\s_-]{0,2}tracking|track(?:ing)?[\s_-]{0,2}(?:email[\s_-]{0,2})?opens?/i;
