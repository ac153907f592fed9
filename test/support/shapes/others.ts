import { type Box, given, type Shape } from './types.js';

const hidden = (name: string) => `<input type="hidden" name="${name}" value="1" />`;

const svelte =
  (script: (box: Box) => string): Shape['page'] =>
  (inner, button, box) =>
    `<script>\n  import { enhance } from '$app/forms';\n${box ? script(box) : ''}</script>\n\n<form method="POST" action="/register" use:enhance>\n  <input type="email" name="email" />\n  ${inner}\n  <button>${button}</button>\n</form>\n`;
const bound = ({ name, words, required }: Box) =>
  `<label>\n    <input type="checkbox" name="${name}" bind:checked={optIn}${given(required, ' required')} />\n    ${words}\n  </label>`;

const angular =
  (form: string, klass: (box: Box | undefined) => string): Shape['page'] =>
  (inner, button, box) =>
    `import { Component } from '@angular/core';\nimport { FormBuilder, Validators } from '@angular/forms';\n\n@Component({\n  selector: 'app-sign-up',\n  template: \`\n    <form ${form}>\n      <input type="email" name="email" />\n      ${inner}\n      <button>${button}</button>\n    </form>\n  \`,\n})\nexport class SignUp {\n${klass(box)}}\n`;
const model = (box: Box | undefined) => `  optIn = ${box?.on ?? false};\n  save() {}\n`;
const group = (box: Box | undefined) =>
  `  form = this.fb.group({\n    email: [''],\n${box ? `    ${box.name}: [${box.on}${given(box.required, ', Validators.requiredTrue')}],\n` : ''}  });\n  constructor(private fb: FormBuilder) {}\n  save() {}\n`;

export const otherShapes: readonly Shape[] = [
  {
    id: 'svelte, let',
    end: 'svelte',
    page: svelte(({ on }) => `  let optIn = ${on};\n`),
    box: bound,
    hidden,
  },
  {
    id: 'svelte, $state',
    end: 'svelte',
    page: svelte(({ on }) => `  let optIn = $state(${on});\n`),
    box: bound,
  },
  {
    id: 'svelte, object',
    end: 'svelte',
    page: svelte(({ name, on }) => `  let form = $state({ email: '', ${name}: ${on} });\n`),
    box: ({ name, words, required }) =>
      `<input type="checkbox" id="${name}" name="${name}" bind:checked={form.${name}}${given(required, ' required')} />\n  <label for="${name}">${words}</label>`,
  },
  {
    id: 'angular, ngModel',
    end: 'component.ts',
    page: angular('(ngSubmit)="save()"', model),
    box: ({ name, words, required }) =>
      `<label><input type="checkbox" name="${name}" [(ngModel)]="optIn"${given(required, ' required')} /> ${words}</label>`,
    hidden,
  },
  {
    id: 'angular, reactive',
    end: 'component.ts',
    page: angular('[formGroup]="form" (ngSubmit)="save()"', group),
    box: ({ name, words }) => `<label><input type="checkbox" formControlName="${name}" /> ${words}</label>`,
  },
  {
    id: 'angular material',
    end: 'component.ts',
    page: angular('(ngSubmit)="save()"', model),
    box: ({ name, words, required }) =>
      `<mat-checkbox name="${name}" [(ngModel)]="optIn"${given(required, ' required')}>${words}</mat-checkbox>`,
  },
  {
    id: 'ionic',
    end: 'component.ts',
    page: angular('(ngSubmit)="save()"', model),
    box: ({ name, words, on, required }) =>
      `<ion-checkbox name="${name}"${given(on, ' checked="true"')}${given(required, ' required')}>${words}</ion-checkbox>`,
  },
  {
    id: 'astro',
    end: 'astro',
    page: (inner, button) =>
      `---\nimport Layout from '../layouts/Layout.astro';\n---\n<Layout>\n  <form method="POST" action="/register">\n    <input type="email" name="email" />\n    ${inner}\n    <button>${button}</button>\n  </form>\n</Layout>\n`,
    box: ({ name, words, on, required }) =>
      `<label>\n      <input type="checkbox" name="${name}" checked={${on}} required={${required}} /> ${words}\n    </label>`,
    hidden,
  },
];
