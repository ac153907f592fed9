import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { dialects } from '../../server/src/dialects/index.js';
import { builtinRules } from '../../server/src/engine/builtinRules.js';
import { parseConfiguration } from '../../server/src/engine/configurationParse.js';
import { configurationSchema } from '../../server/src/engine/configurationSchema.js';
import { review } from '../../server/src/engine/review.js';
import { rules } from '../../server/src/rules/index.js';
import { locales } from '../../server/src/rules/rule.js';
import { root } from '../support/root.js';

const file = path.join(root, 'schemas/privacylint.schema.json');
const known = [...rules, ...builtinRules].sort((a, b) => (a.id < b.id ? -1 : 1));
const schema = configurationSchema(
  known.map(({ id, what }) => ({ id, description: what.en })),
  { dialects: dialects.map(({ id }) => id) },
);
const ids = known.map(({ id }) => id);

describe('the JSON Schema of configurations', () => {
  const validate = new Ajv({ strict: false }).compile(schema);

  it('is published as it is made', () => {
    assert.deepEqual(
      JSON.parse(readFileSync(file, 'utf8')),
      JSON.parse(JSON.stringify(schema)),
      'run npm run generate',
    );
  });

  it('describes every key', () => {
    const undescribed: string[] = [];
    const visit = (value: unknown, key: string, place: string): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [name, inner] of Object.entries(value)) {
        if (key === 'properties' && typeof inner.description !== 'string')
          undescribed.push(`${place}/${name}`);
        visit(inner, name, `${place}/${name}`);
      }
    };
    visit(schema, '', '');
    assert.deepEqual(undescribed, []);
  });

  /** What the schema says and what the engine says of the same file. */
  const files: readonly [valid: boolean, file: object][] = [
    [true, {}],
    [true, { $schema: 'x', extends: 'privacylint:strict', rules: { 'prechecked-consent': 'off' } }],
    [
      true,
      { rules: { 'no-reply-sender': { severity: 'hint', options: { a: 1 } }, 'directive-problem': 'error' } },
    ],
    [
      true,
      {
        overrides: [
          {
            files: ['a'],
            extends: ['./b.json'],
            rules: { 'no-reply-sender': 'hint' },
            email: { a: 'marketing' },
          },
        ],
      },
    ],
    [
      true,
      {
        jurisdiction: 'fr',
        audience: 'b2b',
        hosts: ['h'],
        contact: { email: 'e' },
        fields: { booking: ['name'] },
      },
    ],
    [true, { suppressions: [{ fingerprint: '0123456789abcdef', reason: 'r', until: '2027-01-31' }] }],
    [false, { rulse: {} }],
    [false, { rules: { 'no-such-rule': 'off' } }],
    [false, { rules: { 'no-reply-sender': 'warn' } }],
    [false, { rules: { 'no-reply-sender': { severity: 'warn' } } }],
    [false, { overrides: [{ rules: {} }] }],
    [false, { overrides: [{ files: 'a', overrides: [] }] }],
    [false, { email: { a: 'spam' } }],
    [false, { hosts: 'h' }],
    [false, { provider: '' }],
    [false, { jurisdiction: ['France'] }],
    [false, { contact: { phone: '1' } }],
    [false, { recipients: { h: { role: 'processor' } } }],
    [false, { components: { X: { tag: 1 } } }],
    [false, { vocabulary: { fr: ['lettre'] } }],
    [false, { providers: { p: { addsFooter: 'yes' } } }],
    [false, { suppressions: [{ fingerprint: 'xyz', reason: 'r' }] }],
    [false, { suppressions: [{ fingerprint: '0123456789abcdef' }] }],
  ];
  for (const [valid, content] of files) {
    it(`agrees with the engine: ${JSON.stringify(content)}`, () => {
      const { problems } = parseConfiguration(JSON.stringify(content), 'c', { rules: ids });
      assert.deepEqual([validate(content), problems.length === 0], [valid, valid]);
    });
  }
});

describe('built-in rules', () => {
  it('have every text in every language, with the same data', () => {
    for (const rule of builtinRules) {
      const texts = [
        rule.what,
        rule.why,
        rule.remedy,
        ...Object.values(rule.messages),
        ...Object.values(rule.repairs).map((r) => r.title),
      ];
      for (const text of texts) {
        const slots = locales.map((locale) =>
          [...text[locale].matchAll(/\{\w+\}/g)]
            .map(([slot]) => slot)
            .sort()
            .join(),
        );
        assert.equal(new Set(slots).size, 1, text.en);
        for (const locale of locales) assert.match(text[locale], /[.?)»”}]$|\w$/);
      }
    }
  });

  it('have examples that are what they say', async () => {
    for (const { id, examples } of builtinRules) {
      for (const [kind, list] of Object.entries(examples)) {
        for (const { language, code } of list) {
          const found =
            language === 'json'
              ? parseConfiguration(code, 'c', { rules: ids }).problems.length
              : (await review({ text: code, path: `a.${language}` }, { prefilter: false, only: [id] }))
                  .findings.length;
          assert.equal(found > 0, kind === 'bad', code);
        }
      }
    }
  });
});
