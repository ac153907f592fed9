/**
 * One form, in pieces that every dialect writes in its own way: what stands in a text, an attribute that data decides, what
 * is there under a condition, what is repeated, and a box that begins ticked.
 * @param w how a dialect writes them.
 * @param n makes names and ids unlike those of other copies.
 */
const form = (w, n) => `  <section class="panel" id="panel-${n}">
    <h2>${w.text('hotel.name')}</h2>
    <p class="lead">Book your room at <b>${w.text('hotel.name')}</b> for ${w.text('guest.nights')} nights; breakfast is part of the price.</p>
    <form action="/book/${n}" method="post" class="form wide">
      <div class="row">
        <label for="name-${n}">Your name</label>
        <input type="text" id="name-${n}" name="name" ${w.bound('value', 'guest.name')} required autocomplete="name"${w.end}>
      </div>
      <div class="row">
        <label for="email-${n}">Your e-mail address</label>
        <input type="email" id="email-${n}" name="email" ${w.bound('value', 'guest.email')} required${w.end}>
        ${w.when('errors.email', `<p class="error">${w.text('errors.email')}</p>`)}
      </div>
      <ul class="rooms">
        ${w.each('rooms', 'room', `<li class="room"><img ${w.bound('src', 'room.image')} alt="The room"${w.end}> ${w.text('room.name')}</li>`)}
      </ul>
      <label class="check">
        <input type="checkbox" name="newsletter" ${w.ticked('guest.newsletter')} value="1"${w.end}>
        Send me the newsletter with offers of the house
      </label>
      <label class="check">
        <input type="checkbox" name="terms-${n}" required value="1"${w.end}>
        I have read the <a href="/terms" title="Terms">terms</a> and the <a ${w.bound('href', 'links.privacy')}>privacy policy</a>.
      </label>
      <p class="hint">We answer within a day. Write to us at any time: <a href="mailto:desk@hotel.example">desk@hotel.example</a></p>
      <button type="submit" class="button primary" disabled${w.shut}>Book now</button>
    </form>
  </section>
`;

const delimited = (text, when, each) => ({
  text,
  bound: (name, path) => `${name}="${text(path)}"`,
  when,
  each,
  ticked: (path) => when(path, 'checked'),
});

const percent = delimited(
  (path) => `{{ ${path} }}`,
  (path, body) => `{% if ${path} %}${body}{% endif %}`,
  (list, item, body) => `{% for ${item} in ${list} %}${body}{% endfor %}`,
);
const php = (path) => `$${path.replace('.', '->')}`;
const capital = (path) => path.replace(/(^|\.)[a-z]/g, (c) => c.toUpperCase());

const attributes = (bound, more) => ({ bound, ticked: (path) => bound('checked', path), ...more });

/** How each dialect writes the pieces. */
const writers = {
  html: delimited(
    (path) => path,
    (_path, body) => body,
    (_list, _item, body) => body,
  ),
  handlebars: delimited(
    (path) => `{{${path}}}`,
    (path, body) => `{{#if ${path}}}${body}{{/if}}`,
    (list, item, body) => `{{#each ${list} as |${item}|}}${body}{{/each}}`,
  ),
  liquid: percent,
  twig: percent,
  jinja: percent,
  ejs: delimited(
    (path) => `<%= ${path} %>`,
    (path, body) => `<% if (${path}) { %>${body}<% } %>`,
    (list, item, body) => `<% ${list}.forEach(${item} => { %>${body}<% }) %>`,
  ),
  erb: delimited(
    (path) => `<%= ${path} %>`,
    (path, body) => `<% if ${path} %>${body}<% end %>`,
    (list, item, body) => `<% ${list}.each do |${item}| %>${body}<% end %>`,
  ),
  php: delimited(
    (path) => `<?= ${php(path)} ?>`,
    (path, body) => `<?php if (${php(path)}): ?>${body}<?php endif; ?>`,
    (list, item, body) => `<?php foreach (${php(list)} as $${item}): ?>${body}<?php endforeach; ?>`,
  ),
  blade: delimited(
    (path) => `{{ ${php(path)} }}`,
    (path, body) => `@if(${php(path)}) ${body} @endif`,
    (list, item, body) => `@foreach(${php(list)} as $${item}) ${body} @endforeach`,
  ),
  go: delimited(
    (path) => `{{ .${capital(path)} }}`,
    (path, body) => `{{ if .${capital(path)} }}${body}{{ end }}`,
    (list, _item, body) => `{{ range .${capital(list)} }}${body}{{ end }}`,
  ),
  razor: {
    ...delimited(
      (path) => `@Model.${capital(path)}`,
      (path, body) => `@if (Model.${capital(path)}) { ${body} }`,
      (list, item, body) => `@foreach (var ${item} in Model.${capital(list)}) { ${body} }`,
    ),
    ticked: (path) => `checked="@Model.${capital(path)}"`,
  },
  thymeleaf: attributes((name, path) => `th:${name}="\${${path}}"`, {
    text: (path) => `<span th:text="\${${path}}">x</span>`,
    when: (path, body) => `<th:block th:if="\${${path}}">${body}</th:block>`,
    each: (list, item, body) => `<th:block th:each="${item} : \${${list}}">${body}</th:block>`,
  }),
  smarty: delimited(
    (path) => `{$${path}}`,
    (path, body) => `{if $${path}}${body}{/if}`,
    (list, item, body) => `{foreach $${list} as $${item}}${body}{/foreach}`,
  ),
  jsp: delimited(
    (path) => `\${${path}}`,
    (path, body) => `<c:if test="\${${path}}">${body}</c:if>`,
    (list, item, body) => `<c:forEach items="\${${list}}" var="${item}">${body}</c:forEach>`,
  ),
  freemarker: delimited(
    (path) => `\${${path}}`,
    (path, body) => `<#if ${path}>${body}</#if>`,
    (list, item, body) => `<#list ${list} as ${item}>${body}</#list>`,
  ),
  vue: attributes((name, path) => `:${name}="${path}"`, {
    text: (path) => `{{ ${path} }}`,
    when: (path, body) => `<template v-if="${path}">${body}</template>`,
    each: (list, item, body) => `<template v-for="${item} in ${list}" :key="${item}.id">${body}</template>`,
    ticked: (path) => `v-model="${path}"`,
  }),
  svelte: attributes((name, path) => `${name}={${path}}`, {
    text: (path) => `{${path}}`,
    when: (path, body) => `{#if ${path}}${body}{/if}`,
    each: (list, item, body) => `{#each ${list} as ${item}}${body}{/each}`,
    ticked: (path) => `bind:checked={${path}}`,
  }),
  angular: attributes((name, path) => `[${name}]="${path}"`, {
    text: (path) => `{{ ${path} }}`,
    when: (path, body) => `@if (${path}) { ${body} }`,
    each: (list, item, body) => `@for (${item} of ${list}; track ${item}.id) { ${body} }`,
    ticked: (path) => `[(ngModel)]="${path}"`,
  }),
  astro: attributes((name, path) => `${name}={${path}}`, {
    text: (path) => `{${path}}`,
    when: (path, body) => `{${path} && ${body}}`,
    each: (list, item, body) => `{${list}.map((${item}) => ${body})}`,
  }),
  markdown: undefined,
  mdx: undefined,
  mjml: undefined,
  eml: undefined,
  jsx: attributes((name, path) => `${name}={${path}}`, {
    text: (path) => `{${path}}`,
    when: (path, body) => `{${path} && (${body})}`,
    each: (list, item, body) => `{${list}.map((${item}) => (${body}))}`,
    ticked: (path) => `defaultChecked={${path}}`,
    end: ' /',
  }),
};
for (const name of ['markdown', 'mjml', 'eml']) writers[name] = writers.html;
writers.mdx = writers.jsx;

/** What a copy of the form stands in, and the name of the file. */
const data = (ref) => `const hotel = ${ref}({ name: 'Seaside' });
const guest = ${ref}({ name: '', email: '', nights: 2, newsletter: true });
const errors = ${ref}({ email: '' });
const rooms = ${ref}([]);
const links = { privacy: '/privacy' };
`;
const files = {
  html: ['page.html'],
  handlebars: ['page.hbs'],
  liquid: ['page.liquid'],
  twig: ['page.html.twig'],
  jinja: ['page.jinja2'],
  ejs: ['page.ejs'],
  erb: ['page.html.erb'],
  php: ['page.php'],
  blade: ['page.blade.php'],
  go: ['page.gohtml'],
  razor: ['page.cshtml', '@model Booking\n'],
  thymeleaf: ['page.html'],
  smarty: ['page.tpl'],
  jsp: ['page.jsp'],
  freemarker: ['page.ftl'],
  vue: [
    'Page.vue',
    `<script setup>\nimport { reactive } from 'vue';\n${data('reactive')}</script>\n<template>\n<main>\n`,
    '</main>\n</template>\n',
  ],
  svelte: ['Page.svelte', `<script>\n${data('$state')}</script>\n`],
  angular: ['page.component.html'],
  astro: ['page.astro', `---\n${data('')}---\n`],
  markdown: ['page.md'],
  mdx: ['page.mdx', `export ${data('').replaceAll('\nconst', '\nexport const')}\n`],
  mjml: ['page.mjml', '<mjml><mj-body><mj-raw>\n', '</mj-raw></mj-body></mjml>\n'],
  eml: [
    'page.eml',
    'From: desk@hotel.example\nSubject: Your room\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n',
  ],
  jsx: ['Page.jsx', `${data('')}\nexport const Page = () => (<main>\n`, '</main>);\n'],
};

export const measured = Object.keys(files);

/** The same forms in a dialect. @returns the file's name and its text; `copies` as many forms. */
export function pageIn(dialect, copies) {
  const writer = { end: '', shut: '', ...writers[dialect] };
  const [name, head = '', tail = ''] = files[dialect];
  const gap =
    dialect === 'markdown' || dialect === 'mdx'
      ? '\nSome *words* between the forms, and a [link](/rooms).\n\n'
      : '';
  const body = Array.from({ length: copies }, (_, n) => form(writer, n) + gap).join('');
  // As it would come from a file: in one piece, and not as a rope of pieces.
  return { name, text: Buffer.from(head + body + tail).toString() };
}
