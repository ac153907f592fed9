import assert from 'node:assert/strict';
import { inspect } from '../../server/src/engine/inspect.js';
import { review } from '../../server/src/engine/review.js';
import type { Extent } from '../../server/src/facts/types/index.js';

const OFFER =
  '<table role="presentation" width="600" cellpadding="0"><tr><td>Our newsletter: special offers. Book now and save 20 % off.</td></tr></table>';
const page = (body: string) => `<!doctype html>\n<html lang="en"><body>\n${body}\n</body></html>\n`;

/** File name → texts by what they are; a whole mail and a part of one are the same in all of them. */
const languages: Readonly<Record<string, { content?: readonly string[]; layout?: readonly string[] }>> = {
  'a.html': { content: [`---\nlayout: mail\n---\n${OFFER}`, `+++\nlayout = "mail"\n+++\n${OFFER}`] },
  'a.twig': {
    content: [`{% extends 'mail.html.twig' %}\n{% block body %}${OFFER}{% endblock %}`],
    layout: [page(`${OFFER}{% block body %}{% endblock %}`), page(`${OFFER}{{ content|raw }}`)],
  },
  'a.jinja2': {
    content: [`{% extends "mail.html" %}\n{% block body %}${OFFER}{% endblock %}`],
    layout: [page(`${OFFER}{% block body %}{% endblock %}`)],
  },
  'a.njk': {
    content: [
      `{% extends "mail.njk" %}{% block body %}${OFFER}{% endblock %}`,
      `---\nlayout: mail.njk\n---\n${OFFER}`,
    ],
    layout: [page(`${OFFER}{{ content | safe }}`)],
  },
  'a.liquid': {
    content: [`{% layout 'mail' %}${OFFER}`, `---\nlayout: mail\n---\n${OFFER}{{ page.title }}`],
    layout: [page(`${OFFER}{{ content }}`)],
  },
  'a.blade.php': {
    content: [
      `@extends('emails.main')\n@section('body')\n${OFFER}\n@endsection`,
      `@component('mail::message')\n${OFFER}\n@endcomponent`,
    ],
    layout: [page(`${OFFER}@yield('body')`), page(`${OFFER}{{ $slot }}`)],
  },
  'a.html.erb': { layout: [page(`${OFFER}<%= yield %>`)] },
  'a.ejs': { content: [`<% layout('mail') -%>\n${OFFER}`], layout: [page(`${OFFER}<%- body %>`)] },
  'a.hbs': {
    content: [
      `{{#> mail}}${OFFER}{{/mail}}`,
      `{{!< mail}}\n${OFFER}`,
      `{{#extend "mail"}}{{#content "body"}}${OFFER}{{/content}}{{/extend}}`,
    ],
    layout: [page(`${OFFER}{{{body}}}`), page(`${OFFER}{{> @partial-block}}`)],
  },
  'a.gohtml': { layout: [page(`${OFFER}{{ block "main" . }}{{ end }}`), page(`${OFFER}{{ .Content }}`)] },
  'a.cshtml': {
    content: [
      `@{ Layout = "_Mail"; }\n${OFFER}`,
      `@{\n  ViewBag.Title = "x";\n  Layout = "_Mail";\n}\n@section Foot {\n<p>x</p>\n}\n${OFFER}`,
    ],
    layout: [page(`${OFFER}@RenderBody()`)],
  },
  'a.tpl': {
    content: [`{extends file="mail.tpl"}\n{block name=body}${OFFER}{/block}`],
    layout: [page(`${OFFER}{block name=body}{/block}`)],
  },
  'a.jsp': { content: [`<t:mail>\n${OFFER}</t:mail>`], layout: [page(`${OFFER}<jsp:doBody/>`)] },
  'a.ftl': { content: [`<@mail.page>\n${OFFER}</@mail.page>`], layout: [page(`${OFFER}<#nested>`)] },
  'a.th.html': {
    content: [
      `<html lang="en" layout:decorate="~{mail}"><body><div layout:fragment="content">${OFFER}</div></body></html>`,
    ],
    layout: [
      page(`${OFFER}<div layout:fragment="content"></div>`),
      page(`${OFFER}<div th:replace="\${content}"></div>`),
    ],
  },
  'a.php': {
    content: [
      `<?php $this->layout('mail') ?>\n${OFFER}`,
      `<?= $this->extend('mail') ?>\n<?= $this->section('body') ?>${OFFER}<?= $this->endSection() ?>`,
    ],
    layout: [
      page(`${OFFER}<?= $this->section('content') ?>`),
      page(`${OFFER}<?= $this->renderSection('body') ?>`),
    ],
  },
  'a.mjml': {},
};

async function extentOf(path: string, text: string): Promise<Extent | undefined> {
  return (await inspect({ path, text }))?.facts.document.extent;
}

/** What is said of a way out that is missing. */
async function saidOf(path: string, text: string): Promise<{ found: string[]; notReviewed: number }> {
  const results = [
    await review({ path, text }, { only: ['missing-unsubscribe'] }),
    await review({ path, text }, { only: ['missing-unsubscribe'], prefilter: false }),
  ];
  const [one, other] = results.map(({ findings, notReviewed }) => ({
    found: findings.map((f) => f.messageId),
    notReviewed: notReviewed.length,
  }));
  assert.deepEqual(one, other, 'the pre-filter must not matter');
  return one ?? { found: [], notReviewed: 0 };
}

for (const [name, texts] of Object.entries(languages)) {
  describe(`how much of a mail stands in ${name}`, () => {
    const path = `emails/${name}`;
    const isMjml = name.endsWith('.mjml');
    const section =
      '<mj-section><mj-column><mj-text>Our newsletter: special offers. Book now.</mj-text></mj-column></mj-section>';
    const whole = isMjml ? `<mjml><mj-body>${section}</mj-body></mjml>` : page(OFFER);
    const part = isMjml ? section : OFFER;

    it('is all of it, which is judged', async () => {
      assert.equal(await extentOf(path, whole), 'whole');
      assert.deepEqual(await saidOf(path, whole), { found: ['missing'], notReviewed: 0 });
    });

    it('is a part, of which nothing is said', async () => {
      assert.equal(await extentOf(path, part), 'part');
      assert.deepEqual(await saidOf(path, part), { found: [], notReviewed: 0 });
    });

    for (const [i, text] of (texts.content ?? []).entries()) {
      it(`is the content of a layout, which was not reviewed (${i + 1})`, async () => {
        assert.equal(await extentOf(path, text), 'content');
        assert.deepEqual(await saidOf(path, text), { found: [], notReviewed: 1 });
      });
    }

    for (const [i, text] of (texts.layout ?? []).entries()) {
      it(`is a layout, of which nothing is said (${i + 1})`, async () => {
        assert.equal(await extentOf(path, text), 'layout');
        assert.deepEqual(await saidOf(path, text), { found: [], notReviewed: 0 });
      });
    }
  });
}
