import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { createWording } from '../../server/src/facts/wording/index.js';
import { type LanguageData, languages } from '../../server/src/knowledge/wording.js';
import { root } from '../support/root.js';

/** A language that nobody speaks, as its file would be. */
const made: LanguageData = {
  language: 'qaa',
  source: 'Made up: no word of it is of any language.',
  telltales: [
    'zu',
    'mek',
    'vorn',
    'tilu',
    'kral*',
    'hoto',
    'saglo',
    'polun',
    'nik',
    'shikan',
    'blatk*',
    'drugan*',
    'odklik',
    'pamto',
    'vi',
    'ilo',
    'sorn',
    'belik',
    'tasmo',
    'furel',
    'gantu',
  ],
  sets: { news: ['blatka', 'blatku'] },
  purposes: {
    newsletter: { certain: ['<news>', 'vorn blatka'] },
    partners: { certain: ['tilu drugan*'] },
    terms: { certain: ['kralmet*'] },
  },
  roles: {
    agree: ['mek saglo'],
    want: ['mek hoto'],
    receive: ['polun'],
    not: ['nik'],
    and: ['ilo'],
    announce: ['vi shikan'],
    untick: ['odklik'],
  },
  unrelated: { 'remember-me': ['pamto mek'] },
  examples: { positive: [{ text: 'Mek hoto polun blatku', requested: ['newsletter'] }], negative: [] },
};

describe('a new language', () => {
  const { readWording } = createWording([...languages, made]);
  const read = (text: string, tags: readonly string[] = []) => {
    const { language, purposes, polarity, statement, unrelated } = readWording(text, tags);
    const asked = purposes.filter(({ requested }) => requested).map(({ purpose }) => purpose);
    return { language, asked, polarity, statement, unrelated: unrelated?.kind };
  };

  it('is one file that the schema allows', () => {
    const schema = readFileSync(path.join(root, 'server/src/knowledge/schemas/wording.schema.json'), 'utf8');
    const validate = new Ajv({ allErrors: true, strictTypes: false }).compile(JSON.parse(schema));
    const { examples } = languages[0] ?? made;
    assert.ok(validate({ ...made, examples }), JSON.stringify(validate.errors));
  });

  it('is told by its own words, and read like the others', () => {
    const asked = { language: 'qaa', statement: false, unrelated: undefined };
    assert.deepEqual(read('Mek hoto polun vorn blatka'), {
      ...asked,
      asked: ['newsletter'],
      polarity: 'grant',
    });
    assert.deepEqual(read('Mek nik hoto polun blatku', ['qaa']).polarity, 'refuse');
    assert.deepEqual(read('Mek saglo kralmeta ilo tilu druganim').asked, ['terms', 'partners']);
    assert.deepEqual(read('Odklik, mek nik polun blatku', ['qaa-QM']).polarity, 'grant');
    assert.deepEqual(read('Vi shikan mek blatku').statement, true);
    assert.deepEqual(read('Pamto mek').unrelated, 'remember-me');
  });

  it('leaves the others as they were', () => {
    const { readWording: before } = createWording(languages);
    for (const { language, examples } of languages) {
      for (const { text } of [...examples.positive, ...examples.negative])
        assert.deepEqual(readWording(text, [language]), before(text, [language]), text);
    }
  });
});
