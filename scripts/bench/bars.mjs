/** The limits that the design sets; each figure is printed beside its own. */
export const bars = {
  html: { filtered: 0.56, full: 2 },
  tsx: { filtered: 0.8, full: 2 },
  /** "Far ahead" of a heavy peer: at most this part of its time. */
  ahead: 0.5,
  cold: 1.5,
  /** Milliseconds, 95th percentile, by size in bytes. */
  latency: { 10000: 15, 100000: 40, 1000000: 300 },
  /** The median at 1 MB over the median of one parse of the same text. */
  parses: 2.5,
  /** Bytes. */
  memory: 150e6,
  /** What "flat" means from 1,000 to 10,000 files: at most this many times as much. */
  flat: 1.25,
  /** Bytes more than for HTML. */
  typescriptWorker: 150e6,
};

/** One judged figure. @param met undefined where it could not be measured. */
export function judge(what, measured, bar, met) {
  return { what, measured, bar, met };
}
