import { once } from '../core/memo.js';
import { capitalisesNouns } from '../knowledge/wording.js';
import type { Element } from '../model/nodes.js';
import { elements, visibleText } from '../model/query.js';
import { aroundOf } from './around.js';
import { holesIn, labelNodes } from './label.js';
import { languagesAt } from './language.js';
import type { FactSource } from './source.js';
import type { Evidence, Reading } from './wording/index.js';

/** Elements that list or unfold: what is listed beside a box may well be the partners. */
const LISTS: ReadonlySet<string> = new Set(['ul', 'ol', 'dl', 'details', 'table']);

/**
 * The words for partners who are asked for and whom nothing names: no name behind the words, no link that may lead to
 * them in the label, no list and no mention of them around it. Undefined where they are named, or where code may do it.
 */
export function unnamedPartners(
  control: Element,
  reading: Reading & { readonly text: string },
  source: FactSource,
): Evidence | undefined {
  const languages = languagesAt(control, source);
  const partners = reading.purposes.find(
    (p) => p.purpose === 'partners' && p.requested && p.certainty === 'certain',
  );
  const words =
    partners?.evidence.findLast((e) => mentionsPartners(e.words, source, languages)) ??
    partners?.evidence.at(-1);
  if (!words || isNamed(reading.text, words, reading.language)) return undefined;
  const label = labelNodes(control, source);
  if (label.some((n) => holesIn(n).some((h) => h.value.state === 'dynamic' && h.slot === undefined)))
    return undefined;
  const { words: around, dynamic, elements: near } = aroundOf(control, source);
  const within = label.flatMap((n) => (n.kind === 'element' ? [n, ...elements(n)] : []));
  if (dynamic || within.some((e) => mayLeadToThem(e, source)) || near.some(({ tag }) => LISTS.has(tag)))
    return undefined;
  if (mentionsPartners(around.replace(reading.text, ' '), source, languages) || leadsToPartners(source))
    return undefined;
  return words;
}

/** Something on the page that one can follow or open speaks of partners. */
const leadsToPartners = once((source: FactSource) =>
  source.index.all.some(
    (e) => leads(e) && mentionsPartners(visibleText(e, LONGEST_LINK), source, languagesAt(e, source)),
  ),
);

const LONGEST_LINK = 300;

function leads({ tag }: Element): boolean {
  return tag === 'a' || tag === 'button' || tag === 'summary';
}

function mentionsPartners(text: string, { wording }: FactSource, languages: readonly string[]): boolean {
  return text !== '' && wording.readWording(text, languages).named.includes('partners');
}

/** A link in the label, unless it speaks of the contract. */
function mayLeadToThem(element: Element, source: FactSource): boolean {
  if (!leads(element)) return false;
  const { purposes } = source.wording.readWording(
    visibleText(element, LONGEST_LINK),
    languagesAt(element, source),
  );
  return purposes.length === 0 || purposes.some((p) => p.purpose !== 'terms');
}

/** How far behind the words names may stand, in UTF-16 units. */
const REACH = 60;
/** A list or an aside that begins with a name: "partners: Acme", "partners (Acme, Bolt)". */
const LISTED = /^\s{0,2}[:(–—-]\s{0,2}["“«„]?\p{Lu}[\p{L}\p{N}&.]/u;
/** A name among small words: "our partner Acme", "partners such as Acme and Bolt". */
const NAMED = /^[^.!?;]{0,40}?\s["“«„]?\p{Lu}[\p{L}\p{N}&.]/u;

function isNamed(text: string, { end, words }: Evidence, language: string | undefined): boolean {
  const behind = text.slice(end, end + REACH);
  if (LISTED.test(behind)) return true;
  // Where nouns or titles have capitals, a capital is no name.
  return !capitalisesNouns(language) && !/\p{Lu}/u.test(words) && NAMED.test(behind);
}
