import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { here } from './measure.mjs';

const { createProtocolConnection, StreamMessageReader, StreamMessageWriter } = createRequire(import.meta.url)(
  'vscode-languageserver/node',
);

/** Milliseconds after which an answer counts as missing. */
const PATIENCE = 60_000;

/** An editor at the other end of a real stdio connection, reduced to opening, typing and waiting for diagnostics. */
export class LspClient {
  #waiting;

  /** @param mode 'pull' or 'push': which kind of diagnostics the editor declares. */
  static async start(server, mode, folder) {
    const client = new LspClient(server, mode);
    await client.#initialize(folder);
    return client;
  }

  constructor(server, mode) {
    this.mode = mode;
    this.process = spawn(
      process.execPath,
      ['--require', path.join(here, 'prompt-timers.cjs'), server, '--stdio'],
      {
        stdio: ['pipe', 'pipe', 'pipe'],
      },
    );
    this.said = '';
    this.process.stderr.on('data', (data) => {
      this.said = (this.said + data).slice(-2000);
    });
    this.ended = new Promise((resolve) => this.process.on('close', resolve));
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.process.stdout),
      new StreamMessageWriter(this.process.stdin),
    );
    this.connection.onNotification('textDocument/publishDiagnostics', (params) => {
      const { uri, version } = this.#waiting ?? {};
      if (params.uri === uri && params.version === version) this.#waiting.resolve(params.diagnostics);
    });
    this.connection.onNotification('window/logMessage', ({ message }) => {
      this.said = message;
    });
    this.connection.onUnhandledNotification(() => {});
    this.connection.listen();
  }

  async #initialize(folder) {
    const diagnostics =
      this.mode === 'pull' ? { diagnostic: {} } : { publishDiagnostics: { versionSupport: true } };
    const rootUri = pathToFileURL(folder).href;
    await this.#inTime(
      this.connection.sendRequest('initialize', {
        processId: process.pid,
        rootUri,
        workspaceFolders: [{ uri: rootUri, name: 'bench' }],
        capabilities: { textDocument: diagnostics },
      }),
    );
    await this.connection.sendNotification('initialized', {});
  }

  /** @returns the document's first diagnostics. */
  open(uri, languageId, text) {
    return this.#after({ uri, version: 1 }, 'textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** One keystroke. @returns the diagnostics of that version. */
  type(uri, version, position, letter) {
    const change = { range: { start: position, end: position }, text: letter };
    return this.#after({ uri, version }, 'textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [change],
    });
  }

  /** Sends a notification and waits for the diagnostics of the text that it leads to. */
  async #after({ uri, version }, method, params) {
    if (this.mode === 'pull') {
      void this.connection.sendNotification(method, params);
      const { items } = await this.#inTime(
        this.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }),
      );
      return items;
    }
    const published = new Promise((resolve) => {
      this.#waiting = { uri, version, resolve };
    });
    void this.connection.sendNotification(method, params);
    return this.#inTime(published);
  }

  async #inTime(answer) {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE / 1000} s`)), PATIENCE);
    });
    const gone = this.ended.then((code) =>
      Promise.reject(new Error(`the server ended with ${code}: ${this.said.trim()}`)),
    );
    try {
      return await Promise.race([answer, late, gone]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Seconds of processor time that the server has used; undefined where the system does not tell. */
  cpu() {
    try {
      const fields = fs.readFileSync(`/proc/${this.process.pid}/stat`, 'utf8').split(') ')[1].split(' ');
      // utime and stime, in ticks of a hundredth of a second
      return (Number(fields[11]) + Number(fields[12])) / 100;
    } catch {
      return undefined;
    }
  }

  async stop() {
    try {
      await this.#inTime(this.connection.sendRequest('shutdown'));
      await this.connection.sendNotification('exit');
      await this.#inTime(this.ended);
    } catch {
      this.process.kill();
    }
    this.connection.dispose();
  }
}
