import assert from 'node:assert/strict';
import { parseConfiguration } from '../../server/src/engine/configurationParse.js';

const known = {
  rules: ['prechecked-consent', 'no-reply-sender'],
  dialects: ['html', 'tsx'],
  providers: ['mailchimp', 'brevo'],
  purposes: ['newsletter', 'partners'],
};

function parse(text: string) {
  return parseConfiguration(text, '.privacylint.json', known);
}

/** Everything that a configuration may say. */
const whole = `{
  // comments
  "$schema": "./node_modules/privacylint/schemas/privacylint.schema.json",
  "extends": ["privacylint:recommended", "./base.json"],
  "rules": {
    "prechecked-consent": "warning",
    "no-reply-sender": { "severity": "off", "options": { "deep": [1, { "a": null }] } },
    "directive-problem": "hint",
  },
  "overrides": [{ "files": "mails/**", "email": { "*.html": "marketing" }, "rules": { "no-reply-sender": "off" } }],
  "ignore": ["vendor/", "*.min.html"],
  "email": { "mails/**": "transactional" },
  "provider": "brevo",
  "jurisdiction": ["eu", "fr", "us-ca"],
  "audience": "b2b",
  "contact": { "email": "a@b.example", "privacyNotice": "/privacy", "identity": "Hotel", "unsubscribe": "{{ off }}" },
  "hosts": ["*.hotel.example"],
  "recipients": { "forms.example": { "name": "Forms Ltd", "role": "processor", "contract": "2025-02-28" } },
  "components": { "Tick": { "tag": "input", "type": "checkbox", "props": { "isOn": "checked" } } },
  "vocabulary": { "en": { "newsletter": ["gazette"] } },
  "providers": { "own": { "name": "Own", "unsubscribe": ["[[off]]"], "addsFooter": false } },
  "fields": { "booking": ["name", "email"] },
  "dialects": { "*.tpl": "html" },
  "suppressions": [{ "fingerprint": "0123456789abcdef", "reason": "r", "ground": "b2b", "until": "2027-12-31", "files": ["a.html"] }],
}`;

/** Broken text, the words at fault, the message, and what is still in force. */
const wrong: readonly [title: string, text: string, at: string, messageId: string, remaining: object][] = [
  ['key', '{ "rulse": {}, "provider": "brevo" }', '"rulse"', 'unknown-key-near', { provider: 'brevo' }],
  ['far key', '{ "colour": 1 }', '"colour"', 'unknown-key', {}],
  [
    'rule',
    '{ "rules": { "prechecked-consnt": "off", "no-reply-sender": "off" } }',
    '"prechecked-consnt"',
    'unknown-rule-near',
    { rules: { 'no-reply-sender': 'off' } },
  ],
  ['far rule', '{ "rules": { "zebra": "off" } }', '"zebra"', 'unknown-rule', { rules: {} }],
  ['severity', '{ "rules": { "no-reply-sender": "warn" } }', '"warn"', 'expected-choice-near', { rules: {} }],
  ['setting', '{ "rules": { "no-reply-sender": 2 } }', '2', 'expected-setting', { rules: {} }],
  [
    'severity in a setting',
    '{ "rules": { "no-reply-sender": { "severity": 1, "options": {} } } }',
    '1',
    'expected-choice',
    { rules: { 'no-reply-sender': { options: {} } } },
  ],
  [
    'key of a setting',
    '{ "rules": { "no-reply-sender": { "level": "off" } } }',
    '"level"',
    'unknown-key',
    { rules: { 'no-reply-sender': {} } },
  ],
  ['rules as a list', '{ "rules": [], "audience": "b2c" }', '[]', 'expected-object', { audience: 'b2c' }],
  ['hosts as a text', '{ "hosts": "a" }', '"a"', 'expected-list', {}],
  ['number as text', '{ "hosts": ["a", 1, "b"] }', '1', 'expected-text', { hosts: ['a', 'b'] }],
  ['empty text', '{ "provider": " " }', '" "', 'empty-text', {}],
  [
    'text as boolean',
    '{ "providers": { "x": { "addsFooter": "yes" } } }',
    '"yes"',
    'expected-boolean',
    { providers: { x: {} } },
  ],
  ['provider', '{ "provider": "brevoo" }', '"brevoo"', 'unknown-name-near', {}],
  ['dialect', '{ "dialects": { "*.x": "cobol" } }', '"cobol"', 'unknown-name', { dialects: {} }],
  [
    'purpose',
    '{ "vocabulary": { "en": { "newsleter": ["x"] } } }',
    '"newsleter"',
    'unknown-name-near',
    { vocabulary: { en: {} } },
  ],
  [
    'kind of mail',
    '{ "email": { "*": "marketting" } }',
    '"marketting"',
    'expected-choice-near',
    { email: {} },
  ],
  [
    'jurisdiction',
    '{ "jurisdiction": ["France", "fr"] }',
    '"France"',
    'expected-jurisdiction',
    { jurisdiction: ['fr'] },
  ],
  [
    'date',
    '{ "recipients": { "h": { "name": "N", "contract": "2025-02-30" } } }',
    '"2025-02-30"',
    'expected-date',
    { recipients: { h: { name: 'N' } } },
  ],
  [
    'missing name',
    '{ "recipients": { "h": { "role": "processor" } } }',
    '{ "role": "processor" }',
    'missing-key',
    { recipients: {} },
  ],
  [
    'fingerprint',
    '{ "suppressions": [{ "fingerprint": "12", "reason": "r" }] }',
    '"12"',
    'expected-fingerprint',
    { suppressions: [] },
  ],
  [
    'override in an override',
    '{ "overrides": [{ "files": "a", "overrides": [] }] }',
    '"overrides": []',
    'not-in-overrides',
    { overrides: [{ files: ['a'] }] },
  ],
  [
    'override without files',
    '{ "overrides": [{ "rules": {} }] }',
    '{ "rules": {} }',
    'missing-key',
    { overrides: [] },
  ],
  [
    'same key twice',
    '{ "provider": "brevo", "provider": "mailchimp" }',
    '"provider": "mailchimp"',
    'duplicate-key',
    { provider: 'mailchimp' },
  ],
  [
    'missing comma',
    '{ "provider": "brevo"\n  "audience": "b2b" }',
    '"audience"',
    'missing-comma',
    { provider: 'brevo', audience: 'b2b' },
  ],
  ['missing value', '{ "audience": "b2b", "provider": }', '}', 'missing-value', { audience: 'b2b' }],
  [
    'no quotes',
    '{ audience: "b2b",\n "provider": "brevo" }',
    'audience',
    'missing-quotes',
    { provider: 'brevo' },
  ],
  ['not closed', '{ "provider": "brevo"\n', '"\n', 'not-closed', { provider: 'brevo' }],
  ['no object', '[1]', '[1]', 'not-an-object', {}],
  ['binary', '\0\u0001\u0002', '\0', 'not-json', {}],
  ['__proto__', '{ "__proto__": {} }', '"__proto__"', 'unknown-key', {}],
];

describe('parseConfiguration', () => {
  it('reads every key, with comments and trailing commas', () => {
    const { file, problems, valid } = parse(whole);
    assert.deepEqual(problems, []);
    assert.equal(valid, true);
    assert.deepEqual(
      file.extends?.map(({ to, span }) => [to, whole.slice(span.start, span.end)]),
      [
        ['privacylint:recommended', '"privacylint:recommended"'],
        ['./base.json', '"./base.json"'],
      ],
    );
    assert.deepEqual(file.rules?.['no-reply-sender'], {
      severity: 'off',
      options: { deep: [1, { a: null }] },
    });
    assert.deepEqual(file.overrides?.[0]?.files, ['mails/**']);
    assert.equal(file.suppressions?.[0]?.until, '2027-12-31');
    const left = Object.keys(file).sort();
    assert.deepEqual(
      left,
      Object.keys(JSON.parse(stripped(whole)))
        .filter((key) => key !== '$schema')
        .sort(),
    );
  });

  for (const text of ['', '  \n', '// nothing yet\n', '{}', '\uFEFF{}', '\uFEFF']) {
    it(`takes ${JSON.stringify(text)} for an empty configuration`, () => {
      assert.deepEqual(parse(text), { file: {}, problems: [], valid: true });
    });
  }

  for (const [title, text, at, messageId, remaining] of wrong) {
    it(`reports one problem: ${title}`, () => {
      const { file, problems } = parse(text);
      assert.deepEqual(
        problems.map((p) => p.messageId),
        [messageId],
      );
      const [{ span, message, path } = assert.fail()] = problems;
      const written = text.slice(span.start, span.end);
      assert.ok(at.startsWith(written) && written !== '', `at ${written}`);
      assert.equal(text.indexOf(at) <= span.start, true);
      assert.doesNotMatch(message, /\{\w+\}|undefined/);
      assert.equal(path, '.privacylint.json');
      assert.deepEqual(JSON.parse(JSON.stringify(file)), remaining);
    });
  }

  it('names what was probably meant', () => {
    const meant = (text: string) => parse(text).problems[0]?.data.near;
    assert.equal(meant('{ "rulse": {} }'), 'rules');
    assert.equal(meant('{ "rules": { "no-replysender": "off" } }'), 'no-reply-sender');
    assert.equal(meant('{ "rules": { "no-reply-sender": "info" } }'), 'information');
    assert.equal(meant('{ "rules": { "no-reply-sender": "Error" } }'), 'error');
  });

  it('reports several problems in the order of the file, and keeps the rest', () => {
    const { file, problems } = parse(
      '{ "audience": "b2d", "rules": { "nope": 1, "no-reply-sender": "hint" }, "hosts": [false] }',
    );
    assert.deepEqual(
      problems.map((p) => p.messageId),
      ['expected-choice-near', 'unknown-rule', 'expected-text'],
    );
    assert.deepEqual(file, { rules: { 'no-reply-sender': 'hint' }, hosts: [] });
  });

  it('survives any cut, and any nesting', () => {
    for (let end = 0; end <= whole.length; end++) {
      const text = whole.slice(0, end);
      for (const { span } of parse(text).problems) {
        assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
      }
    }
    const deep = parse('['.repeat(100_000));
    assert.deepEqual([deep.valid, deep.problems.length], [false, 1]);
  });

  it('knows the providers that the file brings along, or may take from another', () => {
    const own = '"providers": { "own": {} }, "provider": "own"';
    assert.deepEqual(parse(`{ ${own} }`).problems, []);
    assert.deepEqual(parse('{ "extends": "privacylint:strict", "provider": "own" }').problems.length, 1);
    assert.deepEqual(
      parse('{ "extends": ["privacylint:strict", "./base.json"], "provider": "own" }').problems,
      [],
    );
  });

  it('accepts any name where the names are not known', () => {
    const text = '{ "provider": "x", "dialects": { "*": "y" }, "vocabulary": { "en": { "z": [] } } }';
    assert.deepEqual(parseConfiguration(text, 'c', { rules: [] }).problems, []);
  });
});

function stripped(jsonc: string): string {
  return jsonc.replace(/^\s*\/\/.*$/gm, '').replace(/,(\s*[}\]])/g, '$1');
}
