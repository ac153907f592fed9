import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { dialectFor } from '../../server/src/dialects/index.js';
import { plain } from '../../server/src/dialects/plain/index.js';
import { isPlainMail } from '../../server/src/knowledge/plainMail.js';
import { dump } from '../support/dump.js';
import { root } from '../support/root.js';
import { matchSnapshot } from '../support/snapshot.js';
import { assertTrueSpans } from '../support/spans.js';

const folder = path.join(root, 'test/dialects/fixtures/plain');

describe('dialect plain', () => {
  for (const name of readdirSync(folder).filter((n) => !n.endsWith('.snap'))) {
    const text = readFileSync(path.join(folder, name), 'utf8');
    const read = (changed: string) => plain.parse(changed, { path: name });
    it(`reads ${name} as drawn`, () => matchSnapshot(path.join(folder, `${name}.snap`), dump(read(text))));
    it(`reads every beginning of ${name}, with spans true to the text`, () => {
      for (let end = 0; end <= text.length; end++) assertTrueSpans(read(text.slice(0, end)));
    });
    it(`reads ${name} with any stretch taken out`, () => {
      for (let start = 0; start < text.length; start += 3)
        for (const length of [1, 7, 40])
          assertTrueSpans(read(text.slice(0, start) + text.slice(start + length)));
    });
  }

  it('takes the names of plain texts, alone and before the ending of a template language', () => {
    for (const name of ['a.txt', 'a.text', 'a.text.erb', 'a.txt.twig', 'a.text.blade.php', 'a.txt.njk'])
      assert.equal(dialectFor(name)?.id, 'plain', name);
    assert.notEqual(dialectFor('context.erb')?.id, 'plain');
  });

  const mails: readonly (readonly [path: string, text: string])[] = [
    ['x.txt', 'Subject: Your stay\n\nDear guest'],
    ['x.txt', 'From: a@hotel.example\nTo: b@hotel.example\n\nDear guest'],
    ['x.txt', 'Leave: *|UNSUB|*'],
    ['templates/emails/stay.txt', 'Dear {{ name }}'],
    ['app/views/guest_mailer/stay.text.erb', 'Dear <%= name %>'],
    ['newsletter/may.txt', 'News.\n\nUnsubscribe: https://hotel.example/u'],
    ['emails/may.txt', 'Our special offers are here.'],
  ];
  for (const [name, text] of mails)
    it(`takes for a mail: ${name}, ${JSON.stringify(text)}`, () =>
      assert.equal(isPlainMail(text, name), true));

  const others: readonly (readonly [path: string, text: string])[] = [
    ['notes.txt', 'Unsubscribe from our newsletter, {{ name }}'],
    ['emails/README.txt', 'Dear {{ name }}'],
    ['emails/addresses.txt', 'a@hotel.example\nb@hotel.example\n'],
    ['newsletter/plan.txt', 'Special offers in May.'],
    ['robots.txt', 'User-agent: *\nDisallow: /\n'],
    ['licence.txt', 'Subject to the terms: none\n\nDear guest'],
    ['emails/data.txt', `{{ x }}${'x'.repeat(300_000)}`],
  ];
  for (const [name, text] of others)
    it(`leaves alone: ${name}, ${JSON.stringify(text.slice(0, 60))}`, () =>
      assert.equal(isPlainMail(text, name), false));
});
