import { applyEdits, compatible, type Edit } from '../core/edit.js';
import type { Span } from '../core/span.js';
import { composeEdits, mapSpan } from './editMap.js';
import { nothingNew } from './fixCheck.js';
import type { Finding, Repair, Report, ReviewInput, ReviewOptions } from './types.js';

export interface FixOptions extends ReviewOptions {
  /** Offers too, the first of each finding that has no fix. */
  readonly offers?: boolean;
  /** Only repairs for which this says yes. */
  readonly accept?: (finding: Finding, repair: Repair) => boolean;
}

export interface FixResult {
  readonly text: string;
  /** The same change as edits of the given text, in order, none overlapping. */
  readonly edits: readonly Edit[];
  readonly applied: readonly { readonly ruleId: string; readonly title: string }[];
  /** Repairs that were not made because they left their finding or brought a new one. */
  readonly refused: readonly { readonly ruleId: string; readonly title: string }[];
  /** Of the resulting text. */
  readonly report: Report;
}

export type Review = (input: ReviewInput, options?: ReviewOptions) => Promise<Report>;

const PASSES = 10;

/**
 * Repairs a text, reading it anew after each pass until nothing is left to repair. Only safe fixes are made unless
 * offers are asked for; of fixes that touch the same text the first is made, the others wait for the next pass. A fix
 * after which its finding is still there, or something new is found, is refused.
 */
export async function fixText(input: ReviewInput, options: FixOptions, review: Review): Promise<FixResult> {
  const refused = new Map<Candidate, Span>();
  const applied: Candidate[] = [];
  let edits: readonly Edit[] = [];
  let state: State = { text: input.text, report: await review(input, options) };
  for (let pass = 0; pass < PASSES; pass++) {
    const chosen = withoutOverlaps(candidatesIn(state.report, options).filter((c) => !isRefused(c, refused)));
    if (chosen.length === 0) break;
    const tried = new Trial(state, (text) => review({ ...input, text }, options));
    const made = await tried.best(chosen, []);
    const change = made.flatMap(({ repair }) => repair.edits);
    for (const candidate of chosen)
      if (!made.includes(candidate)) refused.set(candidate, candidate.finding.span);
    for (const [candidate, span] of refused) refused.set(candidate, mapSpan(span, change));
    if (made.length === 0) continue;
    applied.push(...made);
    edits = composeEdits(edits, change);
    state = tried.state;
  }
  return {
    text: state.text,
    edits,
    applied: applied.map(named),
    refused: [...refused.keys()].map(named),
    report: state.report,
  };
}

interface State {
  readonly text: string;
  readonly report: Report;
}

interface Candidate {
  readonly finding: Finding;
  readonly repair: Repair;
}

function named({ finding, repair }: Candidate): { ruleId: string; title: string } {
  return { ruleId: finding.ruleId, title: repair.title };
}

function candidatesIn(report: Report, { offers = false, accept = () => true }: FixOptions): Candidate[] {
  return report.findings.flatMap((finding) => {
    if (finding.suppression) return [];
    const fixes = finding.repairs.filter(({ safety }) => safety === 'fix');
    const others = offers ? finding.repairs.filter(({ safety }) => safety === 'offer') : [];
    const repair = [...fixes, ...others].find((r) => r.edits.length > 0 && accept(finding, r));
    return repair ? [{ finding, repair }] : [];
  });
}

function withoutOverlaps(candidates: readonly Candidate[]): Candidate[] {
  const edits: Edit[] = [];
  return candidates.filter(({ repair }) => {
    if (!compatible([...edits, ...repair.edits])) return false;
    edits.push(...repair.edits);
    return true;
  });
}

function isRefused({ finding, repair }: Candidate, refused: ReadonlyMap<Candidate, Span>): boolean {
  return [...refused].some(
    ([before, span]) =>
      before.finding.ruleId === finding.ruleId &&
      before.repair.id === repair.id &&
      span.start === finding.span.start,
  );
}

/** Tries candidates out on one text, and finds the culprits by halving where not all can be made. */
class Trial {
  /** After the last trial that went well. */
  state: State;
  readonly #before: State;
  readonly #review: (text: string) => Promise<Report>;

  constructor(before: State, review: (text: string) => Promise<Report>) {
    this.state = before;
    this.#before = before;
    this.#review = review;
  }

  /** As many of the candidates as can be made together with those that are known to be good. */
  async best(candidates: readonly Candidate[], good: readonly Candidate[]): Promise<readonly Candidate[]> {
    const together = [...good, ...candidates];
    if (await this.#succeeds(together)) return together;
    if (candidates.length <= 1) return good;
    const half = candidates.length >> 1;
    return this.best(candidates.slice(half), await this.best(candidates.slice(0, half), good));
  }

  async #succeeds(candidates: readonly Candidate[]): Promise<boolean> {
    const edits = candidates.flatMap(({ repair }) => repair.edits);
    const text = applyEdits(this.#before.text, edits);
    const report = await this.#review(text);
    const claimed = new Set(candidates.map(({ finding }) => finding));
    if (text === this.#before.text || !nothingNew(this.#before.report, report, claimed, edits)) return false;
    this.state = { text, report };
    return true;
  }
}
