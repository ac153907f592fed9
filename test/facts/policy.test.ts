import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { policyPoints, policyPointTexts } from '../../server/src/knowledge/privacyPolicy.js';
import { factsOf } from '../support/factsOf.js';
import { root } from '../support/root.js';

const folder = path.join(root, 'test/rules/incomplete-privacy-policy');
const LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'nl', 'pt', 'pl'];
/** Asked for only where something else is spoken of, which stands in the same section. */
const CONDITIONAL: ReadonlySet<string> = new Set(['social']);

describe('privacy policies, point by point', () => {
  for (const language of LANGUAGES) {
    const text = readFileSync(path.join(folder, `good.${language}.html`), 'utf8');
    for (const point of policyPoints) {
      it(`${point} is missed in ${language} where its section is gone, and found where a heading names it`, async () => {
        const gone = text.replace(new RegExp(`.*<section id="${point}">.*\n`), '');
        assert.notEqual(gone, text);
        const titles = ({ title }: { readonly title: { readonly en: string } }) => title.en;
        const wanted = policyPointTexts(point).title.en;
        const missing = (await factsOf(gone)).policy?.missing.map(titles);
        assert.deepEqual(missing, CONDITIONAL.has(point) ? [] : [wanted]);
        const heading = policyPointTexts(point).heading[language];
        assert.ok(heading);
        const headed = gone.replace('</main>', `<h2>${heading}</h2></main>`);
        assert.deepEqual((await factsOf(headed)).policy?.missing.map(titles), []);
      });
    }
  }

  const kept: readonly (readonly [language: string, words: string, long: string | undefined])[] = [
    ['en', 'We keep newsletter subscribers for 10 years.', '10 years'],
    ['fr', 'Les prospects sont conservés dix ans.', 'dix ans'],
    ['de', 'Adressen für den Newsletter speichern wir zehn Jahre.', 'zehn Jahre'],
    ['es', 'Conservamos los datos de publicidad 8 años.', '8 años'],
    ['it', 'Gli iscritti alla newsletter sono conservati per 10 anni.', '10 anni'],
    ['nl', 'Adressen voor de nieuwsbrief bewaren wij tien jaar.', 'tien jaar'],
    ['pt', 'Os dados de marketing ficam 6 anos.', '6 anos'],
    ['pl', 'Dane do celów marketingowych trzymamy 10 lat.', '10 lat'],
    ['en', 'We keep newsletter subscribers for 3 years.', undefined],
    ['en', 'We keep invoices for 10 years.', undefined],
    ['en', 'Newsletter and invoices: 10 years.', undefined],
  ];
  for (const [language, words, long] of kept) {
    it(`“${words}” (${language}) is ${long ? 'far over three years' : 'no matter'}`, async () => {
      const text = readFileSync(path.join(folder, `good.${language}.html`), 'utf8');
      const { policy } = await factsOf(text.replace('</main>', `<p>${words}</p></main>`));
      assert.equal(policy?.long?.words, long);
    });
  }
});
