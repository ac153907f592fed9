import type { CancellationToken } from 'vscode-languageserver';
import { configurationFileName, reviewed as languages } from '../protocol.js';
import { type Context, readSource } from './context.js';
import type { Source } from './documents.js';
import type { Reviewed } from './reviews.js';
import { Breather } from './timing.js';
import { uriOf } from './uris.js';

/** A file of the workspace that could not even be read. */
interface Unreadable {
  readonly uri: string;
  readonly error: unknown;
}

const endings = [...languages.extensions, configurationFileName];

export function isReviewed(path: string): boolean {
  return endings.some((ending) => path.toLowerCase().endsWith(ending));
}

export type WorkspaceItem = { readonly reviewed: Reviewed } | Unreadable;

/** The files to review in the workspace folders, in order, each once. */
export async function workspaceFiles(context: Context, token: CancellationToken): Promise<string[]> {
  const { host, configurations, settings, fence } = context;
  const files = new Set<string>();
  for (const folder of configurations.folders) {
    const chosen = await settings.of(uriOf(folder));
    const ignoring = (inner: string) => configurations.ignoring(inner, chosen);
    try {
      for await (const file of host.listFiles(folder, endings, ignoring)) {
        if (token.isCancellationRequested) return [];
        files.add(file);
      }
    } catch (error) {
      fence.report(`listing the files of ${folder}`, error);
    }
  }
  return [...files].sort((a, b) => (a < b ? -1 : 1));
}

/**
 * Reviews files one after another, with room for other messages between them. Open ones are reviewed as the editor holds
 * them; of others that are gone, or do not belong to the workspace, there is nothing to say.
 */
export async function* reviewFiles(
  context: Context,
  files: Iterable<string>,
  token: CancellationToken,
  belongs: (path: string) => boolean = () => true,
): AsyncGenerator<WorkspaceItem> {
  const breather = new Breather(() => context.host.now());
  for (const path of files) {
    await breather.rest();
    if (token.isCancellationRequested) return;
    const uri = uriOf(path);
    let source: Source | undefined;
    try {
      source = context.documents.at(path) ?? (belongs(path) ? await readSource(context, uri) : undefined);
    } catch (error) {
      yield { uri, error };
      continue;
    }
    yield { reviewed: await context.reviews.of(source ?? { uri, path, text: '', version: null }) };
  }
}
