import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';
import { root } from '../support/root.js';
import { matchSnapshot } from '../support/snapshot.js';

interface Contribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo: readonly string[];
}

const { grammars } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).contributes as {
  grammars: readonly Contribution[];
};
const folder = path.join(root, 'test/syntaxes');
/** The grammars that editors have for these languages, by the end of a fixture's name. */
const BASES: Readonly<Record<string, string>> = {
  html: 'text.html.basic',
  tsx: 'source.tsx',
  jsx: 'source.js.jsx',
  vue: 'text.html.vue',
  md: 'text.html.markdown',
  mjml: 'text.mjml.basic',
};
const collection = path.join(root, 'node_modules/tm-grammars/grammars');
/** MJML's own grammar is HTML's with more elements. */
const MJML = '{ "scopeName": "text.mjml.basic", "patterns": [{ "include": "text.html.basic" }] }';

function files(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const name of [
    'html',
    'tsx',
    'jsx',
    'vue',
    'markdown',
    'javascript',
    'typescript',
    'css',
    'html-derivative',
  ]) {
    const file = path.join(collection, `${name}.json`);
    found.set(JSON.parse(readFileSync(file, 'utf8')).scopeName, file);
  }
  for (const { scopeName, path: file } of grammars) found.set(scopeName, path.join(root, file));
  return found;
}

async function registry(): Promise<Registry> {
  const wasm = readFileSync(path.join(root, 'node_modules/vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm);
  const byScope = files();
  return new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new OnigScanner(patterns),
      createOnigString: (text) => new OnigString(text),
    }),
    loadGrammar: async (scope) => {
      const file = byScope.get(scope);
      if (scope === 'text.mjml.basic') return parseRawGrammar(MJML, 'mjml.json');
      return file === undefined ? null : parseRawGrammar(readFileSync(file, 'utf8'), file);
    },
    getInjections: (scope) => grammars.filter((g) => g.injectTo.includes(scope)).map((g) => g.scopeName),
  });
}

/** Each line, and under it what our grammars say of its parts. */
function drawn(grammar: IGrammar, text: string): string {
  let state = INITIAL;
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    lines.push(line);
    for (const { startIndex, endIndex, scopes } of tokens) {
      const scope = scopes.at(-1) ?? '';
      if (!scope.endsWith('.privacylint')) continue;
      lines.push(
        `${' '.repeat(startIndex)}${'^'.repeat(endIndex - startIndex)} ${scope.replace(/\.privacylint$/, '')}`,
      );
    }
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

describe('grammars', () => {
  let ready: Promise<Registry>;
  before(() => {
    ready = registry();
  });

  for (const name of readdirSync(folder)) {
    const scope = BASES[name.replace(/^.*\./, '')];
    if (scope === undefined) continue;
    it(`colour ${name} as drawn`, async () => {
      const grammar = await (await ready).loadGrammar(scope);
      assert.ok(grammar);
      const text = readFileSync(path.join(folder, name), 'utf8');
      matchSnapshot(path.join(folder, `${name}.snap`), drawn(grammar, text));
    });
  }

  it('are small, and the manifest names each of them', () => {
    const named = grammars.map((g) => path.basename(g.path)).sort();
    assert.deepEqual(readdirSync(path.join(root, 'syntaxes')).sort(), named);
    for (const { path: file } of grammars) {
      assert.ok(existsSync(path.join(root, file)));
      assert.ok(readFileSync(path.join(root, file)).length < 16_000, file);
    }
  });

  it('take linear time on what looks like tags and directives', async () => {
    const grammar = await (await ready).loadGrammar('text.html.basic');
    assert.ok(grammar);
    const time = (length: number): number => {
      const line = ['{{ ', '*|UNSUB ', '%%', '[[', 'privacylint-disable a-b ', '{']
        .map((s) => s.repeat(length))
        .join('');
      const start = process.cpuUsage();
      grammar.tokenizeLine(`<p>${line}<!-- ${line}`, INITIAL);
      const { user, system } = process.cpuUsage(start);
      return user + system;
    };
    time(100);
    assert.ok(time(1600) < 40 * time(200) + 400_000);
  });
});
