import assert from 'node:assert/strict';
import { defaultConfiguration } from '../../server/src/engine/configuration.js';
import { fingerprint } from '../../server/src/engine/fingerprint.js';
import { fixText } from '../../server/src/engine/fix.js';
import { review } from '../../server/src/engine/review.js';

const contact = { email: 'reception@hotel.example' };
const options = { configuration: { ...defaultConfiguration, contact } };

function mail(encoding: string, body: string, head = ''): string {
  return `From: reception@hotel.example\n${head}Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: ${encoding}\n\n${body}`;
}

/** Quoted-printable, with a soft line break in the attribute. */
const CONTACT = '<p>=C3=89crivez =C3=A0 <a href=3D"mailto:no=\n-reply@hotel.example">nous</a></p>\n';

describe('embedded documents', () => {
  it('are reviewed, and their findings stand where the source has them', async () => {
    const text = mail('quoted-printable', CONTACT);
    const { findings } = await review({ text, path: 'x.eml' }, options);
    const found = findings.filter((f) => f.ruleId === 'no-reply-sender');
    assert.deepEqual(
      found.map(({ span }) => text.slice(span.start, span.end)),
      ['no=\n-reply@hotel.example'],
    );
    const [finding] = found;
    assert.ok(finding);
    assert.equal(finding.fingerprint, fingerprint('no-reply-sender', text, finding.span, 0));
  });

  it('are repaired in their encoding', async () => {
    const text = mail('quoted-printable', CONTACT);
    const fixed = await fixText({ text, path: 'x.eml' }, { ...options, offers: true }, review);
    const body = fixed.text.slice(fixed.text.indexOf('\n\n') + 2);
    assert.match(body, /<a href=3D"mailto:reception@hotel\.example">/);
    assert.equal(fixed.report.findings.filter((f) => f.ruleId === 'no-reply-sender').length, 0);
  });

  it('are reported and not repaired where nothing can be written', async () => {
    // The address begins with a group of four characters.
    const html = '<p>  <a href="mailto:no-reply@hotel.example">us</a>';
    const text = mail('base64', `${Buffer.from(html).toString('base64')}\n`);
    const { findings } = await review({ text, path: 'x.eml' }, options);
    const [finding] = findings.filter((f) => f.ruleId === 'no-reply-sender');
    assert.ok(finding);
    assert.deepEqual(finding.repairs, []);
    const written = text.slice(finding.span.start, finding.span.end);
    assert.match(Buffer.from(written, 'base64').toString('latin1'), /^no-reply@hotel\.example?$/);
  });

  it('obey directives in their own comments', async () => {
    const reason = 'no-reply-sender: [false-positive] answered by hand';
    for (const kind of ['disable-next', 'disable', 'disable-file']) {
      const text = mail(
        'quoted-printable',
        `<!-- privacylint-${kind} ${reason} -->\n${CONTACT.replace('<p>', '').replace(/^.* (?=<a)/, '')}`,
      );
      const { findings } = await review({ text, path: 'x.eml' }, options);
      const [finding, ...others] = findings.filter((f) => f.ruleId === 'no-reply-sender');
      assert.ok(finding?.suppression && others.length === 0, kind);
      assert.equal(text.slice(finding.suppression.span?.start).startsWith(`privacylint-${kind}`), true);
    }
  });

  it('let a directive for the file speak for all of it', async () => {
    const text = mail(
      'quoted-printable',
      '<!-- privacylint-disable-file no-reply-sender: sent by a machine -->\n<p>Hello</p>\n',
    ).replace('reception@', 'no-reply@');
    const { findings } = await review({ text, path: 'x.eml' }, options);
    assert.deepEqual(
      findings.filter((f) => f.ruleId === 'no-reply-sender').map((f) => f.suppression?.reason),
      ['sent by a machine'],
    );
  });

  it('say of which kind the mail is', async () => {
    const offers =
      '<html><body><p>Newsletter: special offers. Book now and save 20 % off. © Harbour Hotel</p></body></html>\n';
    const text = mail('7bit', offers);
    const found = async (input: string) =>
      (await review({ text: input, path: 'x.eml' }, options)).findings.map((f) => f.ruleId);
    assert.deepEqual(await found(text), ['missing-one-click-unsubscribe', 'missing-unsubscribe']);
    assert.deepEqual(await found(mail('7bit', `<!-- privacylint-email transactional -->${offers}`)), []);
    const leaving =
      'List-Unsubscribe: <https://hotel.example/u>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\n';
    assert.deepEqual(await found(mail('7bit', offers, leaving)), []);
  });
});
