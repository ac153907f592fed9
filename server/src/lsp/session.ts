import {
  CancellationTokenSource,
  type Connection,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
} from 'vscode-languageserver';
import { section } from '../protocol.js';
import { type Client, readClient } from './capabilities.js';
import { codeActionKinds, codeActions } from './codeActions.js';
import { Configurations } from './configurations.js';
import type { Context } from './context.js';
import { Documents, documentSync } from './documents.js';
import { Fence } from './fence.js';
import type { Engine, Host } from './host.js';
import { hover } from './hover.js';
import { pullDiagnostics } from './pull.js';
import { Push } from './push.js';
import { diagnosticOptions, Registrations } from './registrations.js';
import { listenToRequests } from './requests.js';
import { Reviews } from './reviews.js';
import { readSettings, SettingsStore } from './settings.js';
import { StatusReporter } from './status.js';
import { ToProtocol } from './toProtocol.js';
import { pathOf, uriOf } from './uris.js';
import { WorkspaceDiagnostics } from './workspaceDiagnostics.js';

export interface SessionOptions {
  readonly host: Host;
  readonly engine: Engine;
}

/** Serves one client over a connection, which the caller listens on afterwards. */
export function createSession(connection: Connection, options: SessionOptions): void {
  const fence = new Fence((message) => connection.console.error(message));
  connection.onInitialize((params) => new Session(connection, options, fence, params).result());
}

class Session {
  readonly #client: Client;
  readonly #context: Context;
  readonly #push: Push | undefined;
  readonly #workspace: WorkspaceDiagnostics;
  readonly #registrations: Registrations;
  #publishing: CancellationTokenSource | undefined;

  constructor(
    private readonly connection: Connection,
    { host, engine }: SessionOptions,
    private readonly fence: Fence,
    params: InitializeParams,
  ) {
    const client = readClient(params);
    const ask = (scopeUri?: string) =>
      connection.workspace.getConfiguration(scopeUri === undefined ? { section } : { scopeUri, section });
    const settings = new SettingsStore(client.configuration ? ask : undefined, client.settings);
    const configurations = new Configurations(engine, host);
    configurations.setFolders(foldersOf(params));
    const status = new StatusReporter(
      client.status ? (method, params) => void connection.sendNotification(method, params) : undefined,
      (message) => connection.console.warn(message),
    );
    const documents = new Documents();
    const reviews = new Reviews(
      engine,
      host,
      settings,
      configurations,
      documents,
      fence,
      client.locale,
      status,
    );
    const protocol = new ToProtocol(client, host.rulePage);
    this.#client = client;
    this.#context = {
      connection,
      client,
      host,
      engine,
      fence,
      documents,
      settings,
      configurations,
      reviews,
      protocol,
    };
    this.#push = client.pull ? undefined : new Push(this.#context);
    this.#workspace = new WorkspaceDiagnostics(this.#context);
    this.#registrations = new Registrations(connection, client, fence);
    this.#listen();
  }

  result(): InitializeResult {
    const { pull, pullRegistration, settings, commands: executable } = this.#client;
    const statically = pull && !pullRegistration;
    return {
      serverInfo: { name: 'Privacylint', version: this.#context.host.version },
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: documentSync,
        ...(statically && {
          diagnosticProvider: diagnosticOptions(readSettings(settings).workspaceDiagnostics),
        }),
        hoverProvider: true,
        codeActionProvider: { codeActionKinds },
        ...(executable.length > 0 && { executeCommandProvider: { commands: [...executable] } }),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  }

  #listen(): void {
    const { connection, fence } = this;
    const context = this.#context;
    context.documents.listen(connection, fence, {
      opened: (uri) => this.#opened(uri),
      changed: (uri) => this.#changed(uri),
      saved: (uri) => this.#saved(uri),
      closed: (uri) => this.#closed(uri),
    });
    const { diagnostics } = connection.languages;
    const nothing: DocumentDiagnosticReport = { kind: 'full', items: [] };
    connection.onInitialized(fence.notified('initialized', () => this.#start()));
    connection.onDidChangeConfiguration(
      fence.notified('workspace/didChangeConfiguration', ({ settings }) => this.#settingsChanged(settings)),
    );
    connection.onDidChangeWatchedFiles(
      fence.notified('workspace/didChangeWatchedFiles', ({ changes }) =>
        this.#filesChanged(changes.map(({ uri }) => uri)),
      ),
    );
    connection.onCodeAction(
      fence.around('textDocument/codeAction', (params) => codeActions(context, params), []),
    );
    connection.onHover(fence.around('textDocument/hover', (params) => hover(context, params), null));
    diagnostics.on(
      fence.around(
        'textDocument/diagnostic',
        (params, token) => pullDiagnostics(context, params, token),
        nothing,
      ),
    );
    diagnostics.onWorkspace(
      fence.around(
        'workspace/diagnostic',
        (params, token, _, progress) => this.#workspace.pull(params, token, progress),
        { items: [] },
      ),
    );
    listenToRequests(context, this.#push);
    connection.onShutdown(() => {
      this.#publishing?.cancel();
      this.#push?.dispose();
    });
  }

  async #start(): Promise<void> {
    const { connection, fence } = this;
    const { settings, configurations } = this.#context;
    if (this.#client.folders)
      connection.workspace.onDidChangeWorkspaceFolders(
        fence.notified('workspace/didChangeWorkspaceFolders', async () => {
          const folders = (await connection.workspace.getWorkspaceFolders()) ?? [];
          configurations.setFolders(folders.map(({ uri }) => uri));
          this.#configurationChanged();
        }),
      );
    await this.#registrations.start();
    await this.#followWorkspace((await settings.of()).workspaceDiagnostics);
  }

  /** Begins or ends what the whole workspace is watched for. */
  async #followWorkspace(wanted: boolean): Promise<void> {
    await this.#registrations.update(wanted);
    if (!this.#push || wanted === (this.#publishing !== undefined)) return;
    this.#publishing?.cancel();
    this.#publishing = wanted ? new CancellationTokenSource() : undefined;
    this.#workspace.touchAll();
    if (this.#publishing)
      void this.fence.around('workspace diagnostics', () => this.#publishWorkspace(), undefined)();
    else this.#push.clearClosed();
  }

  async #publishWorkspace(): Promise<void> {
    if (this.#push && this.#publishing) await this.#workspace.publish(this.#push, this.#publishing.token);
  }

  #opened(uri: string): void | Promise<void> {
    // a client that does not tell of changed files: now is as good a time as any to read them again
    if (!this.#client.watch) this.#context.configurations.forget();
    return this.#push?.now(uri);
  }

  #changed(uri: string): void {
    this.#workspace.touch(uri);
    this.#push?.later(uri);
    // A client that pulls asks again for what it shows: it has been told that files depend on each other.
    this.#reviewAround(uri);
  }

  /** Has the documents reviewed again that are read with a file; true where there are any. */
  #reviewAround(uri: string): boolean {
    const around = this.#context.reviews.forgetAround(pathOf(uri));
    for (const dependent of around) {
      this.#workspace.touch(dependent);
      this.#push?.later(dependent);
    }
    return around.length > 0;
  }

  async #saved(uri: string): Promise<void> {
    const { configurations, settings } = this.#context;
    if (await configurations.dependsOn(pathOf(uri))) return this.#configurationChanged();
    if ((await settings.of(uri)).run !== 'onSave') return;
    if (this.#push) await this.#push.now(uri);
    else this.#refresh();
  }

  #closed(uri: string): void {
    this.#context.reviews.forget(uri);
    this.#context.settings.forget(uri);
    this.#push?.closed(uri);
    this.#workspace.touch(uri);
    // What the editor held may never have been written to the file.
    if (this.#reviewAround(uri) && !this.#push) this.#refresh();
  }

  async #settingsChanged(payload: unknown): Promise<void> {
    const { settings, reviews } = this.#context;
    settings.changed(payload);
    reviews.forgetAll();
    this.#workspace.touchAll();
    await this.#followWorkspace((await settings.of()).workspaceDiagnostics);
    this.#refresh();
  }

  async #filesChanged(uris: readonly string[]): Promise<void> {
    const { configurations } = this.#context;
    for (const uri of uris) {
      this.#workspace.touch(uri);
      if (uri.endsWith('/.gitignore')) this.#workspace.touchAll();
    }
    if (uris.filter((uri) => this.#reviewAround(uri)).length > 0 && !this.#push) this.#refresh();
    const decisive = await Promise.all(uris.map((uri) => configurations.dependsOn(pathOf(uri))));
    if (decisive.includes(true)) this.#configurationChanged();
  }

  #configurationChanged(): void {
    this.#context.configurations.forget();
    this.#context.reviews.forgetAll();
    this.#workspace.touchAll();
    this.#refresh();
  }

  /** Has everything that is shown reviewed again. */
  #refresh(): void {
    if (this.#push) this.#push.all();
    else if (this.#client.refresh)
      void this.fence.around(
        'workspace/diagnostic/refresh',
        () => this.connection.languages.diagnostics.refresh(),
        undefined,
      )();
  }
}

function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  if (rootUri) return [rootUri];
  return rootPath ? [uriOf(rootPath.replaceAll('\\', '/'))] : [];
}
