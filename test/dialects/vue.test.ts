import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import typescript from 'typescript';
import { dialectFor } from '../../server/src/dialects/index.js';
import { readVue } from '../../server/src/dialects/vue/parse.js';
import { review } from '../../server/src/engine/review.js';
import type { Attribute } from '../../server/src/model/nodes.js';
import { attribute, elements, visibleText } from '../../server/src/model/query.js';
import { attributeOffsets } from '../support/attributeOffsets.js';
import { dump } from '../support/dump.js';
import { root } from '../support/root.js';
import { matchSnapshot } from '../support/snapshot.js';
import { assertTrueSpans } from '../support/spans.js';
import { vueAttributeOffsets } from '../support/vueOffsets.js';
import { shareFound } from './braces.js';

const folder = path.join(root, 'test/dialects/fixtures/vue');
const read = (text: string) => readVue(typescript, text, { path: 'x.vue' });

/** The tick of the first control of a template. */
function tick(template: string, script = '', setup = true): Attribute | undefined {
  const doc = read(`<template>${template}</template>\n<script${setup ? ' setup' : ''}>${script}</script>`);
  assertTrueSpans(doc);
  const input = [...elements(doc.root)].find((e) => e.tag === 'input');
  return input && attribute(input, 'checked');
}

function starts(template: string, script = '', setup = true): boolean | 'dynamic' | undefined {
  const value = tick(template, script, setup)?.value;
  return value?.state === 'known' ? value.value === '' || Boolean(value.value) : value?.state;
}

const BOX = '<input type="checkbox" v-model="on">';
const component = (options: string) => `export default { ${options} }`;

describe('dialect vue', () => {
  for (const name of readdirSync(folder).filter((n) => n.endsWith('.vue'))) {
    const text = readFileSync(path.join(folder, name), 'utf8');
    it(`reads ${name} as drawn`, () => matchSnapshot(path.join(folder, `${name}.snap`), dump(read(text))));
    it(`reads the beginnings of ${name}, with spans true to the text`, () => {
      for (let end = 0; end <= text.length; end += end < 1200 ? 1 : 5)
        assertTrueSpans(read(text.slice(0, end)));
    });
    if (name.startsWith('damaged')) continue;
    it(`finds the attributes of ${name} where something is missing on other lines`, () => {
      const share = shareFound(text, read, 7, 150);
      assert.ok(share >= 0.99, String(share));
    });
    it(`agrees with Vue's own parser on where the attributes of ${name} stand`, () => {
      // Vue leaves out the directive that keeps it from reading.
      const ours = attributeOffsets(read(text)).filter((at) => !text.startsWith('v-pre', at));
      assert.deepEqual(ours, vueAttributeOffsets(text));
    });
  }

  it('is found by file name and language id', () => {
    assert.equal(dialectFor('a/b.vue')?.id, 'vue');
    assert.equal(dialectFor('a', 'vue')?.id, 'vue');
  });

  it('lets the template know what the options hand to it, and not what the module keeps', () => {
    for (const options of [
      'data() { return { on: true } }',
      'data: () => ({ on: true })',
      'data: { on: true }',
      'setup() { const on = ref(true); return { on } }',
      'setup: () => ({ ...toRefs(state) })',
      'computed: { on() { return true } }',
      'computed: { on: { get() { return this.other }, set() {} } }, data: () => ({ other: true })',
      'props: { on: { type: Boolean, default: true } }',
    ]) {
      const script = `const on = false, state = reactive({ on: true }); ${component(options)}`;
      assert.equal(starts(BOX, script, false), true, options);
    }
    assert.equal(starts(BOX, `const on = true; ${component("props: ['on']")}`, false), 'dynamic');
    assert.equal(starts(BOX, `const on = true; ${component('props: { on: Boolean }')}`, false), 'dynamic');
    assert.equal(
      starts(BOX, `const on = true; export default defineComponent({ data: () => ({ on: false }) })`, false),
      false,
    );
    assert.equal(starts(BOX, `const on = true; ${component('data: () => ({ on: false })')}`, false), false);
  });

  it('starts with what is assigned before anyone acts', () => {
    const options = (more: string) => component(`data: () => ({ on: true }), ${more}`);
    for (const [more, expected] of [
      ['created() { this.on = false }', false],
      ['mounted() { this.load() }, methods: { load() { this.on = false } }', false],
      ['methods: { reset() { this.on = false } }', true],
      ['async created() { this.on = (await get()).on }', 'dynamic'],
      ['created() { get().then((me) => { this.on = me.on }) }', 'dynamic'],
      ['created() { if (localStorage.on) this.on = false }', true],
      ['created() { this.on = this.$store.state.on }', 'dynamic'],
    ] as const)
      assert.equal(starts(BOX, options(more), false), expected, more);
    for (const [script, expected] of [
      ['const on = ref(true); on.value = false;', false],
      ['const on = ref(false); onMounted(() => { on.value = true });', true],
      ['const on = ref(true); onMounted(async () => { on.value = await saved() });', 'dynamic'],
      ['const on = ref(true); const off = () => { on.value = false };', true],
      ['const on = ref(true); load(); function load() { on.value = saved }', 'dynamic'],
      ['const on = ref(true); watch(user, () => { on.value = false });', true],
    ] as const)
      assert.equal(starts(BOX, script), expected, script);
  });

  it('reads models of several kinds', () => {
    for (const [template, script, expected] of [
      ['<input type="checkbox" value="a" v-model="on">', "const on = ref(['a'])", true],
      ['<input type="checkbox" value="b" v-model="on">', "const on = ref(['a'])", false],
      ['<input type="checkbox" value="b" v-model="on">', 'const on = ref([...saved])', 'dynamic'],
      ['<input type="checkbox" value="b" v-model="on">', "const on = ref('b')", false],
      ['<input type="checkbox" true-value="y" v-model="on">', "const on = ref('y')", true],
      ['<input type="checkbox" true-value="y" v-model="on">', "const on = ref('n')", false],
      ['<input type="checkbox" :true-value="y" v-model="on">', "const on = ref('n')", 'dynamic'],
      ['<input type="radio" value="y" v-model="on">', "const on = ref('y')", true],
      ['<input type="radio" value="n" v-model="on">', "const on = ref('y')", false],
      ['<input type="checkbox" checked v-model="on">', 'const on = ref(false)', false],
      ['<input type="checkbox" v-model="on" :checked="true">', 'const on = ref(false)', false],
      ['<input type="checkbox" v-model="on">', 'const on = ref()', false],
      ['<input type="checkbox" v-model="on">', 'const on = ref<boolean>(props.on)', 'dynamic'],
      ['<input type="checkbox" v-model.lazy="form.on">', 'const form = useForm({ on: true })', true],
      [
        '<input type="checkbox" v-model="store.on">',
        "const use = defineStore('a', { state: () => ({ on: true }) }); const store = use()",
        true,
      ],
      [
        '<input type="checkbox" v-model="store.on">',
        "const use = defineStore('a', () => { const on = ref(true); return { on } }); const store = use()",
        true,
      ],
      [
        '<input type="checkbox" v-model="on">',
        "const { value: on } = useField('on', undefined, { initialValue: true })",
        true,
      ],
      [
        '<input type="checkbox" v-model="on">',
        "const props = defineProps({ on: { default: true } }); const on = toRef(props, 'on')",
        true,
      ],
      ['<input type="checkbox" v-model="on">', 'const { on = true } = defineProps(["on"])', true],
    ] as const)
      assert.equal(starts(template, script), expected, `${template} ${script}`);
  });

  it('takes names that loops and slots declare for unknown, and no others', () => {
    const script = 'const on = ref(true);';
    for (const [before, after] of [
      ['<p v-for="on in list">', '</p>'],
      ['<p v-for="(a, on) of list">', '</p>'],
      ['<p v-for="{ a: { on } } in list">', '</p>'],
      ['<A v-slot="{ on }">', '</A>'],
      ['<A><template #b="{ a: on }">', '</template></A>'],
      ['<A><template slot="b" slot-scope="on">', '</template></A>'],
    ] as const) {
      assert.equal(starts(before + BOX + after, script), 'dynamic', before);
      assert.equal(starts(before + after + BOX, script), true, before);
    }
  });

  it('tells components from the elements that they are called like', () => {
    const doc = read(
      '<template><Link href="/a">A <Button>B</Button></Link><Textarea><b>c</b></Textarea></template>',
    );
    const [link] = [...elements(doc.root)];
    assert.equal(link && visibleText(link), 'A B');
    assert.equal([...elements(doc.root)].filter((e) => e.tag === 'b').length, 1);
  });

  it('reads blocks, whatever they hold', () => {
    const tags = (text: string) => [...elements(read(text).root)].map((e) => e.tag);
    assert.deepEqual(tags('<docs><input></docs>\n<template><p><template><b/></template></p></template>'), [
      'p',
      'span',
      'b',
    ]);
    assert.deepEqual(
      tags('<script>const a = "<template><i></i></template>"</script>\n<template><b/></template>'),
      ['b'],
    );
    assert.deepEqual(tags('<template><p><template v-if="a"></p>\n</template>\n<script>1</script>'), [
      'p',
      'span',
    ]);
    assert.deepEqual(tags('<template>\n<b/></template></template>\n<i/>\n</template>\n<style></style>'), [
      'b',
      'i',
    ]);
  });

  it('says what it does not review', () => {
    const problems = (text: string) => read(text).problems.map(({ message }) => message);
    assert.match(problems('<template lang="pug">p a</template>')[0] ?? '', /pug/);
    assert.match(problems('<template src="./a.html"></template>')[0] ?? '', /a\.html/);
    assert.match(problems('<div></div>')[0] ?? '', /No <template>/);
    assert.deepEqual(problems(''), []);
    assert.deepEqual(problems('<script>1</script>'), []);
  });

  it('bears directives in comments of markup and code, and writes them so', async () => {
    const words = 'privacylint-disable-next prechecked-consent: [contract] it is the service';
    const box = '<label><input type="checkbox" name="a" checked> Send me the newsletter</label>';
    for (const text of [
      `<template>${box.replace('<input', `<!-- ${words} --><input`)}</template>`,
      `<!-- ${words.replace('-next', '-file')} -->\n<template>${box}</template>`,
      `<script>\n// ${words.replace('-next', '-file')}\n</script>\n<template>${box}</template>`,
    ]) {
      const { findings } = await review({ text, path: 'a.vue' });
      assert.deepEqual(
        findings.map(({ ruleId, suppression }) => [ruleId, suppression !== undefined]),
        [['prechecked-consent', true]],
        text,
      );
    }
    assert.equal(read('').syntax.codeComment?.('a */ b'), '/* a * / b */');
    assert.doesNotMatch(read('').syntax.text('{{ a }}'), /\{\{/);
  });

  it('reads anything at all, in time that grows with the text', () => {
    for (const text of [
      '',
      '<',
      '{{',
      '}}',
      '<template',
      '<template>',
      '<template lang="',
      '<template>{{',
      '</template>',
      '<template><a :',
      '<template><a v-',
      '<template><a #',
      '<template><a v-for=" in ">',
      '<template><a v-model>',
      '<script',
      '<script setup>ref(',
      '\0',
      '\ud800',
      '<!--',
      '<template><!--',
    ])
      assertTrueSpans(read(text));
    for (const part of [
      '{{ ',
      '<template>',
      '<p a="',
      '<p v-for="a in b">',
      '{{ a }}',
      '<template></template>',
      '<p :a="b">',
      "<p :a='",
      '<!--',
      '<script>',
    ]) {
      const before = process.cpuUsage().user;
      read(`<template>${part.repeat(8_000)}`);
      assert.ok(process.cpuUsage().user - before < 8_000_000, part);
    }
  });
});
