import { type CommandSpec, commands, type OptionSpec } from './commands.js';

/** The help of one command; that of `check` lists the others too. */
export function helpText(command: CommandSpec): string {
  const others = command.name === 'check' ? section('Commands', commands.map(commandRow)) : [];
  return [
    `Usage: ${command.usage}`,
    '',
    `${command.summary.charAt(0).toUpperCase()}${command.summary.slice(1)}.`,
    ...others,
    ...section('Options', command.options.map(optionRow)),
    ...(command.name === 'check' ? ENDING : []),
    '',
  ].join('\n');
}

const ENDING = [
  '',
  'Ends with 0 when nothing at error level is found, 1 when something is, 2 when it could not run.',
  'Everything runs on this machine; nothing is sent anywhere.',
];

type Row = readonly [name: string, text: string];

function commandRow({ name, summary }: CommandSpec): Row {
  return [name, summary];
}

function optionRow({ name, short, value, help }: OptionSpec): Row {
  const long = value === undefined ? `--${name}` : `--${name} ${value}`;
  return [short === undefined ? long : `-${short}, ${long}`, help];
}

function section(title: string, rows: readonly Row[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return ['', `${title}:`, ...rows.map(([name, text]) => `  ${name.padEnd(width)}${text}`)];
}
