import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { folderWith, privacylint, removeFolders } from './run.js';

const template = '<mat-checkbox [(ngModel)]="offers">Send me the newsletter</mat-checkbox>\n';
const code = (initial: string) =>
  `@Component({ templateUrl: './a.component.html' })\nexport class A {\n  offers = ${initial};\n}\n`;

describe('privacylint check, with what other files say', function () {
  this.timeout(60_000);
  afterEach(removeFolders);

  const check = (cwd: string, file: string) => {
    const { out } = privacylint(['--format', 'json', file], { cwd });
    return JSON.parse(out).files.flatMap((f: { findings: unknown[] }) => f.findings);
  };

  it('names the file and the place that decide', () => {
    const cwd = folderWith({ 'app/a.component.html': template, 'app/a.component.ts': code('true') });
    const [finding, ...others] = check(cwd, 'app/a.component.html');
    assert.deepEqual(others, []);
    assert.equal(finding.region.startLine, 1);
    assert.deepEqual(finding.repairs, []);
    const [related] = finding.related;
    assert.equal(related.path, 'app/a.component.ts');
    assert.deepEqual([related.region.startLine, related.region.startColumn], [3, 12]);
    const { out } = privacylint(['app/a.component.html'], { cwd });
    assert.match(out, /app\/a\.component\.ts:3:12/);
    const sarif = JSON.parse(privacylint(['--format', 'sarif', '.'], { cwd }).out);
    const [location] = sarif.runs[0].results[0].relatedLocations;
    assert.equal(location.physicalLocation.artifactLocation.uri, 'app/a.component.ts');
  });

  it('is silent where the file says no, and where there is none', () => {
    const cwd = folderWith({ 'a.component.html': template, 'a.component.ts': code('false') });
    assert.deepEqual(check(cwd, 'a.component.html'), []);
    fs.rmSync(path.join(cwd, 'a.component.ts'));
    assert.deepEqual(check(cwd, 'a.component.html'), []);
  });

  it('reads nothing outside of the project', () => {
    const outside = folderWith({ 'a.component.ts': code('true') });
    const cwd = folderWith({ 'a.component.html': template });
    fs.symlinkSync(path.join(outside, 'a.component.ts'), path.join(cwd, 'a.component.ts'));
    assert.deepEqual(check(cwd, 'a.component.html'), []);
  });

  it('changes no other file', () => {
    const files = { 'a.component.html': template, 'a.component.ts': code('true') };
    const cwd = folderWith(files);
    privacylint(['--fix', '.'], { cwd });
    for (const [name, text] of Object.entries(files))
      assert.equal(fs.readFileSync(path.join(cwd, name), 'utf8'), text);
  });
});
