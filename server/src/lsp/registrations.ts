import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type Disposable,
  DocumentDiagnosticRequest,
} from 'vscode-languageserver';
import { reviewed, section } from '../protocol.js';
import type { Client } from './capabilities.js';
import type { Fence } from './fence.js';

/** `DiagnosticOptions` of the protocol. */
export function diagnosticOptions(workspaceDiagnostics: boolean) {
  return { identifier: section, interFileDependencies: true, workspaceDiagnostics };
}

/** What the server asks the client for after the start, and again when the user opts in to workspace diagnostics or out. */
export class Registrations {
  #pull: Disposable | undefined;
  #workspace: boolean | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly client: Client,
    private readonly fence: Fence,
  ) {}

  async start(): Promise<void> {
    if (this.client.configurationRegistration)
      await this.#asking(() =>
        this.connection.client.register(DidChangeConfigurationNotification.type, { section }),
      );
    // any JSON file may be one that a configuration extends, any file that is reviewed one that another is read with
    if (this.client.watch)
      await this.#watch(['**/*.json', '**/*.jsonc', '**/.gitignore', ...reviewed.patterns]);
  }

  async update(workspaceDiagnostics: boolean): Promise<void> {
    if (this.#workspace === workspaceDiagnostics) return;
    this.#workspace = workspaceDiagnostics;
    if (!this.client.pull || !this.client.pullRegistration) return;
    this.#pull?.dispose();
    const options = { documentSelector: null, ...diagnosticOptions(workspaceDiagnostics) };
    this.#pull = await this.#asking(() =>
      this.connection.client.register(DocumentDiagnosticRequest.type, options),
    );
  }

  async #watch(patterns: readonly string[]): Promise<void> {
    const watchers = [...new Set(patterns)].map((globPattern) => ({ globPattern }));
    await this.#asking(() =>
      this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }),
    );
  }

  async #asking(register: () => Promise<Disposable>): Promise<Disposable | undefined> {
    try {
      return await register();
    } catch (error) {
      this.fence.report('client/registerCapability', error);
      return undefined;
    }
  }
}
