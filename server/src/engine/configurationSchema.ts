import type { KnownNames } from './configuration.js';
import type { JsonSchema } from './configurationReader.js';
import { configurationShape, definitions } from './configurationShape.js';

/** A rule as the schema shows it. */
export interface DescribedRule {
  readonly id: string;
  readonly description: string;
}

/**
 * The JSON Schema (draft 7) of `.privacylint.json`, made of the same shapes that read it. Rules are completed and
 * checked where some are given, else any id passes; so with the other names.
 */
export function configurationSchema(
  rules: readonly DescribedRule[],
  names: Omit<KnownNames, 'rules'> = {},
): JsonSchema {
  const { schema } = configurationShape({ ...names, rules: rules.map(({ id }) => id) });
  const descriptions = new Map(rules.map(({ id, description }) => [id, description]));
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of Privacylint',
    description: 'Applies to the folder that holds it and to all below that have none of their own.',
    allowComments: true,
    allowTrailingCommas: true,
    ...describeRules(schema, descriptions),
    definitions,
  };
}

/** Adds to every `rules` what each rule is about. */
function describeRules(schema: JsonSchema, descriptions: ReadonlyMap<string, string>): JsonSchema {
  const visit = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => visit(item, ''));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([name, inner]) => {
      const description = key === 'properties' ? descriptions.get(name) : undefined;
      const visited = visit(inner, name);
      return [name, description === undefined ? visited : { description, ...(visited as object) }];
    });
    return Object.fromEntries(entries);
  };
  return visit(schema, '') as JsonSchema;
}
