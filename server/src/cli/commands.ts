import { formats } from '../report/index.js';

export type CommandName = 'check' | 'inspect' | 'explain' | 'print-config' | 'init' | 'lsp';

export interface OptionSpec {
  readonly name: string;
  readonly short?: string;
  /** What stands for its value in the help; without one, the option is a switch. */
  readonly value?: string;
  readonly help: string;
}

/** What can be said of a command without loading it. */
export interface CommandSpec {
  readonly name: CommandName;
  readonly usage: string;
  readonly summary: string;
  readonly options: readonly OptionSpec[];
  /** How many names may follow the command. */
  readonly most: number;
  readonly least: number;
}

const common: readonly OptionSpec[] = [
  { name: 'locale', value: 'en|fr', help: 'language of findings and reports (default: en)' },
  { name: 'help', short: 'h', help: 'show this help' },
  { name: 'version', short: 'v', help: 'show the version' },
];

const configuration: readonly OptionSpec[] = [
  { name: 'config', value: 'FILE', help: 'use this configuration instead of the nearest .privacylint.json' },
  { name: 'no-config', help: 'use no configuration file' },
];

const reviewing: readonly OptionSpec[] = [
  {
    name: 'format',
    value: 'NAME[=FILE]',
    help: `one of ${Object.keys(formats).join(', ')}; repeatable with =FILE`,
  },
  { name: 'fix', help: 'make the safe repairs and write the files' },
  { name: 'fix-dry-run', help: 'report what --fix would do, and write nothing' },
  {
    name: 'rule',
    value: 'ID=SEVERITY',
    help: 'set a rule to off, hint, information, warning or error; repeatable',
  },
  { name: 'severity', value: 'LEVEL', help: 'leave out findings weaker than this' },
  { name: 'max-warnings', value: 'N', help: 'end with 1 when there are more warnings than this' },
  { name: 'exit-zero', help: 'end with 0 whatever is found' },
  { name: 'stdin', help: 'review standard input; with --fix, write the repaired text to standard output' },
  {
    name: 'stdin-filename',
    value: 'FILE',
    help: 'the name that decides language and configuration of --stdin',
  },
  {
    name: 'files-from',
    value: 'FILE',
    help: 'review the files listed there, by line or NUL; - is standard input',
  },
  { name: 'no-prefilter', help: 'parse every file, also where nothing can be found' },
  { name: 'today', value: 'YYYY-MM-DD', help: 'the day by which "until" dates are judged (default: today)' },
  { name: 'stats', help: 'tell on standard error what was reviewed, and how long it took' },
  { name: 'quiet', help: 'findings only: no summary, no notes on what was not reviewed' },
  { name: 'no-progress', help: 'show no progress on long runs' },
];

/** The command when none is named. */
export const check: CommandSpec = {
  name: 'check',
  usage: 'privacylint [check] [OPTIONS] [PATH…]',
  summary: 'review files and folders (default: the working folder)',
  options: [...reviewing, ...configuration, ...common],
  least: 0,
  most: Number.POSITIVE_INFINITY,
};

export const commands: readonly CommandSpec[] = [
  check,
  {
    name: 'inspect',
    usage: 'privacylint inspect [OPTIONS] FILE',
    summary: 'show the nodes and facts that a file is reviewed by',
    options: [
      { name: 'format', value: 'text|json', help: 'text (default) or json' },
      ...configuration,
      ...common,
    ],
    least: 1,
    most: 1,
  },
  {
    name: 'explain',
    usage: 'privacylint explain [OPTIONS] [RULE]',
    summary: 'explain a rule, or list all rules',
    options: common,
    least: 0,
    most: 1,
  },
  {
    name: 'print-config',
    usage: 'privacylint print-config [OPTIONS] FILE',
    summary: 'show the configuration that applies to a file',
    options: [...configuration, ...common],
    least: 1,
    most: 1,
  },
  {
    name: 'init',
    usage: 'privacylint init',
    summary: 'write a commented .privacylint.json',
    options: common,
    least: 0,
    most: 0,
  },
  {
    name: 'lsp',
    usage: 'privacylint lsp --stdio',
    summary: 'run the language server',
    options: [{ name: 'stdio', help: 'speak over standard input and output' }, ...common],
    least: 0,
    most: 0,
  },
];
