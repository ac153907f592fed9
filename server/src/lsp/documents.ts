import { type Connection, TextDocumentSyncKind, type TextDocumentSyncOptions } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Fence } from './fence.js';
import { pathOf } from './uris.js';

/** A text at one moment. */
export interface Source {
  readonly uri: string;
  readonly path: string;
  readonly text: string;
  readonly languageId?: string;
  /** The client's version; null for a file that is not open. */
  readonly version: number | null;
}

export interface DocumentEvents {
  opened(uri: string): void | Promise<void>;
  changed(uri: string): void;
  saved(uri: string): void | Promise<void>;
  closed(uri: string): void;
}

export const documentSync: TextDocumentSyncOptions = {
  openClose: true,
  change: TextDocumentSyncKind.Incremental,
  save: { includeText: false },
};

/** The documents that the client has open. */
export class Documents {
  readonly #open = new Map<string, TextDocument>();
  readonly #saved = new Map<string, Source>();

  listen(connection: Connection, fence: Fence, events: DocumentEvents): void {
    connection.onDidOpenTextDocument(
      fence.notified('textDocument/didOpen', ({ textDocument: { uri, languageId, version, text } }) => {
        if (typeof uri !== 'string' || typeof text !== 'string') throw new TypeError('no uri or no text');
        const document = TextDocument.create(uri, languageId, version, text);
        this.#open.set(uri, document);
        this.#saved.set(uri, snapshot(document));
        return events.opened(uri);
      }),
    );
    connection.onDidChangeTextDocument(
      fence.notified('textDocument/didChange', ({ textDocument: { uri, version }, contentChanges }) => {
        const document = this.#open.get(uri);
        if (!document) return;
        if (contentChanges.some((change) => typeof change.text !== 'string')) throw new TypeError('no text');
        TextDocument.update(document, contentChanges, version);
        events.changed(uri);
      }),
    );
    connection.onDidSaveTextDocument(
      fence.notified('textDocument/didSave', ({ textDocument: { uri } }) => {
        if (typeof uri !== 'string') throw new TypeError('no uri');
        const document = this.#open.get(uri);
        if (document) this.#saved.set(uri, snapshot(document));
        return events.saved(uri);
      }),
    );
    connection.onDidCloseTextDocument(
      fence.notified('textDocument/didClose', ({ textDocument: { uri } }) => {
        if (typeof uri !== 'string') throw new TypeError('no uri');
        this.#open.delete(uri);
        this.#saved.delete(uri);
        events.closed(uri);
      }),
    );
  }

  /** The text as it is now. */
  current(uri: string): Source | undefined {
    const document = this.#open.get(uri);
    return document && snapshot(document);
  }

  /** The text as it was opened or last saved. */
  saved(uri: string): Source | undefined {
    return this.#saved.get(uri);
  }

  version(uri: string): number | undefined {
    return this.#open.get(uri)?.version;
  }

  uris(): string[] {
    return [...this.#open.keys()];
  }

  /** The open document of a file, whatever way its client spells the URI. */
  at(path: string): Source | undefined {
    const uri = this.uris().find((open) => pathOf(open) === path);
    return uri === undefined ? undefined : this.current(uri);
  }
}

/** A document changes in place; a review needs a text that does not. */
function snapshot(document: TextDocument): Source {
  return {
    uri: document.uri,
    path: pathOf(document.uri),
    text: document.getText(),
    languageId: document.languageId,
    version: document.version,
  };
}
