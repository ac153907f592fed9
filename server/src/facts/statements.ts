import type { Span } from '../core/span.js';
import { answerOf } from '../knowledge/answers.js';
import type { Block } from '../model/blocks.js';
import { languageOf } from './language.js';
import { quote } from './quote.js';
import { sentencesOf } from './sentences.js';
import type { FactSource } from './source.js';
import type { Evidence, Form, Quote, Statement } from './types.js';
import { type Reading, readWording } from './wording/index.js';

/** Longer sentences are legal texts or lists: what stands in them belongs together in no way that words tell. */
const MAX_SENTENCE = 700;

/** The sentences that the page says to its visitors about consent, in source order. */
export function readStatements(source: FactSource, forms: () => readonly Form[]): readonly Statement[] {
  const [page] = languageOf(source);
  return source.index.blocks.flatMap((block) =>
    sentencesOf(block.text)
      .map((sentence) => statementOf(sentence.text, block, page, source, forms))
      .filter((statement) => statement !== undefined),
  );
}

function statementOf(
  sentence: string,
  block: Block,
  page: string | undefined,
  source: FactSource,
  forms: () => readonly Form[],
): Statement | undefined {
  if (sentence.length > MAX_SENTENCE || !/\s/.test(sentence)) return undefined;
  const reading = readWording(sentence, page ? [page] : []);
  if (!speaks(reading)) return undefined;
  const whole = quote(source.doc.text, sentence, block.span);
  const place: Span = whole.span ?? block.span;
  const cite = (evidence: Evidence | undefined): Quote | undefined =>
    evidence && quote(source.doc.text, evidence.words, place);
  const within = forms().findIndex(({ span }) => span.start <= place.start && place.end <= span.end);
  return {
    text: sentence,
    span: place,
    language: reading.language ?? page,
    purposes: reading.purposes.map(({ evidence, ...purpose }) => ({
      ...purpose,
      quote: quote(source.doc.text, evidence[0]?.words ?? '', place),
    })),
    implied: cite(reading.implied),
    tick: cite(reading.tick),
    untick: cite(reading.untick),
    refusal: cite(reading.refusal),
    withdrawal: cite(reading.withdrawal),
    agreed: reading.implied !== undefined && namesYes(sentence, reading.implied),
    announces: reading.statement,
    form: within < 0 ? undefined : within,
  };
}

function speaks({ implied, untick, refusal, withdrawal, statement, purposes }: Reading): boolean {
  return Boolean(implied || untick || withdrawal || ((refusal || statement) && purposes.length > 0));
}

/** "By clicking 'Accept all'": what stands in quotation marks in or right behind the words is an agreement. */
function namesYes(sentence: string, { start, end }: Evidence): boolean {
  const [, quoted] = /["“”„«‘']\s*([^"“”»’']{2,40})["“”»’']/.exec(sentence.slice(start, end + QUOTED)) ?? [];
  if (quoted === undefined) return false;
  return answerOf(quoted.trim(), undefined) === 'yes' || readWording(quoted).act !== undefined;
}

const QUOTED = 42;
