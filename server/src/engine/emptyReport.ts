import type { Report } from './types.js';

/** The report of a text in which nothing was looked for. */
export function emptyReport(path: string): Report {
  return { path, dialect: undefined, filtered: false, findings: [], notReviewed: [], lookUps: [] };
}
