import { ResponseError } from 'vscode-languageserver';

/** Keeps a failure where it happens: it is logged once, with its place, and the server goes on. */
export class Fence {
  readonly #seen = new Set<string>();

  constructor(private readonly log: (message: string) => void) {}

  /** Wraps a handler; when it throws or rejects, its answer is `otherwise`. Errors meant for the client pass. */
  around<A extends unknown[], R>(place: string, handler: (...args: A) => R | Promise<R>, otherwise: R) {
    return async (...args: A): Promise<R> => {
      try {
        return await handler(...args);
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        this.report(place, error);
        return otherwise;
      }
    };
  }

  /** Wraps a handler without an answer; it runs at once, so that notifications keep their order. */
  notified<A extends unknown[]>(place: string, handler: (...args: A) => void | Promise<void>) {
    return (...args: A): void => {
      try {
        handler(...args)?.catch((error: unknown) => this.report(place, error));
      } catch (error) {
        this.report(place, error);
      }
    };
  }

  report(place: string, error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    if (this.#seen.has(`${place}\n${message}`)) return;
    this.#seen.add(`${place}\n${message}`);
    const frame =
      error instanceof Error ? error.stack?.split('\n').find((line) => /^\s*at /.test(line)) : undefined;
    this.log(`${place} failed: ${message}${frame ? ` (${frame.trim()})` : ''}`);
  }
}
