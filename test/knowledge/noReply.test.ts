// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts under test hold other languages' placeholders
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  classifyLocalPart,
  findDoNotReplyNotice,
  findNoReplyAddresses,
} from '../../server/src/knowledge/noReply.js';
import { cpuTime } from '../support/cpuTime.js';
import { root } from '../support/root.js';

interface Data {
  readonly localParts: readonly { readonly language: string; readonly forms: readonly string[] }[];
  readonly automated: readonly string[];
}

const data: Data = JSON.parse(readFileSync(path.join(root, 'server/src/knowledge/no-reply.json'), 'utf8'));

const addresses = (text: string) => findNoReplyAddresses(text).map(({ address }) => address);

describe('no-reply local parts', () => {
  for (const { language, forms } of data.localParts) {
    for (const form of forms) {
      it(`knows ${form} (${language})`, () => {
        const middle = form.length >> 1;
        const spaced = `${form.slice(0, middle)}-${form.slice(middle)}`;
        for (const local of [
          form,
          form.toUpperCase(),
          spaced,
          `${form}2`,
          `${form}-fr`,
          `${form}+42`,
          `account-${form}`,
          `${form}.news`,
        ]) {
          assert.equal(classifyLocalPart(local), 'no-reply', local);
        }
        assert.equal(findNoReplyAddresses(`<${form}@example.org>`).length, 1);
      });
    }
  }

  it('knows usual spellings', () => {
    for (const local of [
      'no-reply',
      'No_Reply',
      'do.not.reply',
      'DoNotReply',
      'ne-pas-repondre',
      'ne-pas-répondre',
      'não-responda',
      'no.reply.fr',
      'noreplyfr',
      'notifications-noreply',
      'newsletternoreply',
      'noreply-orders',
      'no-reply+bounce-17',
      '-noreply',
      'noreply_',
    ]) {
      assert.equal(classifyLocalPart(local), 'no-reply', local);
    }
  });

  it('takes mail systems for automated', () => {
    for (const local of [...data.automated, 'MAILER-DAEMON', 'bounce+7f3a-x', 'bounces-12', 'dev-null']) {
      assert.equal(classifyLocalPart(local), 'automated', local);
    }
  });

  it('leaves people and services alone', () => {
    for (const local of [
      'reply',
      'replies',
      'norepl.smith',
      'nore.plymouth',
      'juno.reply',
      'info',
      'contact',
      'hello',
      'bonjour',
      'service',
      'no',
      'noreen',
      'newsletter',
      'notifications',
      'support',
      'casino',
      'reply-no',
      'nora.replyn',
      'team.automated',
      '',
      '...',
      'x'.repeat(80),
    ]) {
      assert.equal(classifyLocalPart(local), undefined, local);
    }
  });
});

describe('no-reply addresses', () => {
  it('are found in any form, with true offsets', () => {
    for (const [text, written, address = written] of [
      ['From: "Hotel" <no-reply@hotel.example>', 'no-reply@hotel.example'],
      ["from: 'NoReply@Hotel.example',", 'NoReply@Hotel.example'],
      ['<a href="mailto:no-reply@hotel.example?subject=x">', 'no-reply@hotel.example'],
      [
        '<a href="mailto:no%2Dreply%40hotel.example">',
        'no%2Dreply%40hotel.example',
        'no-reply@hotel.example',
      ],
      [
        'mailto:%22Hotel%22%20%3Cnoreply%40hotel.example%3E',
        'noreply%40hotel.example',
        'noreply@hotel.example',
      ],
      ['write to noreply&#64;hotel.example.', 'noreply&#64;hotel.example', 'noreply@hotel.example'],
      ['noreply@{{ domain }}', 'noreply@{{ domain }}'],
      ['`noreply@${domain}`', 'noreply@${domain}'],
      ['no-reply@<?= $domain ?>"', 'no-reply@<?= $domain ?>'],
      ['"noreply@<%= host %>"', 'noreply@<%= host %>'],
      ['"noreply@#{host}"', 'noreply@#{host}'],
      ['"noreply@" + host', 'noreply@'],
      ["'noreply@' . $host", 'noreply@'],
      ['"noreply@$host"', 'noreply@$host'],
      ["'noreply@%s' % host", 'noreply@%s'],
      ['noreply@mail.{{ site }}.org,', 'noreply@mail.{{ site }}.org'],
      ['{{ brand }}-noreply@x.org', 'noreply@x.org'],
      ['"\\nnoreply@x.org"', 'noreply@x.org'],
      ['ne-pas-répondre@x.fr', 'ne-pas-répondre@x.fr'],
    ] as const) {
      const [hit] = findNoReplyAddresses(text);
      assert.ok(hit, text);
      assert.equal(text.slice(hit.start, hit.end), written);
      assert.equal(hit.address, address);
      assert.equal(hit.certainty, 'no-reply');
    }
  });

  it('are told apart in a list, with language and certainty', () => {
    const hits = findNoReplyAddresses('noreply@a.org,info@a.org;keine-antwort@b.de bounce+1@c.org');
    assert.deepEqual(
      hits.map(({ address, language, certainty }) => [address, language, certainty]),
      [
        ['noreply@a.org', 'en', 'no-reply'],
        ['keine-antwort@b.de', 'de', 'no-reply'],
        ['bounce+1@c.org', 'en', 'automated'],
      ],
    );
  });

  it('are not seen where there are none', () => {
    for (const text of [
      'noreply_enabled = true',
      'const noreply = 1',
      '@noreply',
      'norepl.smith@x.org',
      'info@x.org',
      'reply@x.org',
      '12+me@users.noreply.github.com',
      '@media screen { .noreply { color: red } }',
      '.noreply\n@media print {}',
      'icon-noreply@2x.png',
      '"noreply@1.2.0"',
      'noreply at example.org',
      '',
    ]) {
      assert.deepEqual(addresses(text), [], text);
    }
  });

  for (const piece of [
    'a@',
    '@',
    'a',
    '%40',
    'noreply@',
    'noreply@{{',
    'noreply@[',
    'no-',
    'noreply@a.',
    '&#64;',
  ]) {
    it(`take under a second in a megabyte of ${piece}`, () => {
      const text = piece.repeat(1e6 / piece.length);
      assert.ok(cpuTime(() => findNoReplyAddresses(text)) < 1000);
    });
  }
});

describe('do-not-reply notices', () => {
  for (const [language, text, notice] of [
    ['en', 'Please do not reply to this e-mail. Thank you.', 'do not reply to this e-mail'],
    ['en', 'Note: please don’t reply to this automated message.', 'don’t reply to this automated message'],
    ['en', 'This mailbox is not monitored.', 'This mailbox is not monitored'],
    ['en', 'Replies to this address are not read', 'Replies to this address are not read'],
    ['fr', 'Merci de ne pas répondre à ce message.', 'Merci de ne pas répondre'],
    ['fr', 'Message automatique, ne pas répondre à cet e-mail', 'ne pas répondre à cet e-mail'],
    ['de', 'Bitte antworten Sie nicht auf diese E-Mail.', 'Bitte antworten Sie nicht'],
    ['de', 'Auf diese Nachricht kann nicht geantwortet werden', 'Auf diese Nachricht kann nicht geantwortet'],
    ['es', 'Por favor, no responda a este correo.', 'Por favor, no responda'],
    ['it', 'Si prega di non rispondere a questa e-mail.', 'Si prega di non rispondere'],
    ['nl', 'U kunt niet op deze e-mail reageren', 'niet op deze e-mail reageren'],
    ['pt', 'Por favor não responda a esta mensagem', 'Por favor não responda'],
    ['pl', 'Prosimy nie odpowiadać na tę wiadomość.', 'Prosimy nie odpowiadać'],
  ] as const) {
    it(`${language}: ${text}`, () => {
      const hit = findDoNotReplyNotice(text);
      assert.ok(hit);
      assert.ok(text.slice(hit.start, hit.end).includes(notice), text.slice(hit.start, hit.end));
      assert.equal(hit.language, language);
    });
  }

  it('are not seen where one is asked to reply, or warned', () => {
    for (const text of [
      'Reply to this e-mail',
      'If you do not reply within 14 days, we close the case.',
      'Si vous ne répondez pas sous huit jours',
      'Antworten Sie nicht zu spät',
      'Répondez à ce message',
      'NO_REPLY_EMAIL',
      'We never reply late',
      'Si no responde antes del lunes',
      '',
    ]) {
      assert.equal(findDoNotReplyNotice(text), undefined, text);
    }
  });

  it('take under a second in a megabyte of beginnings', () => {
    assert.ok(
      cpuTime(() => findDoNotReplyNotice('do not reply directly back to this '.repeat(28_000))) < 1000,
    );
  });
});
