import assert from 'node:assert/strict';
import { dataInWords, dataKinds } from '../../server/src/knowledge/fields.js';
import data from '../../server/src/knowledge/fields.json';
import { factsOf } from '../support/factsOf.js';

const asked = async (html: string, path?: string) =>
  (await factsOf(html, path)).fields.map(({ data, by }) => `${data} by ${by}`);

describe('what fields ask for', () => {
  it('believes autofill tokens first', async () => {
    assert.deepEqual(
      await asked(
        '<input type="text" name="x1" autocomplete="section-a billing family-name"><label>Firma <input></label>',
      ),
      ['name by autocomplete', 'company by label'],
    );
  });

  it('reads labels in eight languages', async () => {
    const labels: readonly (readonly [string, string])[] = [
      ['Date of birth', 'birth-date'],
      ['Numéro de sécurité sociale', 'national-id'],
      ['Straße und Hausnummer', 'postal-address'],
      ['Correo electrónico', 'email'],
      ['Codice fiscale', 'national-id'],
      ['Telefoonnummer', 'phone'],
      ['Deficiência', 'health'],
      ['Nr dowodu osobistego', 'identity-document'],
    ];
    for (const [label, kind] of labels) {
      const html = `<form><label for="a">${label}</label><input id="a" name="x7"></form>`;
      assert.deepEqual(await asked(html), [`${kind} by label`], label);
    }
  });

  it('reads placeholders, names, types and names of messages', async () => {
    assert.deepEqual(
      await asked(
        '<form><input placeholder="Your first name"><input name="dob"><input type="password"><textarea name="q"></textarea></form>',
      ),
      ['name by placeholder', 'birth-date by name', 'password by type', 'free-text by type'],
    );
    assert.deepEqual(
      await asked(
        "export const F = () => <form><label>{t('form.phone')}<input name='x' /></label></form>;",
        'F.tsx',
      ),
      ['phone by name'],
    );
  });

  it('is not misled by other things that have names', async () => {
    const html =
      '<form><label>Project name <input name="name"></label><input type="hidden" name="email">' +
      '<input type="search" name="q" placeholder="Search by name"><label>Title <input name="title"></label>' +
      '<input name="phone" disabled><input name="website" style="display:none" placeholder="E-mail"></form>';
    assert.deepEqual(await asked(html), []);
  });

  it('reads the question that radios and checkboxes answer', async () => {
    const html =
      '<form><fieldset><legend>Allergies</legend><label><input type="checkbox" name="a"> Nuts</label></fieldset>' +
      '<label><input type="radio" name="civilite" value="1"> Mme</label>' +
      '<label><input type="checkbox" name="newsletter"> Send me the newsletter by e-mail</label></form>';
    assert.deepEqual(await asked(html), ['diet by question', 'title by name']);
  });

  it('prefers what is protected most where a label names several things', () => {
    assert.equal(dataInWords('Passport number or e-mail address')?.kind, 'identity-document');
  });

  for (const kind of dataKinds) {
    it(`has a phrase for ${kind} in every language, or none at all`, () => {
      const { words, title } = data.kinds[kind];
      assert.ok(title.en && title.fr);
      const languages = Object.keys(words).sort();
      if (languages.length) assert.deepEqual(languages, ['de', 'en', 'es', 'fr', 'it', 'nl', 'pl', 'pt']);
    });
  }
});
