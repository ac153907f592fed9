import assert from 'node:assert/strict';
import { inspect } from '../../server/src/engine/inspect.js';

async function kindOf(body: string, path = 'a.mjml'): Promise<string | undefined> {
  const text = `<mjml><mj-body><mj-section><mj-column>${body}</mj-column></mj-section></mj-body></mjml>`;
  return (await inspect({ text, path }))?.facts.message?.kind;
}

const teaser = (title: string) => `<mj-text>${title}</mj-text><mj-button href="#">Choose me</mj-button>`;

describe('kind of a mail', () => {
  it('is told by the same link under each of several teasers', async () => {
    assert.equal(await kindOf(teaser('Rooms') + teaser('Meals')), 'unclear');
    assert.equal(await kindOf(teaser('Rooms') + teaser('Meals') + teaser('Walks')), 'marketing');
  });

  it('is told by links to buy and to book, by the texts of images as well', async () => {
    assert.equal(await kindOf('<mj-button href="#">Buy the book</mj-button>'), 'unclear');
    const image = '<mj-image href="#" src="a.png" alt="Buy the book" />';
    assert.equal(await kindOf(`${image}<mj-button href="#">Réservez une chambre</mj-button>`), 'marketing');
    assert.equal(
      await kindOf('<mj-button href="#">Bookings</mj-button><mj-button href="#">Buyers</mj-button>'),
      'unclear',
    );
  });

  it('is told by the subject of a mail around its text', async () => {
    const mail = (subject: string) =>
      inspect({
        path: 'a.eml',
        text: `Subject: ${subject}\nContent-Type: text/html\n\n<html><body>Hello</body></html>`,
      });
    for (const [subject, kind] of [
      ['Our newsletter', 'marketing'],
      ['Your receipt', 'transactional'],
    ] as const) {
      const found = await mail(subject);
      assert.deepEqual([found?.facts.message?.kind, found?.parts[0]?.facts.message?.kind], [kind, kind]);
    }
  });

  it('is hinted at by the name of the file, else of its folder', async () => {
    const words = '<mj-text>What is new: read more</mj-text>';
    assert.equal(await kindOf(words), 'unclear');
    assert.equal(await kindOf(words, 'newsletter/body.mjml'), 'marketing');
    assert.equal(await kindOf('<mj-text>Hello</mj-text>', 'newsletter/receipt.mjml'), 'transactional');
  });
});
