import assert from 'node:assert/strict';
import { review } from '../../server/src/engine/review.js';

/** What a mail, or code that sends one, is reported for: `rule severity`; nothing where all is well. */
async function found(text: string, path: string): Promise<readonly string[]> {
  const { findings, notReviewed } = await review({ text, path });
  return [
    ...findings.map(({ ruleId, severity }) => `${ruleId} ${severity}`),
    ...notReviewed.filter(({ ruleId }) => ruleId !== undefined).map(({ ruleId }) => `${ruleId} elsewhere`),
  ];
}

const mail = (body: string, lang = 'en') =>
  `<!doctype html><html lang="${lang}" xmlns:v="urn:schemas-microsoft-com:vml"><body><table role="presentation" width="600" cellpadding="0"><tr><td>Special offers: 20 % off. Book now. Harbour Hotel Ltd, 3 Quay Street. ${body}</td></tr></table></body></html>`;
const way = '<a href="https://hotel.example/unsubscribe?u=1">Unsubscribe</a>';
const pixel = (attributes: string) =>
  mail(`${way}<img src="https://t.example/open?u={{ id }}" ${attributes}>`);
const headers =
  'List-Unsubscribe: <https://hotel.example/u>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\n';
const eml = (fields: string, body = 'Unsubscribe: https://hotel.example/unsubscribe') =>
  `${fields}Subject: Newsletter: special offers\n${headers}\nBook now. Harbour Hotel Ltd. ${body}\n`;
const from = (local: string) => `From: Hotel <${local}@hotel.example>\n`;

type Case = readonly [what: string, text: string, expected: readonly string[], path?: string];

/** Clause by clause: what lets readers out, and what does not. */
const WAYS_OUT: readonly Case[] = [
  [
    'a misspelt label with a right target',
    mail('<a href="https://hotel.example/unsubscribe?u=1">Unsubcribe</a>'),
    [],
  ],
  ['a misspelt label with an opaque target', mail('<a href="https://hotel.example/u/1">Unsubcribe</a>'), []],
  ['a misspelt label without a target', mail('<a href="#">Unsubcribe</a>'), ['broken-unsubscribe error']],
  [
    '“here”, by its sentence',
    mail('To stop these mails click <a href="https://hotel.example/l/81">here</a>.'),
    [],
  ],
  ['the word alone', mail('You can unsubscribe at any time.'), ['missing-unsubscribe error']],
  ['no target', mail('<a>Unsubscribe</a>'), ['broken-unsubscribe error']],
  ['an empty target', mail('<a href="">Unsubscribe</a>'), ['broken-unsubscribe error']],
  ['a script', mail('<a href="javascript:void(0)">Unsubscribe</a>'), ['broken-unsubscribe error']],
  ['a relative address', mail('<a href="/unsubscribe">Unsubscribe</a>'), ['broken-unsubscribe error']],
  [
    'a sample host',
    mail('<a href="https://example.com/unsubscribe">Unsubscribe</a>'),
    ['broken-unsubscribe hint'],
  ],
  [
    'a no-reply address',
    mail('<a href="mailto:no-reply@hotel.example?subject=unsubscribe">Unsubscribe</a>'),
    ['broken-unsubscribe error', 'no-reply-sender warning'],
  ],
  [
    'a tag of another provider',
    mail('*|LIST:ADDRESSLINE|* <a href="{{{RESEND_UNSUBSCRIBE_URL}}}">Unsubscribe</a>'),
    ['broken-unsubscribe error'],
  ],
  [
    'a reply address named for it',
    `${from('desk')}Reply-To: unsubscribe@hotel.example\nSubject: Newsletter: special offers\n\nBook now. Harbour Hotel Ltd.\n`,
    ['missing-one-click-unsubscribe information'],
    'a.eml',
  ],
  ['a partial of Handlebars', mail('{{> footer}}'), ['missing-unsubscribe elsewhere'], 'emails/a.hbs'],
  [
    'a view of Blade',
    mail("@include('emails.footer')"),
    ['missing-unsubscribe elsewhere'],
    'emails/a.blade.php',
  ],
  [
    'a template of Twig',
    mail("{% include 'emails/footer.html.twig' %}"),
    ['missing-unsubscribe elsewhere'],
    'emails/a.html.twig',
  ],
  [
    'a partial of EJS',
    mail("<%- include('partials/footer') %>"),
    ['missing-unsubscribe elsewhere'],
    'emails/a.ejs',
  ],
  [
    'an include of MJML',
    '<mjml><mj-body><mj-section><mj-column><mj-text>Special offers: 20 % off. Harbour Ltd</mj-text></mj-column></mj-section><mj-include path="./footer.mjml" /></mj-body></mjml>',
    ['missing-unsubscribe elsewhere'],
    'a.mjml',
  ],
  // A provider that nobody listed is known by the marks of its tags and by what they are named for.
  ...[
    ['{{ list.unsub_link }}', 'en'],
    ['##OPTOUT_URL##', 'en'],
    ['%%desabonnement%%', 'fr'],
    ['~abmelde_link~', 'de'],
    ['$[unsubscribe]$', 'en'],
    ['::unsubscribe::', 'en'],
    ['[[baja]]', 'es'],
    ['{cancella_iscrizione}', 'it'],
    ['<%= opt_out_url %>', 'en'],
    ['#UNSUBSCRIBE_URL#', 'en'],
    ['{uitschrijven}', 'nl'],
    ['{$wypisz_link}', 'pl'],
    ['{{descadastrar}}', 'pt'],
  ].map(([tag, lang]): Case => [`the tag ${tag}`, mail(`<a href="${tag}">x</a>`, lang), []]),
];

/** There, and hardly to be found. */
const HIDDEN: readonly Case[] = [
  [
    'a preheader is no link',
    mail(`<div style="display:none;font-size:1px">Unsubscribe any time</div>${way}`),
    [],
  ],
  ['not displayed', mail(`<div style="display:none">${way}</div>`), ['obscured-unsubscribe error']],
  [
    'off the screen',
    mail(`<div style="position:absolute;left:-9999px">${way}</div>`),
    ['obscured-unsubscribe error'],
  ],
  [
    'without room',
    mail(`<div style="max-height:0;overflow:hidden">${way}</div>`),
    ['obscured-unsubscribe error'],
  ],
  [
    'an image without words',
    mail(
      '<a href="https://hotel.example/unsubscribe?u=1"><img src="https://hotel.example/u.png" alt=""></a>',
    ),
    ['obscured-unsubscribe warning'],
  ],
  [
    'an image with words',
    mail(
      '<a href="https://hotel.example/unsubscribe?u=1"><img src="https://hotel.example/u.png" alt="Unsubscribe"></a>',
    ),
    [],
  ],
  [
    'beyond what Gmail shows',
    mail(`<p>${'lorem ipsum dolor '.repeat(6200)}</p>${way}`),
    ['obscured-unsubscribe warning'],
  ],
];

const PIXELS: readonly Case[] = [
  ['one pixel', pixel('width="1" height="1"'), ['tracking-pixel warning']],
  ['no pixel', pixel('width="0" height="0"'), ['tracking-pixel warning']],
  ['not displayed', pixel('style="display:none"'), ['tracking-pixel warning']],
  ['transparent', pixel('style="opacity:0"'), ['tracking-pixel warning']],
  ['off the screen', pixel('style="position:absolute;left:-9999px"'), ['tracking-pixel warning']],
  [
    'small by a rule',
    mail(
      `<style>.p { width: 1px; height: 1px }</style>${way}<img class="p" src="https://t.example/open?u={{ id }}">`,
    ),
    ['tracking-pixel warning'],
  ],
  ['a spacer', mail(`${way}<img src="https://cdn.hotel.example/spacer.gif" width="1" height="1">`), []],
  ['an attached image', mail(`${way}<img src="cid:logo" width="1" height="1">`), []],
  ['a picture', pixel('width="600" height="200"'), []],
  [
    'raw markup in MJML',
    `<mjml><mj-body><mj-section><mj-column><mj-text>Special offers. Harbour Ltd ${way}</mj-text></mj-column></mj-section><mj-raw><img src="https://t.example/open?u={{id}}" width="1" height="1" alt=""></mj-raw></mj-body></mjml>`,
    ['tracking-pixel warning'],
    'a.mjml',
  ],
  ...[
    "import { ServerClient } from 'postmark';\nc.sendEmail({ From: 'a@hotel.example', Subject: 'Your stay', HtmlBody: html, TrackOpens: true });",
    "import Mailgun from 'mailgun.js';\nmg.messages.create('d', { from: 'a@hotel.example', subject: 'Your stay', html, 'o:tracking-opens': 'yes' });",
    "import sg from '@sendgrid/mail';\nsg.send({ from: 'a@hotel.example', subject: 'Your stay', html, trackingSettings: { openTracking: { enable: true } } });",
  ].map((code): Case => [code.slice(0, 40), code, ['tracking-pixel information'], 'send.ts']),
  [
    'an option that is off',
    "import sg from '@sendgrid/mail';\nsg.send({ from: 'a@hotel.example', subject: 'Your stay', html, trackingSettings: { openTracking: { enable: false } } });",
    [],
    'send.ts',
  ],
];

const SENDERS: readonly Case[] = [
  ...'no-reply ne-pas-repondre keine-antwort no-responder non-rispondere niet-beantwoorden nao-responda nie-odpowiadaj svara-inte svar-ikke ikke-svar ala-vastaa neodpovidat neodpovedat nu-raspunde ne-valaszolj ne-odgovaraj no-respondre yanitlamayin'
    .split(' ')
    .map((local): Case => [local, eml(from(local)), ['no-reply-sender warning'], 'a.eml']),
  [
    'a reply address that is read',
    eml(`${from('no-reply')}Reply-To: desk@hotel.example\n`),
    ['no-reply-sender information'],
    'a.eml',
  ],
  [
    'a contact in the body',
    eml(from('no-reply'), 'Write to desk@hotel.example. Unsubscribe: https://hotel.example/unsubscribe'),
    ['no-reply-sender information'],
    'a.eml',
  ],
  [
    'a return path and an addressee',
    eml(`Return-Path: <no-reply@hotel.example>\nTo: no-reply@guest.example\n${from('desk')}`),
    [],
    'a.eml',
  ],
  [
    'comments, placeholders, validation and addressees',
    `// no-reply@hotel.example is never used
const schema = z.string().refine((v) => !v.startsWith('no-reply@'), 'noreply@ addresses are not allowed');
export const field = <input name="x" placeholder="no-reply@hotel.example" />;
await transport.sendMail({ from: 'desk@hotel.example', to: 'no-reply@guest.example', subject: 'Your stay' });`,
    [],
    'a.tsx',
  ],
];

for (const [title, cases] of Object.entries({
  'ways out of a mail': WAYS_OUT,
  'ways out that can hardly be found': HIDDEN,
  pixels: PIXELS,
  senders: SENDERS,
}))
  describe(title, () => {
    for (const [what, text, expected, path = 'emails/a.html'] of cases)
      it(`${what}: ${expected.join(', ') || 'nothing'}`, async () => {
        assert.deepEqual(await found(text, path), expected);
      });
  });
