import { kept } from '../core/memo.js';
import { overlaps, type Span } from '../core/span.js';
import { answerOf } from '../knowledge/answers.js';
import { cookieWords } from '../knowledge/cookieNotices.js';
import { tellsToContact } from '../knowledge/pointers.js';
import { impliesByItsLetters } from '../knowledge/prefilter.js';
import { isOptional, purposeTitle } from '../knowledge/purposes.js';
import { type Reference, referencesIn } from '../knowledge/references.js';
import type { Block } from '../model/blocks.js';
import { visibleText } from '../model/query.js';
import { aimAround } from './aimAround.js';
import { askingOf } from './asking.js';
import { type CodeSentence, sentencesInCode } from './codeSentences.js';
import { formsOf } from './forms.js';
import { languageOf, languagesAt } from './language.js';
import { quote } from './quote.js';
import { isCited, isQuoted } from './quoted.js';
import { sentencesOf } from './sentences.js';
import type { FactSource } from './source.js';
import type { Control, Evidence, Form, Quote, StatedPurpose, Statement } from './types/index.js';
import type { Reading, Wording } from './wording/index.js';

/** Longer sentences are legal texts or lists: what stands in them belongs together in no way that words tell. */
const MAX_SENTENCE = 700;

/**
 * The sentences that the page says to its visitors about consent, in source order. Those outside of forms count only if they
 * speak of an act that gives a consent, or of silence: few words can say so, and the other sentences need not be read.
 */
export function readStatements(
  source: FactSource,
  forms: () => readonly Form[],
  controls: () => readonly Control[],
): readonly Statement[] {
  return statementsIn(source, forms, controls, scopeOf(forms));
}

/** Whether any sentence of the page says how a consent is taken back. */
export function readWithdrawal(
  source: FactSource,
  forms: () => readonly Form[],
  controls: () => readonly Control[],
): boolean {
  return (
    controls().some(({ consent }) => consent?.withdrawal) ||
    statementsIn(source, forms, controls, () => 'all').some(({ withdrawal }) => withdrawal)
  );
}

function statementsIn(
  source: FactSource,
  forms: () => readonly Form[],
  controls: () => readonly Control[],
  scope: Scope,
): readonly Statement[] {
  const page = languageOf(source);
  const shown = shownStatements(source, forms, controls, scope);
  const inCode = sentencesInCode(source).flatMap((said) => statementInCode(said, page, source, forms));
  const isElsewhere = (s: Statement) => inCode.some((c) => c.text === s.text && !overlaps(c.span, s.span));
  const isShown = (s: Statement) => shown.some((other) => overlaps(other.span, s.span));
  // Words that a component only passes on stand where they are written.
  return [...shown.filter((s) => !isElsewhere(s)), ...inCode.filter((s) => !isShown(s))];
}

/** What is heard of a sentence: all that it says of consent, only acts that give it, or nothing. */
type Scope = (sentence: string, place: Span) => 'all' | 'acts' | 'nothing';

function scopeOf(forms: () => readonly Form[]): Scope {
  const spans = forms().map(({ span }) => span);
  return (sentence, place) => {
    if (spans.some((form) => overlaps(form, place))) return 'all';
    return impliesByItsLetters(sentence) ? 'acts' : 'nothing';
  };
}

/** A sentence as it is read, before it is known whether it says anything. */
interface ReadSentence {
  readonly text: string;
  readonly span: Span;
  readonly block: Block | undefined;
  readonly languages: readonly string[];
  readonly reading: () => Reading;
  /** The sentence that it follows. */
  readonly before: Omit<ReadSentence, 'before'> | undefined;
}

function shownStatements(
  source: FactSource,
  forms: () => readonly Form[],
  controls: () => readonly Control[],
  scope: Scope,
): Statement[] {
  const aimOf = ({ implied, form }: Statement, { element }: Block) =>
    implied && (form === undefined ? aimAround(element, controls(), source) : forms()[form]?.aim);
  const found: Statement[] = [];
  let before: Omit<ReadSentence, 'before'> | undefined;
  for (const block of source.index.blocks) {
    if (before?.block?.element.parent !== block.element.parent) before = undefined;
    for (const { text } of sentencesOf(block.text)) {
      if (!isReadable(text)) continue;
      const languages = languagesAt(block.element, source);
      const reading = kept(() => source.wording.readWording(text, languages));
      const sentence = { text, span: block.span, block, languages, reading };
      const heard = scope(text, block.span);
      const matters = heard === 'all' || (heard === 'acts' && speaksOfAct(reading()));
      const read = matters ? statementOf({ ...sentence, before }, source, forms) : undefined;
      const statement = read && isMention(read, reading(), block) ? undefined : read;
      if (statement)
        found.push({
          ...statement,
          aim: aimOf(statement, block),
          asking: askingIn(statement, block, source),
        });
      before = sentence;
    }
  }
  return found;
}

/** An article that quotes what a notice says, says nothing itself. */
function isMention({ text, form, implied }: Statement, { implied: words }: Reading, block: Block): boolean {
  if (!implied || !words || form !== undefined) return false;
  return isCited(text, words) || isQuoted(block.element);
}

function askingIn(
  { implied, form, text, span, purposes, language }: Statement,
  block: Block,
  source: FactSource,
): Statement['asking'] {
  const element = form === undefined ? undefined : formsOf(source.index)[form];
  if (!implied || !element) return undefined;
  return (told) => askingOf({ text, span, block, purposes, language, form: element }, told, source);
}

function speaksOfAct({ implied, tick, untick }: Reading): boolean {
  return Boolean(implied || tick || untick);
}

function isReadable(text: string): boolean {
  return text.length <= MAX_SENTENCE && /\s/.test(text);
}

/** Words that only code holds may be anything's label; of a notice about cookies they are enough. */
function statementInCode(
  { text, span }: CodeSentence,
  languages: readonly string[],
  source: FactSource,
  forms: () => readonly Form[],
): Statement[] {
  if (!isReadable(text)) return [];
  const reading = () => source.wording.readWording(text, languages);
  const sentence = { text, span, block: undefined, languages, reading, before: undefined };
  const statement = statementOf(sentence, source, forms);
  return statement?.implied && statement.purposes.some((p) => p.purpose.startsWith('cookies'))
    ? [statement]
    : [];
}

function statementOf(
  { text: sentence, span, block, languages, reading: read, before }: ReadSentence,
  source: FactSource,
  forms: () => readonly Form[],
): Statement | undefined {
  const own = read();
  const carried = before && carriedOver(sentence, own, before.reading);
  const reading: Reading = carried ? { ...own, ...carried } : own;
  if (!speaks(reading)) return undefined;
  const whole = quote(source.doc.text, sentence, span);
  const place: Span = whole.span ?? span;
  const cite = (evidence: Evidence | undefined): Quote | undefined =>
    evidence && quote(source.doc.text, evidence.words, place);
  const within = forms().findIndex(({ span }) => span.start <= place.start && place.end <= span.end);
  const named = carried ? before.span : place;
  const purposes = reading.purposes.map(({ evidence: _, phrase, ...purpose }) => ({
    ...purpose,
    quote: { ...quote(source.doc.text, phrase, named), title: purpose.title },
  }));
  return {
    text: sentence,
    span: place,
    language: reading.language ?? languages[0],
    purposes: [...purposes, ...cookiesByPolicy(reading, purposes, within >= 0, block)],
    implied: cite(reading.implied),
    tick: cite(reading.tick),
    untick: cite(reading.untick),
    refusal: cite(reading.refusal),
    contact: reading.refusal !== undefined && tellsToContact(sentence),
    withdrawal: cite(reading.withdrawal),
    agreed: reading.implied !== undefined && namesYes(sentence, reading.implied, source.wording),
    announces: reading.statement,
    form: within < 0 ? undefined : within,
    aim: undefined,
    asking: undefined,
  };
}

/** "We use cookies. By continuing you accept them": what a sentence asks for or refuses may stand in the one before. */
function carriedOver(
  sentence: string,
  { purposes, implied, refusal }: Reading,
  before: () => Reading,
): Pick<Reading, 'purposes' | 'refusal'> | undefined {
  if (purposes.some(({ requested, certainty }) => requested && certainty === 'certain')) return undefined;
  const does = (reference: Reference) => referencesIn(sentence).find(({ meaning }) => meaning === reference);
  const declined = implied ? undefined : does('declines');
  const accepted = does('accepts');
  // "Agree to these terms": what takes up nothing goes on with a noun.
  const accepts = implied && accepted && !/^\s*[\p{L}\p{N}]/u.test(sentence.slice(accepted.end));
  if (declined ? !tellsToContact(sentence) : !accepts) return undefined;
  const meant = before().purposes.filter(({ optional }) => optional);
  if (meant.length === 0) return undefined;
  const { start, end } = declined ?? { start: 0, end: 0 };
  return {
    purposes: meant.map((purpose) => ({ ...purpose, requested: true })),
    refusal: refusal ?? (declined && { start, end, words: sentence.slice(start, end), named: false }),
  };
}

const LONGEST_NOTICE = 1_500;

/** "By continuing you accept our cookie policy", in a notice about cookies and no form: to accept the policy is to accept the cookies. */
function cookiesByPolicy(
  { implied }: Reading,
  purposes: readonly StatedPurpose[],
  inForm: boolean,
  block: Block | undefined,
): StatedPurpose[] {
  const policy = purposes.find(({ purpose }) => purpose === 'privacy-notice');
  if (!implied || !policy || inForm || purposes.some((p) => p !== policy)) return [];
  const speaks = cookieWords(policy.quote.words).cookies || (block !== undefined && isCookieNotice(block));
  if (!speaks) return [];
  const title = purposeTitle('cookies');
  return [
    {
      ...policy,
      purpose: 'cookies',
      requested: true,
      certainty: 'likely',
      optional: isOptional('cookies'),
      title,
    },
  ];
}

function isCookieNotice({ text, element }: Block): boolean {
  if (cookieWords(text).uses) return true;
  const around = element.parent && visibleText(element.parent);
  return around !== undefined && around.length <= LONGEST_NOTICE && cookieWords(around).uses;
}

function speaks({ implied, untick, refusal, withdrawal, statement, purposes }: Reading): boolean {
  return Boolean(implied || untick || withdrawal || ((refusal || statement) && purposes.length > 0));
}

/** "By clicking 'Accept all'": what stands in quotation marks in or right behind the words is an agreement. */
function namesYes(sentence: string, { start, end }: Evidence, wording: Wording): boolean {
  const [, quoted] = /["“”„«‘']\s*([^"“”»’']{2,40})["“”»’']/.exec(sentence.slice(start, end + QUOTED)) ?? [];
  if (quoted === undefined) return false;
  return answerOf(quoted.trim(), undefined) === 'yes' || wording.readWording(quoted).act !== undefined;
}

const QUOTED = 42;
