// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts under test hold other languages' placeholders
import assert from 'node:assert/strict';
import {
  addressTagOf,
  findDeadTags,
  findFormProvider,
  findProviderTags,
  identifyProvider,
  type Provider,
  preferencesTagOf,
  providerById,
  providers,
  type TagKind,
  unsubscribeTagOf,
} from '../../server/src/knowledge/providers.js';
import { cpuTime } from '../support/cpuTime.js';

const named = (id: string): Provider => {
  const provider = providerById(id);
  assert.ok(provider, `no provider ${id}`);
  return provider;
};
const idsIn = (text: string, kind: TagKind = 'unsubscribe') =>
  findProviderTags(text)
    .filter((hit) => hit.kind === kind)
    .map(({ provider }) => provider.id);
const identified = (text: string) => identifyProvider(text)?.provider.id;

describe('provider tags', () => {
  it('knows 76 providers by distinct ids', () => {
    assert.equal(new Set(providers.map(({ id }) => id)).size, 76);
    assert.equal(providerById('nobody'), undefined);
  });

  for (const provider of providers) {
    for (const kind of Object.keys(provider.tags) as TagKind[]) {
      for (const tag of provider.tags[kind]) {
        it(`finds ${provider.id}'s ${tag.tag}`, () => {
          for (const [before, after] of [
            ['', ''],
            ['<p>Hello <a href="', '">words</a></p>'],
          ] as const) {
            const text = `${before}${tag.tag}${after}`;
            const hit = findProviderTags(text).find(
              (h) => h.provider === provider && h.kind === kind && h.tag === tag,
            );
            assert.ok(hit, `not in ${text}`);
            assert.equal(hit.verified, tag.verified);
            assert.ok(
              tag.tag.endsWith(text.slice(hit.start, hit.end)) || tag.tag === text.slice(hit.start, hit.end),
            );
          }
        });
      }
    }
  }

  it('gives one hit for each provider and each end that a spelling serves', () => {
    assert.deepEqual(idsIn('{{ unsubscribe }}').sort(), ['brevo', 'newsletter2go', 'sendgrid']);
    assert.deepEqual(idsIn('{{ hostedUnsubscribeUrl }}'), ['iterable']);
    assert.deepEqual(idsIn('{{ hostedUnsubscribeUrl }}', 'preferences'), ['iterable']);
  });

  it('reads encoded tags and gives the offsets of the text as written', () => {
    for (const written of [
      '*%7CUNSUB%7C*',
      '&#42;|UNSUB|&#42;',
      '*&#x7c;UNSUB&vert;*',
      '%7B%7Bunsubscribe%7D%7D',
      '{{&nbsp;unsubscribe&nbsp;}}',
      '&lt;%asm_group_unsubscribe_raw_url%&gt;',
      '&lbrace;&lbrace;unsubscribe&rcub;&rcub;',
      '%5Bunsubscribe%5D',
      '%25unsubscribe_url%25',
    ]) {
      const text = `<a href="https://x.org/?a=1&amp;b=2&nbsp;">%20</a><a href="${written}">é&amp;</a>`;
      const [hit] = findProviderTags(text);
      assert.ok(hit, written);
      assert.equal(text.slice(hit.start, hit.end), written);
    }
  });

  it('ignores blanks, whitespace control, arguments and filters', () => {
    for (const [text, id] of [
      ['{{amazonSESUnsubscribeUrl}}', 'ses'],
      ['{{   amazonSESUnsubscribeUrl\n}}', 'ses'],
      ['{{~amazonSESUnsubscribeUrl~}}', 'ses'],
      ['{{{ pm:unsubscribe label="Leave" }}}', 'postmark'],
      ["{%- unsubscribe_link 'Leave' -%}", 'klaviyo'],
      ['{{ UnsubscribeURL . }}', 'listmonk'],
      ['{{{RESEND_UNSUBSCRIBE_URL|https://x.org}}}', 'resend'],
      ['{{${unsubscribe_url}}}', 'braze'],
      ['{{${unsubscribe_url} | default: "#"}}', 'braze'],
      ['<unsubscribe style="color:#333">Leave</unsubscribe>', 'campaignmonitor'],
      ['%% unsub_center_url %%', 'sfmc'],
      ['[[UNSUB_LINK_NL]]', 'mailjet'],
      ['*|UNSUB:https://x.org/bye|*', 'mandrill'],
    ] as const) {
      assert.ok(idsIn(text).includes(id), text);
    }
  });

  it('reaches to the end of a tag of which only the beginning is fixed', () => {
    for (const written of [
      '[[UNSUB_LINK_NL]]',
      '*|UNSUB:https://x.org/bye|*',
      '{{preference_center.${home}}}',
      "[*link.unsub('Leave')*]",
    ]) {
      const text = `<p>${written}</p>]]|*`;
      const [hit] = findProviderTags(text);
      assert.ok(hit, written);
      assert.equal(text.slice(hit.start, hit.end), written);
    }
  });

  it('ignores case unless spellings differ by it alone', () => {
    assert.deepEqual(idsIn('*|unsub|*'), ['mailchimp']);
    assert.deepEqual(idsIn('{{unsubscribeUrl}}'), ['iterable']);
    assert.deepEqual(idsIn('{{ UnsubscribeURL }}').sort(), ['emailoctopus', 'listmonk']);
    assert.deepEqual(idsIn('[unsubscribe]').sort(), ['campaignmonitor', 'sendgrid', 'sendy']);
    assert.deepEqual(idsIn('[UNSUBSCRIBE]').sort(), ['brevo', 'phplist']);
    assert.deepEqual(idsIn('{unsubscribe}').sort(), ['constantcontact', 'elasticemail']);
    assert.deepEqual(idsIn('{UNSUBSCRIBE}'), ['cleverreach']);
  });

  it('does not take one language for another', () => {
    for (const text of [
      '${unsubscribe_url}',
      '#{unsubscribe_url}',
      '%{unsubscribe_url}',
      '{{#if unsubscribe_url}}',
      '{% if unsubscribe_url %}',
      '{{ user.unsubscribe_url }}',
      '{{ unsubscribe_url_for_user }}',
      '[unsubscribe](https://x.org)',
      'if (!remove) return',
      'x = !remove;',
      '[[UNSUBSCRIBE]]',
      '<p>unsubscribe</p>',
      'color:#unsubscribe',
      '/unsubscribe_from_list_of_things',
      '{ unsubscribe: 1 }',
      '%unsubscribe',
      '*|UNSUB',
      '{{ unsubscribe',
      '%%%unsubscribe%%%',
    ]) {
      assert.deepEqual(findProviderTags(text), [], text);
    }
  });

  it('finds nothing in everyday text', () => {
    assert.deepEqual(
      findProviderTags(
        '<p style="width:100%">50 % off &amp; more: {{ name }} #1 <b>now</b> $5 and $6 [x] ~ 10:30 ::</p>',
      ),
      [],
    );
  });
});

describe('provider of a text', () => {
  it('is decided by one peculiar tag', () => {
    assert.equal(identified('<a href="*|UNSUB|*">x</a>'), 'mailchimp');
    assert.equal(identified('<%asm_group_unsubscribe_raw_url%>'), 'sendgrid');
    const found = identifyProvider('{{ unsubscribe_link }} {{ open_tracking }}');
    assert.equal(found?.provider.id, 'shopify');
    assert.deepEqual(
      found?.evidence.map(({ kind }) => kind),
      ['unsubscribe', 'tracking'],
    );
  });

  it('is not decided by shared, common or unverified spellings alone', () => {
    for (const text of [
      '{{ unsubscribe_url }}',
      '{{ unsubscribe_url }} {{ inline_postal_address }}',
      '{{unsubscribeUrl}}',
      '{{ address }}',
      '{{ unsubscribe_url }} {{ unsubscribe_link }}',
      '{UNSUBSCRIBE_URL}',
      '~OptOutLink~',
      'Hello {{ name }}',
      '',
    ]) {
      assert.equal(identifyProvider(text), undefined, text);
    }
  });

  it('is decided where another tag agrees', () => {
    assert.equal(identified('{{ unsubscribe_url }} {{ address }}'), 'kit');
    assert.equal(identified('{{ unsubscribe }} {{ mirror }}'), 'brevo');
    assert.equal(identified('{unsubscribe} {view}'), 'elasticemail');
  });

  it('is unclear where two speak', () => {
    assert.equal(identifyProvider('*|UNSUB|* {{amazonSESUnsubscribeUrl}}'), undefined);
  });
});

describe('provider readers', () => {
  it('give verified tags that can be a link target', () => {
    assert.equal(unsubscribeTagOf(named('mailchimp')), '*|UNSUB|*');
    assert.equal(unsubscribeTagOf(named('klaviyo')), '{% unsubscribe_link %}');
    assert.equal(unsubscribeTagOf(named('campaignmonitor')), '[unsubscribe]');
    assert.equal(unsubscribeTagOf(named('mailjet')), '[[UNSUB_LINK_EN]]');
    assert.equal(unsubscribeTagOf(named('mailjet'), 'fr'), '[[UNSUB_LINK_FR]]');
    assert.equal(unsubscribeTagOf(named('mailjet'), 'es'), '[[UNSUB_LINK_EN]]');
    assert.equal(unsubscribeTagOf(named('sparkpost')), undefined);
    assert.equal(unsubscribeTagOf(named('loops')), undefined);
    assert.equal(preferencesTagOf(named('mailchimp')), '*|UPDATE_PROFILE|*');
    assert.equal(preferencesTagOf(named('ses')), undefined);
  });

  it('never repair with an unverified tag', () => {
    for (const provider of providers) {
      for (const tag of [unsubscribeTagOf(provider), preferencesTagOf(provider), addressTagOf(provider)]) {
        if (tag === undefined) continue;
        const hits = findProviderTags(tag).filter((hit) => hit.provider === provider);
        assert.ok(hits.length > 0 && hits.every(({ verified }) => verified), `${provider.id} ${tag}`);
      }
    }
  });

  it('give an address that names the sender', () => {
    assert.equal(addressTagOf(named('mailchimp')), '*|LIST:ADDRESSLINE|*');
    assert.match(addressTagOf(named('sfmc')) ?? '', /Member_Busname.*Member_Addr/);
    assert.equal(addressTagOf(named('acelle')), undefined);
  });

  it('tell dead look-alikes', () => {
    const text = '<a href="{{ unsubscribe_url }}">x</a>';
    assert.deepEqual(findDeadTags(text, named('customerio')), [
      { start: 9, end: 30, instead: '{% unsubscribe_url %}' },
    ]);
    assert.deepEqual(findDeadTags(text, named('drip')), []);
    assert.deepEqual(findDeadTags('{% unsubscribe_url %}', named('customerio')), []);
  });

  it('know the hosts of forms', () => {
    const host = (name: string) => findFormProvider(name)?.provider.id;
    assert.equal(host('hotel.us1.list-manage.com'), 'mailchimp');
    assert.equal(host('list-manage.com.example.org'), undefined);
    assert.equal(host('sibforms.com'), 'brevo');
    assert.equal(host('AB12.sibforms.com'), 'brevo');
    assert.equal(host('cl.s50.exct.net'), 'sfmc');
    assert.equal(host('eomail5.com'), 'emailoctopus');
    assert.equal(host('example.com'), undefined);
    assert.equal(findFormProvider('forms.aweber.com')?.verified, false);
  });
});

describe('provider tags in hostile text', () => {
  for (const piece of [
    '{',
    '[',
    'a@',
    '%',
    '<',
    '&',
    '{{',
    '*|',
    '{{unsubscribe ',
    '{{unsubscribe_url}}',
    '<unsubscribe ',
    '&#123;',
    '$UNSUB',
    '"!remove',
  ]) {
    it(`takes under a second for a megabyte of ${piece}`, () => {
      const text = piece.repeat(1e6 / piece.length);
      assert.ok(cpuTime(() => identifyProvider(text)) < 1000);
    });
  }

  it('takes a few milliseconds for 100 KB of mail, the best of several runs', () => {
    const row =
      '<tr><td style="padding:0 10px;color:#333333" width="100%"><a href="https://example.org/?a=1&amp;b=2">Read more</a>&nbsp;{{ name }}</td></tr>\n';
    const text = row.repeat(100_000 / row.length);
    // Each time another text: the answer for the latest one is kept.
    const times = Array.from({ length: 40 }, (_, i) => cpuTime(() => findProviderTags(`${text}${i}`)));
    assert.ok(Math.min(...times) < 10, `${Math.min(...times)} ms`);
  });
});
