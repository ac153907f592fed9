import { configurationFindings } from '../engine/configurationFindings.js';
import { type Counts, methods, type Status } from '../protocol.js';
import type { Reviewed } from './reviews.js';
import { countFindings, openFindings } from './toProtocol.js';

const none: Counts = { error: 0, warning: 0, information: 0, hint: 0 };

/** Tells the client how the review of a document stands, and the log, once, what could not be reviewed. */
export class StatusReporter {
  readonly #logged = new Set<string>();

  constructor(
    private readonly send: ((method: string, status: Status) => void) | undefined,
    private readonly log: (message: string) => void,
  ) {}

  started(uri: string): void {
    this.send?.(methods.status, {
      uri,
      state: 'reviewing',
      counts: none,
      notReviewed: [],
      configurationProblems: [],
    });
  }

  ended(reviewed: Reviewed): void {
    const { source, report, problems, failed, locale } = reviewed;
    const notReviewed = report.notReviewed.map(({ message }) => message);
    const texts = configurationFindings(problems, locale).map(({ message }) => message);
    const configurationProblems = problems.map(({ path }, i) => `${path}: ${texts[i]}`);
    for (const message of notReviewed) this.#once(`${source.path}: ${message}`);
    for (const message of configurationProblems) this.#once(message);
    this.send?.(methods.status, {
      uri: source.uri,
      state: failed ? 'failed' : 'idle',
      counts: countFindings(openFindings(reviewed)),
      notReviewed,
      configurationProblems,
    });
  }

  #once(message: string): void {
    if (this.#logged.has(message)) return;
    this.#logged.add(message);
    this.log(message);
  }
}
