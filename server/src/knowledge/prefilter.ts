import data from './prefilter.json';

const anyOf = (spellings: readonly string[]) =>
  new RegExp(spellings.map((s) => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'i');

const choices = anyOf(data.choices);
const wholes = anyOf(data.wholes);
const directives = anyOf(data.directives);

/** True where a text may hold a box, switch, radio or select. */
export function mayHoldChoices(text: string): boolean {
  return choices.test(text);
}

/** True where a text may be a whole page or mail. */
export function mayBeWhole(text: string): boolean {
  return wholes.test(text);
}

export function mayHoldDirectives(text: string): boolean {
  return directives.test(text);
}
