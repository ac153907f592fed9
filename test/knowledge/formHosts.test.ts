import assert from 'node:assert/strict';
import { dataKinds } from '../../server/src/knowledge/fields.js';
import data from '../../server/src/knowledge/form-hosts.json';
import needs from '../../server/src/knowledge/form-needs.json';
import { providerOfForms, siteOf } from '../../server/src/knowledge/formHosts.js';
import forms from '../../server/src/knowledge/forms.json';
import { factsOf } from '../support/factsOf.js';

describe('companies that receive forms', () => {
  for (const { id, name, hosts } of data.providers) {
    it(`${name} is known by each of its hosts`, async () => {
      for (const host of hosts) {
        const shown = host.replace(/^\*\./, 'eu1.');
        assert.equal(providerOfForms(shown)?.id, id, shown);
        const html = `<form action="https://${shown}/f" method="post"><input name="email"></form>`;
        const [form] = (await factsOf(html)).forms;
        assert.equal(form?.recipient?.provider?.name, name);
      }
    });
  }

  for (const { name, ...provider } of data.providers) {
    const read = async (code: string) =>
      (await factsOf(`${code}<main />;\n`, 'Contact.tsx')).postings.map((posting) => posting.provider.name);
    for (const module of 'modules' in provider ? (provider.modules ?? []) : []) {
      for (const start of 'starts' in module ? (module.starts ?? []) : [])
        it(`${name} is known where ${module.name} calls ${start}`, async () => {
          assert.deepEqual(await read(`import { ${start} } from '${module.name}';\n${start}('id');\n`), [
            name,
          ]);
          assert.deepEqual(await read(`import { ${start} } from './ours';\n${start}('id');\n`), []);
        });
      for (const component of 'components' in module ? (module.components ?? []) : [])
        it(`${name} is known where ${component} of ${module.name} is drawn`, async () => {
          const code = `import { ${component} } from '${module.name}';\nexport const Form = () => <${component} id="1" />;\n`;
          assert.deepEqual(await read(code), [name]);
        });
    }
    for (const call of 'calls' in provider ? (provider.calls ?? []) : [])
      it(`${name} is known where its script is called by ${call}`, async () => {
        assert.deepEqual(await read(`window.${call}({});\n`), [name]);
      });
  }

  it('has each id and host once, and a known region', () => {
    const ids = data.providers.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    const hosts = data.providers.flatMap((p) => p.hosts);
    assert.equal(new Set(hosts).size, hosts.length);
    for (const provider of data.providers)
      if ('region' in provider) assert.ok(provider.region && provider.region in data.regions, provider.id);
  });

  it('is not misled by names that only look alike', () => {
    for (const host of [
      'list-manage.com.example',
      'notformspree.io',
      'formspree.io.evil.test',
      'salesforce.community',
    ])
      assert.equal(providerOfForms(host), undefined, host);
  });

  it('tells sites apart where anyone may register beneath a suffix', () => {
    assert.equal(siteOf('shop.inn.co.uk'), 'inn.co.uk');
    assert.equal(siteOf('www.inn.eu'), 'inn.eu');
    assert.notEqual(siteOf('a.github.io'), siteOf('b.github.io'));
    assert.equal(siteOf('www.inn.com.pe'), 'inn.com.pe');
    assert.equal(siteOf('inn.gouv.ci'), 'inn.gouv.ci');
    assert.equal(siteOf('com.eu'), 'com.eu');
    assert.equal(siteOf('forms.org.example'), 'org.example');
  });
});

describe('what forms need', () => {
  it('speaks of purposes and kinds that are known, and never of one twice', () => {
    for (const [purpose, { needed, excessive }] of Object.entries(needs.purposes)) {
      assert.ok(purpose in forms.purposes, purpose);
      for (const kind of [...needed, ...excessive])
        assert.ok((dataKinds as readonly string[]).includes(kind), kind);
      assert.equal(new Set([...needed, ...excessive]).size, needed.length + excessive.length, purpose);
    }
  });
});
