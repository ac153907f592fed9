import { fold } from '../core/fold.js';
import data from './answers.json';

const languages: readonly { yes: readonly string[]; no: readonly string[] }[] = Object.values(data.languages);
const words = { yes: new Set(languages.flatMap((l) => l.yes)), no: new Set(languages.flatMap((l) => l.no)) };
const values = { yes: new Set(data.values.yes), no: new Set(data.values.no) };

/** Whether a visible answer (or, failing that, the value sent for it) says yes or no; undefined where it is neither. */
export function answerOf(text: string | undefined, value: string | undefined): 'yes' | 'no' | undefined {
  const visible = text === undefined ? undefined : plain(text);
  if (visible) {
    // "Sí" and "si" are a yes, "No" is a no in several languages: no word is in both lists.
    const [first = ''] = visible.split(' ');
    if (words.no.has(visible) || words.no.has(first)) return 'no';
    if (words.yes.has(visible) || words.yes.has(first)) return 'yes';
    if (visible.length > 1 && !values.yes.has(visible) && !values.no.has(visible)) return undefined;
  }
  const sent = (visible || value)?.trim().toLowerCase();
  if (sent === undefined) return undefined;
  if (values.no.has(sent)) return 'no';
  return values.yes.has(sent) ? 'yes' : undefined;
}

/** Whether a text is a yes and nothing else. */
export function isYes(text: string): boolean {
  return words.yes.has(plain(text));
}

/** Lower case without accents and marks, one blank between words. */
function plain(text: string): string {
  return fold(text)
    .replace(/’/g, "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();
}
