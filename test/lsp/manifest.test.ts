import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { dialectFor, dialects } from '../../server/src/dialects/index.js';
import { commands, configurationFileName, reviewed } from '../../server/src/protocol.js';
import { root } from '../support/root.js';

const read = (name: string) => JSON.parse(fs.readFileSync(path.join(root, name), 'utf8'));

/** Every file below a folder with this ending. */
function* files(folder: string, ending: string): Generator<string> {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* files(file, ending);
    else if (file.endsWith(ending)) yield file;
  }
}

describe('extension manifest', () => {
  const manifest = read('package.json');

  const events: string[] = manifest.activationEvents;
  const started = events.filter((event) => event.startsWith('onLanguage:')).map((event) => event.slice(11));

  it('starts the extension for languages of forms and mails, not for what every project holds', () => {
    const { dialects } = read('server/src/knowledge/languages.json');
    for (const [id, dialect] of Object.entries<{ companion?: true; languageIds: string[] }>(dialects)) {
      for (const language of dialect.languageIds)
        assert.equal(started.includes(language), !dialect.companion, `${id}: ${language}`);
    }
    for (const id of ['python', 'ruby', 'yaml', 'dotenv', 'json', 'markdown'])
      assert.ok(!started.includes(id), id);
  });

  it('finds by their names the files that editors have no language for', () => {
    const [glob = ''] = events.filter((event) => event.startsWith('workspaceContains:**/*'));
    for (const ending of ['.mjml', '.eml', '.twig', '.liquid'])
      assert.match(glob, RegExp(`[{,]\\${ending}[,}]`));
    for (const ending of ['.html', '.tsx', '.php', '.py', '.md', '.yml'])
      assert.doesNotMatch(glob, RegExp(`\\${ending}[,}]`));
    assert.ok(events.includes(`workspaceContains:**/${configurationFileName}`));
  });

  it('hands the server what a dialect reads, and no more', () => {
    for (const id of reviewed.languageIds) assert.ok(dialectFor('x', id), id);
    for (const extension of reviewed.extensions) assert.ok(dialectFor(`x${extension}`), extension);
    for (const { id, languageIds, extensions } of dialects) {
      for (const language of languageIds)
        assert.ok((reviewed.languageIds as readonly string[]).includes(language), `${id}: ${language}`);
      for (const ending of extensions)
        assert.ok(
          reviewed.extensions.some((e) => ending.endsWith(e)),
          `${id}: ${ending}`,
        );
    }
  });

  it('asks for the same files by glob as by the end of their names', () => {
    for (const extension of reviewed.extensions) {
      const name = extension.startsWith('/') ? extension.slice(1) : extension;
      assert.ok(
        reviewed.patterns.some((p) => RegExp(`[{,]${name.replaceAll('.', '\\.')}[,}]`).test(p)),
        name,
      );
    }
  });

  it('has all its words in English and French', () => {
    const used = [...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? '').sort();
    assert.deepEqual(Object.keys(read('package.nls.json')).sort(), used);
    assert.deepEqual(Object.keys(read('package.nls.fr.json')).sort(), used);
  });

  it('has all words of the client in French', () => {
    const sources = [...files(path.join(root, 'client/src'), '.ts')].map((file) =>
      fs.readFileSync(file, 'utf8'),
    );
    const used = sources.flatMap((text) =>
      [...text.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, key]) => key ?? ''),
    );
    assert.deepEqual(Object.keys(read('l10n/bundle.l10n.fr.json')).sort(), [...new Set(used)].sort());
  });

  it('declares the commands that code actions use, and the configuration file', () => {
    const declared = manifest.contributes.commands.map(({ command }: { command: string }) => command);
    for (const command of Object.values(commands)) assert.ok(declared.includes(command), command);
    assert.equal(manifest.contributes.jsonValidation[0].fileMatch, configurationFileName);
    assert.deepEqual(manifest.contributes.languages[0].filenames, [configurationFileName]);
  });
});
