import assert from 'node:assert/strict';
import type { ConfigurationHost } from '../../server/src/engine/configuration.js';
import { defaultConfiguration } from '../../server/src/engine/configuration.js';
import { configurationFindings } from '../../server/src/engine/configurationFindings.js';
import { loadConfiguration, nearestConfiguration } from '../../server/src/engine/configurationLoad.js';
import { severityIn } from '../../server/src/engine/severity.js';

const known = { rules: ['a', 'b', 'c'] };

/** Files by path: a text, an object to write as JSON, or an error that reading gives. */
function host(files: Readonly<Record<string, string | object | Error>>): ConfigurationHost {
  return {
    readFile: async (path) => {
      const file = Object.hasOwn(files, path) ? files[path] : undefined;
      if (file instanceof Error) throw file;
      return typeof file === 'object' ? JSON.stringify(file) : file;
    },
  };
}

function load(files: Readonly<Record<string, string | object | Error>>, path = '/p/.privacylint.json') {
  return loadConfiguration(path, host(files), known);
}

describe('loadConfiguration', () => {
  it('gives the defaults without a file', async () => {
    const loaded = await loadConfiguration(undefined, host({}), known);
    assert.deepEqual(loaded.for('x.html'), defaultConfiguration);
    assert.deepEqual(
      [loaded.path, loaded.valid, loaded.problems, loaded.ignores('x')],
      [undefined, true, [], false],
    );
  });

  it('lets later ones win, rule by rule and key by key', async () => {
    const loaded = await load({
      '/p/.privacylint.json': {
        extends: ['./one.json', 'sub/two.json'],
        rules: { c: 'off', b: 'warning' },
        contact: { email: 'own@x.example' },
        hosts: ['own.example', 'one.example'],
        vocabulary: { fr: { newsletter: ['gazette'] } },
      },
      '/p/one.json': {
        rules: { a: { severity: 'error', options: { x: 1, y: 1 } }, b: { options: { z: 1 } }, c: 'error' },
        contact: { email: 'one@x.example', identity: 'One' },
        hosts: ['one.example'],
        jurisdiction: ['fr', 'de'],
        vocabulary: { fr: { newsletter: ['lettre'], partners: ['amis'] } },
      },
      '/p/sub/two.json': {
        extends: '../three.json',
        rules: { a: { options: { y: 2 } } },
        jurisdiction: 'uk',
      },
      '/p/three.json': { rules: { a: 'hint' }, provider: 'brevo' },
    });
    assert.deepEqual(loaded.problems, []);
    const { rules, contact, hosts, jurisdiction, vocabulary, provider } = loaded.for('x.html');
    assert.deepEqual(rules, {
      a: { severity: 'hint', options: { x: 1, y: 2 } },
      b: { severity: 'warning', options: { z: 1 } },
      c: 'off',
    });
    assert.deepEqual(contact, { email: 'own@x.example', identity: 'One' });
    assert.deepEqual([hosts, jurisdiction, provider], [['one.example', 'own.example'], ['uk'], 'brevo']);
    assert.deepEqual(vocabulary, { fr: { newsletter: ['lettre', 'gazette'], partners: ['amis'] } });
    assert.deepEqual([...loaded.dependencies].sort(), [
      '/p/.privacylint.json',
      '/p/one.json',
      '/p/sub/two.json',
      '/p/three.json',
    ]);
  });

  it('applies overrides and globs to the files they name', async () => {
    const loaded = await load({
      '/p/.privacylint.json': {
        rules: { a: 'error' },
        email: {
          '*.eml': 'transactional',
          './mails/**': 'marketing',
          '/mails/receipt.html': 'transactional',
        },
        dialects: { '*.tpl': 'html' },
        overrides: [
          { files: ['mails/**', '!mails/own/**'], rules: { a: 'off' }, provider: 'brevo' },
          { files: 'strict/**', extends: ['privacylint:strict', './more.json'], audience: 'b2b' },
        ],
        suppressions: [
          { fingerprint: '0000000000000001', reason: 'everywhere' },
          { fingerprint: '0000000000000002', reason: 'one', files: 'x.html' },
        ],
      },
      '/p/more.json': { rules: { b: 'off' }, overrides: [{ files: '*.vue', rules: { c: 'off' } }] },
    });
    assert.deepEqual(loaded.problems, []);
    const rows = [
      'x.html',
      'mails/x.html',
      'mails/receipt.html',
      'mails/own/x.html',
      'a/b.eml',
      'Mails/x.html',
      'x.tpl',
    ];
    assert.deepEqual(
      rows.map((path) => {
        const { rules, email, dialect, provider, suppressions } = loaded.for(path);
        return [path, rules.a, email, dialect, provider, suppressions.length];
      }),
      [
        ['x.html', 'error', undefined, undefined, undefined, 2],
        ['mails/x.html', 'off', 'marketing', undefined, 'brevo', 2],
        ['mails/receipt.html', 'off', 'transactional', undefined, 'brevo', 1],
        ['mails/own/x.html', 'error', 'marketing', undefined, undefined, 2],
        ['a/b.eml', 'error', 'transactional', undefined, undefined, 1],
        ['Mails/x.html', 'error', undefined, undefined, undefined, 2],
        ['x.tpl', 'error', undefined, 'html', undefined, 1],
      ],
    );
    const strict = loaded.for('strict/x.vue');
    assert.deepEqual([strict.rules, strict.audience], [{ a: 'error', b: 'off', c: 'off' }, 'b2b']);
    assert.deepEqual(loaded.for('strict/x.html').rules, { a: 'error', b: 'off' });
    assert.equal(severityIn(strict, 'a', 'hint'), 'information');
    assert.equal(severityIn(loaded.for('x.html'), 'a', 'hint'), 'hint');
    assert.equal(loaded.for('y.html'), loaded.for('z.html'), 'equal settings are one object');
  });

  it('ignores as git does, its own patterns after those it extends', async () => {
    const loaded = await load({
      '/p/.privacylint.json': {
        extends: './base.json',
        ignore: ['!keep.html', 'vendor/'],
        overrides: [{ files: 'old/**', ignore: '*.txt' }],
      },
      '/p/base.json': { ignore: ['*.html'] },
    });
    const rows = {
      'x.html': true,
      'a/keep.html': false,
      'vendor/keep.html': true,
      'a/vendor/': true,
      'x.txt': false,
      'old/x.txt': true,
      '../x.html': true,
      '': false,
    };
    for (const [path, ignored] of Object.entries(rows)) assert.equal(loaded.ignores(path), ignored, path);
  });

  it('raises with privacylint:strict, and recommended takes that back', async () => {
    const strict = (
      await load({ '/p/.privacylint.json': { extends: 'privacylint:strict', rules: { b: 'hint' } } })
    ).for('x');
    assert.deepEqual(
      (['error', 'warning', 'information', 'hint'] as const).map((s) => severityIn(strict, 'a', s)),
      ['error', 'warning', 'warning', 'information'],
    );
    assert.equal(severityIn(strict, 'b', 'error'), 'hint');
    const back = await load({
      '/p/.privacylint.json': { extends: ['privacylint:strict', 'privacylint:recommended'] },
    });
    assert.equal(severityIn(back.for('x'), 'a', 'hint'), 'hint');
  });

  const problems: readonly [
    title: string,
    files: Readonly<Record<string, string | object | Error>>,
    expected: string[],
    valid?: boolean,
  ][] = [
    [
      'a cycle',
      {
        '/p/.privacylint.json': { extends: './a.json' },
        '/p/a.json': { extends: './b.json' },
        '/p/b.json': { extends: './a.json', rules: { a: 'off' } },
      },
      ['/p/b.json cycle "./a.json"'],
    ],
    [
      'itself',
      { '/p/.privacylint.json': { extends: '../p/.privacylint.json', rules: { a: 'off' } } },
      ['/p/.privacylint.json cycle "../p/.privacylint.json"'],
    ],
    [
      'a missing file',
      { '/p/.privacylint.json': { extends: './no.json', rules: { a: 'off' } } },
      ['/p/.privacylint.json file-not-found "./no.json"'],
    ],
    [
      'an unreadable file',
      {
        '/p/.privacylint.json': { extends: './no.json', rules: { a: 'off' } },
        '/p/no.json': new Error('EACCES'),
      },
      ['/p/.privacylint.json unreadable "./no.json"'],
    ],
    [
      'a mistyped preset',
      { '/p/.privacylint.json': { extends: 'privacylint:stric', rules: { a: 'off' } } },
      ['/p/.privacylint.json unknown-name-near "privacylint:stric"'],
    ],
    [
      'an unknown preset',
      { '/p/.privacylint.json': { extends: 'privacylint:zzz', rules: { a: 'off' } } },
      ['/p/.privacylint.json unknown-preset "privacylint:zzz"'],
    ],
    [
      'an absolute path',
      {
        '/p/.privacylint.json': {
          extends: ['/etc/x.json', 'https://x.example/y.json', 'C:\\\\x'],
          rules: { a: 'off' },
        },
      },
      [
        '/p/.privacylint.json not-relative "/etc/x.json"',
        '/p/.privacylint.json not-relative "https://x.example/y.json"',
        '/p/.privacylint.json not-relative "C:\\\\\\\\x"',
      ],
    ],
    [
      'a problem of a file reached twice, once',
      {
        '/p/.privacylint.json': { extends: ['./b.json', './c.json'], rules: { a: 'off' } },
        '/p/b.json': { extends: './d.json' },
        '/p/c.json': { extends: './d.json' },
        '/p/d.json': { extends: './e.json', nope: 1 },
      },
      ['/p/d.json unknown-key "nope"', '/p/d.json file-not-found "./e.json"'],
    ],
    ['its own absence', {}, ['/p/.privacylint.json file-not-found '], false],
    [
      'its own unreadability',
      { '/p/.privacylint.json': new Error('EISDIR') },
      ['/p/.privacylint.json unreadable '],
      false,
    ],
    [
      'broken JSON',
      { '/p/.privacylint.json': '{ "rules": { "a": "off" }' },
      ['/p/.privacylint.json not-closed }'],
      false,
    ],
  ];
  for (const [title, files, expected, valid = true] of problems) {
    it(`reports ${title}, and the rest works`, async () => {
      const loaded = await load(files);
      const shown = loaded.problems.map(({ path, messageId, span }) => {
        const file = files[path];
        const text =
          typeof file === 'string' ? file : file && !(file instanceof Error) ? JSON.stringify(file) : '';
        return `${path} ${messageId} ${text.slice(span.start, span.end)}`;
      });
      assert.deepEqual(shown, expected);
      assert.equal(loaded.valid, valid);
      if (Object.keys(files).length > 0 && !(files['/p/.privacylint.json'] instanceof Error)) {
        assert.equal(loaded.for('x').rules.a, 'off');
      }
      for (const finding of configurationFindings(loaded.problems, 'fr')) {
        assert.equal(finding.ruleId, 'configuration-problem');
        assert.doesNotMatch(finding.message, /\{\w+\}/);
      }
    });
  }

  it('takes further settings on top', async () => {
    const loaded = await load({
      '/p/.privacylint.json': { rules: { a: { severity: 'error', options: { x: 1 } } } },
    });
    assert.deepEqual(loaded.with({ rules: { a: 'hint' } }).for('x').rules.a, {
      severity: 'hint',
      options: { x: 1 },
    });
    assert.deepEqual(loaded.for('x').rules.a, { severity: 'error', options: { x: 1 } });
  });

  it('says which suppressions have run out', async () => {
    const file = { suppressions: [{ fingerprint: '0000000000000001', reason: 'r', until: '2026-01-31' }] };
    const loaded = await load({ '/p/.privacylint.json': { extends: './s.json' }, '/p/s.json': file });
    assert.deepEqual(loaded.expired('2026-01-31'), []);
    assert.deepEqual(
      loaded.expired('2026-02-01').map((p) => [p.path, p.messageId, p.data.until]),
      [['/p/s.json', 'expired-suppression', '2026-01-31']],
    );
  });

  it('makes paths relative to its folder', async () => {
    const loaded = await load({ '/p/.privacylint.json': {} });
    assert.equal(loaded.relative('/p/a/b.html'), 'a/b.html');
    assert.equal(loaded.relative('/q/b.html'), '../q/b.html');
  });
});

describe('nearestConfiguration', () => {
  const files = {
    '/w/.privacylint.json': {},
    '/w/a/b/.privacylint.json': new Error('EACCES'),
    'r/.privacylint.json': {},
    'vscode-vfs://github/o/.privacylint.json': {},
    'C:/x/.privacylint.json': {},
  };
  const rows: readonly [string, string | undefined][] = [
    ['/w/x.html', '/w/.privacylint.json'],
    ['/w/a/x.html', '/w/.privacylint.json'],
    ['/w/a/b/c/x.html', '/w/a/b/.privacylint.json'],
    ['/v/x.html', undefined],
    ['r/s/x.html', 'r/.privacylint.json'],
    ['x.html', undefined],
    ['../x.html', undefined],
    ['vscode-vfs://github/o/r/x.html', 'vscode-vfs://github/o/.privacylint.json'],
    ['vscode-vfs://github/q/x.html', undefined],
    ['C:/x/y.html', 'C:/x/.privacylint.json'],
  ];
  for (const [path, expected] of rows) {
    it(`finds ${expected} for ${path}`, async () =>
      assert.equal(await nearestConfiguration(path, host(files)), expected));
  }

  it('asks for nothing outside the roots', async () => {
    const asked: string[] = [];
    await nearestConfiguration('file:///home/u/x.html', { readFile: async (path) => void asked.push(path) });
    assert.deepEqual(asked, [
      'file:///home/u/.privacylint.json',
      'file:///home/.privacylint.json',
      'file:///.privacylint.json',
    ]);
  });
});
