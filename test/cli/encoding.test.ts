import assert from 'node:assert/strict';
import { decode, encode, isLossless } from '../../server/src/node/encoding.js';

const page = (charset: string) => `<meta charset="${charset}"><p>`;

function decoded(bytes: Buffer) {
  const result = decode(bytes);
  assert.ok(result, 'is text');
  return result;
}

describe('encodings', () => {
  const text = '<p>Désinscription 😀</p>\r\n';
  const utf16be = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  const cases: [string, Buffer, string, boolean][] = [
    ['UTF-8', Buffer.from(text), 'utf-8', false],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), 'utf-8', true],
    ['UTF-16 LE with a mark', Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le', true],
    ['UTF-16 BE with a mark', utf16be, 'utf-16be', true],
    ['UTF-16 LE without a mark', Buffer.from(text, 'utf16le'), 'utf-16le', false],
    ['UTF-16 BE without a mark', utf16be.subarray(2), 'utf-16be', false],
  ];
  for (const [name, bytes, encoding, bom] of cases) {
    it(`reads and writes ${name}`, () => {
      const result = decoded(bytes);
      assert.equal(result.text, text);
      assert.deepEqual(result.encoding, { name: encoding, bom });
      assert.ok(isLossless(bytes, result));
      assert.deepEqual(encode(result.text, result.encoding), bytes);
    });
  }

  it('takes what is no UTF-8 for windows-1252, every byte of which comes back', () => {
    const bytes = Buffer.from(Array.from({ length: 255 }, (_, i) => i + 1));
    const result = decoded(bytes);
    assert.equal(result.encoding.name, 'windows-1252');
    assert.ok(isLossless(bytes, result));
    assert.equal(decoded(Buffer.from([0x80, 0xe9])).text, '€é');
  });

  it('follows the declaration of a page where the bytes are not UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from(page('windows-1251')), Buffer.from([0xcf, 0xf0])]);
    const result = decoded(bytes);
    assert.equal(result.text, `${page('windows-1251')}Пр`);
    assert.deepEqual(encode(`${result.text}и`, result.encoding), Buffer.concat([bytes, Buffer.from([0xe8])]));
  });

  it('believes bytes that are UTF-8 more than a declaration', () => {
    assert.equal(decoded(Buffer.from(`${page('iso-8859-1')}é`)).encoding.name, 'utf-8');
  });

  it('writes what a repair adds to a page of ASCII as the page declares it', () => {
    const { encoding } = decoded(Buffer.from(page('iso-8859-1')));
    assert.deepEqual(encode('é', encoding), Buffer.from([0xe9]));
    assert.deepEqual(encode('→', encoding), { character: '→' });
    assert.equal(decoded(Buffer.from(page('no-such-charset'))).encoding.name, 'utf-8');
  });

  it('reads multi-byte encodings, and does not promise to write them', () => {
    const bytes = Buffer.concat([Buffer.from(page('shift_jis')), Buffer.from([0x83, 0x81, 0x81, 0x5b])]);
    const result = decoded(bytes);
    assert.equal(result.text, `${page('shift_jis')}メー`);
    assert.ok(!isLossless(bytes, result));
  });

  it('keeps lone surrogates of UTF-16', () => {
    const bytes = Buffer.from('\ufeffa\ud800b', 'utf16le');
    assert.ok(isLossless(bytes, decoded(bytes)));
  });

  it('knows when writing back would lose something', () => {
    const odd = Buffer.concat([Buffer.from('\ufeffab', 'utf16le'), Buffer.from([0x61])]);
    assert.ok(!isLossless(odd, decoded(odd)), 'an odd byte at the end');
    const damaged = Buffer.concat([Buffer.from('Désinscription, é è à'), Buffer.from([0xc3])]);
    const result = decoded(damaged);
    assert.equal(result.encoding.name, 'utf-8', 'damaged UTF-8 is still read as UTF-8');
    assert.ok(!isLossless(damaged, result));
  });

  it('does not take binary data for text', () => {
    assert.equal(decode(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])), undefined);
    assert.equal(decode(Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0])), undefined, 'UTF-32');
  });

  it('reads an empty file', () => {
    assert.deepEqual(decode(Buffer.alloc(0)), { text: '', encoding: { name: 'utf-8', bom: false } });
  });
});
