import type { Token } from '../../core/phrases/tokens.js';
import { isOptional, purposeTitle } from '../../knowledge/purposes.js';
import type { Event } from './lexicon.js';
import type { Sentence, Stretch } from './parts.js';
import { resolvePurposes } from './resolve.js';
import { readSentence } from './sentence.js';
import type { Evidence, Polarity, Reading, Unrelated } from './types.js';

/** Kinds of choices whose words take the purposes along: "show subscribers only", "newsletter module". */
const OVERRULING: ReadonlySet<Unrelated> = new Set<Unrelated>([
  'filter',
  'selection',
  'administration',
  'dismissal',
  'visibility',
]);

/** Reads the sentences of one text; evidence is cut out of `text` by the spans of `tokens`. */
export function readSentences(
  text: string,
  tokens: readonly Token[],
  language: string | undefined,
  events: readonly (readonly Event[])[],
): Reading {
  const sentences = events.map(readSentence);
  settleWaysOut(sentences);
  const evidence = (stretch: Stretch | undefined): Evidence | undefined => {
    const start = tokens[stretch?.from ?? -1]?.start;
    const end = tokens[(stretch?.to ?? 0) - 1]?.end;
    return start === undefined || end === undefined
      ? undefined
      : { start, end, words: text.slice(start, end) };
  };
  const first = (find: (sentence: Sentence) => Stretch | undefined) =>
    evidence(sentences.map(find).find((stretch) => stretch !== undefined));
  const personal = sentences.some((sentence) => sentence.personal);

  const unrelated =
    sentences.find((sentence) => sentence.unrelated !== undefined)?.unrelated ??
    sentences.map(administrationOf).find((found) => found !== undefined);
  if (unrelated !== undefined && OVERRULING.has(unrelated.kind) && !personal) {
    for (const { mentions } of sentences) for (const mention of mentions) mention.requested = false;
  }
  const named = new Set(sentences.flatMap(({ mentions }) => mentions.map(({ purpose }) => purpose)));
  const purposes = resolvePurposes(sentences);
  const asked = purposes.some(({ requested, certainty }) => requested && certainty === 'certain');
  const unrelatedEvidence = asked ? undefined : evidence(unrelated);

  const cited = purposes.map(({ evidence: stretches, ...rest }) => ({
    ...rest,
    evidence: stretches.map(evidence).filter((found) => found !== undefined),
  }));
  const polarity = polarityOf(sentences);
  const untick = first((sentence) => sentence.untick);
  const granting = sentences.find(({ grants }) => grants.length > 0);
  return {
    language: events.length === 0 ? undefined : language,
    purposes: cited.map(({ evidence, purpose, ...rest }) => ({
      ...rest,
      purpose,
      title: purposeTitle(purpose),
      optional: isOptional(purpose),
      evidence,
      phrase: phraseOf(text, evidence, cited),
    })),
    named: [...named],
    polarity,
    unrelated:
      unrelated === undefined || unrelatedEvidence === undefined
        ? undefined
        : { kind: unrelated.kind, evidence: unrelatedEvidence },
    act: polarity === 'grant' && untick === undefined ? evidence(actOf(granting?.grants ?? [])) : undefined,
    statement:
      !personal &&
      granting === undefined &&
      sentences.some(({ announced, implied }) => announced || implied !== undefined),
    refusal: refusalOf(sentences, evidence),
    tick: first(({ tick }) => tick),
    untick,
    implied: first(({ implied }) => implied),
    withdrawal: first(({ withdrawal }) => withdrawal),
  };
}

const LONGEST_PHRASE = 60;

/** "offers … from our partners" as one phrase, unless it is long or names another purpose in between. */
function phraseOf(
  text: string,
  evidence: readonly Evidence[],
  all: readonly { readonly evidence: readonly Evidence[] }[],
): string {
  const [first] = evidence;
  const start = Math.min(...evidence.map((e) => e.start));
  const end = Math.max(...evidence.map((e) => e.end));
  if (!first) return '';
  const others = all.flatMap((one) => (one.evidence === evidence ? [] : one.evidence));
  if (end - start > LONGEST_PHRASE || others.some((e) => start < e.end && e.start < end)) return first.words;
  return text.slice(start, end);
}

function refusalOf(
  sentences: readonly Sentence[],
  evidence: (stretch: Stretch | undefined) => Evidence | undefined,
): Reading['refusal'] {
  const refusal = sentences.find(({ refusals }) => refusals.length > 0)?.refusals[0];
  const found = evidence(refusal);
  return refusal && found && { ...found, named: refusal.named };
}

/** "I want the newsletter. Unsubscribe with one click.": a way out named behind a request is no refusal. */
function settleWaysOut(sentences: readonly Sentence[]): void {
  let asked = false;
  for (const sentence of sentences) {
    const { mentions, vague, refusals, personal, grants } = sentence;
    const isBare = !personal && mentions.length === 0 && vague.length === 0;
    if (asked && isBare && refusals.every(({ named }) => named)) {
      sentence.withdrawal ??= refusals[0];
      refusals.length = 0;
    }
    asked ||= grants.length > 0;
  }
}

function administrationOf({ administration }: Sentence): (Stretch & { kind: Unrelated }) | undefined {
  return administration === undefined ? undefined : { kind: 'administration', ...administration };
}

/** Where a tick must be taken away to refuse, ticking grants. */
function polarityOf(sentences: readonly Sentence[]): Polarity {
  if (sentences.some(({ untick }) => untick !== undefined)) return 'grant';
  if (sentences.some(({ refusals }) => refusals.length > 0)) return 'refuse';
  return sentences.some(({ grants }) => grants.length > 0) ? 'grant' : 'neutral';
}

/** The first words of agreement and those that follow at once: "Yes, please send me". */
function actOf(grants: readonly Stretch[]): Stretch | undefined {
  const [act, ...others] = grants;
  if (act === undefined) return undefined;
  let to = act.to;
  for (const other of others) {
    if (other.from - to > 1) break;
    to = other.to;
  }
  return { from: act.from, to };
}
