import { PhraseFinder } from './matching/phrases.js';
import data from './pixels.json';

const trackers = new PhraseFinder<true>().add(data.trackers, true);
const spacers = new PhraseFinder<true>().add(data.spacers, true);
const switches = new Set(data.switches);

/** Whether an address, class or alternative text says that an image counts who sees it. */
export function namesTracker(name: string): boolean {
  return trackers.inCode(name).length > 0;
}

/** Whether the file's name says that an image only keeps a distance. */
export function namesSpacer(address: string): boolean {
  const file = /([^/?#]*)(?:[?#]|$)/.exec(address)?.[1] ?? '';
  return spacers.inCode(file).length > 0;
}

/** Whether an option of sending code measures who opens a mail. */
export function switchesTracking(key: string): boolean {
  return switches.has(key.toLowerCase().replace(/[^a-z]/g, ''));
}
