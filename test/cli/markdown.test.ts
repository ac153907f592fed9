import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { folderWith, privacylint, removeFolders, ticked } from './run.js';

const mail = (body: string, lang = 'en') => `<!doctype html>
<html lang="${lang}" xmlns:v="urn:schemas-microsoft-com:vml">
<body>
<table role="presentation" width="600" cellpadding="0"><tr><td>${body}</td></tr></table>
</body>
</html>
`;

const delivery = {
  'emails/autumn.html': mail(
    'Special offers: 20 % off. Book now. *|LIST:ADDRESSLINE|* <a href="#">Unsubscribe</a><img src="https://t.example/open?u=1" width="1" height="1" alt="">',
  ),
  'emails/spring.html': mail(
    'Special offers: 20 % off. Book now. <a href="[[UNSUB_LINK_EN]]">Unsubscribe</a>',
  ),
  'emails/bare.html': mail('Special offers: 20 % off. Book now and save.'),
  'emails/reset.html': mail('Reset your password. Harbour Hotel Ltd, 3 Quay Street.'),
  'emails/plain.eml':
    'From: Hotel <no-reply@hotel.example>\nReply-To: desk@hotel.example\nSubject: Your booking confirmation\n\nYour booking number is 81.\n',
  'page.html': ticked,
};

describe('privacylint check --format markdown', function () {
  this.timeout(60_000);
  afterEach(removeFolders);

  it('has a row for every mail, whether anything is found in it or not', () => {
    const cwd = folderWith(delivery);
    const { code, out } = privacylint(['--format', 'markdown', '--no-config'], { cwd });
    assert.equal(code, 1);
    const rows = out.split('\n').filter((line) => line.startsWith('|'));
    assert.deepEqual(rows, [
      '| File | Kind | Provider | Way out | Sender | Pixels | Identity |',
      '| --- | --- | --- | --- | --- | ---: | --- |',
      '| `emails/autumn.html` | marketing | Mailchimp | leads nowhere | not seen | 1 | \\*\\|LIST:ADDRESSLINE\\|\\* |',
      '| `emails/bare.html` | marketing | not seen | none | not seen | 0 | none |',
      '| `emails/plain.eml` | transactional | not seen | none (not needed) | no-reply, with a reply address: no-reply@hotel.example | 0 | Hotel \\<no-reply@hotel.example> |',
      '| `emails/reset.html` | transactional | not seen | none (not needed) | not seen | 0 | Harbour Hotel Ltd, 3 Quay Street. |',
      '| `emails/spring.html` | marketing | Mailjet | present | not seen | 0 | none |',
    ]);
  });

  it('tells then of the findings by file, and of nothing twice', () => {
    const cwd = folderWith(delivery);
    const { out } = privacylint(['--format', 'markdown', '--no-config'], { cwd });
    const [head = '', findings = ''] = out.split('\n## Findings\n');
    assert.match(head, /^# Privacylint\n\n\d+ errors/);
    assert.match(
      findings,
      /\n### `emails\/bare\.html`\n\n(?:- .+\n)?- 3:1 \*\*error\*\* .+ \(.*missing-unsubscribe.*\)\n/,
    );
    assert.equal(findings.match(/^### `emails\/autumn\.html`$/gm)?.length, 1);
    assert.match(findings, /^### `page\.html`$/m);
  });

  it('speaks French', () => {
    const cwd = folderWith(delivery);
    const { out } = privacylint(['--format', 'markdown', '--no-config', '--locale', 'fr'], { cwd });
    assert.match(
      out,
      /^\| Fichier \| Nature \| Prestataire \| Désabonnement \| Expéditeur \| Pixels \| Identité \|$/m,
    );
    assert.match(
      out,
      /^\| `emails\/bare\.html` \| commercial \| non vu \| aucun \| non vu \| 0 \| aucune \|$/m,
    );
    assert.match(out, /de service \| non vu \| aucun \(non requis\)/);
    assert.match(out, /^## Constats$/m);
  });

  it('goes to a file beside another report, and leaves the table out where there is no mail', () => {
    const cwd = folderWith({ 'page.html': ticked });
    const { out } = privacylint(['--format', 'compact', '--format', 'markdown=out/review.md'], { cwd });
    assert.match(out, /prechecked-consent/);
    assert.match(readFileSync(path.join(cwd, 'out/review.md'), 'utf8'), /^### `page\.html`$/m);
    const { out: written } = privacylint(['--format', 'markdown', 'page.html'], { cwd });
    assert.doesNotMatch(written, /\|/);
  });
});
