import { LineIndex } from '../core/lineIndex.js';
import type { Span } from '../core/span.js';
import type { Finding, NotReviewed, Related, Repair, Report, Suppression } from '../engine/types.js';
import type {
  FileResult,
  PlacedFinding,
  PlacedNote,
  PlacedRelated,
  PlacedRepair,
  PlacedSuppression,
  Region,
} from './types.js';

type Place = (span: Span) => Region;

/**
 * A report with lines and columns in place of offsets, so that the text itself need not be kept.
 * @param name gives other files the names that reports know them by.
 */
export function placeReport(
  path: string,
  text: string,
  report: Pick<Report, 'dialect' | 'findings' | 'notReviewed' | 'mails'>,
  name: (file: string) => string = (file) => file,
): FileResult {
  const { findings, notReviewed, dialect, mails } = report;
  const place = placer(text);
  return {
    path,
    ...(dialect !== undefined && { dialect }),
    findings: findings.map((finding) => placeFinding(finding, place, name)),
    notReviewed: notReviewed.map((note) => placeNote(note, place)),
    repaired: [],
    ...(mails && { mails: mails.map(({ span, ...mail }) => ({ ...mail, line: place(span).startLine })) }),
  };
}

/** Turns spans of one text into regions; the text's lines are counted when the first is asked for. */
export function placer(text: string): Place {
  let index: LineIndex | undefined;
  return (span) => {
    index ??= new LineIndex(text);
    const start = index.positionAt(span.start);
    const end = index.positionAt(span.end);
    return {
      startLine: start.line + 1,
      startColumn: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
      charOffset: span.start,
      charLength: span.end - span.start,
    };
  };
}

function placeFinding(finding: Finding, place: Place, name: (file: string) => string): PlacedFinding {
  const { ruleId, messageId, message, severity, review, fingerprint, suppression, evidence } = finding;
  return {
    ruleId,
    messageId,
    message,
    severity,
    region: place(finding.span),
    review,
    fingerprint,
    related: finding.related.map((r) => placeRelated(r, place, name)),
    ...(evidence && { evidence }),
    repairs: finding.repairs.map((repair) => placeRepair(repair, place)),
    ...(suppression && { suppression: placeSuppression(suppression, place) }),
  };
}

function placeRelated(
  { span, message, file }: Related,
  place: Place,
  name: (file: string) => string,
): PlacedRelated {
  return file
    ? { region: placer(file.text)(span), message, path: name(file.path) }
    : { region: place(span), message };
}

function placeRepair({ edits, ...repair }: Repair, place: Place): PlacedRepair {
  return { ...repair, edits: edits.map(({ span, text }) => ({ region: place(span), text })) };
}

function placeSuppression({ span, ...suppression }: Suppression, place: Place): PlacedSuppression {
  return { ...suppression, ...(span && { region: place(span) }) };
}

function placeNote({ span, ...note }: NotReviewed, place: Place): PlacedNote {
  return { ...note, ...(span && { region: place(span) }) };
}
