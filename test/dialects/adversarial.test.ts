import assert from 'node:assert/strict';
import { dialects, loadDialect } from '../../server/src/dialects/index.js';
import { cpuTime } from '../support/cpuTime.js';

const LENGTH = 120_000;
/** Milliseconds of processor time for one text: some ten times of what the slowest takes, and far less than it would if its time grew with the square. */
const BOUND = 1_200;

type Part = string | ((i: number) => string);

interface Shape {
  readonly part: Part;
  readonly head?: string;
  readonly tail?: string;
}

/** What a machine, a cut, or somebody who tries it may write: things that are opened and never closed, or too many of one. */
const everywhere: readonly Shape[] = [
  { part: '<div><a href="x">' },
  { part: '<label><input checked>' },
  { part: '<' },
  { part: '<p class="x\n' },
  { part: '<a b="{{ x\n<i c="y\n' },
  { part: ' a', head: '<p', tail: '>' },
  { part: (i) => ` a${i}="${i}"`, head: '<p', tail: '>' },
  { part: '<b>x</b>' },
  { part: '<!--' },
  { part: '<textarea>' },
  { part: '<script>' },
  { part: '"\'' },
  { part: '{' },
  { part: '}' },
  { part: '[' },
  { part: '`${' },
];

/** By the dialects that read what they hold. */
const own: Readonly<Record<string, readonly Shape[]>> = {
  svelte: [{ part: '{#if x}<p>' }, { part: '{a && <b>' }, { part: '<p let:a>' }],
  astro: [{ part: '{a && <b>' }, { part: '{a && (<b>{' }],
  vue: [
    { part: '<p v-for="a in b">', head: '<template>' },
    { part: '{{ a ', head: '<template>' },
  ],
  angular: [
    { part: '@if (x) { <p>' },
    { part: '@for (a of b; track a) {' },
    { part: '<p *ngFor="let a of b">' },
  ],
  handlebars: [{ part: '{{#if x}}<p>' }, { part: '{{{' }, { part: '{{!--' }],
  liquid: [{ part: '{% if x %}<p>' }, { part: '{% raw %}' }, { part: '{% comment %}' }],
  jinja: [{ part: '{% if x %}<p>' }, { part: '{{ a' }],
  erb: [{ part: '<% if x %><p>' }, { part: '<% x ' }],
  php: [
    { part: "if (x) { echo '<a>'\n", head: '<?php ' },
    { part: "<?php if (x) { echo '<a>'; ?>" },
    { part: '$x = <<<A\n<p>\n', head: '<?php ' },
    { part: "$a .= '<p>';\n", head: '<?php ' },
    { part: (i) => `$a${i} = '<p><input>' . $a${Math.max(0, i - 1)};\n`, head: '<?php ' },
    { part: '<?php /* ' },
  ],
  blade: [{ part: '@if(' }, { part: '@if($x) <p>' }, { part: '@verbatim' }],
  razor: [{ part: '@foreach (var a in b) { <p>' }, { part: '@(' }, { part: '@{ ' }],
  jsp: [{ part: '<c:if test="${x}">' }, { part: '${' }],
  freemarker: [{ part: '<#if x><p>' }],
  smarty: [{ part: '{if $x}<p>' }, { part: '{literal}' }],
  jsx: [
    { part: 'f(', head: 'a = ' },
    { part: '.a', head: 'a' },
    { part: "+ '<p>'", head: "a = ''" },
  ],
  markdown: [{ part: '> ' }, { part: '[a](b ' }, { part: '*a ' }, { part: '```\n' }, { part: '- a\n' }],
  eml: [
    { part: '--a\nContent-Type: text/html\n\n<p>\n', head: 'Content-Type: multipart/mixed; boundary=a\n\n' },
    { part: ' a\n', head: 'X: ' },
    { part: '=?utf-8?q?a?= ', head: 'Subject: ' },
  ],
};

function textOf({ part, head = '', tail = '' }: Shape): string {
  const parts: string[] = [head];
  for (let i = 0, length = 0; length < LENGTH; i++) {
    const next = typeof part === 'string' ? part : part(i);
    parts.push(next);
    length += next.length;
  }
  return Buffer.from(parts.join('') + tail).toString();
}

describe('texts that are meant to take long', function () {
  this.timeout(120_000);

  for (const lazy of dialects) {
    it(`${lazy.id} reads each in time that grows with its length`, async () => {
      const dialect = await loadDialect(lazy);
      const path = `x${dialect.extensions[0] ?? ''}`;
      for (const shape of [...everywhere, ...(own[lazy.id] ?? [])]) {
        const text = textOf(shape);
        const parse = () => {
          const { settings, comments, problems } = dialect.parse(text, { path });
          return [settings, comments, problems];
        };
        const time = cpuTime(parse);
        // A busy machine may be slow once.
        const best = time <= BOUND ? time : Math.min(time, cpuTime(parse));
        assert.ok(best <= BOUND, `${JSON.stringify(text.slice(0, 60))}: ${Math.round(best)} ms`);
      }
    });
  }
});
