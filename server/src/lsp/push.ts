import type { Diagnostic } from 'vscode-languageserver';
import { type Context, sourceToReport } from './context.js';
import { debounce } from './timing.js';
import { pathOf } from './uris.js';

/** Publishes diagnostics to clients that do not pull them. */
export class Push {
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** Documents, open or not, for which the client shows something. */
  readonly #shown = new Set<string>();

  constructor(private readonly context: Context) {}

  /** Reviews a document when it has rested for a moment. */
  later(uri: string): void {
    const { fence, reviews } = this.context;
    this.#stop(uri);
    const run = fence.notified('publishing diagnostics', () => this.now(uri));
    this.#timers.set(uri, setTimeout(run, debounce(reviews.duration(uri))));
  }

  async now(uri: string): Promise<void> {
    const { documents, reviews, protocol } = this.context;
    this.#stop(uri);
    const source = await sourceToReport(this.context, uri);
    // reviewed on save only: the client moves what it shows along with the typing better than an older text could
    if (typeof source?.version !== 'number' || source.version !== documents.version(uri)) return;
    const items = protocol.diagnostics(await reviews.of(source));
    // what changed meanwhile has been scheduled anew
    if (documents.version(uri) === source.version) this.publish(uri, items, source.version);
  }

  publish(uri: string, diagnostics: Diagnostic[], version?: number): void {
    if (diagnostics.length === 0 && !this.#shown.has(uri) && version === undefined) return;
    if (diagnostics.length > 0) this.#shown.add(uri);
    else this.#shown.delete(uri);
    const versioned = version !== undefined && this.context.client.publishedVersion;
    void this.context.connection
      .sendDiagnostics({ uri, diagnostics, ...(versioned && { version }) })
      .catch((error: unknown) => this.context.fence.report('publishing diagnostics', error));
  }

  /** Paths of what the client shows something for. */
  shown(): string[] {
    return [...this.#shown].map(pathOf);
  }

  closed(uri: string): void {
    this.#stop(uri);
    this.publish(uri, []);
  }

  clearClosed(): void {
    for (const uri of this.#shown)
      if (this.context.documents.version(uri) === undefined) this.publish(uri, []);
  }

  all(): void {
    for (const uri of this.context.documents.uris()) this.later(uri);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #stop(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
  }
}
