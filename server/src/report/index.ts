import type { Renderer } from './types.js';

/** Report formats. Each is one file with a `render`, loaded when it is asked for. */
export const formats: Readonly<Record<string, () => Promise<{ readonly render: Renderer }>>> = {
  stylish: () => import('./stylish.js'),
  compact: () => import('./compact.js'),
  json: () => import('./json.js'),
  sarif: () => import('./sarif.js'),
  markdown: () => import('./markdownReport.js'),
};

/** Formats that tell of every mail what it is. */
export const tellOfMails: ReadonlySet<string> = new Set(['markdown']);
