import assert from 'node:assert/strict';
import { FileProject } from '../../server/src/engine/projectFiles.js';

function project(path: string, files: Readonly<Record<string, string>>, root = '/p') {
  return new FileProject(path, root, { read: async (asked) => files[asked] });
}

async function answer(path: string, kind: 'file' | 'component', key: string, files: readonly string[]) {
  const texts = Object.fromEntries(files.map((file) => [file, file]));
  const around = project(path, texts);
  const snapshot = await around.fetch('', [{ kind, key }]);
  return snapshot.get({ kind, key });
}

describe('the files of a project', () => {
  const found: readonly (readonly [string, 'file' | 'component', string, string])[] = [
    ['/p/app/a.component.html', 'file', './a.component.ts', '/p/app/a.component.ts'],
    ['/p/emails/welcome.html.twig', 'file', 'emails/footer.html.twig', '/p/emails/footer.html.twig'],
    [
      '/p/templates/mail/welcome.html.twig',
      'file',
      'mail/_footer.html.twig',
      '/p/templates/mail/_footer.html.twig',
    ],
    ['/p/app/views/mailer/news.html.erb', 'file', 'shared/footer', '/p/app/views/shared/_footer.html.erb'],
    [
      '/p/resources/views/mails/news.blade.php',
      'file',
      'mails.parts.foot',
      '/p/resources/views/mails/parts/foot.blade.php',
    ],
    ['/p/emails/news.hbs', 'file', 'footer', '/p/emails/partials/footer.hbs'],
    ['/p/emails/news.tsx', 'component', './footer#Footer', '/p/emails/footer.tsx'],
    ['/p/emails/news.tsx', 'component', '../parts/footer.js#Footer', '/p/parts/footer.tsx'],
    ['/p/src/emails/news.tsx', 'component', '@/parts#Footer', '/p/src/parts/index.ts'],
  ];
  for (const [path, kind, key, wanted] of found)
    it(`answer “${key}” asked by ${path}`, async () =>
      assert.equal(await answer(path, kind, key, [wanted]), wanted));

  const silent: readonly (readonly [string, 'file' | 'component', string, string])[] = [
    ['/p/a.html', 'file', '../secret.ts', '/secret.ts'],
    ['/p/a.html', 'file', '/etc/passwd', '/etc/passwd'],
    ['/p/a.html', 'file', './a.html', '/p/a.html'],
    ['/p/a.tsx', 'component', 'some-library#Footer', '/p/some-library.tsx'],
  ];
  for (const [path, kind, key, there] of silent)
    it(`do not answer “${key}” asked by ${path}`, async () =>
      assert.equal(await answer(path, kind, key, [there]), undefined));

  it('tell where they have been looked for, found or not', async () => {
    const around = project('/p/a/b.component.html', {});
    await around.fetch('', [{ kind: 'file', key: './b.component.ts' }]);
    assert.deepEqual([...around.asked], ['/p/a/b.component.ts']);
  });

  it('are left alone where they cannot be read, or hold too much', async () => {
    const lookUp = { kind: 'file', key: './b.ts' } as const;
    const failing = new FileProject('/p/b.html', '/p', { read: () => Promise.reject(new Error('no')) });
    assert.equal((await failing.fetch('', [lookUp])).get(lookUp), undefined);
    const large = project('/p/b.html', { '/p/b.ts': 'x'.repeat(1_000_001) });
    assert.equal((await large.fetch('', [lookUp])).get(lookUp), undefined);
  });

  it('are not looked through without end', async () => {
    const around = project('/p/a/b/c/d/e/f/mail.hbs', {});
    const lookUps = Array.from({ length: 500 }, (_, i) => ({ kind: 'file' as const, key: `part${i}` }));
    await around.fetch('', lookUps);
    assert.ok(around.asked.size <= 400);
  });
});
