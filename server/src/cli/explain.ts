import { builtinRules } from '../engine/builtinRules.js';
import { wordsIn } from '../engine/wordsIn.js';
import { product } from '../node/product.js';
import { type Paint, painter, wrap } from '../report/layout.js';
import { type DocumentedRule, ruleText, type Section } from '../report/ruleText.js';
import { say as sayReport } from '../report/texts.js';
import { rules } from '../rules/index.js';
import type { Locale } from '../rules/rule.js';
import { type Arguments, didYouMean, UsageError } from './arguments.js';
import type { Terminal } from './terminal.js';

/** `privacylint explain`: one rule in full, or the list of all. */
export async function run(args: Arguments, terminal: Terminal): Promise<number> {
  const all: readonly DocumentedRule[] = [...rules, ...builtinRules];
  const [id] = args.names;
  const rule = all.find((r) => r.id === id);
  if (id !== undefined && !rule) {
    const ids = all.map((r) => r.id);
    const near = didYouMean(id, ids) || '; "privacylint explain" lists all rules';
    throw new UsageError(`there is no rule "${id}"${near}`);
  }
  const paint = painter(terminal.color);
  const lines = rule ? explanation(rule, args.locale, terminal.width, paint) : list(all, args.locale, paint);
  terminal.out(lines.map((line) => `${line}\n`).join(''));
  return 0;
}

function list(all: readonly DocumentedRule[], locale: Locale, paint: Paint): string[] {
  const width = Math.max(...all.map((rule) => rule.id.length));
  return all.map((rule) => `${paint('bold', rule.id.padEnd(width))}  ${wordsIn(rule.what, locale)}`);
}

function explanation(rule: DocumentedRule, locale: Locale, width: number, paint: Paint): string[] {
  const { id, what, sections } = ruleText(rule, locale);
  return [
    `${paint('bold', id)}  ${paint('dim', sayReport(rule.severity, locale))}`,
    ...wrap(what, width),
    ...sections.flatMap((section) => ['', ...sectionLines(section, width, paint)]),
    '',
    paint('dim', product().rulePage(id)),
  ];
}

function sectionLines(
  { heading, paragraphs, items, examples }: Section,
  width: number,
  paint: Paint,
): string[] {
  const body = (text: string, indent: string) =>
    wrap(text, width - indent.length).map((line) => indent + line);
  return [
    paint('bold', heading),
    ...paragraphs.flatMap((text) => body(text, '  ')),
    ...items.flatMap(({ text, url }) => [
      ...body(text, '    ').map((line, i) => (i === 0 ? `  - ${line.trimStart()}` : line)),
      ...(url === undefined ? [] : [`    ${paint('dim', url)}`]),
    ]),
    ...examples.flatMap(({ code }, i) => [
      ...(i > 0 ? [''] : []),
      ...code.split('\n').map((line) => `    ${line}`.trimEnd()),
    ]),
  ];
}
