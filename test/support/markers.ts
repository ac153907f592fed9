import { dialectFor, loadDialect } from '../../server/src/dialects/index.js';
import { fingerprinter } from '../../server/src/engine/fingerprint.js';
import type { Finding, Repair } from '../../server/src/engine/types.js';
import type { Doc } from '../../server/src/model/nodes.js';

/** Rules of a world in which `alpha!` is what the rule alpha finds. */
export const markerRules = ['alpha', 'beta', 'gamma-ray'];

/** A finding for every marker, in source order, with a repair that removes it where the text says `alpha!`. */
export function findMarkers(
  text: string,
  repairs: (finding: Finding) => readonly Repair[] = () => [],
): Finding[] {
  const name = fingerprinter(text);
  return [...text.matchAll(/\b(alpha|beta|gamma-ray)!/g)].map((match) => {
    const [written, ruleId = ''] = match;
    const span = { start: match.index, end: match.index + written.length };
    const finding: Finding = {
      ruleId,
      messageId: 'found',
      message: written,
      severity: 'warning',
      span,
      review: false,
      related: [],
      repairs: [],
      fingerprint: name(ruleId, span),
    };
    return { ...finding, repairs: repairs(finding) };
  });
}

export async function parseAs(path: string, text: string): Promise<Doc> {
  const dialect = dialectFor(path);
  if (!dialect) throw new Error(`no dialect for ${path}`);
  return (await loadDialect(dialect)).parse(text, { path });
}
