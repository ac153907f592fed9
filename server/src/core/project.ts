/** Something that another file holds and a fact would like to know: a message catalogue, a layout, a component. */
export interface LookUp {
  readonly kind: 'file' | 'message' | 'component';
  /** A relative path, a message key or an import specifier, as the source text names it. */
  readonly key: string;
}

/** A file that a text under review was read with. */
export interface OtherFile {
  /** Absolute, with `/`, where the project tells. */
  readonly path: string;
  readonly text: string;
}

/** What the look-ups of one review gave; a review reads nothing else, so it stays synchronous. */
export interface Snapshot {
  get(lookUp: LookUp): string | undefined;
  /** The absolute path of the file that answered. */
  path?(lookUp: LookUp): string | undefined;
}

/** Answers look-ups from beyond the text under review. The adapters decide where answers come from. */
export interface Project {
  /** @param path the reviewed text's path; never rejects: what cannot be read is simply not in the snapshot. */
  fetch(path: string, lookUps: readonly LookUp[]): Promise<Snapshot>;
}

export const emptySnapshot: Snapshot = { get: () => undefined };
