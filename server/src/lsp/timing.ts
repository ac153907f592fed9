import type { CancellationToken } from 'vscode-languageserver';

/** Milliseconds to wait for the next keystroke: about twice what a review takes, so that typing never waits for reviews. */
export function debounce(lastDuration: number): number {
  return Math.min(Math.max(2 * lastDuration, 30), 500);
}

/** Resolves after some milliseconds, or as soon as nobody waits any more. */
export function pause(milliseconds: number, token: CancellationToken): Promise<void> {
  if (milliseconds <= 0 || token.isCancellationRequested) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      listener.dispose();
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    const listener = token.onCancellationRequested(done);
  });
}

/** Lets other messages in between pieces of long work. */
export class Breather {
  #since: number;

  constructor(
    private readonly now: () => number,
    private readonly every = 10,
  ) {
    this.#since = now();
  }

  async rest(): Promise<void> {
    if (this.now() - this.#since < this.every) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.#since = this.now();
  }
}
