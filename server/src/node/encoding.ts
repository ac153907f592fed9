import { isAscii, isUtf8 } from 'node:buffer';
import { decodeTable, singleByteTable } from './codePages.js';

/** How a file's bytes stand for its text; writing needs it again. */
export interface Encoding {
  /** Label of the WHATWG Encoding Standard, lower case. */
  readonly name: string;
  /** A byte order mark stands before the text; it is not part of the decoded text. */
  readonly bom: boolean;
}

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

/** A character that an encoding cannot write. */
export interface Unwritable {
  readonly character: string;
}

const BOMS: readonly (readonly [name: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Decodes a file: by its byte order mark, as UTF-16 when every other byte is NUL, as UTF-8 when it is valid UTF-8, else
 * by what the text declares of itself, else as windows-1252. Undefined for what is no text.
 */
export function decode(bytes: Buffer): Decoded | undefined {
  if (isUtf32(bytes)) return undefined;
  for (const [name, mark] of BOMS) {
    if (mark.every((byte, i) => bytes[i] === byte)) return decodeAs(bytes.subarray(mark.length), name, true);
  }
  const utf16 = utf16ByPattern(bytes);
  if (utf16) return decodeAs(bytes, utf16, false);
  if (bytes.subarray(0, SAMPLE).includes(0)) return undefined;
  if (!isUtf8(bytes))
    return decodeAs(bytes, declared(bytes) ?? (mostlyUtf8(bytes) ? 'utf-8' : FALLBACK), false);
  // Bytes beyond ASCII that are valid UTF-8 are UTF-8, whatever is declared. Pure ASCII is the same in both, but what a
  // repair adds must be what the declaration promises.
  const name = isAscii(bytes) ? (declared(bytes) ?? 'utf-8') : 'utf-8';
  return { text: bytes.toString('utf8'), encoding: { name, bom: false } };
}

/** The bytes of a text, or the first character that the encoding does not have. */
export function encode(text: string, { name, bom }: Encoding): Buffer | Unwritable {
  const body = encodeBody(text, name);
  const mark = bom && BOMS.find(([bomName]) => bomName === name)?.[1];
  return mark && Buffer.isBuffer(body) ? Buffer.concat([Buffer.from(mark), body]) : body;
}

/** True where writing the text again would give exactly the bytes it was read from. */
export function isLossless(bytes: Buffer, { text, encoding }: Decoded): boolean {
  const again = encode(text, encoding);
  return Buffer.isBuffer(again) && again.equals(bytes);
}

const SAMPLE = 8192;
const FALLBACK = 'windows-1252';

function decodeAs(bytes: Buffer, name: string, bom: boolean): Decoded {
  return { text: decodeBody(bytes, name), encoding: { name, bom } };
}

function decodeBody(bytes: Buffer, name: string): string {
  if (name === 'utf-8') return bytes.toString('utf8');
  // Not TextDecoder: it replaces lone surrogates, and the file could not be written back as it was.
  if (name === 'utf-16le') return bytes.toString('utf16le');
  if (name === 'utf-16be') return evenPart(bytes).swap16().toString('utf16le');
  const table = singleByteTable(name);
  return table ? decodeTable(bytes, table) : new TextDecoder(name).decode(bytes);
}

function encodeBody(text: string, name: string): Buffer | Unwritable {
  if (name === 'utf-8') return Buffer.from(text, 'utf8');
  if (name === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (name === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  const table = singleByteTable(name);
  const bytes = Buffer.allocUnsafe(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // Multi-byte encodings have no table here: of them only the ASCII part can be written.
    const byte = table ? table.bytes.get(unit) : unit < 0x80 ? unit : undefined;
    if (byte === undefined) return { character: String.fromCodePoint(text.codePointAt(i) ?? unit) };
    bytes[i] = byte;
  }
  return bytes;
}

/** A copy, without the odd byte of a file cut short: `swap16` wants pairs and works in place. */
function evenPart(bytes: Buffer): Buffer {
  return Buffer.from(bytes.subarray(0, bytes.length & ~1));
}

function isUtf32(bytes: Buffer): boolean {
  const first = bytes.length >= 4 ? bytes.readUInt32BE(0) : 0;
  return first === 0xfffe0000 || first === 0x0000feff;
}

/** UTF-16 without a mark: in texts of markup and code nearly every other byte is NUL. */
function utf16ByPattern(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, SAMPLE);
  if (sample.length < 2 || sample.length % 2 !== 0) return undefined;
  if (!sample.includes(0)) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i + 1 < sample.length; i += 2) {
    if (sample[i] === 0) even++;
    if (sample[i + 1] === 0) odd++;
  }
  const half = sample.length / 4;
  // The other byte may be NUL as well, in a few characters beyond Latin.
  if (odd > half && even < odd / 10) return 'utf-16le';
  if (even > half && odd < even / 10) return 'utf-16be';
  return undefined;
}

/** UTF-8 damaged in few places, as by a cut in mid-character: more characters beyond ASCII are whole than broken. */
function mostlyUtf8(bytes: Buffer): boolean {
  const text = bytes.toString('utf8');
  let whole = 0;
  let broken = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd) broken++;
    else if (unit >= 0x80) whole++;
  }
  return whole > broken;
}

const DECLARATION =
  /<meta[^>]{1,200}?charset\s*=\s*(?:["']\s*)?([\w.:-]+)|<\?xml[^>]{1,100}?encoding\s*=\s*["']([\w.:-]+)/i;

/**
 * The encoding that a page declares within its first kilobyte, where it is one that ASCII text could be written in
 * (HTML Standard, "prescan a byte stream to determine its encoding"); undefined for UTF-8.
 */
function declared(bytes: Buffer): string | undefined {
  const match = DECLARATION.exec(bytes.toString('latin1', 0, 1024));
  const label = match?.[1] ?? match?.[2];
  if (!label) return undefined;
  try {
    const { encoding } = new TextDecoder(label);
    return /^(utf-|iso-2022)/.test(encoding) ? undefined : encoding;
  } catch {
    return undefined;
  }
}
