import * as assert from 'node:assert/strict';
import { isWithin } from '../../server/src/engine/paths.js';
import { localeOf } from '../../server/src/lsp/capabilities.js';
import { Fence } from '../../server/src/lsp/fence.js';
import { readSettings } from '../../server/src/lsp/settings.js';
import { debounce } from '../../server/src/lsp/timing.js';
import { pathOf, uriOf } from '../../server/src/lsp/uris.js';

describe('language server, URIs', () => {
  it('become paths', () => {
    assert.equal(pathOf('file:///a/b%20c.html'), '/a/b c.html');
    assert.equal(pathOf('file:///c%3A/a/b.html'), 'c:/a/b.html');
    assert.equal(pathOf('file:///C:/a/b.html'), 'c:/a/b.html');
    assert.equal(pathOf('file://server/share/b.html'), '//server/share/b.html');
    assert.equal(pathOf('untitled:Untitled-1'), 'Untitled-1');
    assert.equal(pathOf('file:///a/100%.html'), '/a/100%.html');
  });

  it('come back from paths', () => {
    for (const path of [
      '/a/b c.html',
      '/é/#?.html',
      'c:/a/b.html',
      '//server/share/b.html',
      "/a/(1)'!*.html",
    ])
      assert.equal(pathOf(uriOf(path)), path);
    assert.equal(uriOf('/a/\ud800.html'), 'file:///a/%EF%BF%BD.html');
  });

  it('lie in folders', () => {
    assert.equal(isWithin('/a/b', '/a'), true);
    assert.equal(isWithin('/ab', '/a'), false);
    assert.equal(isWithin('/a', '/'), true);
  });
});

describe('language server, settings', () => {
  it('have defaults, and what is wrong counts as not given', () => {
    const defaults = readSettings(undefined);
    assert.deepEqual(defaults, {
      enable: true,
      run: 'onType',
      rules: {},
      configuration: undefined,
      workspaceDiagnostics: false,
      locale: undefined,
    });
    const wrong = {
      enable: 'no',
      run: 7,
      rules: ['x'],
      configuration: 3,
      workspaceDiagnostics: 'yes',
      locale: 'xx',
    };
    assert.deepEqual(readSettings(wrong), defaults);
    assert.deepEqual(readSettings({ rules: { a: 'error', b: 'loud' } }).rules, { a: 'error' });
  });

  it('never lead to another machine', () => {
    for (const configuration of ['//evil/share/x.json', '\\\\evil\\share\\x.json', ' //evil/x'])
      assert.equal(readSettings({ configuration }).configuration, undefined);
    assert.equal(readSettings({ configuration: 'conf/x.json' }).configuration, 'conf/x.json');
  });
});

describe('language server, small things', () => {
  it('waits about twice the last review, within bounds', () => {
    assert.deepEqual([0, 5, 100, 400].map(debounce), [30, 30, 200, 500]);
  });

  it('takes the language from the editor', () => {
    assert.deepEqual(['fr', 'fr-CA', 'FR', 'en', 'de', 'frr', undefined].map(localeOf), [
      'fr',
      'fr',
      'fr',
      'en',
      'en',
      'en',
      'en',
    ]);
  });

  it('keeps a failure where it happens and logs it once', async () => {
    const log: string[] = [];
    const fence = new Fence((message) => log.push(message));
    const failing = fence.around('here', () => Promise.reject(new Error('no')), 7);
    assert.deepEqual([await failing(), await failing()], [7, 7]);
    fence.notified('there', () => {
      throw new TypeError('no');
    })();
    assert.deepEqual(
      log.map((line) => line.replace(/ \(at .*/, '')),
      ['here failed: no', 'there failed: no'],
    );
  });
});
