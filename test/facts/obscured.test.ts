import assert from 'node:assert/strict';
import { factsOf } from '../support/factsOf.js';

const mail = (rows: string, head = '') =>
  `<!doctype html>\n<html lang="en" xmlns:v="urn:schemas-microsoft-com:vml"><head>${head}</head><body>` +
  `<table role="presentation" width="600" cellpadding="0">${rows}</table></body></html>`;
const row = (cell: string) => `<tr><td>${cell}</td></tr>`;
const way = '<a href="*|UNSUB|*">Unsubscribe</a>';

async function causesIn(text: string): Promise<string[]> {
  const { message } = await factsOf(text, 'emails/letter.html');
  assert.ok(message);
  return message.obscured.map(({ cause }) => cause);
}

describe('ways out that can hardly be found', () => {
  it('are those beyond what a large mail service shows', async () => {
    const story = row('The harbour at night. '.repeat(5000));
    assert.deepEqual(await causesIn(mail(story + row(way))), ['clipped']);
    assert.deepEqual(await causesIn(mail(row(way) + story + row(way))), []);
    assert.deepEqual(await causesIn(mail(row('Szczecin. '.repeat(5000)) + row(way))), []);
  });

  it('are those that one declaration hides', async () => {
    for (const style of [
      'display:none',
      'visibility: hidden',
      'font-size:0',
      'opacity:0',
      'max-height:0;overflow:hidden',
      'text-indent:-9999px',
      'position:absolute;left:-5000px',
    ])
      assert.deepEqual(await causesIn(mail(row(`<div style="${style}">${way}</div>`))), ['hidden'], style);
  });

  it('are not those whose look is not known', async () => {
    for (const cell of [
      `<div style="background: #222 url(sea.jpg)"><a href="*|UNSUB|*" style="color:#222">Unsubscribe</a></div>`,
      `<div class="{{ tone }}"><a href="*|UNSUB|*" style="color:#fff">Unsubscribe</a></div>`,
      `<div style="background-color: var(--ground)"><a href="*|UNSUB|*" style="color:#fff">Unsubscribe</a></div>`,
      `<a href="*|UNSUB|*" style="color:#fff">Un<span style="color: #333">subscribe</span></a>`,
    ])
      assert.deepEqual(await causesIn(mail(row(cell), '<style>p { color: #000; }</style>')), [], cell);
  });

  it('follow specificity, order and !important', async () => {
    const link = '<a id="out" class="quiet" href="*|UNSUB|*" style="color: #333333">Unsubscribe</a>';
    const plain = '<a id="out" class="quiet" href="*|UNSUB|*">Unsubscribe</a>';
    const sheet = (css: string) => `<style>${css}</style>`;
    assert.deepEqual(await causesIn(mail(row(plain), sheet('.quiet{color:#333} a{color:#fff}'))), []);
    assert.deepEqual(await causesIn(mail(row(plain), sheet('a.quiet{color:#333} #out{color:#fff}'))), [
      'pale',
    ]);
    assert.deepEqual(await causesIn(mail(row(link), sheet('#out{color:#fff}'))), []);
    assert.deepEqual(await causesIn(mail(row(link), sheet('a{color:#fff !important}'))), ['pale']);
    assert.deepEqual(await causesIn(mail(row(plain), sheet('a{color:#333} table > a{color:#fff}'))), []);
    assert.deepEqual(await causesIn(mail(row(plain), sheet('a{color:#333} a[href]{color:#fff}'))), []);
    assert.deepEqual(await causesIn(mail(row(plain), sheet('a:hover{color:#fff}'))), []);
  });
});
