import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv, { type AnySchemaObject } from 'ajv';
import { root } from '../support/root.js';

const folder = path.join(root, 'server/src/knowledge');
const readJson = (name: string) => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));

/** Schemas whose properties are explained by what stands around them. */
const TERSE = new Set(['answers', 'components', 'entities', 'mail', 'purposes', 'sending']);

describe('knowledge schemas', () => {
  const names = readdirSync(folder).filter((file) => file.endsWith('.json'));
  for (const name of names.map((file) => path.basename(file, '.json'))) {
    const schema: AnySchemaObject = readJson(`schemas/${name}.schema.json`);
    const validate = new Ajv({
      allErrors: true,
      strictTypes: false,
      formats: { regex: true, uri: true },
    }).compile(schema);

    it(`${name}.json is valid and names its schema`, () => {
      const data = readJson(`${name}.json`);
      assert.ok(validate(data), JSON.stringify(validate.errors, null, 1));
      assert.equal(data.$schema, `./schemas/${name}.schema.json`);
    });

    it(`${name}.schema.json refuses unknown keys and a missing source`, () => {
      const { source, ...sourceless } = readJson(`${name}.json`);
      assert.ok(source.length > 20);
      assert.ok(!validate(sourceless));
      assert.ok(!validate({ source, ...sourceless, unheardOf: 1 }));
    });

    if (TERSE.has(name)) continue;
    it(`${name}.schema.json explains every property`, () => {
      for (const [place, property] of propertiesOf(schema, name)) {
        const target = property.$ref ? schema.definitions[property.$ref.split('/').pop()] : property;
        const text = { ...target, ...property };
        assert.ok(text.title && text.description, `${place} has no title or description`);
      }
    });
  }
});

/** Every `properties` entry of a schema, at any depth, with its place. */
function propertiesOf(node: AnySchemaObject, place: string): [string, AnySchemaObject][] {
  return Object.entries(node).flatMap(([key, child]): [string, AnySchemaObject][] => {
    if (typeof child !== 'object' || child === null) return [];
    const own: [string, AnySchemaObject][] =
      key === 'properties'
        ? Object.entries(child as AnySchemaObject).map(([name, value]) => [`${place}/${name}`, value])
        : [];
    return [...own, ...propertiesOf(child, `${place}/${key}`)];
  });
}
