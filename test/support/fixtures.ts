import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { dialectFor, loadDialect } from '../../server/src/dialects/index.js';
import type { Doc } from '../../server/src/model/nodes.js';
import { root } from './root.js';

/** A text of the suite's own, in the language that its name gives it. */
export interface Fixture {
  /** Path from the project's root. */
  readonly name: string;
  /** The file's name: what it is reviewed as. */
  readonly path: string;
  readonly text: string;
  /** The dialect's id. */
  readonly dialect: string;
  /** Of a rule: its id, and whether the rule finds something. */
  readonly rule?: { readonly id: string; readonly bad: boolean };
}

/** Every fixture of the dialects and of the rules. */
export const fixtures: readonly Fixture[] = [
  ...foldersIn('test/dialects/fixtures').flatMap((folder) => filesIn(folder)),
  ...foldersIn('test/rules').flatMap((folder) =>
    filesIn(folder).map((fixture) => ({
      ...fixture,
      rule: { id: path.posix.basename(folder), bad: fixture.path.startsWith('bad') },
    })),
  ),
];

/** The examples that the project shows. */
export const examples: readonly Fixture[] = ['examples', 'examples/clean'].flatMap(filesIn);

/** Fixtures by dialect. */
export const byDialect: ReadonlyMap<string, readonly Fixture[]> = new Map(
  [...new Set(fixtures.map((f) => f.dialect))].map((id) => [id, fixtures.filter((f) => f.dialect === id)]),
);

/** What reads a fixture's text, or any text in its place. */
export async function readerOf({ path, text }: Fixture): Promise<(text: string) => Doc> {
  const found = dialectFor(path, undefined, text);
  if (!found) throw new Error(`nothing reads ${path}`);
  const dialect = await loadDialect(found);
  return (changed) => dialect.parse(changed, { path });
}

function foldersIn(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${folder}/${entry.name}`);
}

function filesIn(folder: string): Fixture[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.snap'))
    .flatMap(({ name }) => {
      const text = readFileSync(path.join(root, folder, name), 'utf8');
      const dialect = dialectFor(name, undefined, text)?.id;
      return dialect === undefined ? [] : [{ name: `${folder}/${name}`, path: name, text, dialect }];
    });
}
