import { type Edit, insert, remove, replace } from '../core/edit.js';
import { slice } from '../core/span.js';
import { isChannel } from '../knowledge/channels.js';
import { withdrawalSentence } from '../knowledge/purposes.js';
import { clausesOf, conjunctionsIn } from '../knowledge/wording.js';
import { elements, knownText, LARGEST_FORM } from '../model/query.js';
import { isCopied, isOneText, placeOf, type Said } from './askingPlace.js';
import { indentOf } from './indent.js';
import { endOfVoid, newBoxOf } from './newField.js';
import { proposalsFor } from './proposals.js';
import { quote } from './quote.js';
import type { FactSource } from './source.js';
import type { Asking, Purpose, StatedPurpose } from './types/index.js';

/**
 * Puts an empty box in the place of a sentence that takes a form's sending for consent. Undefined where the sentence says
 * more than that, is no markup of its own, or where the form's code would never see the answer.
 */
export function askingOf(said: Said, told: boolean, source: FactSource): Asking | undefined {
  // Whoever asks for partners has to name them: no sentence of ours can.
  if (source.doc.mail || said.purposes.some((p) => p.purpose === 'partners')) return undefined;
  // Data are processed for whatever is asked: that alone is no purpose beside another.
  const purposes = said.purposes.filter((p) => p.purpose !== 'data-processing');
  const optional = purposes.filter((p) => p.optional && p.requested);
  if (optional.length < purposes.length) {
    const cut = cutOf(said, source);
    const boxes = cut && boxesFor(optional, said, told, cut.at, source);
    return boxes && { edits: cut.edits(boxes.markup), names: boxes.names };
  }
  if (!saysNothingElse(said, source)) return undefined;
  const place = placeOf(said, source);
  const boxes = place && boxesFor(purposes, said, told, place.start, source);
  return boxes && { edits: [replace(place, boxes.markup)], names: boxes.names };
}

/** A box for each purpose; undefined where the form has fields of these names, or its code would not see them. */
function boxesFor(
  purposes: readonly StatedPurpose[],
  { form, language }: Said,
  told: boolean,
  at: number,
  source: FactSource,
): { readonly markup: string; readonly names: readonly string[] } | undefined {
  const boxOf = newBoxOf(form, source);
  if (!boxOf) return undefined;
  const names = elements(form, LARGEST_FORM).map((e) => knownText(e, 'name'));
  const sample = names.find((name) => name && /[a-z](?:[_[-]|[A-Z])/.test(name)) ?? names.find(Boolean);
  const proposals = proposalsFor(purposes, language, sample, source);
  if (proposals.length !== purposes.length || proposals.some(({ name }) => names.includes(name)))
    return undefined;
  const { syntax, text } = source.doc;
  const last = proposals.length - 1;
  const boxes = proposals.map(({ words, name }, i) => {
    const notice = told || i < last ? '' : ` ${withdrawalSentence(language)}`;
    return `<label>${boxOf(name)} ${syntax.text(words + notice)}</label>`;
  });
  const parted = `<br${endOfVoid(form, text)}${indentOf(text, at)}`;
  return { markup: boxes.join(parted), names: proposals.map(({ name }) => name) };
}

/**
 * Where a sentence first accepts terms or a notice, and then asks for what may be refused: the edits that leave the first
 * and put boxes in a copy of its element behind it. Undefined where its grammar or its markup does not part there.
 */
function cutOf(
  said: Said,
  source: FactSource,
): { readonly at: number; readonly edits: (boxes: string) => readonly Edit[] } | undefined {
  const { text, span, block, language } = said;
  const { element } = block;
  const whole = text.replace(/[.!?]$/, '');
  const read = (words: string) => source.wording.readWording(words, language ? [language] : []);
  const joint = conjunctionsIn(whole, language).find(({ start, end }) => {
    const [kept, asked] = [read(whole.slice(0, start)), read(whole.slice(end))];
    return (
      kept.implied !== undefined &&
      kept.purposes.length > 0 &&
      !kept.purposes.some((p) => p.optional) &&
      asked.purposes.every((p) => p.optional && p.purpose !== 'partners') &&
      // A verb of its own: what is left is a sentence still.
      asked.act !== undefined &&
      whole.slice(end, end + asked.act.start).trim().length <= SHORT_WORD
    );
  });
  if (!joint || !span) return undefined;
  const clause = whole.slice(joint.end).trim();
  const purposes = said.purposes.filter((p) => p.optional);
  if (!saysNothingElse({ ...said, text: clause, purposes }, source)) return undefined;
  const { text: page } = source.doc;
  const words = quote(page, whole.slice(joint.start), span).span;
  if (!words || !isOneText(element, words) || !isCopied(element, said.form)) return undefined;
  let { start } = words;
  while (/[,\s]/.test(page.charAt(start - 1))) start--;
  const { open, close } = element;
  return {
    at: open.start,
    edits: (boxes) => [
      remove({ start, end: words.end }),
      insert(
        element.span.end,
        indentOf(page, open.start) + slice(page, open) + boxes + (close ? slice(page, close) : ''),
      ),
    ],
  };
}

/** "to receive", "de recevoir": what may stand before a verb. */
const SHORT_WORD = 3;

/** Each of its clauses asks for one of the purposes, or says by which way. */
function saysNothingElse({ text, purposes, language }: Said, { wording }: FactSource): boolean {
  const clauses = clausesOf(text.replace(/[.!?]$/, ''), language);
  const readings = clauses.map((clause) => wording.readWording(clause, language ? [language] : []));
  return clauses.every((clause, i) => {
    const { purposes: named = [] } = readings[i] ?? {};
    const next = readings[i + 1];
    // "Your name and address are published": what goes on without a verb of its own is one thing with what comes before.
    if (named.length === 0 && i === 0 && next) return next.purposes.length > 0 && !next.act && !next.implied;
    // What the sentence before it names, a sentence may only take up.
    if (named.length === 0) return clauses.length === 1 || isChannel(clause);
    const own = purposes.some(({ purpose }) => MAILINGS.has(purpose));
    return named.every(
      ({ purpose }) => purposes.some((p) => p.purpose === purpose) || (own && MAILINGS.has(purpose)),
    );
  });
}

/** "Our news and offers": one reading of both names the narrower. */
const MAILINGS: ReadonlySet<Purpose> = new Set<Purpose>(['newsletter', 'marketing']);
