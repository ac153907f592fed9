import type { Locale, Severity } from '../rules/rule.js';
import { type Paint, painter, printable, type Style, wrap } from './layout.js';
import { isFixable, isOpen } from './summary.js';
import { say } from './texts.js';
import { totals } from './totals.js';
import type { FileResult, PlacedFinding, Region, RenderOptions, Run } from './types.js';

const STYLES: Readonly<Record<Severity, Style>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'cyan',
};

/** Notes on what was not reviewed are for reading; the whole list is in the formats for machines. */
const MOST_NOTES = 20;

interface Context {
  readonly locale: Locale;
  readonly paint: Paint;
  readonly width: number;
  readonly trial: boolean;
}

/** For people: findings under their file, each with its place, severity, rule and wrapped message; a summary at the end. */
export function render(run: Run, { color, width, quiet }: RenderOptions): string {
  const { locale, trial } = run;
  const context: Context = { locale, paint: painter(color), width, trial };
  const lines = run.files.flatMap((file) => fileLines(file, context));
  if (!quiet) {
    lines.push(...noteLines(run, context));
    const summary = totals(run, (severity, text) => context.paint(STYLES[severity], text));
    if (summary !== '') lines.push(summary);
  }
  return lines.map((line) => `${line}\n`).join('');
}

function fileLines(file: FileResult, context: Context): string[] {
  const { paint, locale, trial } = context;
  const open = file.findings.filter(isOpen);
  if (open.length === 0 && file.repaired.length === 0) return [];
  const done = say(trial ? 'wouldRepair' : 'repaired', locale);
  return [
    paint('underline', printable(file.path)),
    ...file.repaired.map(
      ({ ruleId, title }) => `  ${paint('green', done)}  ${printable(title)}  ${paint('dim', ruleId)}`,
    ),
    ...open.flatMap((finding) => findingLines(finding, context)),
    '',
  ];
}

function findingLines(finding: PlacedFinding, { locale, paint, width }: Context): string[] {
  const { severity, region, ruleId, message, related, repairs, review } = finding;
  const indent = '      ';
  const body = (text: string) => wrap(printable(text), width - indent.length).map((line) => indent + line);
  const dimmed = (text: string) => body(text).map((line) => paint('dim', line));
  const head = [
    `  ${place(region)}`,
    paint(STYLES[severity], say(severity, locale)),
    paint('dim', ruleId),
    ...(review ? [paint('bold', `(${say('look', locale)})`)] : []),
  ];
  const fix = isFixable(finding) && repairs.find((r) => r.safety === 'fix');
  return [
    head.join('  '),
    ...body(message),
    ...related.flatMap((r) =>
      dimmed(
        say('see', locale, {
          place: `${r.path === undefined ? '' : `${r.path}:`}${place(r.region)}`,
          message: r.message,
        }),
      ),
    ),
    ...(fix ? dimmed(say('fix', locale, { title: fix.title })) : []),
  ];
}

function noteLines(run: Run, { locale, paint }: Context): string[] {
  const notes = run.files.flatMap(({ path, notReviewed }) =>
    notReviewed.map(({ region, message }) => `  ${path}${region ? `:${place(region)}` : ''}  ${message}`),
  );
  if (notes.length === 0) return [];
  const left = notes.length - MOST_NOTES;
  return [
    say('notReviewed', locale),
    ...notes.slice(0, MOST_NOTES).map(printable),
    ...(left > 0 ? [`  ${say('more', locale, { n: left })}`] : []),
    '',
  ].map((line) => (line === '' ? line : paint('dim', line)));
}

function place({ startLine, startColumn }: Region): string {
  return `${startLine}:${startColumn}`;
}
