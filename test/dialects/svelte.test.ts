import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import typescript from 'typescript';
import { dialectFor } from '../../server/src/dialects/index.js';
import { readSvelte } from '../../server/src/dialects/svelte/parse.js';
import { review } from '../../server/src/engine/review.js';
import type { Attribute } from '../../server/src/model/nodes.js';
import { attribute, elements } from '../../server/src/model/query.js';
import { attributeOffsets } from '../support/attributeOffsets.js';
import { dump } from '../support/dump.js';
import { root } from '../support/root.js';
import { matchSnapshot } from '../support/snapshot.js';
import { assertTrueSpans } from '../support/spans.js';
import { svelteAttributeOffsets } from '../support/svelteOffsets.js';
import { shareFound } from './braces.js';

const folder = path.join(root, 'test/dialects/fixtures/svelte');
const read = (text: string) => readSvelte(typescript, text, { path: 'x.svelte' });

function tick(markup: string, script = ''): Attribute | undefined {
  const doc = read(`${script && `<script>${script}</script>`}${markup}`);
  assertTrueSpans(doc);
  const input = [...elements(doc.root)].find((e) => e.tag === 'input');
  return input && attribute(input, 'checked');
}

describe('dialect svelte', () => {
  for (const name of readdirSync(folder).filter((n) => n.endsWith('.svelte'))) {
    const text = readFileSync(path.join(folder, name), 'utf8');
    it(`reads ${name} as drawn`, () => matchSnapshot(path.join(folder, `${name}.snap`), dump(read(text))));
    it(`reads the beginnings of ${name}, with spans true to the text`, () => {
      for (let end = 0; end <= text.length; end += end < 1200 ? 1 : 7)
        assertTrueSpans(read(text.slice(0, end)));
    });
    if (name.startsWith('damaged')) continue;
    it(`finds the attributes of ${name} where something is missing on other lines`, () => {
      const share = shareFound(text, read, 7, 150);
      assert.ok(share >= 0.99, String(share));
    });
  }

  it('is found by file name and language id', () => {
    assert.equal(dialectFor('a/b.svelte')?.id, 'svelte');
    assert.equal(dialectFor('a', 'svelte')?.id, 'svelte');
  });

  it('agrees with the compiler on where attributes stand', async () => {
    for (const name of ['runes.svelte', 'legacy.svelte']) {
      const text = readFileSync(path.join(folder, name), 'utf8');
      const ours = attributeOffsets(read(text)).filter((at) => !text.startsWith('this=', at));
      assert.deepEqual(ours, await svelteAttributeOffsets(text), name);
    }
  });

  it('starts with what the top level says, whatever handlers do', () => {
    const state = (script: string) => tick('<input type="checkbox" bind:checked={on}>', script)?.value;
    for (const on of [
      'let on = true; const f = () => (on = false);',
      'let on = false; on = true;',
      'let a = true; $: on = a;',
    ]) {
      const value = state(on);
      assert.ok(value?.state === 'known' && value.value === true && value.origin, on);
    }
    for (const open of [
      'let on = true; if (a) on = false;',
      'let on = true; on = saved;',
      'let on = true; for (const a of b) on = a;',
    ])
      assert.equal(state(open)?.state, 'dynamic', open);
  });

  it('reads what forms and stores begin with, where that is written', () => {
    const box = '<input type="checkbox" bind:checked={$form.news}>';
    const made = (call: string) => tick(box, `const { form } = ${call};`)?.value;
    const known = made('superForm({ news: true }, { SPA: true })');
    assert.ok(known?.state === 'known' && known.value === true && known.origin?.kind === 'form-defaults');
    assert.equal(made('superForm(data.form, { validators: { news: true } })')?.state, 'dynamic');
    const store = tick(
      '<input type="checkbox" bind:checked={$on}>',
      "const on = persisted('on', true);",
    )?.value;
    assert.ok(store?.state === 'known' && store.value === true && store.origin);
  });

  it('takes names that blocks declare for unknown, and no others', () => {
    const script = 'const on = true;';
    const box = '<input type="checkbox" checked={on}>';
    for (const [before, after] of [
      ['{#each list as on}', '{/each}'],
      ['{#each list as { a, on = 1 }, i (a.id)}', '{/each}'],
      ['{#each list as a, on}', '{/each}'],
      ['{#await p then on}', '{/await}'],
      ['{#await p}{:catch on}', '{/await}'],
      ['{#snippet s(on)}', '{/snippet}'],
      ['<A let:on>', '</A>'],
    ] as const) {
      assert.equal(tick(before + box + after, script)?.value.state, 'dynamic', before);
      assert.equal(tick(before + after + box, script)?.value.state, 'known', before);
    }
    const value = tick(`{#if a}{@const on = false}${box}{/if}`, script)?.value;
    assert.ok(value?.state === 'known' && value.value === false);
  });

  it('draws the entry of a written list that is on', () => {
    const script = "let list = $state([{ label: 'A', on: false }, { label: 'B', on: true }]);";
    for (const markup of [
      '{#each list as item, i (item.label)}<input type="checkbox" bind:checked={item.on}>{/each}',
      '{#each list as { on: item, label }}<input type="checkbox" checked={item}>{/each}',
    ]) {
      const found = tick(markup, script);
      assert.ok(found?.value.state === 'known' && found.value.value === true && found.off, markup);
    }
    const off = script.replace('true', 'false');
    assert.equal(
      tick('{#each list as a}<input type="checkbox" checked={a.on}>{/each}', off)?.value.state,
      'dynamic',
    );
    const inner =
      '{#each other as list}{#each list as a}<input type="checkbox" checked={a.on}>{/each}{/each}';
    assert.equal(tick(inner, script)?.value.state, 'dynamic');
  });

  it('finds the end of code past strings, templates, comments and regular expressions', () => {
    for (const code of [
      '"}"',
      "'}'",
      '`}${"}"}`',
      '/* } */ a',
      '/}/.test(a)',
      'a / b / "}"',
      '{ a: { b: 1 } }',
      '`${`}`}`',
      'a ? /[/}]/ : b',
      '// }\n a',
    ]) {
      const doc = read(`<i title={${code}} id="x">{${code}}</i><b lang="y"></b>`);
      assertTrueSpans(doc);
      assert.equal(attributeOffsets(doc).length, 3, code);
      assert.equal([...elements(doc.root)].length, 2, code);
    }
  });

  it('reads unfinished code in time that grows with the text', () => {
    for (const part of ['{a ', '{`', '<p {', '<p a={', "{'", '{#if a ', '{"${', '<p>']) {
      const text = part.repeat(20_000);
      const before = performance.now();
      read(text);
      assert.ok(performance.now() - before < 6_000, part);
    }
  });

  it('bears directives in its comments', async () => {
    const box = '<input type="checkbox" name="a" checked /> Send me the newsletter';
    const words = 'privacylint-disable-next prechecked-consent: [contract] it is the service';
    for (const comment of [`<!-- ${words} -->`, `{/* ${words} */}`]) {
      const { findings } = await review({ text: `<label>${comment}${box}</label>`, path: 'a.svelte' });
      assert.deepEqual(
        findings.map(({ ruleId, suppression }) => [ruleId, suppression !== undefined]),
        [['prechecked-consent', true]],
        comment,
      );
    }
  });

  it('reads anything at all', () => {
    for (const text of [
      '',
      '{',
      '}',
      '{}',
      '<',
      '<a {',
      '<a {}',
      '<a b={',
      '<a b={}/>',
      '<A.b',
      '{#',
      '{/',
      '{:',
      '{@',
      '<script>',
      '<script',
      '{`${',
      '\0',
      '\ud800',
      '<a b="{',
      '<a //',
      '<a /*',
    ])
      assertTrueSpans(read(text));
  });
});
