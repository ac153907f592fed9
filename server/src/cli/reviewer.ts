import { review } from '../engine/review.js';
import { atLeast } from '../engine/severity.js';
import type { Finding, Report, ReviewInput, ReviewOptions } from '../engine/types.js';
import { encode, isLossless } from '../node/encoding.js';
import { placeReport } from '../report/place.js';
import type { FileResult } from '../report/types.js';
import type { CheckOptions } from './checkOptions.js';
import type { Configurations } from './configurations.js';
import type { Root } from './paths.js';
import { projectAround } from './project.js';
import type { Source } from './reading.js';
import { say } from './texts.js';

export interface Reviewed {
  readonly result: FileResult;
  /** The pre-filter saw that nothing can be found. */
  readonly filtered: boolean;
  /** The repaired file, where there is something to write; before it is written. */
  readonly repaired?: Repaired;
}

export interface Repaired {
  readonly bytes: Buffer;
  /** What is reported when the file is written. */
  readonly result: FileResult;
}

/** Reviews sources with the options of one run, and makes their repairs without writing them. */
export class Reviewer {
  constructor(
    readonly options: CheckOptions,
    readonly configurations: Configurations,
    readonly root: Root,
    readonly complain: (file: string, message: string) => void,
  ) {}

  async review(source: Source): Promise<Reviewed> {
    const { text } = source.decoded;
    const folder = await this.configurations.for(source.path);
    const configuration = folder.of(source.path);
    const { locale, today, prefilter, repair, mails } = this.options;
    const input: ReviewInput = { text, path: folder.relative(source.path) };
    const project = projectAround(source.path, this.root);
    const options: ReviewOptions = { configuration, locale, today, prefilter, project, mails };
    const report = await review(input, options);
    const result = this.#place(source.path, text, report);
    const { filtered } = report;
    const repairable = report.findings.some(
      (f) => !f.suppression && this.#isWanted(f) && f.repairs.some((r) => r.safety === 'fix'),
    );
    if (repair === 'no' || !repairable) return { result, filtered };
    const repaired = await this.#repair(source, input, options);
    return { result, filtered, ...(repaired && { repaired }) };
  }

  async #repair(source: Source, input: ReviewInput, options: ReviewOptions): Promise<Repaired | undefined> {
    const { fixText } = await import('../engine/fix.js');
    const fixed = await fixText(input, { ...options, accept: (finding) => this.#isWanted(finding) }, review);
    if (fixed.applied.length === 0) return undefined;
    const bytes = this.#encode(source, fixed.text);
    const result = this.#place(source.path, fixed.text, fixed.report);
    return bytes && { bytes, result: { ...result, repaired: fixed.applied } };
  }

  /** The repaired text in the encoding of the file; undefined where that would lose something. */
  #encode({ path, bytes, decoded }: Source, text: string): Buffer | undefined {
    const { locale } = this.options;
    const encoding = decoded.encoding.name;
    if (!isLossless(bytes, decoded)) {
      this.complain(path, say('lossy', locale, { encoding }));
      return undefined;
    }
    const encoded = encode(text, decoded.encoding);
    if (Buffer.isBuffer(encoded)) return encoded;
    this.complain(path, say('unwritable', locale, { encoding, ...encoded }));
    return undefined;
  }

  #place(file: string, text: string, report: Report): FileResult {
    const findings = report.findings.filter((finding) => this.#isWanted(finding));
    return placeReport(this.root.name(file), text, { ...report, findings }, (other) => this.root.name(other));
  }

  #isWanted({ severity }: Finding): boolean {
    return atLeast(severity, this.options.weakest);
  }
}
