import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { template } from '../../server/src/cli/init.js';
import { loadConfiguration } from '../../server/src/engine/configurationLoad.js';
import { rules } from '../../server/src/rules/index.js';
import { folderWith, main, privacylint, removeFolders, ticked } from './run.js';

describe('privacylint inspect', function () {
  this.timeout(60_000);
  afterEach(removeFolders);

  it('gives the facts as JSON, values without their places', () => {
    const cwd = folderWith({
      'form.html': `<form action="/book" method="post">\n${ticked}<input name="nom" required></form>\n<a href="https://x.example/unsubscribe">Unsubscribe</a>\n`,
    });
    const { code, out } = privacylint(['inspect', 'form.html', '--format', 'json'], { cwd });
    assert.equal(code, 0);
    const { path: file, dialect, controls, forms, links, senders, message, nodes } = JSON.parse(out);
    assert.deepEqual([file, dialect], ['form.html', 'html']);
    assert.deepEqual(controls[0], {
      kind: 'checkbox',
      name: { state: 'known', value: 'newsletter' },
      label: { state: 'known', value: 'Send me the newsletter', source: 'wrapping' },
      default: { state: 'known', value: true },
      required: controls[0].required,
      span: [43, 92],
      line: 2,
    });
    assert.deepEqual(controls[1].required, { state: 'known', value: true });
    assert.deepEqual(forms[0].action, { state: 'known', value: '/book' });
    assert.deepEqual(forms[0].method, { state: 'known', value: 'post' });
    assert.deepEqual(links[0].href, { state: 'known', value: 'https://x.example/unsubscribe' });
    assert.equal(links[0].line, 4);
    assert.deepEqual(senders, []);
    assert.equal(message, null);
    assert.ok(nodes.some((n: { tag?: string }) => n.tag === 'input'));
  });

  it('gives the kind of a mail, its provider and why', () => {
    const mail =
      '<html lang="en"><body><table><tr><td>Our newsletter: special offers this week. ' +
      '<a href="*|UNSUB|*">Unsubscribe</a> noreply@hotel.example</td></tr></table></body></html>';
    const cwd = folderWith({ 'newsletter.html': mail });
    const { message } = JSON.parse(
      privacylint(['inspect', 'newsletter.html', '--format', 'json'], { cwd }).out,
    );
    assert.equal(message.kind, 'marketing');
    assert.equal(message.provider, 'mailchimp');
    assert.ok(message.evidence.length > 0);
    assert.equal(typeof message.evidence[0].what, 'string');
  });

  it('draws nodes and facts for people, however deep', () => {
    const cwd = folderWith({ 'deep.html': `${'<div>'.repeat(20_000)}${ticked}` });
    const { code, out } = privacylint(['inspect', 'deep.html'], { cwd });
    assert.equal(code, 0);
    assert.match(out, /^deep\.html {2}html, utf-8/);
    assert.match(
      out,
      /^controls\n {2}checkbox name "newsletter", label "Send me the newsletter" \(wrapping\), on true/m,
    );
  });

  it('says why a file cannot be inspected', () => {
    const cwd = folderWith({ 'notes.rst': '', 'x.html': Buffer.from([0, 0, 0, 1]) });
    const errors = ['notes.rst', 'gone.html', 'x.html', '.'].map((name) => {
      const { code, out, err } = privacylint(['inspect', name], { cwd });
      assert.deepEqual([code, out], [2, '']);
      return err.trimEnd();
    });
    assert.deepEqual(errors, [
      'privacylint: notes.rst: no dialect reads files of this kind',
      'privacylint: gone.html: there is no such file or folder',
      'privacylint: x.html: holds no text',
      'privacylint: .: is neither a file nor a folder',
    ]);
  });
});

describe('privacylint explain', function () {
  this.timeout(60_000);

  it('explains a rule in both languages', () => {
    const english = privacylint(['explain', 'bundled-consent']);
    assert.equal(english.code, 0);
    for (const heading of ['Why', 'What to do', 'Basis', 'What passes', 'Reported', 'Not reported']) {
      assert.match(english.out, new RegExp(`^${heading}$`, 'm'));
    }
    assert.match(english.out, /docs\/rules\/bundled-consent\.md\n$/);
    const french = privacylint(['explain', 'bundled-consent', '--locale', 'fr']);
    for (const heading of ['Pourquoi', 'Que faire', 'Fondement', 'Signalé']) {
      assert.match(french.out, new RegExp(`^${heading}$`, 'm'));
    }
  });

  it('lists all rules without one', () => {
    const { out } = privacylint(['explain']);
    for (const { id } of rules) assert.match(out, new RegExp(`^${id} +\\S`, 'm'));
  });

  it('ends with 2 for a rule that is not there', () => {
    const { code, out, err } = privacylint(['explain', 'bundeld-consent']);
    assert.deepEqual([code, out], [2, '']);
    assert.equal(err, 'privacylint: there is no rule "bundeld-consent"; did you mean "bundled-consent"?\n');
  });
});

describe('privacylint print-config', function () {
  this.timeout(60_000);
  afterEach(removeFolders);

  it('shows what applies to a file', () => {
    const cwd = folderWith({
      '.privacylint.json':
        '{ "extends": "./base.json", "ignore": ["old/"], "audience": "b2b", "nonsense": 1 }',
      'base.json': '{ "jurisdiction": ["fr"] }',
    });
    const { code, out, err } = privacylint(['print-config', 'old/form.html'], { cwd });
    const shown = JSON.parse(out);
    assert.equal(code, 0);
    assert.deepEqual([shown.file, shown.ignored, shown.dialect], ['old/form.html', true, 'html']);
    assert.deepEqual([...shown.from].sort(), ['.privacylint.json', 'base.json']);
    assert.equal(shown.configuration.audience, 'b2b');
    assert.deepEqual(shown.configuration.jurisdiction, ['fr']);
    assert.match(err, /^privacylint: \.privacylint\.json: .*nonsense/);
  });

  it('names the language that the text or the configuration gives away', () => {
    const cwd = folderWith({
      '.privacylint.json': '{ "dialects": { "*.view": "ejs" } }',
      'form.html': '{% extends "base.html" %}',
      'list.view': '',
      'notes.rst': '',
    });
    for (const [name, dialect] of [
      ['form.html', 'jinja'],
      ['gone.html', 'html'],
      ['list.view', 'ejs'],
      ['notes.rst', null],
    ] as const) {
      assert.equal(JSON.parse(privacylint(['print-config', name], { cwd }).out).dialect, dialect, name);
    }
    assert.match(privacylint(['inspect', 'form.html'], { cwd }).out, /^form\.html {2}jinja, /);
  });
});

describe('privacylint init', function () {
  this.timeout(60_000);
  afterEach(removeFolders);

  it('writes a configuration, once', () => {
    const cwd = folderWith({});
    const first = privacylint(['init'], { cwd });
    assert.deepEqual([first.code, first.out, first.err], [0, '.privacylint.json\n', '']);
    const file = path.join(cwd, '.privacylint.json');
    assert.equal(fs.readFileSync(file, 'utf8'), template('en'));
    fs.writeFileSync(file, '{}');
    const second = privacylint(['init'], { cwd });
    assert.equal(second.code, 2);
    assert.match(second.err, /is there already; nothing was changed\n$/);
    assert.equal(fs.readFileSync(file, 'utf8'), '{}');
  });

  it('writes what is valid, also with its suggestions taken', async () => {
    for (const locale of ['en', 'fr'] as const) {
      const written = template(locale);
      const suggestions = written.replace(/^( +)\/\/ (?=")/gm, '$1');
      assert.notEqual(suggestions, written);
      for (const text of [written, suggestions]) {
        const known = { rules: rules.map((rule) => rule.id) };
        const { problems, valid } = await loadConfiguration(
          '/x/.privacylint.json',
          { readFile: async () => text },
          known,
        );
        assert.deepEqual([problems, valid], [[], true]);
      }
    }
  });
});

describe('privacylint lsp', function () {
  this.timeout(60_000);

  it('answers over standard input and output, and ends when it is told to', async () => {
    const server = spawn(process.execPath, [main, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const send = (message: object) => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    let answers = '';
    server.stdout.on('data', (chunk) => {
      const first = answers === '';
      answers += chunk;
      if (!first) return;
      send({ id: 2, method: 'shutdown' });
      send({ method: 'exit' });
    });
    const [code] = await once(server, 'close');
    assert.match(answers, /"id":1,"result":\{.*"capabilities"/);
    assert.equal(code, 0);
  });

  it('wants to be told how to speak', () => {
    const { code, err } = privacylint(['lsp']);
    assert.equal(code, 2);
    assert.match(err, /privacylint lsp --stdio\n$/);
  });
});
