import {
  type Configuration,
  defaultConfiguration,
  type Raise,
  type RuleSetting,
  type Settings,
  type Vocabulary,
} from './configuration.js';

/** Settings with the conditions under which they hold: globs of which each must match the file. */
export interface Layer {
  readonly path: string | undefined;
  readonly conditions: readonly string[][];
  readonly settings: Settings;
  readonly raise?: Raise;
}

/** Says of a list of globs whether it matches the file at hand. */
export type Matches = (globs: readonly string[]) => boolean;

/** All lists of globs on which the outcome depends. */
export function globsIn({ conditions, settings }: Layer): (readonly string[])[] {
  const { email = {}, dialects = {}, suppressions = [] } = settings;
  const named = [...Object.keys(email), ...Object.keys(dialects)].map((glob) => [glob]);
  return [...conditions, ...named, ...suppressions.flatMap(({ files }) => (files ? [files] : []))];
}

/**
 * What holds for one file. Later layers win: rules are merged one by one, registers key by key; hosts, suppressions and
 * words add up; everything else is replaced.
 */
export function compose(layers: readonly Layer[], matches: Matches): Configuration {
  const holding = layers.filter(({ conditions }) => conditions.every(matches));
  return holding.reduce((configuration, layer) => merge(configuration, layer, matches), defaultConfiguration);
}

function merge(below: Configuration, { settings, raise }: Layer, matches: Matches): Configuration {
  const email = lastMatching(settings.email, matches) ?? below.email;
  const dialect = lastMatching(settings.dialects, matches) ?? below.dialect;
  const provider = settings.provider ?? below.provider;
  const suppressions = settings.suppressions?.filter(({ files }) => !files || matches(files)) ?? [];
  return {
    rules: mergeRules(below.rules, settings.rules),
    raise: raise ?? below.raise,
    ...(email && { email }),
    ...(dialect && { dialect }),
    ...(provider && { provider }),
    jurisdiction: settings.jurisdiction ?? below.jurisdiction,
    audience: settings.audience ?? below.audience,
    contact: { ...below.contact, ...settings.contact },
    hosts: union(below.hosts, settings.hosts),
    recipients: { ...below.recipients, ...settings.recipients },
    components: { ...below.components, ...settings.components },
    vocabulary: mergeVocabulary(below.vocabulary, settings.vocabulary),
    providers: { ...below.providers, ...settings.providers },
    fields: { ...below.fields, ...settings.fields },
    suppressions: [...below.suppressions, ...suppressions],
  };
}

function lastMatching<T>(byGlob: Readonly<Record<string, T>> | undefined, matches: Matches): T | undefined {
  return Object.entries(byGlob ?? {}).findLast(([glob]) => matches([glob]))?.[1];
}

/** A severity alone leaves options alone, and options alone leave the severity; options are merged key by key. */
function mergeRules(
  below: Configuration['rules'],
  above: Configuration['rules'] = {},
): Configuration['rules'] {
  const rules: Record<string, RuleSetting> = { ...below };
  for (const [id, setting] of Object.entries(above)) {
    const before = below[id];
    if (before === undefined || (typeof before === 'string' && typeof setting === 'string'))
      rules[id] = setting;
    else {
      const [low, high] = [asObject(before), asObject(setting)];
      const options = low.options || high.options ? { options: { ...low.options, ...high.options } } : {};
      rules[id] = { ...low, ...high, ...options };
    }
  }
  return rules;
}

function asObject(setting: RuleSetting): Exclude<RuleSetting, string> {
  return typeof setting === 'string' ? { severity: setting } : setting;
}

function mergeVocabulary(below: Vocabulary, above: Vocabulary = {}): Vocabulary {
  const merged: Record<string, Record<string, readonly string[]>> = {};
  for (const [language, purposes] of [...Object.entries(below), ...Object.entries(above)]) {
    const words = { ...merged[language] };
    for (const [purpose, list] of Object.entries(purposes)) words[purpose] = union(words[purpose], list);
    merged[language] = words;
  }
  return merged;
}

function union(below: readonly string[] = [], above: readonly string[] = []): readonly string[] {
  return above.length === 0 ? below : [...new Set([...below, ...above])];
}
