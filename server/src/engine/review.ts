import type { Report, ReviewInput, ReviewOptions } from './types.js';

/** Reviews one text. No I/O beyond `options.project`; never rejects: what fails becomes an entry of `notReviewed`. */
export async function review(_input: ReviewInput, _options: ReviewOptions = {}): Promise<Report> {
  throw new Error('not built yet');
}
