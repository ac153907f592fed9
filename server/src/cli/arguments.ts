import { parseArgs } from 'node:util';
import { nearest } from '../engine/nearest.js';
import { type Locale, locales } from '../rules/rule.js';
import { type CommandSpec, check, commands, type OptionSpec } from './commands.js';

/** Wrong use of the command line: the message is all that the user needs. */
export class UsageError extends Error {}

/** A command with its options, as given. */
export class Arguments {
  constructor(
    readonly command: CommandSpec,
    readonly names: readonly string[],
    readonly given: ReadonlyMap<string, readonly (string | true)[]>,
  ) {}

  has(option: string): boolean {
    return this.given.has(option);
  }

  /** All values of a repeatable option. */
  all(option: string): readonly string[] {
    return (this.given.get(option) ?? []).filter((value) => value !== true);
  }

  /** The value of an option; the last one counts. */
  value(option: string): string | undefined {
    return this.all(option).at(-1);
  }

  /** The value of an option that has few. Throws UsageError on any other. */
  choice<T extends string>(option: string, choices: readonly T[]): T | undefined {
    const value = this.value(option);
    if (value === undefined) return undefined;
    return oneOf(value, choices, `--${option}`);
  }

  get locale(): Locale {
    return this.choice('locale', locales) ?? 'en';
  }
}

/** @throws UsageError with the names to choose from. */
export function oneOf<T extends string>(value: string, choices: readonly T[], what: string): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) {
    throw new UsageError(
      `${what}: "${value}" is not one of ${choices.join(', ')}${didYouMean(value, choices)}`,
    );
  }
  return found;
}

/** Reads a command line without its first two words. @throws UsageError */
export function readArguments(words: readonly string[]): Arguments {
  const all = new Map(commands.flatMap((c) => c.options).map((option) => [option.name, option]));
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries([...all.values()].map((option) => [option.name, parserOption(option)])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const names: string[] = [];
  const given = new Map<string, (string | true)[]>();
  const used: { name: string; raw: string; value: string | undefined; inline: boolean }[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') names.push(token.value);
    else if (token.kind === 'option') {
      used.push({
        name: token.name,
        raw: token.rawName,
        value: token.value,
        inline: token.inlineValue ?? false,
      });
    }
  }
  const named = commands.find((c) => c.name === names[0]);
  if (named) names.shift();
  const command = named ?? check;
  for (const { name, raw, value, inline } of used) {
    const option = command.options.find((o) => o.name === name);
    if (!option) throw unknownOption(raw, command, all.has(name));
    given.set(name, [...(given.get(name) ?? []), readValue(option, value, inline)]);
  }
  if (!given.has('help') && !given.has('version')) checkCount(command, names);
  return new Arguments(command, names, given);
}

function parserOption({ value, short }: OptionSpec): { type: 'string' | 'boolean'; short?: string } {
  return { type: value === undefined ? 'boolean' : 'string', ...(short !== undefined && { short }) };
}

function readValue(
  { name, value: placeholder }: OptionSpec,
  value: string | undefined,
  inline: boolean,
): string | true {
  if (placeholder === undefined) {
    if (value !== undefined) throw new UsageError(`--${name} takes no value`);
    return true;
  }
  // `--config --fix`: the value was forgotten; `--config=--fix` means it
  const forgotten = value === undefined || value === '' || (!inline && /^-./.test(value));
  if (forgotten) throw new UsageError(`--${name} needs a value: --${name} ${placeholder}`);
  return value;
}

function unknownOption(raw: string, command: CommandSpec, elsewhere: boolean): UsageError {
  if (elsewhere) return new UsageError(`"${command.name}" has no option ${raw}`);
  const names = command.options.map((o) => `--${o.name}`);
  return new UsageError(`unknown option ${raw}${didYouMean(raw, names)}`);
}

function checkCount({ name, least, most, usage }: CommandSpec, names: readonly string[]): void {
  if (names.length < least) throw new UsageError(`"${name}" needs a name: ${usage}`);
  const extra = names[most];
  if (extra !== undefined) throw new UsageError(`"${name}" does not take "${extra}": ${usage}`);
}

/** `; did you mean "x"?`, or nothing where no name is near. */
export function didYouMean(written: string, names: readonly string[]): string {
  const near = nearest(written, names);
  return near === undefined ? '' : `; did you mean "${near}"?`;
}
