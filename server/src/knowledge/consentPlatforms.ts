import data from './consent-platforms.json';

/** What a setting does to the choice of visitors. */
export type SettingEffect = 'no-refusal' | 'on-by-default' | 'implied' | 'harder';
export type SettingValue = string | number | boolean;

/** A setting that takes something away from the visitors' choice. */
export interface PlatformSetting {
  /** Where it stands beneath the configuration: keys joined by dots, `*` for any key or item. */
  readonly in?: string;
  readonly key: string;
  /** The values that do harm. */
  readonly is?: readonly SettingValue[];
  /** That it is not set does harm. */
  readonly absent?: boolean;
  /** Only where this key stands beside it. */
  readonly beside?: string;
  readonly effect: SettingEffect;
  /** What to set instead; undefined where more than a value must change. */
  readonly set?: SettingValue;
  /** Keys beside it, with values, that make it harmless; `any` is any value. */
  readonly unless?: Readonly<Record<string, readonly SettingValue[] | 'any'>>;
  /** Keys of the object that holds it, for which it is harmless. */
  readonly except?: readonly string[];
  /** The page of the platform that says what it does. */
  readonly source: string;
}

/** A library or service that asks for consent, and how code configures it. */
export interface ConsentPlatform {
  readonly name: string;
  readonly url: string;
  /** Functions whose argument is the configuration; behind `arguments` where there are any. */
  readonly calls?: readonly string[];
  readonly arguments?: readonly string[];
  /** Variables, properties and types whose value is the configuration. */
  readonly variables?: readonly string[];
  readonly keys?: readonly string[];
  readonly types?: readonly string[];
  /** Components whose props are the configuration, and the modules they come from. */
  readonly components?: readonly string[];
  readonly modules?: readonly string[];
  /** Where the notice's words stand in the configuration. */
  readonly message?: string;
  readonly settings: readonly PlatformSetting[];
}

export const consentPlatforms = Object.values(data.platforms) as readonly ConsentPlatform[];

/** Where the configuration of a platform begins in code; UTF-16 offset. */
export interface PlatformSite {
  readonly platform: ConsentPlatform;
  /** Where the name is written. */
  readonly start: number;
  /** Behind the `(`, `=` or `:`. */
  readonly at: number;
}

let sites: readonly { platform: ConsentPlatform; marks: readonly string[]; pattern: RegExp }[] | undefined;

function patternOf({ calls, variables, keys, types, ...platform }: ConsentPlatform): RegExp | undefined {
  const literal = (text: string) =>
    text.replace(/[.*+?^${}()|[\]\\]/g, (mark) => (mark === '.' ? '\\s?\\.\\s?' : `\\${mark}`));
  const anyOf = (names: readonly string[] | undefined) => names && `(?:${names.map(literal).join('|')})`;
  const behind = (platform.arguments ?? []).map((text) => `\\s{0,9}["'\`]${text}["'\`]\\s{0,9},`).join('');
  const parts = [
    calls && `${anyOf(calls)}\\s?\\(${behind}`,
    // The same as a list that something else hands on: `['consent', 'default', {…}]`.
    behind && `\\[${behind}`,
    variables && `${anyOf(variables)}(?:\\s{0,9}:\\s{0,9}[\\w.]{1,60})?\\s{0,9}=(?!=)`,
    keys && `${anyOf(keys)}["']?\\s{0,9}:(?!:)`,
    types && `(?<type>${anyOf(types)})\\s{0,9}=(?!=)`,
  ].filter((part) => part);
  return parts.length ? new RegExp(parts.join('|'), 'g') : undefined;
}

/** Where platforms are configured in code. */
export function* platformSites(code: string): Generator<PlatformSite> {
  sites ??= consentPlatforms.flatMap((platform) => {
    const pattern = patternOf(platform);
    return pattern ? [{ platform, marks: marksOf(platform), pattern }] : [];
  });
  for (const { platform, marks, pattern } of sites) {
    if (!marks.some((mark) => code.includes(mark))) continue;
    for (const match of code.matchAll(pattern)) {
      const before = code.slice(Math.max(0, match.index - 10), match.index);
      if (/[\w$]$/.test(before) || (match.groups?.type && !/:\s*$/.test(before))) continue;
      yield { platform, start: match.index, at: match.index + match[0].length };
    }
  }
}

let mention: RegExp | undefined;

/** The telling word of each of its names, without which no text configures a platform. */
function marksOf({
  calls = [],
  variables = [],
  keys = [],
  types = [],
  modules = [],
}: ConsentPlatform): string[] {
  return [...calls, ...variables, ...keys, ...types, ...modules].map((name) => {
    const longest = name.split(/[^\w-]/).reduce((a, b) => (b.length > a.length ? b : a));
    return longest.length > SHORT ? longest : name;
  });
}

const SHORT = 3;

export const platformMarks: readonly string[] = consentPlatforms.flatMap(marksOf);

/** True where a text holds the name of a platform. */
export function namesPlatform(text: string): boolean {
  mention ??= new RegExp(
    consentPlatforms
      .flatMap(({ calls = [], variables = [], keys = [], types = [], modules = [], ...platform }) =>
        platform.arguments
          ? `["'\`]${platform.arguments[0]}["'\`]`
          : [...calls, ...variables, ...keys, ...types, ...modules].map((name) =>
              name.replace(/[^\w-]/g, '\\s?.\\s?'),
            ),
      )
      .join('|'),
  );
  return mention.test(text);
}
