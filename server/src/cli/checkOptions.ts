import type { RuleSetting } from '../engine/configuration.js';
import { isDate } from '../engine/dates.js';
import { today } from '../node/today.js';
import { formats, tellOfMails } from '../report/index.js';
import { type Locale, type Severity, severities } from '../rules/rule.js';
import { type Arguments, didYouMean, oneOf, UsageError } from './arguments.js';
import { type ConfigurationChoice, configurationChoice } from './configurations.js';

/** Where one report goes: a file, or standard output. */
interface Output {
  readonly format: string;
  readonly file: string | undefined;
}

export interface CheckOptions {
  readonly names: readonly string[];
  readonly outputs: readonly Output[];
  /** A report tells of every mail what it is. */
  readonly mails: boolean;
  readonly repair: 'no' | 'write' | 'trial';
  /** `--rule`, which wins over configuration files. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly configuration: ConfigurationChoice;
  /** Findings weaker than this are left out. */
  readonly weakest: Severity;
  readonly maxWarnings: number | undefined;
  readonly exitZero: boolean;
  /** The name that standard input goes by; undefined where files are reviewed. */
  readonly stdin: string | undefined;
  readonly filesFrom: string | undefined;
  readonly prefilter: boolean;
  readonly today: string;
  readonly stats: boolean;
  readonly locale: Locale;
  readonly quiet: boolean;
  readonly progress: boolean;
}

/** @param ruleIds ids that `--rule` may name. @throws UsageError */
export function checkOptions(args: Arguments, ruleIds: readonly string[]): CheckOptions {
  const stdin = args.has('stdin');
  if (args.has('stdin-filename') && !stdin) throw new UsageError('--stdin-filename goes with --stdin');
  if (stdin && (args.names.length > 0 || args.has('files-from'))) {
    throw new UsageError('--stdin reviews standard input alone: name no files beside it');
  }
  if (args.has('fix') && args.has('fix-dry-run')) {
    throw new UsageError('--fix writes and --fix-dry-run does not: choose one');
  }
  const reports = outputs(args);
  return {
    names: args.names,
    outputs: reports,
    mails: reports.some(({ format }) => tellOfMails.has(format)),
    repair: args.has('fix') ? 'write' : args.has('fix-dry-run') ? 'trial' : 'no',
    rules: Object.fromEntries(args.all('rule').map((text) => ruleSetting(text, ruleIds))),
    configuration: configurationChoice(args),
    weakest: args.choice('severity', severities) ?? 'hint',
    maxWarnings: maxWarnings(args.value('max-warnings')),
    exitZero: args.has('exit-zero'),
    stdin: stdin ? (args.value('stdin-filename') ?? 'stdin.html') : undefined,
    filesFrom: args.value('files-from'),
    prefilter: !args.has('no-prefilter'),
    today: dayOf(args.value('today')),
    stats: args.has('stats'),
    locale: args.locale,
    quiet: args.has('quiet'),
    progress: !args.has('no-progress'),
  };
}

function outputs(args: Arguments): Output[] {
  const given = args.all('format').map((text): Output => {
    const [, name = '', file] = /^([^=]*)(?:=(.*))?$/s.exec(text) ?? [];
    if (file === '') throw new UsageError(`--format ${name}= needs a file after the equals sign`);
    return { format: oneOf(name, Object.keys(formats), '--format'), file };
  });
  const direct = given.filter(({ file }) => file === undefined);
  if (direct.length > 1) {
    throw new UsageError(
      'only one report can go to standard output: give the others a file, --format json=FILE',
    );
  }
  return given.length > 0 ? given : [{ format: 'stylish', file: undefined }];
}

function ruleSetting(text: string, ruleIds: readonly string[]): [string, RuleSetting] {
  const [, id = '', severity] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
  if (severity === undefined) throw new UsageError(`--rule ${text} needs a severity: --rule ${text}=warning`);
  if (!ruleIds.includes(id))
    throw new UsageError(`--rule: there is no rule "${id}"${didYouMean(id, ruleIds)}`);
  return [id, oneOf(severity, ['off', ...severities] as const, '--rule')];
}

function maxWarnings(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--max-warnings: "${text}" is not a whole number`);
  return Number(text);
}

function dayOf(text: string | undefined): string {
  if (text === undefined) return today();
  if (!isDate(text)) throw new UsageError(`--today: "${text}" is not a day; write it as YYYY-MM-DD`);
  return text;
}
