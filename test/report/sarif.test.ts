import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { render } from '../../server/src/report/sarif.js';
import type { Run } from '../../server/src/report/types.js';
import { finding, full, run, text } from './runs.js';

const log = (given: Run) => JSON.parse(render(given));
const only = (given: Run) => log(given).runs[0];

describe('SARIF report', () => {
  it('is a log of version 2.1.0 with one run', () => {
    const { version, runs, $schema } = log(run([full]));
    assert.equal(version, '2.1.0');
    assert.match($schema, /sarif-schema-2\.1\.0\.json$/);
    assert.equal(runs.length, 1);
    assert.equal(runs[0].columnKind, 'utf16CodeUnits');
    assert.equal(runs[0].language, 'en');
    assert.deepEqual(runs[0].originalUriBaseIds, { '%SRCROOT%': { uri: 'file:///home/anna/project/' } });
  });

  it('describes its rules', () => {
    const { name, version, rules } = only(run([full])).tool.driver;
    assert.deepEqual([name, version], ['privacylint', '1.2.3']);
    const [rule] = rules;
    assert.equal(rule.id, 'directive-problem');
    assert.equal(rule.helpUri, 'https://privacylint.example/directive-problem');
    assert.equal(rule.defaultConfiguration.level, 'warning');
    for (const { text } of [rule.shortDescription, rule.fullDescription, rule.help])
      assert.ok(text.length > 20);
    assert.match(rule.help.markdown, /^## Why$/m);
    const french = only(run([full], { locale: 'fr' }));
    assert.equal(french.language, 'fr');
    assert.match(french.tool.driver.rules[0].help.markdown, /^## Pourquoi$/m);
  });

  it('names the product’s page only where there is one', () => {
    const { product } = run([]);
    assert.equal('informationUri' in only(run([])).tool.driver, false);
    const homepage = 'https://privacylint.example';
    assert.equal(only(run([], { product: { ...product, homepage } })).tool.driver.informationUri, homepage);
  });

  it('gives each result its bare id, level and exact severity', () => {
    const { results, tool } = only(run([full]));
    assert.equal(results.length, 6);
    for (const result of results) {
      assert.equal(result.ruleId, 'directive-problem');
      assert.equal(tool.driver.rules[result.ruleIndex].id, result.ruleId);
      assert.equal(typeof result.message.text, 'string');
      assert.deepEqual(result.partialFingerprints, { 'privacylint/v1': '0123456789abcdef' });
    }
    const kinds = results
      .slice(0, 4)
      .map((r: { level: string; properties: { severity: string; review?: boolean } }) => [
        r.level,
        r.properties.severity,
        r.properties.review,
      ]);
    assert.deepEqual(kinds, [
      ['error', 'error', undefined],
      ['warning', 'warning', true],
      ['note', 'information', undefined],
      ['note', 'hint', undefined],
    ]);
  });

  it('places results by line, column and offset, in files relative to the base', () => {
    const [first, second] = only(run([full])).results;
    const { artifactLocation, region } = first.locations[0].physicalLocation;
    assert.deepEqual(artifactLocation, { uri: 'a%20folder/%C3%A4%231.html', uriBaseId: '%SRCROOT%' });
    assert.equal(
      fileURLToPath(new URL(artifactLocation.uri, 'file:///home/anna/project/')),
      '/home/anna/project/a folder/ä#1.html',
    );
    assert.deepEqual(region, {
      startLine: 2,
      startColumn: 8,
      endLine: 2,
      endColumn: 15,
      charOffset: 11,
      charLength: 7,
    });
    const astral = second.locations[0].physicalLocation.region;
    assert.deepEqual([astral.startLine, astral.startColumn, astral.endColumn], [3, 1, 8]);
    assert.equal(text.substr(astral.charOffset, astral.charLength), '😀 news');
    assert.equal(first.relatedLocations[0].message.text, 'The label stands here.');
    assert.equal(first.relatedLocations[0].physicalLocation.region.startLine, 3);
  });

  it('names files outside the base in full', () => {
    const outside = (path: string) =>
      only(run([{ ...full, path }])).results[0].locations[0].physicalLocation.artifactLocation;
    assert.deepEqual(outside('/etc/p l.json'), { uri: 'file:///etc/p%20l.json' });
    assert.deepEqual(outside('C:/x y/p.json'), { uri: 'file:///C:/x%20y/p.json' });
  });

  it('carries repairs as fixes', () => {
    const [untick, reword] = only(run([full])).results[0].fixes;
    assert.equal(untick.description.text, 'Let it start off');
    const [change] = untick.artifactChanges;
    assert.equal(change.artifactLocation.uriBaseId, '%SRCROOT%');
    const [{ deletedRegion, insertedContent }] = change.replacements;
    assert.deepEqual(
      [deletedRegion.charOffset, deletedRegion.charLength, insertedContent],
      [10, 8, undefined],
    );
    assert.equal(reword.description.text, 'Say it otherwise. The handler must store the new field.');
    assert.equal(reword.artifactChanges[0].replacements[0].insertedContent.text, 'offers');
    assert.deepEqual([untick.properties.safety, reword.properties.safety], ['fix', 'offer']);
  });

  it('carries suppressions with their reason', () => {
    const { results } = only(run([full]));
    const [inSource] = results[4].suppressions;
    assert.deepEqual(
      [inSource.kind, inSource.justification, inSource.properties],
      ['inSource', 'asked on paper', { ground: 'contract', until: '2030-01-01' }],
    );
    assert.equal(inSource.location.physicalLocation.region.startLine, 1);
    assert.deepEqual(results[5].suppressions, [{ kind: 'external', justification: 'seen' }]);
    assert.equal('suppressions' in results[0], false);
  });

  it('reports what was not reviewed as notifications', () => {
    const unreadable = [{ path: 'c.html', message: 'holds no text' }];
    const [invocation] = only(run([full], { unreadable, successful: false })).invocations;
    assert.equal(invocation.executionSuccessful, false);
    const [file, rule, place] = invocation.toolExecutionNotifications;
    assert.deepEqual(
      [file.level, file.descriptor.id, file.message.text],
      ['warning', 'unreadable', 'holds no text'],
    );
    assert.deepEqual(rule.associatedRule, { id: 'directive-problem', index: 0 });
    assert.equal(place.level, 'note');
    assert.equal(place.locations[0].physicalLocation.region.startLine, 1);
  });

  it('reports findings of rules it does not describe', () => {
    const [result] = only(run([{ ...full, findings: [finding({ ruleId: 'from-elsewhere' })] }])).results;
    assert.equal(result.ruleId, 'from-elsewhere');
    assert.equal('ruleIndex' in result, false);
  });
});
