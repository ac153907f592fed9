import assert from 'node:assert/strict';
import { defaultConfiguration } from '../../server/src/engine/configuration.js';
import { inspect } from '../../server/src/engine/inspect.js';
import { review } from '../../server/src/engine/review.js';
import {
  addressTagOf,
  identifyProvider,
  type Provider,
  type ProviderTag,
  providers,
  unsubscribeTagOf,
} from '../../server/src/knowledge/providers.js';

const FAR = '*|UNSUB|*';
const NEAR = '%%unsub_center_url%%';

/** A commercial mail with a line at its end. */
const mail = (last: string, identity = 'Acme Inc., 1 Main Street, Springfield') =>
  `<!doctype html>
<html lang="en" xmlns:v="urn:schemas-microsoft-com:vml">
<body>
<table role="presentation" width="600" cellpadding="0">
  <tr><td>Our newsletter of May: special offers, save up to 20 % on every room.</td></tr>
  <tr><td>${identity}</td></tr>
  <tr><td>${last}</td></tr>
</table>
</body>
</html>
`;

async function found(text: string, provider: Provider, path = 'emails/may.html') {
  const configuration = { ...defaultConfiguration, provider: provider.id };
  const { findings } = await review({ text, path }, { configuration });
  return findings;
}

const idsOf = (findings: Awaited<ReturnType<typeof found>>) =>
  findings.map((f) => `${f.ruleId} ${f.messageId}`);
const written = ({ tag, match, yields }: ProviderTag) =>
  match !== 'start' && (yields === undefined || yields === 'address')
    ? `<a href="${yields === 'address' ? 'mailto:' : ''}${tag.replace(/"/g, '&quot;')}">Leave</a>`
    : undefined;

describe('every mail provider', () => {
  for (const provider of providers) {
    const { id, tags } = provider;
    const all = Object.values(tags).flat();

    it(`${id} names a source for what is verified`, () => {
      if (all.some(({ verified }) => verified)) assert.notDeepEqual(provider.sources, []);
    });

    it(`${id} is told by its own tags`, () => {
      const peculiar = [...tags.unsubscribe, ...tags.preferences, ...tags.viewOnline].filter(
        (tag) => tag.verified && !tag.common && tag.match === undefined,
      );
      for (const { tag } of peculiar) {
        const users = new Set(
          providers.filter((p) =>
            Object.values(p.tags)
              .flat()
              .some((t) => t.tag === tag),
          ),
        );
        const told = identifyProvider(mail(`<a href="${tag}">Leave</a>`))?.provider.id;
        if (users.size === 1 && told !== undefined) assert.equal(told, id, tag);
      }
    });

    for (const tag of [...tags.unsubscribe, ...tags.preferences]) {
      const link = written(tag);
      if (link === undefined) continue;
      it(`${id}: ${tag.tag} lets readers out`, async () => {
        const ids = idsOf(await found(mail(link), provider));
        assert.deepEqual(
          ids.filter((i) => /^(?:missing|broken)-unsubscribe /.test(i)),
          [],
        );
      });
    }

    for (const tag of tags.viewOnline.filter(
      ({ yields, match }) => yields === undefined && match !== 'start',
    )) {
      it(`${id}: ${tag.tag} shows the mail online, and is no way out`, async () => {
        const text = mail(`<a href="${tag.tag}">Open</a>`);
        const facts = (await inspect({ text, path: 'emails/may.html' }))?.facts;
        assert.ok(
          facts?.links.some(({ purpose }) => purpose === 'view-online'),
          JSON.stringify(facts?.links),
        );
        const ids = idsOf(await found(text, provider));
        assert.ok(
          ids.some((i) => i.startsWith('missing-unsubscribe ')),
          ids.join(),
        );
      });
    }

    for (const { tag } of tags.address.filter(({ match }) => match !== 'start')) {
      it(`${id}: ${tag} says who sends the mail`, async () => {
        const ids = idsOf(
          await found(mail(`<a href="https://hotel.example/u/unsubscribe">Unsubscribe</a>`, tag), provider),
        );
        assert.deepEqual(
          ids.filter((i) => i.startsWith('missing-sender-identity')),
          [],
        );
      });
    }

    it(`${id}: another provider's tag is reported`, async () => {
      const own = unsubscribeTagOf(provider);
      const foreign = all.some(({ tag }) => tag === FAR) ? NEAR : FAR;
      const findings = await found(mail(`<a href="${foreign}">Leave the list</a>`), provider);
      const dead = findings.find((f) => f.ruleId === 'broken-unsubscribe');
      assert.equal(dead?.messageId, 'foreignTag', idsOf(findings).join());
      if (own !== undefined)
        assert.ok(
          dead?.repairs.some((r) => r.edits.some(({ text }) => text.includes(own.replace(/&/g, '&amp;')))),
          `${own} in ${JSON.stringify(dead?.repairs)}`,
        );
    });

    const tag = unsubscribeTagOf(provider);
    if (tag !== undefined)
      it(`${id}: a footer is offered with ${tag}`, async () => {
        const findings = await found(mail('See you soon'), provider);
        const missing = findings.find((f) => f.ruleId === 'missing-unsubscribe');
        assert.ok(
          missing?.repairs.some((r) => r.edits.some(({ text }) => text.includes(`href="${tag}"`))),
          JSON.stringify(missing?.repairs),
        );
      });

    const address = addressTagOf(provider);
    if (address !== undefined && provider.addsFooter !== 'yes')
      it(`${id}: a line is offered with ${address}`, async () => {
        const findings = await found(
          mail('<a href="https://hotel.example/unsubscribe">Unsubscribe</a>', 'Hello'),
          provider,
        );
        const missing = findings.find((f) => f.ruleId === 'missing-sender-identity');
        assert.ok(
          missing?.repairs.some((r) => r.edits.some(({ text }) => text.includes(address))),
          JSON.stringify(idsOf(findings)),
        );
      });
  }
});
