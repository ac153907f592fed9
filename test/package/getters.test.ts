import assert from 'node:assert/strict';
import path from 'node:path';
import ts from 'typescript';
import { filesBelow } from '../support/filesBelow.js';
import { root } from '../support/root.js';

/** What a review makes anew for every document. */
const FOLDERS = ['core', 'model', 'dialects', 'facts', 'rules', 'engine'];

describe('objects made for each document', function () {
  this.timeout(30_000);

  it('have no getters of their own, whose closures stay in memory until all of it is collected', () => {
    const folders = FOLDERS.map((folder) => path.join(root, 'server/src', folder));
    const found = [...filesBelow(folders)]
      .filter(([file]) => file.endsWith('.ts'))
      .flatMap(([file, text]) => gettersIn(text).map((name) => `${path.relative(root, file)}: ${name}`));
    assert.deepEqual(found, [], 'a class, or core/lazily.ts, does the same');
    assert.deepEqual(gettersIn('const facts = { get links() { return 1; } };'), ['links']);
  });
});

/** Names of getters in object literals. */
function gettersIn(text: string): string[] {
  const source = ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isGetAccessor(node) && ts.isObjectLiteralExpression(node.parent)) found.push(node.name.getText());
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
