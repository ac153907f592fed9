import { PhraseFinder, type PhraseHit } from './matching/phrases.js';
import data from './references.json';

/** What a sentence does with what the sentence before named. */
export type Reference = 'accepts' | 'declines';

let finder: PhraseFinder<Reference> | undefined;

/** Words of a sentence that take up what the sentence before named: "accept them", "if you do not want this"; UTF-16 offsets. */
export function referencesIn(sentence: string): readonly PhraseHit<Reference>[] {
  finder ??= Object.values(data.languages).reduce(
    (made, { accepts, declines }) => made.add(declines, 'declines').add(accepts, 'accepts'),
    new PhraseFinder<Reference>(),
  );
  return finder.inText(sentence);
}
