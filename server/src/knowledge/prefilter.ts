import data from './prefilter.json';

const anyOf = (spellings: readonly string[]) =>
  new RegExp(spellings.map((s) => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'i');

const choices = anyOf(data.choices);
const directives = anyOf(data.directives);

/** True where a text may hold a box, switch, radio or select. */
export function mayHoldChoices(text: string): boolean {
  return choices.test(text);
}

export function mayHoldDirectives(text: string): boolean {
  return directives.test(text);
}
