import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import ts from 'typescript';
import { hardTexts } from '../support/expressionTexts.js';
import { root } from '../support/root.js';

const sources = path.join(root, 'server/src');
const compiled = path.join(root, 'out/server/src');
const filesBelow = (folder: string, end: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(end) && !file.endsWith('.d.ts'))
    .sort();

interface Written {
  readonly where: string;
  readonly expression: RegExp;
}

/** Every regular expression written in the sources. */
function written(): Written[] {
  return filesBelow(sources, '.ts').flatMap((file) => {
    const text = readFileSync(path.join(sources, file), 'utf8');
    const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
    const found: Written[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/');
        const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
        const expression = new RegExp(node.text.slice(1, end), node.text.slice(end + 1));
        found.push({ where: `${file}:${line + 1}`, expression });
      }
      ts.forEachChild(node, visit);
    };
    visit(tree);
    return found;
  });
}

/** Every regular expression made from data while modules are loaded anew and the bad fixtures are reviewed. */
async function made(): Promise<RegExp[]> {
  const found = new Map<string, RegExp>();
  const own = globalThis.RegExp;
  const require = createRequire(path.join(compiled, 'engine/review.js'));
  const known = Object.entries(require.cache).filter(([file]) => file.startsWith(compiled));
  for (const [file] of known) delete require.cache[file];
  globalThis.RegExp = new Proxy(own, {
    construct(target, args, newTarget) {
      const expression: RegExp = Reflect.construct(target, args, newTarget);
      if (typeof args[0] === 'string' && expression.source.length > SHORTEST)
        found.set(`${expression}`, expression);
      return expression;
    },
  });
  try {
    for (const file of filesBelow(compiled, '.js'))
      if (!/^(?:cli|lsp|node)\b/.test(file)) require(path.join(compiled, file));
    const { review }: typeof import('../../server/src/engine/review.js') = require(
      path.join(compiled, 'engine/review.js'),
    );
    const folder = path.join(root, 'test/rules');
    for (const file of filesBelow(folder, '').filter((name) => /[\\/]bad[^\\/]*$/.test(name))) {
      if (!file.endsWith('.snap'))
        await review({ text: readFileSync(path.join(folder, file), 'utf8'), path: file }, {});
    }
  } finally {
    globalThis.RegExp = own;
    for (const file of Object.keys(require.cache)) if (file.startsWith(compiled)) delete require.cache[file];
    for (const [file, module] of known) require.cache[file] = module;
  }
  return [...found.values()];
}

/** A name alone repeats nothing. */
const SHORTEST = 3;

function timeOf(expression: RegExp, text: string): number {
  expression.lastIndex = 0;
  const started = process.cpuUsage();
  if (expression.global) text.replace(expression, '');
  else expression.test(text);
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

const best = (expression: RegExp, text: string) =>
  Math.min(timeOf(expression, text), timeOf(expression, text), timeOf(expression, text));

/** Short ones first: what takes exponential time must not be given a long one. */
const LENGTHS = [24, 48, 80, 112, 160, 240, 480, 12_000];
/** What is linear takes less than a millisecond; what is quadratic takes 64 million steps. */
const SLOW = 12;
/** Twice the text takes twice as long, with some leave for a busy machine. */
const GROWTH = 2.5;

/** Undefined where it takes time about linear in the text; else the text that shows that it does not. */
function pumped(expression: RegExp): string | undefined {
  const textsOf = hardTexts(expression);
  for (const length of LENGTHS) {
    const slow = textsOf(length).findIndex(
      (text) => timeOf(expression, text) > SLOW && best(expression, text) > SLOW,
    );
    if (slow < 0) continue;
    const text = textsOf(length)[slow] ?? '';
    const time = best(expression, text);
    const longer = textsOf(2 * length)[slow] ?? '';
    const isExponential = length < 1_000;
    // The short text comes before and after the long one: machines slow down and speed up, and expressions are compiled.
    const grows = () => best(expression, longer) > GROWTH * Math.min(time, best(expression, text));
    if (isExponential || grows() || grows())
      return `${time} ms for ${text.length} of ${JSON.stringify(text.slice(0, 60))}`;
  }
  return undefined;
}

describe('regular expressions take time in proportion to the text', () => {
  it('which the generator of hard texts can tell', function () {
    this.timeout(300_000);
    const slow = [
      /\s+$/,
      /(a|a)*b/,
      /^(?:x+)+y/,
      /<[^>]*>/,
      /(["'])(?:\\.|(?!\1).)*\1;/,
      /\w+@/g,
      /a.*b.*c$/,
    ];
    for (const expression of slow) assert.ok(pumped(expression), `${expression}`);
    for (const expression of [/(?<!\s)\s+$/, /^a*b/, /<[^<>]*>/, /[ab]+c?/g, /^\s*\w+\s*$/])
      assert.equal(pumped(expression), undefined, `${expression}`);
  });

  it('as those written in the sources do', function () {
    this.timeout(300_000);
    const all = written();
    assert.ok(all.length > 500);
    const slow = all.flatMap(({ where, expression }) => {
      const found = pumped(expression);
      return found === undefined ? [] : [`${where} ${expression}: ${found}`];
    });
    assert.deepEqual(slow, []);
  });

  it('as those made from data do', async function () {
    this.timeout(300_000);
    const all = await made();
    assert.ok(all.length > 50);
    const slow = all.flatMap((expression) => {
      const found = pumped(expression);
      return found === undefined ? [] : [`${`${expression}`.slice(0, 300)}: ${found}`];
    });
    assert.deepEqual(slow, []);
  });
});
