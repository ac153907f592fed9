import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { folderWith, main, privacylint, removeFolders, ticked, unticked } from './run.js';

/** Warns: who receives the data is a matter of terms, not of consent. */
const notice =
  '<label><input type="checkbox" name="terms" checked> I accept the terms and conditions</label>\n';

describe('privacylint check', function () {
  this.timeout(60_000);
  afterEach(removeFolders);

  it('reports findings under their files and ends with 1', () => {
    const cwd = folderWith({ 'a/form.html': ticked, 'b.html': unticked });
    const { code, out, err } = privacylint(['check', '.'], { cwd });
    assert.equal(code, 1);
    assert.equal(err, '');
    const [file, head] = out.split('\n');
    assert.equal(file, 'a/form.html');
    assert.equal(head, '  1:49  error  prechecked-consent');
    assert.match(out, /^1 error in 1 of 2 files\. 1 can be repaired with --fix\.\n$/m);
  });

  it('is the command when none is named, for the working folder when no path is', () => {
    const cwd = folderWith({ 'form.html': ticked });
    assert.deepEqual(privacylint([], { cwd }), privacylint(['check', '.'], { cwd }));
  });

  it('ends with 0 and never claims more than that nothing was found', () => {
    const cwd = folderWith({ 'form.html': unticked });
    const { code, out, err } = privacylint([], { cwd });
    assert.deepEqual([code, out, err], [0, 'These checks found nothing in 1 file.\n', '']);
  });

  it('speaks French', () => {
    const cwd = folderWith({ 'form.html': ticked });
    const { out } = privacylint(['--locale', 'fr'], { cwd });
    assert.match(out, /1:49 {2}erreur {2}prechecked-consent/);
    assert.match(out, /1 erreur dans 1 fichier sur 1\. 1 corrigeable/);
  });

  it('gives the same bytes from any folder, inside a repository and outside', () => {
    for (const extra of [{}, { 'project/.git/HEAD': '' }]) {
      const folder = folderWith({ 'project/a/form.html': ticked, 'project/b/form.html': ticked, ...extra });
      const project = path.join(folder, 'project');
      for (const format of ['stylish', 'compact', 'json', 'sarif']) {
        const here = privacylint(['--format', format, '.'], { cwd: project });
        const there = privacylint(['--format', format, project], { cwd: os.tmpdir() });
        assert.equal(there.out, here.out, format);
        assert.match(here.out, /\ba\/form\.html/);
      }
    }
  });

  it('names files from the root of their repository', () => {
    const cwd = folderWith({ '.git/HEAD': '', 'app/pages/form.html': ticked });
    const { out } = privacylint(['--format', 'compact', 'form.html'], { cwd: path.join(cwd, 'app/pages') });
    assert.match(out, /^app\/pages\/form\.html:1:49: error: .* \[prechecked-consent\]\n$/);
  });

  it('lets --severity, --rule, --exit-zero and --max-warnings decide', () => {
    const cwd = folderWith({ 'form.html': ticked, 'terms.html': notice });
    const codes = (...args: string[]) => privacylint(args, { cwd }).code;
    assert.equal(codes('form.html', '--exit-zero'), 0);
    assert.equal(codes('form.html', '--rule', 'prechecked-consent=off'), 0);
    assert.equal(codes('form.html', '--rule', 'prechecked-consent=warning'), 0);
    assert.equal(codes('terms.html'), 0);
    assert.equal(codes('terms.html', '--max-warnings', '1'), 0);
    assert.equal(codes('terms.html', '--max-warnings', '0'), 1);
    assert.equal(codes('terms.html', '--max-warnings', '0', '--exit-zero'), 0);
    assert.equal(codes('terms.html', '--max-warnings', '0', '--severity', 'error'), 0);
    assert.match(privacylint(['terms.html'], { cwd }).out, /1 warning in 1 of 1 file/);
    assert.doesNotMatch(privacylint(['terms.html', '--severity', 'error'], { cwd }).out, /prechecked/);
  });

  it('writes several reports at once', () => {
    const cwd = folderWith({ 'form.html': ticked });
    const formats = [
      '--format',
      'json=out/report.json',
      '--format=sarif=out/report.sarif',
      '--format',
      'compact',
    ];
    const { code, out } = privacylint(formats, { cwd });
    assert.equal(code, 1);
    assert.match(out, /^form\.html:1:49: error/);
    const read = (name: string) => JSON.parse(fs.readFileSync(path.join(cwd, 'out', name), 'utf8'));
    assert.equal(read('report.json').summary.errors, 1);
    assert.equal(read('report.sarif').runs[0].results.length, 1);
  });

  it('ends with 2 where a report cannot be written', () => {
    const cwd = folderWith({ 'form.html': unticked, taken: '' });
    const { code, err } = privacylint(['--format', 'json=taken/report.json'], { cwd });
    assert.equal(code, 2);
    assert.match(err, /^privacylint: taken\/report\.json: the report cannot be written \(\w+\)\n$/);
  });

  it('tells nothing but findings when it shall be quiet', () => {
    const cwd = folderWith({ 'form.html': unticked });
    assert.deepEqual(privacylint(['--quiet'], { cwd }), {
      code: 0,
      out: '',
      err: '',
      bytes: Buffer.alloc(0),
    });
  });

  it('colours for terminals, and when told to', () => {
    const cwd = folderWith({ 'form.html': ticked });
    const colours = (env: Record<string, string>) => privacylint([], { cwd, env }).out.includes('\x1b[');
    assert.equal(colours({}), false);
    assert.equal(colours({ FORCE_COLOR: '1' }), true);
    assert.equal(colours({ FORCE_COLOR: '0' }), false);
    assert.equal(colours({ FORCE_COLOR: '1', NO_COLOR: '1' }), true);
    assert.equal(colours({ NO_COLOR: '1' }), false);
  });

  it('reviews the files of a list', () => {
    const cwd = folderWith({ 'a.html': ticked, 'b c.html': ticked, 'd.html': ticked, 'read.me': '' });
    const files = (args: string[], input?: string) =>
      [
        ...privacylint([...args, '--format', 'compact'], { cwd, ...(input && { input }) }).out.matchAll(
          /^(.*?):/gm,
        ),
      ]
        .map(([, name]) => name)
        .join();
    assert.equal(files(['--files-from', '-'], 'd.html\r\nb c.html\nread.me\n'), 'b c.html,d.html');
    assert.equal(files(['--files-from', '-'], 'a.html\0b c.html\0'), 'a.html,b c.html');
    fs.writeFileSync(path.join(cwd, 'list'), 'a.html\n');
    assert.equal(files(['--files-from', 'list', 'd.html']), 'a.html,d.html');
    const nothing = privacylint(['--files-from', '-'], { cwd, input: '' });
    assert.deepEqual([nothing.code, nothing.err], [0, 'privacylint: there is nothing to review\n']);
    const missing = privacylint(['--files-from', 'no-list'], { cwd });
    assert.deepEqual([missing.code, missing.out], [2, '']);
    assert.match(missing.err, /--files-from no-list: the list cannot be read \(ENOENT\)/);
  });

  it('tells with --stats what was reviewed, on standard error', () => {
    const cwd = folderWith({ 'a.html': ticked, 'b.css': '', 'c.html': '<p>Nothing to see</p>' });
    const { out, err } = privacylint(['--stats'], { cwd });
    assert.match(out, /1 error in 1 of 2 files/);
    assert.match(err, /2 files reviewed \(0\.0 MB\), 1 of them without parsing/);
    assert.match(err, /1 files of other kinds not reviewed: \.css 1/);
    const all = privacylint(['--stats', '--no-prefilter'], { cwd });
    assert.match(all.err, /2 files reviewed \(0\.0 MB\), 0 of them without parsing/);
    assert.equal(all.out, out);
  });

  it('counts with --stats what was not reviewed, by endings, named or not', () => {
    const cwd = folderWith({
      'a.html': ticked,
      'list.html.haml': '%p',
      'b/mail.pug': 'p',
      'b/c.css': '',
      README: '',
      'd.rst': '',
    });
    const { err } = privacylint(['--stats', '.', 'd.rst'], { cwd });
    assert.match(err, /^privacylint: 1 files reviewed /m);
    assert.match(err, /2 files of forms or mails not reviewed, .*: \.haml 1, \.pug 1$/m);
    assert.match(err, /3 files of other kinds not reviewed: no extension 1, \.css 1, \.rst 1$/m);
    assert.doesNotMatch(privacylint(['--stats', 'a.html'], { cwd }).err, /not reviewed/);
  });

  it('names with --stats the files that hold a form and are not reviewed, and says why', () => {
    const cwd = folderWith({
      'page.foo': ticked,
      'form.haml': '%input{ type: "checkbox", checked: true }',
      'notes.txt': 'nothing to see',
      'x.png': '\0<input>',
      'a.html': ticked,
    });
    const { err } = privacylint(['--stats', '--exit-zero'], { cwd });
    const named = err.split('\n').filter((line) => line.includes('seems to hold'));
    assert.equal(named.length, 2, err);
    assert.match(err, /form or a mail: form\.haml \(Haml is not read\)$/m);
    assert.match(err, /form or a mail: page\.foo \(no language is known for its name\)$/m);
  });

  it('says of a named file in a language that is not read which one that is', () => {
    const cwd = folderWith({ 'mail.pug': 'p text' });
    for (const [locale, message] of [
      ['en', 'Pug is not read: this file was not reviewed.'],
      ['fr', 'Pug n’est pas lu : ce fichier n’a pas été examiné.'],
    ] as const) {
      const { code, out } = privacylint(['mail.pug', '--locale', locale], { cwd });
      assert.equal(code, 0);
      assert.ok(out.includes(`mail.pug  ${message}`), out);
    }
    const { code, err } = privacylint(['inspect', 'mail.pug'], { cwd });
    assert.deepEqual([code, err], [2, 'privacylint: mail.pug: Pug is not read\n']);
  });

  it('reads files with the dialect that the configuration names', () => {
    const cwd = folderWith({
      '.privacylint.json': '{ "dialects": { "mails/*.view": "handlebars", "*.html": "liquid" } }',
      'mails/a.view': `{{#if x}}${ticked}{{/if}}`,
      'other.view': ticked,
      'b.html': `{{!-- no comment of this language --}}${ticked}`,
    });
    const { out } = privacylint(['--format', 'json'], { cwd });
    const files: { path: string; dialect: string }[] = JSON.parse(out).files;
    assert.deepEqual(
      files.map(({ path: file, dialect }) => [file, dialect]),
      [
        ['b.html', 'liquid'],
        ['mails/a.view', 'handlebars'],
      ],
    );
  });

  it('says where a configuration names a dialect that there is none of, and what to write', () => {
    const text = '{\n  "dialects": { "*.view": "handelbars", "*.x": "cobol" }\n}\n';
    const cwd = folderWith({ '.privacylint.json': text, 'a.html': ticked });
    const { out, code } = privacylint(['--format', 'compact'], { cwd });
    const problems = out.split('\n').filter((line) => line.includes('configuration-problem'));
    assert.equal(code, 1);
    assert.equal(problems.length, 2);
    assert.match(
      problems[0] ?? '',
      /^\.privacylint\.json:2:27: .*“handelbars” is not known here.*“handlebars”/,
    );
    assert.match(problems[1] ?? '', /^\.privacylint\.json:2:48: .*“cobol” is not known here.*Known: .*html/);
  });

  it('says on which day its result is judged', () => {
    const text = `<!-- privacylint-disable-file prechecked-consent: asked on paper until 2025-06-30 -->\n${ticked}`;
    const cwd = folderWith({ 'form.html': text });
    assert.equal(privacylint(['--today', '2025-06-30'], { cwd }).code, 0);
    assert.equal(privacylint(['--today', '2025-07-01'], { cwd }).code, 1);
    assert.match(privacylint(['--today', '2025-06-30'], { cwd }).out, /1 suppressed with a reason\./);
  });

  it('ends quietly when its reader goes away', function () {
    if (process.platform === 'win32') this.skip();
    const cwd = folderWith({ 'form.html': ticked.repeat(3000) });
    const command = `"${process.execPath}" "${main}" --format json | head -c 1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { cwd });
    assert.deepEqual([stdout.toString(), stderr.toString()], ['{', '']);
  });
});

describe('configuration of privacylint check', function () {
  this.timeout(60_000);
  afterEach(removeFolders);

  it('takes the nearest one for each file', () => {
    const cwd = folderWith({
      '.privacylint.json': '{ "rules": { "prechecked-consent": "warning" } }',
      'a.html': ticked,
      'sub/.privacylint.json': '{ "ignore": ["legacy/"] }',
      'sub/b.html': ticked,
      'sub/legacy/c.html': ticked,
    });
    const { out, code } = privacylint(['--format', 'compact'], { cwd });
    const found = [...out.matchAll(/^(\S+?):\d+:\d+: (\w+)/gm)].map(
      ([, file, severity]) => `${file} ${severity}`,
    );
    assert.deepEqual(found, ['a.html warning', 'sub/b.html error']);
    assert.equal(code, 1);
    assert.equal(privacylint(['--no-config', 'a.html'], { cwd }).code, 1);
    assert.equal(privacylint(['--config', '.privacylint.json', 'sub/b.html'], { cwd }).code, 0);
    assert.equal(privacylint(['--rule', 'prechecked-consent=off'], { cwd }).code, 0);
  });

  it('reports what is wrong in it where it stands, and goes on', () => {
    const cwd = folderWith({
      '.privacylint.json': '{\n  "rules": { "prechecked-consnt": "off" },\n  "ignore": ["old.html"]\n}\n',
      'form.html': ticked,
      'old.html': ticked,
    });
    const { code, out } = privacylint(['--format', 'compact'], { cwd });
    assert.equal(code, 1);
    const [first, second, ...rest] = out.trimEnd().split('\n');
    assert.match(
      first ?? '',
      /^\.privacylint\.json:2:14: warning: .*prechecked-consent.*\[configuration-problem\]$/,
    );
    assert.match(second ?? '', /^form\.html:1:49: error/);
    assert.deepEqual(rest, []);
    const quiet = privacylint(['--format', 'compact', '--rule', 'configuration-problem=off'], { cwd });
    assert.doesNotMatch(quiet.out, /configuration-problem/);
  });

  it('goes on beside one that is no JSON', () => {
    const cwd = folderWith({ '.privacylint.json': 'rules: {}', 'form.html': ticked });
    const { code, out } = privacylint(['--format', 'compact'], { cwd });
    assert.equal(code, 1);
    assert.match(out, /^\.privacylint\.json:1:1: warning/);
    assert.match(out, /^form\.html:1:49: error/m);
  });

  it('ends with 2 only where --config names what cannot be used', () => {
    const cwd = folderWith({ 'broken.json': '{ "rules": ', 'text.json': 'no', 'form.html': ticked });
    for (const [file, cause] of [
      ['missing.json', /there is no such file/],
      ['.', /it cannot be read \(it is a folder\)/],
      ['broken.json', /not closed|missing/],
      ['text.json', /JSON/],
    ] as const) {
      const { code, out, err } = privacylint(['--config', file], { cwd });
      assert.deepEqual([code, out], [2, ''], file);
      assert.match(err, /^privacylint: --config [^\n]*\n$/);
      assert.match(err, cause);
    }
    assert.match(privacylint(['--config', 'x', '--no-config'], { cwd }).err, /exclude each other/);
  });
});
