import {
  type CancellationToken,
  LSPErrorCodes,
  ResponseError,
  type ResultProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Context } from './context.js';
import type { Push } from './push.js';
import { resultId } from './toProtocol.js';
import { pathOf } from './uris.js';
import { isReviewed, reviewFiles, workspaceFiles } from './workspace.js';

/**
 * Findings of the whole workspace, for users who want them: once at the start, then of the files that change.
 * A request is answered when there is something to say, so that a client that asks again and again costs nothing.
 */
export class WorkspaceDiagnostics {
  /** Paths of files whose findings may differ from those reported. */
  #changed = new Set<string>();
  #everything = true;
  #wake: (() => void)[] = [];
  #reported = false;
  #listed: ReadonlySet<string> = new Set();

  constructor(private readonly context: Context) {}

  touch(uri: string): void {
    const path = pathOf(uri);
    if (!isReviewed(path)) return;
    this.#changed.add(path);
    this.#ring();
  }

  touchAll(): void {
    this.#everything = true;
    this.#ring();
  }

  async pull(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    progress?: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult>,
  ): Promise<WorkspaceDiagnosticReport> {
    const known = new Map(previousResultIds.map(({ uri, value }) => [pathOf(uri), { uri, value }]));
    // a client that has forgotten what it was told starts again
    if (known.size === 0 && this.#reported) this.#everything = true;
    await this.#something(token);
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    const report = (item: WorkspaceDocumentDiagnosticReport) => {
      if (progress) progress.report({ items: [item] });
      else items.push(item);
    };
    await this.#review([...known.keys()], token, (path, uri, version, diagnostics, asked) => {
      const id = resultId(diagnostics);
      const before = known.get(path);
      if (before?.value === id) return report({ kind: 'unchanged', uri: before.uri, version, resultId: id });
      if (diagnostics.length > 0) this.#reported = true;
      else if (!before && !asked) return;
      report({ kind: 'full', uri: before?.uri ?? uri, version, resultId: id, items: diagnostics });
    });
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    return { items };
  }

  /** For clients that do not pull: publishes what is found in files that are not open, until cancelled. */
  async publish(push: Push, token: CancellationToken): Promise<void> {
    while (!token.isCancellationRequested) {
      await this.#something(token);
      await this.#review(push.shown(), token, (_path, uri, version, diagnostics) => {
        if (version === null) push.publish(uri, diagnostics);
      });
    }
  }

  /** Resolves when there is something to report, or nobody waits any more. */
  #something(token: CancellationToken): Promise<void> {
    if (this.#everything || this.#changed.size > 0 || token.isCancellationRequested) return Promise.resolve();
    return new Promise((resolve) => {
      const listener = token.onCancellationRequested(() => resolve());
      this.#wake.push(() => {
        listener.dispose();
        resolve();
      });
    });
  }

  #ring(): void {
    const waiting = this.#wake;
    this.#wake = [];
    for (const wake of waiting) wake();
  }

  async #review(
    known: readonly string[],
    token: CancellationToken,
    found: (
      path: string,
      uri: string,
      version: number | null,
      diagnostics: ReturnType<Context['protocol']['diagnostics']>,
      asked: boolean,
    ) => void,
  ): Promise<void> {
    const { protocol } = this.context;
    const everything = this.#everything;
    const changed = this.#changed;
    this.#everything = false;
    this.#changed = new Set();
    const isNew = (path: string) => !this.#listed.has(path);
    if (everything || [...changed].some(isNew))
      this.#listed = new Set(await workspaceFiles(this.context, token));
    const files = new Set([...changed, ...(everything ? [...this.#listed, ...known] : [])]);
    for await (const item of reviewFiles(this.context, files, token, (path) => this.#listed.has(path))) {
      if (!('reviewed' in item)) continue;
      const { path, uri, version } = item.reviewed.source;
      found(path, uri, version, protocol.diagnostics(item.reviewed), changed.has(path));
    }
    if (!token.isCancellationRequested) return;
    // what was not said must be said next time
    this.#everything ||= everything;
    for (const path of changed) this.#changed.add(path);
  }
}
