import type { Edit } from '../core/edit.js';
import type { SourceMap } from '../core/sourceMap.js';
import type { Span } from '../core/span.js';
import type { Doc, Embedded } from '../model/nodes.js';
import type { Directives } from './directiveTypes.js';
import type { RuleRun, Unnamed } from './runRules.js';
import type { Repair } from './types.js';

/** A document within another one, at any depth, and the way from its places to those of the text under review. */
export interface Part {
  readonly kind: Embedded['kind'];
  readonly doc: Doc;
  /** The document it stands in. */
  readonly container: Doc;
  /** From the outermost map to its own. */
  readonly maps: readonly SourceMap[];
}

/** Everything that is embedded in a document, in source order, what holds others before what it holds. */
export function partsOf(container: Doc, around: readonly SourceMap[] = []): Part[] {
  return (container.embedded ?? []).flatMap(({ kind, doc, map }) => {
    const maps = [...around, map];
    return [{ kind, doc, container, maps }, ...partsOf(doc, maps)];
  });
}

export function spanInSource(span: Span, { maps }: Part): Span {
  return maps.reduceRight((at, map) => map.toSource(at).span, span);
}

/** Undefined where one of the edits would touch what is not written as it reads. */
function editsInSource(edits: readonly Edit[], { maps }: Part): Edit[] | undefined {
  const written = edits.map((edit) =>
    maps.reduceRight<Edit | undefined>((done, map) => done && map.toSourceEdit(done), edit),
  );
  return written.every((edit) => edit !== undefined) ? written : undefined;
}

/** What rules found in a part, at its places in the text under review; repairs that cannot be written there are left out. */
export function runInSource(run: RuleRun, part: Part): RuleRun {
  return {
    findings: run.findings.map((finding) => findingInSource(finding, part)),
    notReviewed: run.notReviewed.map((n) => (n.span ? { ...n, span: spanInSource(n.span, part) } : n)),
    ran: run.ran,
  };
}

function findingInSource(finding: Unnamed, part: Part): Unnamed {
  return {
    ...finding,
    span: spanInSource(finding.span, part),
    related: finding.related.map((r) => (r.file ? r : { ...r, span: spanInSource(r.span, part) })),
    repairs: finding.repairs.flatMap((repair) => repairInSource(repair, part)),
  };
}

function repairInSource<T extends Pick<Repair, 'edits'>>(repair: T, part: Part): T[] {
  const edits = editsInSource(repair.edits, part);
  return edits ? [{ ...repair, edits }] : [];
}

/** Directives of a part, at their places in the text under review: one for the whole file holds for all of that text. */
export function directivesInSource(
  { suppressing, problems, email }: Directives,
  part: Part,
  whole: Span,
): Directives {
  const at = (span: Span) => spanInSource(span, part);
  const point = (offset: number) => at({ start: offset, end: offset }).start;
  return {
    suppressing: suppressing.map((directive) => ({
      ...directive,
      span: at(directive.span),
      colon: directive.colon === undefined ? undefined : point(directive.colon),
      reasonAt: point(directive.reasonAt),
      removal: editsInSource(directive.removal, part) ?? [],
      ids: directive.ids.map(({ id, span, covers }) => ({
        id,
        span: at(span),
        covers: directive.kind === 'disable-file' ? [whole] : covers.map(at),
      })),
    })),
    problems: problems.map((problem) => ({
      ...problem,
      span: at(problem.span),
      ...(problem.repairs && { repairs: problem.repairs.flatMap((r) => repairInSource(r, part)) }),
    })),
    ...(email && { email }),
  };
}

/** Several runs over parts of one text as one; a rule has run where it ran on each of them. */
export function joinRuns([first, ...others]: readonly [RuleRun, ...RuleRun[]]): RuleRun {
  if (others.length === 0) return first;
  const runs = [first, ...others];
  return {
    findings: runs.flatMap((r) => r.findings),
    notReviewed: runs.flatMap((r) => r.notReviewed),
    ran: new Set([...first.ran].filter((id) => others.every((r) => r.ran.has(id)))),
  };
}

export function joinDirectives(all: readonly Directives[]): Directives {
  const email = all.find((d) => d.email)?.email;
  return {
    suppressing: all.flatMap((d) => d.suppressing),
    problems: all.flatMap((d) => d.problems),
    ...(email && { email }),
  };
}
