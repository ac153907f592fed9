import type { Doc } from '../model/nodes.js';
import type { Locale } from '../rules/rule.js';
import type { NotReviewed } from './types.js';

const QUOTED = 60;

/** Controls whose kind and state the code of another file decides: said once for a document, at the first of them. */
export function madeElsewhere({ elsewhere = [], text }: Doc, locale: Locale): readonly NotReviewed[] {
  const [first] = elsewhere;
  if (!first) return [];
  const code = text.slice(first.start, Math.min(first.end, first.start + QUOTED)).replace(/\s+/g, ' ');
  return [{ reason: 'other-file', message: messages[locale](elsewhere.length, code), span: first }];
}

const messages: Readonly<Record<Locale, (count: number, code: string) => string>> = {
  en: (count, code) =>
    `Code of another file decides what ${count === 1 ? `“${code}” is` : `“${code}” and ${count === 2 ? '1 more field' : `${count - 1} more fields`} are`}, and whether a box starts ticked: review that code.`,
  fr: (count, code) =>
    `Le code d’un autre fichier décide de ce ${count === 1 ? `qu’est « ${code} »` : `que sont « ${code} » et ${count === 2 ? '1 autre champ' : `${count - 1} autres champs`}`}, et si une case est cochée au départ : examinez ce code.`,
};
