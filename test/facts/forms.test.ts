import assert from 'node:assert/strict';
import { factsOf } from '../support/factsOf.js';

const cases: readonly [string, string, string | undefined][] = [
  [
    'a button',
    '<form><input type="email" name="e"><input name="x"><button>Subscribe</button></form>',
    'newsletter',
  ],
  [
    'what one signs up for',
    '<form><h2>Inscription à la newsletter</h2><input name="mail"></form>',
    'newsletter',
  ],
  ['a heading before it', '<h2>Create an account</h2><form><input name="n"></form>', 'account'],
  ['its route', '<form action="/contact/send"><input name="n"></form>', 'contact'],
  [
    'its fields alone',
    '<form><input type="email" name="email"><textarea name="m"></textarea></form>',
    'contact',
  ],
  [
    'one address and nothing else',
    '<form><input type="email" name="email"><button>OK</button></form>',
    'newsletter',
  ],
  ['a password', '<form><input name="user"><input type="password" name="p"></form>', 'login'],
  ['German words', '<form><h3>Jetzt buchen</h3><input type="date" name="a"></form>', 'booking'],
  ['Polish words', '<form><input name="n"><button>Zapisz się</button></form>', 'newsletter'],
  ['settings', '<h1>Notification settings</h1><form><input type="checkbox" name="a"></form>', 'settings'],
  ['nothing', '<form><input name="a"><input name="b"><button>Send</button></form>', undefined],
];

describe('what a form is for', () => {
  for (const [what, text, purpose] of cases) {
    it(`is told by ${what}`, async () => {
      const [form] = (await factsOf(text)).forms;
      assert.equal(form?.aim?.purpose, purpose, JSON.stringify(form?.aim));
    });
  }

  it('is told by a component’s name', async () => {
    const facts = await factsOf(
      'export const F = () => <NewsletterForm><input /></NewsletterForm>;',
      'F.tsx',
    );
    assert.deepEqual(facts.forms, []);
    assert.equal((await factsOf('<p>x</p>', 'pages/unsubscribe.html')).document.aim?.purpose, 'unsubscribe');
  });

  it('lists its controls', async () => {
    const facts = await factsOf(
      '<input name="out"><form><input name="a"></form><form><input name="b"></form>',
    );
    assert.deepEqual(
      facts.forms.map((f) => f.controls),
      [[1], [2]],
    );
  });
});
