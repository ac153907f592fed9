import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/core/edit.js';
import { parseConfiguration } from '../../server/src/engine/configurationParse.js';
import { registerRecipient } from '../../server/src/engine/registerRecipient.js';

const entry = { host: 'formspree.io', name: 'Formspree' };

describe('entering a recipient in the register', () => {
  const cases: readonly (readonly [what: string, text: string])[] = [
    ['of an empty file', ''],
    ['of one without a register', '{\n  // ours\n  "extends": "privacylint:recommended"\n}\n'],
    [
      'of one with tabs',
      '{\n\t"hosts": ["inn.example"],\n\t"recipients": { "a.example": { "name": "A" } }\n}\n',
    ],
    [
      'that is spread over lines',
      '{\r\n  "recipients": {\r\n    "a.example": { "name": "A" }\r\n  }\r\n}\r\n',
    ],
  ];
  for (const [what, text] of cases) {
    it(`keeps what stands in the file, ${what}`, () => {
      const after = applyEdits(text, registerRecipient(text, entry));
      const { file, problems } = parseConfiguration(after, '.privacylint.json', { rules: [] });
      assert.deepEqual(problems, []);
      assert.deepEqual(file.recipients?.['formspree.io'], { name: 'Formspree', role: 'processor' });
      assert.equal(file.recipients?.['a.example']?.name, text.includes('a.example') ? 'A' : undefined);
      assert.equal(after.includes('// ours'), text.includes('// ours'));
      if (text.includes('\r\n')) assert.doesNotMatch(after, /[^\r]\n/);
      if (text.includes('\t')) assert.doesNotMatch(after, /\n {2}/);
    });
  }
});
