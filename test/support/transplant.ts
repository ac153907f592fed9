/** Ways to bring a text of HTML into another language: file name, and the text there. */
export interface Transplant {
  readonly id: string;
  /** How its file names end. */
  readonly end: string;
  /** True for what nothing but mails is written in. */
  readonly mail?: boolean;
  readonly write: (html: string) => string;
}

const same = (html: string) => html;
const withoutDoctype = (html: string) => html.replace(/^\s*<!doctype[^>]*>\s*/i, '');

const templates: Readonly<Record<string, string>> = {
  handlebars: 'hbs',
  liquid: 'liquid',
  twig: 'html.twig',
  jinja: 'jinja2',
  erb: 'html.erb',
  ejs: 'ejs',
  blade: 'blade.php',
  go: 'gohtml',
  razor: 'cshtml',
  smarty: 'tpl',
  jsp: 'jsp',
  thymeleaf: 'th.html',
  freemarker: 'ftl',
  php: 'php',
};

export const transplants: readonly Transplant[] = [
  ...Object.entries(templates).map(([id, end]) => ({ id, end, write: id === 'razor' ? atSigns : same })),
  { id: 'vue', end: 'vue', write: (html) => `<template>\n${withoutDoctype(html)}</template>\n` },
  { id: 'svelte', end: 'svelte', write: same },
  { id: 'astro', end: 'astro', write: same },
  { id: 'angular', end: 'component.html', write: same },
  { id: 'jsx', end: 'jsx', write: asJsx },
  { id: 'markdown', end: 'md', write: (html) => html.replace(/^[ \t]+/gm, '').replace(/\n{2,}/g, '\n') },
  {
    id: 'template literal',
    end: 'js',
    write: (html) => `const page = \`${html.replace(/[\\`]|\$(?=\{)/g, '\\$&')}\`;\n`,
  },
  {
    id: 'string in PHP',
    end: 'strings.php',
    write: (html) => `<?php\n$page = <<<HTML\n${html.replace(/[\\$]/g, '\\$&')}HTML;\necho $page;\n`,
  },
  { id: 'mail', end: 'eml', mail: true, write: (html) => `${HEADERS}8bit\n\n${html}` },
  {
    id: 'quoted-printable mail',
    end: 'qp.eml',
    mail: true,
    write: (html) => `${HEADERS}quoted-printable\n\n${quotedPrintable(html)}`,
  },
];

const HEADERS =
  'From: reception@hotel.example\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: ';

function quotedPrintable(text: string): string {
  const bytes = [...Buffer.from(text, 'utf8')];
  const written = bytes.map((b) =>
    b === 10 || (b >= 32 && b < 127 && b !== 61)
      ? String.fromCharCode(b)
      : `=${b.toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return written.join('').replace(/[^\n]{60}(?<!=.?)/g, '$&=\n');
}

function atSigns(html: string): string {
  return html.replace(/@/g, '@@');
}

const VOID =
  /<(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b((?:[^<>"']|"[^"]*"|'[^']*')*?)\s*\/?>/gi;
const NAMES: Readonly<Record<string, string>> = {
  class: 'className',
  for: 'htmlFor',
  checked: 'defaultChecked',
  autocomplete: 'autoComplete',
  tabindex: 'tabIndex',
  charset: 'charSet',
  frameborder: 'frameBorder',
  allowfullscreen: 'allowFullScreen',
  novalidate: 'noValidate',
};

/** The page as a component draws it: scripts and styles as text, attributes by their names there. */
function asJsx(html: string): string {
  const page = withoutDoctype(html)
    .replace(/<!--([\s\S]*?)-->/g, '{/*$1*/}')
    .replace(
      /(<(script|style)\b[^>]*>)((?:(?!<\/\2>)[\s\S])+)(<\/\2>)/gi,
      (_, open, _name, inner: string, close) =>
        inner.trim() === ''
          ? open + close
          : `${open}{\`${inner.replace(/[\\`]|\$(?=\{)/g, '\\$&')}\`}${close}`,
    )
    .replace(VOID, '<$1$2 />')
    .replace(/<[a-z][\w-]*(?:\s(?:[^<>"'`]|"[^"]*"|'[^']*')*)?>/gi, (tag) =>
      tag
        .replace(/(\s[\w-]+=)([^\s"'<>{]+)/g, '$1"$2"')
        .replace(/\sstyle="([^"]*)"/gi, (_, css: string) => ` style={{ ${styles(css)} }}`)
        .replace(/\s([a-z]+)(?=[\s=/>])/gi, (all, name: string) => {
          const known = NAMES[name.toLowerCase()];
          return known ? ` ${known}` : all;
        }),
    );
  return `export const Page = () => (\n<>\n${page}</>\n);\n`;
}

function styles(css: string): string {
  return css
    .split(';')
    .filter((rule) => rule.includes(':'))
    .map((rule) => {
      const [name = '', ...value] = rule.split(':');
      const camel = name.trim().replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
      return `${camel}: ${JSON.stringify(value.join(':').trim())}`;
    })
    .join(', ');
}
