import { formatted } from './format.mjs';
import { loadSource } from './loadSource.mjs';

const file = 'schemas/privacylint.schema.json';

/** The published JSON Schema of `.privacylint.json`, made from the shapes that the engine reads it with. */
export function configurationSchemaText(root, rules) {
  const { configurationSchema, dialects } = loadSource(
    root,
    "export * from './engine/configurationSchema.js'; export { dialects } from './dialects/index.js';",
  );
  const described = rules.map(({ id, what }) => ({ id, description: what.en }));
  return formatted(
    root,
    file,
    JSON.stringify(configurationSchema(described, { dialects: dialects.map(({ id }) => id) })),
  );
}
