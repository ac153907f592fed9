import type { SourceMapBuilder } from '../../core/sourceMap.js';

/** The encoding that a label names; what is unknown or missing is read as UTF-8, of which ASCII is a part. */
export function charsetOf(label: string | undefined): string {
  const name = (label ?? '').trim().toLowerCase();
  // The Encoding Standard reads ASCII as windows-1252; mail that claims ASCII and is not, is UTF-8 by now.
  if (name === '' || name === 'us-ascii' || name === 'ascii') return 'utf-8';
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return 'utf-8';
  }
}

/** Encodings in which a byte below 128 may be a part of something else, or changes how what follows is read. */
const STATEFUL = /^(utf-16|iso-2022|replacement)/;

/** Turns bytes into text one by one, so that each character's place is known in any encoding. */
export class ByteReader {
  readonly #builder: SourceMapBuilder;
  readonly #decoder: InstanceType<typeof TextDecoder>;
  readonly #stateful: boolean;
  /** Where the bytes begin that the decoder has not answered for; negative where it is idle. */
  #pending = -1;
  #end = 0;

  constructor(builder: SourceMapBuilder, charset: string) {
    this.#builder = builder;
    this.#decoder = new TextDecoder(charset);
    this.#stateful = STATEFUL.test(charset);
  }

  /** @param start where the byte is written, up to `end`; one unit means that it stands there as itself. */
  push(byte: number, start: number, end: number): void {
    this.#end = end;
    if (this.#pending < 0 && byte < 128 && !this.#stateful) {
      if (end - start === 1) this.#builder.copy(start, end);
      else this.#builder.decoded(String.fromCharCode(byte), start, end);
      return;
    }
    if (this.#pending < 0) this.#pending = start;
    const text = this.#decoder.decode(Uint8Array.of(byte), { stream: true });
    if (text === '') return;
    this.#builder.decoded(text, this.#pending, end);
    // A byte that shows what stands before it to be damaged may begin something itself.
    this.#pending = byte >= 128 && text.endsWith('\uFFFD') ? start : -1;
  }

  /** The bytes end here, or something that is no byte follows. */
  flush(): void {
    const text = this.#decoder.decode();
    if (text !== '' && this.#pending >= 0) this.#builder.decoded(text, this.#pending, this.#end);
    this.#pending = -1;
  }
}

/** A text as bytes; undefined where the encoding lacks one of its characters, or cannot be written here. */
export function bytesOf(text: string, charset: string): Uint8Array | undefined {
  if (charset === 'utf-8') return new TextEncoder().encode(text);
  if (STATEFUL.test(charset)) return undefined;
  // Latin-1 and windows-1252 agree with Unicode from A0 to FF; of the others only ASCII is certain.
  const limit = charset === 'windows-1252' ? 256 : 128;
  const bytes = Uint8Array.from(text, (c) => c.charCodeAt(0));
  const isWritable = [...text].every((c) => {
    const unit = c.codePointAt(0) ?? 0;
    return unit < 128 || (unit >= 160 && unit < limit);
  });
  return isWritable ? bytes : undefined;
}
