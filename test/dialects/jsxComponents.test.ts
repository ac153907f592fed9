import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import typescript from 'typescript';
import { readDocument } from '../../server/src/dialects/jsx/parse.js';
import { componentOf } from '../../server/src/knowledge/components.js';
import { elements, knownText } from '../../server/src/model/query.js';
import { root } from '../support/root.js';

const folder = path.join(root, 'server/src/knowledge');
const json = (name: string) => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));

describe('knowledge of components', () => {
  for (const name of ['components', 'entities']) {
    it(`${name}.json fits its schema`, () => {
      const ajv = new Ajv({ strict: false, formats: { regex: true } });
      assert.ok(ajv.validate(json(`schemas/${name}.schema.json`), json(`${name}.json`)), ajv.errorsText());
    });
  }

  it('is found by named, default, deep and dotted exports, and by where shadcn components lie', () => {
    const type = (module: string, name: string) =>
      componentOf(module, name)?.type ?? componentOf(module, name)?.tag;
    assert.equal(type('@mui/material', 'Checkbox'), 'checkbox');
    assert.equal(type('@mui/material/Checkbox', 'default'), 'checkbox');
    assert.equal(type('antd/es/checkbox', 'default'), 'checkbox');
    assert.equal(type('antd', 'Radio.Group'), 'fieldset');
    assert.equal(type('@radix-ui/react-switch', 'Root'), 'switch');
    assert.equal(type('~/components/ui/radio-group', 'RadioGroupItem'), 'radio');
    assert.equal(type('@acme/ui', 'Checkbox'), 'checkbox');
    assert.equal(type('@react-email/link', 'Link'), 'a');
    assert.equal(type('./quite', 'Checkbox'), undefined);
    assert.equal(type('@mui/material', 'toString'), undefined);
  });
});

describe('dialect jsx, configured components', () => {
  const components = {
    Consent: { tag: 'input', type: 'checkbox', props: { preset: 'checked', caption: 'label' } },
    './forms#Row.Tick': { tag: 'input', type: 'switch' },
    './box': { tag: 'input' },
  };
  const read = (text: string) => [
    ...elements(readDocument(typescript, text, { path: 'x.tsx', components }).root),
  ];

  it('go before what is known, by name', () => {
    const [box] = read("import { Consent } from '@mui/material'; <Consent preset caption='News' />");
    assert.ok(box);
    assert.equal(box.tag, 'input');
    assert.deepEqual(
      box.attributes.map((a) => [a.name, a.written]),
      [
        ['checked', 'preset'],
        ['label', 'caption'],
        ['type', ''],
      ],
    );
  });

  it('and by module and name', () => {
    const [named, other] = read(
      "import { Row as R } from './forms'; import { Row } from './else'; <><R.Tick /><Row.Tick /></>",
    );
    assert.equal(named && knownText(named, 'type'), 'switch');
    assert.equal(other?.tag, 'row.tick');
  });
});
