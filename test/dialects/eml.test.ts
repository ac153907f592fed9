import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { applyEdits } from '../../server/src/core/edit.js';
import type { Span } from '../../server/src/core/span.js';
import { eml } from '../../server/src/dialects/eml/index.js';
import type { Doc } from '../../server/src/model/nodes.js';
import { descendants, elements } from '../../server/src/model/query.js';
import { dump } from '../support/dump.js';
import { randomFrom } from '../support/random.js';
import { root } from '../support/root.js';
import { matchSnapshot } from '../support/snapshot.js';
import { assertTrueSpans } from '../support/spans.js';

const folder = path.join(root, 'test/dialects/fixtures/eml');
const read = (text: string) => eml.parse(text, { path: 'x.eml' });

describe('dialect eml', () => {
  for (const name of readdirSync(folder).filter((n) => n.endsWith('.eml'))) {
    const text = readFileSync(path.join(folder, name), 'utf8');
    it(`reads ${name} as drawn`, () => matchSnapshot(path.join(folder, `${name}.snap`), drawAll(read(text))));
    it(`reads every beginning of ${name}, with spans true to the text`, () => {
      for (let end = 0; end <= text.length; end++) assertTrue(read(text.slice(0, end)));
    });
    it(`reads ${name} with any stretch taken out`, () => {
      for (let start = 0; start < text.length; start += 3) {
        for (const length of [1, 7, 40]) assertTrue(read(text.slice(0, start) + text.slice(start + length)));
      }
    });
  }

  const charsets = ['utf-8', 'windows-1252', 'shift_jis', 'utf-16le'] as const;
  for (const encoding of ['quoted-printable', 'base64'] as const) {
    for (const charset of charsets) {
      it(`finds every element of HTML in ${encoding}, ${charset}`, () => {
        const { source, html } = mailOf(encoding, charset);
        const { doc, map } = onlyPart(read(source));
        assert.equal(doc.text, html);
        for (const { span } of descendants(doc.root)) {
          const { span: at } = map.toSource(span);
          const written = source.slice(at.start, at.end);
          const bytes = encoding === 'base64' ? base64Bytes(source, at) : quotedPrintableBytes(written);
          assert.equal(new TextDecoder(charset).decode(bytes), doc.text.slice(span.start, span.end));
        }
        assert.equal([...elements(doc.root)].filter((e) => e.tag === 'input').length, 3);
      });
    }
  }

  it('writes edits so that they read as meant, or not at all', () => {
    for (const charset of ['utf-8', 'windows-1252', 'us-ascii']) {
      const { source } = mailOf('quoted-printable', charset);
      const { doc, map } = onlyPart(read(source));
      const random = randomFrom(charset.length);
      let written = 0;
      for (let round = 0; round < 400; round++) {
        const start = Math.floor(random() * doc.text.length);
        const span = { start, end: Math.min(doc.text.length, start + Math.floor(random() * 40)) };
        const text =
          ['', 'é = x', 'été\r\n  <p>ok</p> \r\n', '=', 'z'.repeat(200), '€', ' '][round % 7] ?? '';
        const edit = map.toSourceEdit({ span, text });
        if (!edit) continue;
        written++;
        const after = onlyPart(read(applyEdits(source, [edit]))).doc.text;
        assert.equal(after, applyEdits(doc.text, [{ span, text }]));
      }
      assert.ok(written > 100, `${written} of 400 edits could be written`);
    }
  });

  it('writes nothing into base64', () => {
    const { source } = mailOf('base64', 'utf-8');
    const { map } = onlyPart(read(source));
    assert.equal(map.toSourceEdit({ span: { start: 3, end: 6 }, text: 'abc' }), undefined);
    assert.equal(map.toSource({ start: 3, end: 6 }).exact, false);
  });

  it('is linear in headers, boundaries and soft breaks', () => {
    const head = 'Content-Type: multipart/mixed; boundary=b\n\n';
    for (const text of [
      `Subject: ${' =?utf-8?Q?a?=\n'.repeat(50_000)}`,
      `${'X: y\n'.repeat(100_000)}`,
      `${head}${'--b\n\n'.repeat(100_000)}`,
      `${head}${'--bb\n'.repeat(100_000)}`,
      `Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n${'=\n=E9= '.repeat(60_000)}`,
      `Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n${'w6k=\n'.repeat(60_000)}`,
    ]) {
      const start = process.cpuUsage().user;
      read(text);
      assert.ok(process.cpuUsage().user - start < 4_000_000, text.slice(0, 60));
    }
  });
});

function onlyPart(doc: Doc) {
  const [part, ...others] = doc.embedded ?? [];
  assert.ok(part && others.length === 0);
  return part;
}

/** The mail and everything in it, with places as the source has them. */
function drawAll(doc: Doc): string {
  const parts = (doc.embedded ?? []).map(({ kind, doc: inner, map }) => {
    const { start, end } = map.source;
    return `--- ${kind} ${start}–${end}\n${dump(inner)}`;
  });
  return [dump(doc), ...parts].join('');
}

function assertTrue(doc: Doc): void {
  assertTrueSpans(doc);
  for (const { doc: inner, map } of doc.embedded ?? []) {
    assertTrueSpans(inner);
    for (const { span } of descendants(inner.root)) {
      const { span: at } = map.toSource(span);
      assert.ok(map.source.start <= at.start && at.start <= at.end && at.end <= map.source.end);
    }
  }
}

const HTML = [
  '<html><body>',
  '<p class="très">Été — 20 € <b>日本語</b> 😀 = fin</p>',
  '<label><input type="checkbox" name="lettre" checked> Ça me plaît</label>',
  '<input a=1><input title="a=b">   ',
  '<p>Zürich & more, a long line that has to be folded at some place or other because it is too long</p>',
  '</body></html>',
].join('\r\n');

function mailOf(encoding: 'quoted-printable' | 'base64', charset: string): { source: string; html: string } {
  const html = htmlIn(charset);
  const bytes = bytesOf(html, charset);
  const body = encoding === 'base64' ? inLines(bytes.toString('base64')) : quotedPrintable(bytes);
  const head = `From: a@hotel.example\r\nContent-Type: text/html; charset=${charset}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`;
  return { source: head + body, html };
}

/** As much of the HTML as a character set can say. */
function htmlIn(charset: string): string {
  if (charset === 'utf-8' || charset === 'utf-16le') return HTML;
  if (charset === 'windows-1252') return HTML.replace(/[^\0-ÿ]/gu, '');
  const ascii = HTML.replace(/[^\0-~]/gu, '');
  return charset === 'shift_jis' ? `${ascii}<i>日本ソ</i>` : ascii;
}

/** Bytes for 日本ソ in Shift_JIS; the last one's second byte is a backslash. */
const SHIFT_JIS: Readonly<Record<string, readonly number[]>> = {
  日: [0x93, 0xfa],
  本: [0x96, 0x7b],
  ソ: [0x83, 0x5c],
};

function bytesOf(text: string, charset: string): Buffer {
  if (charset === 'shift_jis')
    return Buffer.from([...text].flatMap((c) => SHIFT_JIS[c] ?? [c.charCodeAt(0)]));
  return Buffer.from(
    text,
    charset === 'windows-1252' ? 'latin1' : charset === 'utf-16le' ? 'utf16le' : 'utf8',
  );
}

function inLines(text: string): string {
  return text.replace(/.{76}/g, '$&\r\n');
}

function quotedPrintable(bytes: Buffer): string {
  const units = [...bytes].map((b) =>
    (b > 32 && b < 127 && b !== 61) || b === 32 || b === 13 || b === 10
      ? String.fromCharCode(b)
      : `=${b.toString(16).toUpperCase().padStart(2, '0')}`,
  );
  let line = 0;
  return units
    .map((unit) => {
      if (unit === '\n') line = 0;
      const full = line + unit.length > 60;
      line = full ? unit.length : line + unit.length;
      return full ? `=\r\n${unit}` : unit;
    })
    .join('');
}

function quotedPrintableBytes(written: string): Buffer {
  const latin1 = written
    .replace(/=\r\n/g, '')
    .replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(latin1, 'latin1');
}

/** The bytes that characters of a body hold whole: each has six of their bits. */
function base64Bytes(source: string, { start, end }: Span): Buffer {
  const body = source.indexOf('\r\n\r\n') + 4;
  const index = (at: number) => source.slice(body, at).replace(/\s/g, '').length;
  const bytes = Buffer.from(source.slice(body), 'base64');
  return bytes.subarray(Math.ceil((index(start) * 6) / 8), Math.floor((index(end) * 6) / 8));
}
