import { type Box, given, type Shape } from './types.js';

const sfc =
  (script: (box: Box | undefined) => string): Shape['page'] =>
  (inner, button, box) =>
    `<script setup lang="ts">\n${script(box)}</script>\n\n<template>\n  <form action="/register" method="post">\n    <input type="email" name="email" autocomplete="email" />\n    ${inner}\n    <button>${button}</button>\n  </form>\n</template>\n`;

const byRef = sfc((box) =>
  box ? `import { ref } from 'vue';\n\nconst optIn = ref(${box.on});\n` : "import { ref } from 'vue';\n",
);
const hidden = (name: string) => `<input type="hidden" name="${name}" value="1" />`;
const labelled =
  (model: string) =>
  ({ name, words, required }: Box) =>
    `<label>\n      <input type="checkbox" name="${name}" v-model="${model}"${given(required, ' required')} />\n      ${words}\n    </label>`;

export const vueShapes: readonly Shape[] = [
  {
    id: 'vue, checked',
    end: 'vue',
    page: byRef,
    box: ({ name, words, on, required }) =>
      `<input type="checkbox" id="${name}" name="${name}"${given(on, ' checked')}${given(required, ' required')} />\n    <label for="${name}">${words}</label>`,
    hidden,
  },
  { id: 'vue, ref', end: 'vue', page: byRef, box: labelled('optIn'), hidden },
  {
    id: 'vue, reactive',
    end: 'vue',
    page: sfc(
      (box) =>
        `import { reactive } from 'vue';\n\nconst form = reactive({ email: ''${box ? `, ${box.name}: ${box.on}` : ''} });\n`,
    ),
    box: (box) => labelled(`form.${box.name}`)(box),
  },
  {
    id: 'vue, data()',
    end: 'vue',
    page: (inner, button, box) =>
      `<template>\n  <form action="/register" method="post">\n    <input type="email" name="email" />\n    ${inner}\n    <button>${button}</button>\n  </form>\n</template>\n\n<script>\nexport default {\n  data() {\n    return {\n      email: '',\n      optIn: ${box?.on ?? false},\n    };\n  },\n};\n</script>\n`,
    box: labelled('optIn'),
  },
  {
    id: 'vue, defineModel',
    end: 'vue',
    page: sfc((box) => `const optIn = defineModel<boolean>({ default: ${box?.on ?? false} });\n`),
    box: labelled('optIn'),
  },
  {
    id: 'vuetify',
    end: 'vue',
    page: byRef,
    box: ({ name, words, required }) =>
      `<v-checkbox v-model="optIn" name="${name}" label="${words}"${given(required, ' :rules="[(v) => !!v || \'Please tick\']" required')} />`,
  },
  {
    id: 'quasar',
    end: 'vue',
    page: byRef,
    box: ({ name, words }) => `<q-toggle v-model="optIn" name="${name}" label="${words}" />`,
  },
  {
    id: 'element plus',
    end: 'vue',
    page: byRef,
    box: ({ name, words, required }) =>
      `<el-checkbox v-model="optIn" name="${name}"${given(required, ' required')}>${words}</el-checkbox>`,
  },
  {
    id: 'primevue',
    end: 'vue',
    page: byRef,
    box: ({ name, words, required }) =>
      `<div class="flex">\n      <Checkbox v-model="optIn" inputId="${name}" name="${name}" binary${given(required, ' required')} />\n      <label for="${name}">${words}</label>\n    </div>`,
  },
];
