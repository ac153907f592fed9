import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { dialectFor } from '../../server/src/dialects/index.js';
import { root } from '../support/root.js';

const knowledge = path.join(root, 'server/src/knowledge');
const readJson = (name: string) => JSON.parse(readFileSync(path.join(knowledge, name), 'utf8'));
const idOf = (name: string, languageId?: string, text?: string) => dialectFor(name, languageId, text)?.id;

describe('languages and files', () => {
  for (const name of ['languages', 'template-code', 'helpers']) {
    it(`${name}.json is valid`, () => {
      const validate = new Ajv({ allErrors: true, strict: false }).compile(
        readJson(`schemas/${name}.schema.json`),
      );
      assert.ok(validate(readJson(`${name}.json`)), JSON.stringify(validate.errors));
    });
  }

  it('goes by the longest ending', () => {
    assert.equal(idOf('a/form.blade.php'), 'blade');
    assert.equal(idOf('a/form.php'), 'php');
    assert.equal(idOf('a/Form.html.twig'), 'twig');
    assert.equal(idOf('a/form.html.erb'), 'erb');
    assert.equal(idOf('a/mail.hbs.html'), 'handlebars');
    assert.equal(idOf('a/form.cshtml'), 'razor');
    assert.equal(idOf('a/form.unheard-of'), undefined);
  });

  it('goes by the editor where it knows the language, and by the name where it does not', () => {
    assert.equal(idOf('a/form.html', 'jinja-html'), 'jinja');
    assert.equal(idOf('a/form.blade.php', 'php'), 'blade');
    assert.equal(idOf('a/form.html.twig', 'html'), 'twig');
    assert.equal(idOf('a/form.liquid', 'plaintext'), 'liquid');
    assert.equal(idOf('a/form.html.erb', 'ruby'), 'erb');
    assert.equal(idOf('a/mailer.rb', 'ruby'), 'ruby');
    assert.equal(idOf('untitled', 'html'), 'html');
    assert.equal(idOf('a/form.html', 'html'), 'html');
  });

  const pages: Readonly<Record<string, string>> = {
    html: '<p>100 % { margin } <a href="*|UNSUB|*">x</a> [[name]]</p>',
    php: '<p><?php echo $a ?></p>',
    erb: '<%= link_to "a", a_path %>',
    ejs: '<% if (a) { %><%= a %><% } %>',
    twig: '<a href="{{ path("book") }}">{{ "a"|trans }}</a>',
    liquid: '{% assign a = 1 %}{{ a | money }}',
    jinja: '{% extends "base.html" %}{% block a %}{% endblock %}',
    go: '{{ if .Name }}{{ .Name }}{{ end }}',
    handlebars: '{{#if name}}{{name}}{{/if}}',
    jsp: '<%@ page %><c:if test="x">a</c:if>',
    freemarker: '<#if a>b</#if>',
  };
  for (const [dialect, text] of Object.entries(pages)) {
    it(`knows ${dialect} in a file named .html by its marks`, () => {
      assert.equal(idOf('a/form.html', undefined, text), dialect);
      assert.equal(idOf('a/form.html', 'html', text), dialect);
    });
  }

  it('goes by the marks of .tpl and .tmpl too, but not where the name says enough', () => {
    assert.equal(idOf('a.tpl'), 'smarty');
    assert.equal(idOf('a.tpl', undefined, '{$name}'), 'smarty');
    assert.equal(idOf('a.tpl', undefined, '<?php echo $a ?>'), 'php');
    assert.equal(idOf('a.tmpl', undefined, '{% if a %}{% endif %}'), 'jinja');
    assert.equal(idOf('a.hbs', undefined, '<?php echo $a ?>'), 'handlebars');
  });

  it('reads marks in linear time', () => {
    for (const piece of ['{{', '{% ', '<% ', '<%= do ', '{{ a ', ' (', ' [', '<c:if ', '{{#', ' th:a']) {
      const text = piece.repeat(Math.ceil(300_000 / piece.length));
      const before = process.cpuUsage().user;
      idOf('a.html', 'html', text);
      assert.ok(process.cpuUsage().user - before < 1_000_000, piece);
    }
  });
});
