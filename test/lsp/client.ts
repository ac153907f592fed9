/** A small language client that speaks to a server process over stdio, and waits for events only. */
import { type ChildProcess, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { Socket } from 'node:net';
import * as os from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  createMessageConnection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type MessageConnection,
  type Position,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const servers = {
  fake: path.join(__dirname, 'fakeServer.js'),
  real: path.join(__dirname, '../../server/src/lsp/node.js'),
};

export const pushing: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: {
      versionSupport: true,
      relatedInformation: true,
      codeDescriptionSupport: true,
      dataSupport: true,
    },
    hover: { contentFormat: ['markdown'] },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
};

/** Pulls, is asked for its settings, watches files, and is registered with dynamically: as VS Code does. */
export const pulling: ClientCapabilities = {
  textDocument: {
    ...pushing.textDocument,
    diagnostic: {
      dynamicRegistration: true,
      relatedInformation: true,
      codeDescriptionSupport: true,
      dataSupport: true,
    },
  },
  workspace: {
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
    configuration: true,
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  window: { workDoneProgress: true, showDocument: { support: true } },
};

export interface StartOptions extends Partial<InitializeParams> {
  readonly server?: keyof typeof servers;
  readonly capabilities?: ClientCapabilities;
  readonly folders?: readonly string[];
  /** What `workspace/configuration` answers for a resource. */
  readonly settings?: (uri: string | undefined) => unknown;
  readonly initialize?: boolean;
}

type Message = { readonly method: string; readonly params: unknown };

export class TestClient {
  readonly connection: MessageConnection;
  readonly exited: Promise<number | null>;
  readonly received: Message[] = [];
  readonly documents = new Map<string, TextDocument>();
  settings: (uri: string | undefined) => unknown = () => null;
  initialized!: InitializeResult;
  #waiting: { readonly look: (message: Message) => boolean }[] = [];

  private constructor(readonly process: ChildProcess) {
    if (!process.stdout || !process.stdin) throw new Error('no pipes');
    // a failed test leaves its server behind: that must not keep the test run alive, whose end then ends the server
    process.unref();
    for (const pipe of [process.stdout, process.stdin]) if (pipe instanceof Socket) pipe.unref();
    this.exited = new Promise((resolve) => process.once('exit', (code) => resolve(code)));
    this.connection = createMessageConnection(
      new StreamMessageReader(process.stdout),
      new StreamMessageWriter(process.stdin),
    );
    this.connection.onNotification((method, params) => this.#receive({ method, params }));
    this.connection.onRequest((method, params) => this.#answer(method, params));
    this.connection.onUnhandledProgress((params) => this.#receive({ method: '$/progress', params }));
    this.connection.listen();
  }

  /** Starts a server and initializes it. */
  static async start(options: StartOptions = {}): Promise<TestClient> {
    const {
      server = 'fake',
      capabilities = pushing,
      folders = [],
      settings,
      initialize = true,
      ...params
    } = options;
    const client = new TestClient(
      spawn(process.execPath, [servers[server], '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] }),
    );
    if (settings) client.settings = settings;
    if (!initialize) return client;
    client.initialized = await client.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: folders.map((folder) => ({ uri: uriOf(folder), name: path.basename(folder) })),
      capabilities,
      ...params,
    });
    await client.notify('initialized', {});
    return client;
  }

  /** Shuts the server down as the protocol wants it; resolves with the exit code. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    await this.notify('exit');
    const code = await this.exited;
    this.connection.dispose();
    return code;
  }

  notify(method: string, params?: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  open(uri: string, text: string, languageId = 'html'): Promise<void> {
    this.documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    return this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Replaces the first occurrence of a text, incrementally. */
  edit(uri: string, from: string, to: string): Promise<void> {
    const document = this.document(uri);
    const start = document.getText().indexOf(from);
    if (start < 0) throw new Error(`no "${from}" in ${uri}`);
    const range = { start: document.positionAt(start), end: document.positionAt(start + from.length) };
    return this.change(uri, [{ range, newText: to }]);
  }

  /** Applies edits as an editor does, and tells the server. */
  change(uri: string, edits: readonly TextEdit[]): Promise<void> {
    const document = this.document(uri);
    const version = document.version + 1;
    const sorted = [...edits].sort(
      (a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start),
    );
    const contentChanges = sorted.map(({ range, newText }) => ({ range, text: newText }));
    this.documents.set(uri, TextDocument.update(document, contentChanges, version));
    return this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  /** Applies a workspace edit to open documents, refusing one that is meant for another version. */
  async apply({ documentChanges = [] }: WorkspaceEdit): Promise<void> {
    for (const change of documentChanges) {
      if (!('textDocument' in change)) throw new Error('not an edit of a document');
      const { uri, version } = change.textDocument;
      if (version !== this.document(uri).version) throw new Error(`stale edit of version ${version}`);
      await this.change(uri, change.edits as TextEdit[]);
    }
  }

  save(uri: string): Promise<void> {
    return this.notify('textDocument/didSave', { textDocument: { uri } });
  }

  close(uri: string): Promise<void> {
    this.documents.delete(uri);
    return this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  watched(...uris: string[]): Promise<void> {
    return this.notify('workspace/didChangeWatchedFiles', { changes: uris.map((uri) => ({ uri, type: 2 })) });
  }

  document(uri: string): TextDocument {
    const document = this.documents.get(uri);
    if (!document) throw new Error(`${uri} is not open`);
    return document;
  }

  text(uri: string, range?: Range): string {
    return this.document(uri).getText(range);
  }

  positionOf(uri: string, text: string): Position {
    return this.document(uri).positionAt(this.text(uri).indexOf(text));
  }

  /** The first message of this method, past or to come, that `look` accepts; rejects when the server ends before. */
  message<P>(method: string, look: (params: P) => boolean = () => true): Promise<P> {
    const fits = (message: Message) => message.method === method && look(message.params as P);
    const past = this.received.find(fits);
    if (past) return Promise.resolve(past.params as P);
    return new Promise((resolve, reject) => {
      const entry = {
        look: (message: Message) => {
          if (!fits(message)) return false;
          resolve(message.params as P);
          return true;
        },
      };
      this.#waiting.push(entry);
      void this.exited.then((code) => reject(new Error(`the server ended (${code}) before ${method} came`)));
    });
  }

  /** Forgets what has come so far, so that `message` waits for what is still to come. */
  forget(): void {
    this.received.length = 0;
  }

  published(
    uri: string,
    look: (diagnostics: Diagnostic[], version?: number) => boolean,
  ): Promise<Diagnostic[]> {
    return this.message<PublishDiagnosticsParams>(
      'textDocument/publishDiagnostics',
      (params) => params.uri === uri && look(params.diagnostics, params.version),
    ).then(({ diagnostics }) => diagnostics);
  }

  async pull(uri: string, previousResultId?: string) {
    const params = { textDocument: { uri }, previousResultId };
    return this.connection.sendRequest<{ kind: string; resultId: string; items: Diagnostic[] }>(
      'textDocument/diagnostic',
      params,
    );
  }

  #receive(message: Message): void {
    this.received.push(message);
    this.#waiting = this.#waiting.filter(({ look }) => !look(message));
  }

  #answer(method: string, params: unknown): unknown {
    this.#receive({ method, params });
    if (method === 'workspace/configuration')
      return (params as { items: { scopeUri?: string }[] }).items.map(({ scopeUri }) =>
        this.settings(scopeUri),
      );
    if (method === 'window/showDocument') return { success: true };
    if (method === 'workspace/workspaceFolders') return this.folders;
    return null;
  }

  /** What `workspace/workspaceFolders` answers. */
  folders: { uri: string; name: string }[] = [];
}

export function uriOf(file: string): string {
  return pathToFileURL(file).href;
}

export const codes = (diagnostics: readonly Diagnostic[]): unknown[] => diagnostics.map(({ code }) => code);

const temporaryFolders: string[] = [];
process.once('exit', () => {
  for (const folder of temporaryFolders) fs.rmSync(folder, { recursive: true, force: true });
});

/** A folder that is gone after the tests, with files in it. */
export function temporaryFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'privacylint-lsp-')));
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
  temporaryFolders.push(folder);
  return folder;
}
