import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import Ajv from 'ajv';
import { render } from '../../server/src/report/json.js';
import { root } from '../support/root.js';
import { finding, full, run } from './runs.js';

const schema = JSON.parse(fs.readFileSync(path.join(root, 'schemas/report.schema.json'), 'utf8'));
const validate = new Ajv({ allErrors: true }).compile(schema);

function valid(document: unknown): void {
  assert.ok(validate(document), JSON.stringify(validate.errors, null, 1));
}

describe('JSON report', () => {
  const unreadable = [{ path: 'c.html', message: 'holds no text' }];

  it('is as its published schema says, with everything in it and with nothing', () => {
    valid(JSON.parse(render(run([full], { unreadable }))));
    valid(JSON.parse(render(run([]))));
  });

  it('is refused by the schema when anything else slips in', () => {
    const document = JSON.parse(render(run([full])));
    for (const spoil of [
      (d: typeof document) => Object.assign(d, { extra: 1 }),
      (d: typeof document) => Object.assign(d.files[0].findings[0], { span: [1, 2] }),
      (d: typeof document) => Object.assign(d.files[0].findings[0], { severity: 'note' }),
      (d: typeof document) => Object.assign(d.files[0].findings[0].region, { startLine: 0 }),
    ]) {
      assert.equal(validate(spoil(structuredClone(document))), false);
    }
  });

  it('counts and holds what was found', () => {
    const { summary, files, tool, version } = JSON.parse(render(run([full], { unreadable })));
    assert.deepEqual([version, tool], [1, { name: 'privacylint', version: '1.2.3' }]);
    assert.deepEqual(summary, {
      errors: 1,
      warnings: 1,
      information: 1,
      hints: 1,
      files: 1,
      filesWithFindings: 1,
      review: 1,
      suppressed: 2,
      notReviewed: 2,
      unreadable: 1,
      repaired: 0,
      fixable: 1,
    });
    const [first] = files[0].findings;
    assert.deepEqual(first.region, {
      startLine: 2,
      startColumn: 8,
      endLine: 2,
      endColumn: 15,
      charOffset: 11,
      charLength: 7,
    });
    assert.equal(first.repairs[1].follow, 'The handler must store the new field.');
  });

  it('carries any text', () => {
    const message = 'lone \ud800, “quoted”, {{tag}}, \u2028';
    const document = JSON.parse(render(run([{ ...full, findings: [finding({ message })] }])));
    assert.equal(document.files[0].findings[0].message, message);
  });
});
