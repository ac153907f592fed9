/** An encoding of one byte a character. */
export interface CodePage {
  /** UTF-16 unit of each byte. */
  readonly units: Uint16Array;
  readonly bytes: ReadonlyMap<number, number>;
}

/** What windows-1252 has in 0x80–0x9F (WHATWG Encoding Standard). Written out because Node 20 decodes it as latin-1. */
const WINDOWS_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

const known = new Map<string, CodePage | undefined>();

/** The table of a single-byte encoding; undefined for one that needs several bytes a character. */
export function singleByteTable(name: string): CodePage | undefined {
  if (!known.has(name)) known.set(name, buildTable(name));
  return known.get(name);
}

export function decodeTable(bytes: Buffer, { units }: CodePage): string {
  // As UTF-16 in memory: far quicker than adding up a string.
  const text = Buffer.allocUnsafe(bytes.length * 2);
  for (let i = 0; i < bytes.length; i++) text.writeUInt16LE(units[bytes[i] ?? 0] ?? 0, i * 2);
  return text.toString('utf16le');
}

function buildTable(name: string): CodePage | undefined {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const text = name === 'windows-1252' ? windows1252(all) : new TextDecoder(name).decode(all);
  // Where several bytes make a character, 256 bytes give fewer units.
  if (text.length !== 256) return undefined;
  const units = Uint16Array.from(all, (byte) => text.charCodeAt(byte));
  const bytes = new Map<number, number>();
  // Some encodings leave bytes without a character: they decode, but nothing is written as them.
  for (const byte of all) if (units[byte] !== 0xfffd) bytes.set(units[byte] ?? 0, byte);
  return { units, bytes };
}

function windows1252(bytes: Uint8Array): string {
  const latin1 = String.fromCharCode(...bytes);
  return latin1.slice(0, 0x80) + WINDOWS_1252 + latin1.slice(0xa0);
}
