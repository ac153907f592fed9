import * as fs from 'node:fs';
import { type Decoded, decode } from '../node/encoding.js';
import { codeOf, type FileProblem } from '../node/files.js';

/** A file's text, and the bytes it was made of. */
export interface Source {
  /** Absolute. */
  readonly path: string;
  readonly bytes: Buffer;
  readonly decoded: Decoded;
}

/** Megabytes; larger files are data or bundles, not somebody's source. */
export const LARGEST = 10;

/**
 * Reads and decodes a file. In one go: for sources, waiting for Node's thread pool costs three times the processor time
 * of reading.
 * @param largest megabytes.
 */
export function readSource(file: string, largest = LARGEST): Source | FileProblem {
  try {
    const stat = fs.statSync(file);
    if (!stat.isFile()) return { path: file, trouble: 'not-a-file' };
    if (stat.size > largest * 1e6) return { path: file, trouble: 'too-large' };
    return sourceOf(file, fs.readFileSync(file));
  } catch (error) {
    return { path: file, trouble: 'unreadable', ...codeOf(error) };
  }
}

export function sourceOf(file: string, bytes: Buffer): Source | FileProblem {
  const decoded = decode(bytes);
  return decoded ? { path: file, bytes, decoded } : { path: file, trouble: 'binary' };
}
