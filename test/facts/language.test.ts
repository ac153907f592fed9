import assert from 'node:assert/strict';
import { factsOf } from '../support/factsOf.js';

describe('the language around words', () => {
  const page = (body: string, lang = ' lang="en"') =>
    `<!doctype html><html${lang}><body>${body}</body></html>`;
  const box = '<label><input type="checkbox" name="news" required> Newsletter</label>';
  const languageOfBox = async (text: string, path?: string) =>
    (await factsOf(text, path)).controls.find(({ consent }) => consent)?.consent?.language;

  it('is that of the nearest lang, for boxes and what repairs of them would say', async () => {
    assert.equal(await languageOfBox(page(box)), 'en');
    assert.equal(await languageOfBox(page(`<section lang="fr-CA"><div>${box}</div></section>`)), 'fr');
    assert.equal(await languageOfBox(page(`<div lang="de"><p lang="pl">${box}</p></div>`)), 'pl');
    const { controls } = await factsOf(page(`<div lang="nl">${box}</div>`));
    const [proposal] = controls[0]?.consent?.proposals ?? [];
    assert.match(JSON.stringify(proposal?.label), /nieuwsbrief/);
    assert.equal(await languageOfBox(`export default () => <main lang="it">${box}</main>;`, 'a.tsx'), 'it');
  });

  it('is told by the words of the form where only code knows the lang', async () => {
    const form = `<form><h2>Restez informés de nos nouveautés</h2><input type="email" name="email">${box}</form>`;
    const code = `export default ({ locale }) => <main lang="en"><div lang={locale}>${form.replace('">', '"/>').replace('required>', 'required/>')}</div></main>;`;
    assert.equal(await languageOfBox(code, 'a.tsx'), 'fr');
    assert.equal(await languageOfBox(page(form, '')), 'fr');
  });

  it('is that of the nearest lang, for sentences and what forms gather', async () => {
    const { statements, collections } = await factsOf(
      page(
        '<div lang="es"><form action="/x"><input type="email" name="email">' +
          '<p>Al enviar el formulario aceptas recibir nuestra newsletter.</p><button>OK</button></form></div>' +
          '<form action="/y"><input type="email" name="email"><button>OK</button></form>',
      ),
    );
    assert.deepEqual(
      statements.map(({ language }) => language),
      ['es'],
    );
    assert.deepEqual(
      collections.map(({ language }) => language),
      ['es', 'en'],
    );
  });

  it('breaks ties only: the words decide', async () => {
    const text = page(
      '<div lang="fr"><label><input type="checkbox" name="n"> Yes, send me your weekly newsletter</label></div>',
    );
    assert.equal(await languageOfBox(text), 'en');
  });

  it('may stand on the body', async () => {
    const { document } = await factsOf('<html><body lang="pt-BR"><p>Newsletter</p></body></html>');
    assert.deepEqual(document.language, { state: 'known', value: 'pt' });
  });
});
