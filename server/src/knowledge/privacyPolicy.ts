import { PhraseFinder } from './matching/phrases.js';
import { wordsOfText } from './matching/words.js';
import data from './privacy-policy.json';

/** A point that a privacy policy has to say something about. */
export type PolicyPoint = keyof typeof data.points;

export interface PolicyPointTexts {
  /** How messages name it. */
  readonly title: { readonly en: string; readonly fr: string };
  /** What a heading for it says, by BCP 47 language. */
  readonly heading: Readonly<Record<string, string>>;
}

interface Hit {
  /** UTF-16 offsets into the text that was read. */
  readonly start: number;
  readonly end: number;
}

const points: Readonly<
  Record<PolicyPoint, PolicyPointTexts & { readonly words: object; readonly when?: object }>
> = data.points;

export const policyPoints = Object.keys(data.points) as readonly PolicyPoint[];

export function policyPointTexts(point: PolicyPoint): PolicyPointTexts {
  return points[point];
}

/** The points that a policy with these words need not speak of. */
export function pointsBeside(text: string): ReadonlySet<PolicyPoint> {
  const words = wordsOfText(text);
  return new Set(policyPoints.filter((point) => compiled().when.get(point)?.find(words).length === 0));
}

let finders: ReturnType<typeof compile> | undefined;
const compiled = () => {
  finders ??= compile();
  return finders;
};

function compile() {
  const finderOf = (lists: object) =>
    new PhraseFinder<true>().add((Object.values(lists) as string[][]).flat(), true);
  return {
    names: finderOf([data.names]),
    titles: finderOf(data.titles),
    endless: finderOf(data.endless),
    unit: finderOf(data.years.unit),
    of: finderOf(data.years.of),
    but: finderOf(data.years.but),
    numbers: new Map<string, number>(
      Object.values(data.years.numbers).flatMap((list) => Object.entries(list)),
    ),
    when: new Map(
      policyPoints.flatMap((point): [PolicyPoint, PhraseFinder<true>][] => {
        const { when } = points[point];
        return when ? [[point, finderOf(when)]] : [];
      }),
    ),
    points: new Map(
      policyPoints.map((point) => {
        const { words, heading } = points[point];
        // A heading that a repair has written speaks of its point.
        const headings = Object.values(heading).map((text) =>
          wordsOfText(text)
            .map((word) => word.text)
            .join(' '),
        );
        return [point, finderOf({ ...words, headings })];
      }),
    ),
  };
}

/** Whether a title or heading is that of a privacy policy. */
export function titlesPolicy(text: string): boolean {
  return compiled().titles.inText(text).length > 0;
}

/** Whether a file's name is that of a privacy policy. */
export function namesPolicy(name: string): boolean {
  return compiled().names.inCode(name).length > 0;
}

/** Where a policy's text first speaks of each point. */
export function pointsIn(text: string): ReadonlyMap<PolicyPoint, Hit> {
  const words = wordsOfText(text);
  const found = new Map<PolicyPoint, Hit>();
  for (const [point, finder] of compiled().points) {
    const [hit] = finder.find(words);
    if (hit) found.set(point, hit);
  }
  return found;
}

/** Words by which data are kept without end. */
export function endlessIn(text: string): string | undefined {
  const [hit] = compiled().endless.inText(text);
  return hit && text.slice(hit.start, hit.end);
}

/** Words by which prospects are kept for far longer than the reference of three years. */
export function longIn(text: string): string | undefined {
  const { unit, of, but, numbers } = compiled();
  for (const sentence of text.split(/(?<=[.!?;])\s/)) {
    const words = wordsOfText(sentence);
    if (of.find(words).length === 0 || but.find(words).length > 0) continue;
    for (const { start, end } of unit.find(words)) {
      const before = words.findLast((word) => word.end <= start);
      const count =
        before && (/^\d{1,2}$/.test(before.text) ? Number(before.text) : numbers.get(before.text));
      if (before && count !== undefined && count >= data.farYears) return sentence.slice(before.start, end);
    }
  }
  return undefined;
}

/** True where a text may be a privacy policy: one is long, and its name or its beginning says so. */
export function mayBePolicy(text: string, path: string): boolean {
  if (text.length < SHORTEST) return false;
  return namesPolicy(path.slice(path.lastIndexOf('/') + 1)) || titlesPolicy(text.slice(0, BEGINNING));
}

const SHORTEST = 800;
const BEGINNING = 4000;
