import { directiveProblem } from '../../server/src/engine/builtinRules.js';
import { placer } from '../../server/src/report/place.js';
import type { FileResult, PlacedFinding, RenderOptions, Run } from '../../server/src/report/types.js';

export const plainText: RenderOptions = { color: false, width: 60, quiet: false };

export const text = '<p>\n<input checked> Send me\r\n😀 news</p>\n';
const place = placer(text);
const at = (words: string) => place({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

export function finding(changes: Partial<PlacedFinding> = {}): PlacedFinding {
  return {
    ruleId: 'directive-problem',
    messageId: 'wrong',
    message: 'The box “Send me” is on before anybody acts. Let it start empty, and keep what people choose.',
    severity: 'error',
    region: at('checked'),
    review: false,
    fingerprint: '0123456789abcdef',
    related: [],
    repairs: [],
    ...changes,
  };
}

export const fix = {
  id: 'untick',
  title: 'Let it start off',
  safety: 'fix',
  edits: [{ region: at(' checked'), text: '' }],
} as const;

const offer = {
  id: 'reword',
  title: 'Say it otherwise',
  safety: 'offer',
  follow: 'The handler must store the new field.',
  edits: [{ region: at('news'), text: 'offers' }],
} as const;

/** One of everything that a report may hold. */
export const full: FileResult = {
  path: 'a folder/ä#1.html',
  dialect: 'html',
  findings: [
    finding({
      repairs: [fix, offer],
      related: [{ region: at('😀 news'), message: 'The label stands here.' }],
    }),
    finding({ severity: 'warning', review: true, region: at('😀 news') }),
    finding({ severity: 'information' }),
    finding({ severity: 'hint' }),
    finding({
      suppression: {
        by: 'directive',
        reason: 'asked on paper',
        ground: 'contract',
        until: '2030-01-01',
        region: at('<p>'),
      },
    }),
    finding({ suppression: { by: 'configuration', reason: 'seen' } }),
  ],
  notReviewed: [
    { reason: 'rule-failed', message: 'One rule could not judge this.', ruleId: 'directive-problem' },
    { reason: 'other-file', message: 'The footer is in another file.', region: at('<p>') },
  ],
  repaired: [],
};

export function run(files: readonly FileResult[], changes: Partial<Run> = {}): Run {
  return {
    product: { version: '1.2.3', homepage: undefined, rulePage: (id) => `https://privacylint.example/${id}` },
    locale: 'en',
    rootUri: 'file:///home/anna/project/',
    rules: [directiveProblem],
    files,
    unreadable: [],
    trial: false,
    successful: true,
    ...changes,
  };
}
