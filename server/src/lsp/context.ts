import type { Connection } from 'vscode-languageserver';
import type { Client } from './capabilities.js';
import type { Configurations } from './configurations.js';
import type { Documents, Source } from './documents.js';
import type { Fence } from './fence.js';
import type { Engine, Host } from './host.js';
import type { Reviews } from './reviews.js';
import type { SettingsStore } from './settings.js';
import type { ToProtocol } from './toProtocol.js';
import { pathOf } from './uris.js';

/** What the parts of one session share. */
export interface Context {
  readonly connection: Connection;
  readonly client: Client;
  readonly host: Host;
  readonly engine: Engine;
  readonly fence: Fence;
  readonly documents: Documents;
  readonly settings: SettingsStore;
  readonly configurations: Configurations;
  readonly reviews: Reviews;
  readonly protocol: ToProtocol;
}

/** The text to report on: the editor's, or the last saved one where the user wants it so, or the file's on disk. */
export async function sourceToReport(context: Context, uri: string): Promise<Source | undefined> {
  const { run } = await context.settings.of(uri);
  const { documents } = context;
  return (run === 'onSave' ? documents.saved(uri) : documents.current(uri)) ?? readSource(context, uri);
}

/** A file's text as an editor would show it when opened; undefined where there is none. Rejects where it cannot be read. */
export async function readSource({ host }: Context, uri: string): Promise<Source | undefined> {
  const path = pathOf(uri);
  const text = await host.readFile(path);
  return text === undefined ? undefined : { uri, path, text, version: null };
}
