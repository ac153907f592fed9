import { purposeWords } from '../knowledge/purposes.js';
import type { Proposal, PurposeHit } from './types.js';

/** One box for each purpose asked: what it would say in the page's language, and a field name in the style of the given one. */
export function proposalsFor(
  purposes: readonly PurposeHit[],
  language: string | undefined,
  sample: string | undefined,
): Proposal[] {
  const proposals: Proposal[] = [];
  for (const { purpose } of purposes) {
    const words = purposeWords(purpose);
    if (!words) continue;
    proposals.push({
      purpose,
      title: words.title,
      sentence: words.sentence[language ?? 'en'] ?? words.sentence.en,
      name: inStyleOf(sample ?? '', words.field),
    });
  }
  // The contract's box keeps its place and its name.
  return proposals.sort((a, b) => Number(b.purpose === 'terms') - Number(a.purpose === 'terms'));
}

function inStyleOf(sample: string, field: string): string {
  if (sample.includes('-') && !sample.includes('_')) return field.replaceAll('_', '-');
  if (/[a-z][A-Z]/.test(sample)) return field.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return field;
}
