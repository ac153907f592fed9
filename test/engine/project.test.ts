import assert from 'node:assert/strict';
import type { LookUp, Project } from '../../server/src/core/project.js';
import { FileProject } from '../../server/src/engine/projectFiles.js';
import { review } from '../../server/src/engine/review.js';

const mail = `import { Body, Html, Text } from '@react-email/components';
import { Footer } from './footer';
export default () => (
  <Html lang="en"><Body><Text>Our newsletter with special offers.</Text><Footer /></Body></Html>
);
`;

describe('a mail whose foot stands in another file', () => {
  it('asks for that file by key', async () => {
    const asked: LookUp[] = [];
    const report = await review(
      { text: mail, path: 'emails/summer.tsx' },
      { project: projectOf(undefined, asked) },
    );
    assert.deepEqual(asked, [{ kind: 'component', key: './footer#Footer' }]);
    assert.deepEqual(report.lookUps, asked);
  });

  it('is not reviewed while nothing is known of the file', async () => {
    const report = await review({ text: mail, path: 'emails/summer.tsx' });
    assert.deepEqual(report.findings, []);
    assert.deepEqual(
      report.notReviewed.map((n) => n.reason),
      ['other-file'],
    );
    assert.deepEqual(report.lookUps, []);
  });

  it('is silent where the file holds a way out', async () => {
    const footer =
      'export const Footer = () => <Link href={unsubscribeUrl}>Unsubscribe</Link> · © Harbour Hotel;';
    const report = await review({ text: mail, path: 'emails/summer.tsx' }, { project: projectOf(footer) });
    assert.deepEqual([report.findings, report.notReviewed], [[], []]);
  });

  it('is reported where the file holds none', async () => {
    const footer = 'export const Footer = () => <Text>Hotel, 1 Lime Street</Text>;';
    const report = await review({ text: mail, path: 'emails/summer.tsx' }, { project: projectOf(footer) });
    assert.deepEqual(
      report.findings.map((f) => f.ruleId),
      ['missing-unsubscribe'],
    );
  });
});

describe('a mail whose foot stands in a partial', () => {
  const news = `<html lang="en"><body><table width="600"><tr><td>Our newsletter with special offers.</td></tr></table>
{% include 'emails/footer.html.twig' %}</body></html>`;
  const judge = async (files: Readonly<Record<string, string>>) => {
    const project = new FileProject('/p/emails/news.html.twig', '/p', { read: (asked) => files[asked] });
    const report = await review({ text: news, path: 'emails/news.html.twig' }, { project });
    return {
      found: report.findings.map((f) => f.ruleId).includes('missing-unsubscribe'),
      open: report.notReviewed.some((n) => n.ruleId === 'missing-unsubscribe'),
    };
  };

  it('is reported where the partial holds no way out', async () => {
    const files = { '/p/emails/footer.html.twig': '<p>Hotel, 1 Lime Street</p>' };
    assert.deepEqual(await judge(files), { found: true, open: false });
  });
  it('is silent where it holds one', async () => {
    const files = { '/p/emails/footer.html.twig': '<a href="{{ unsubscribe_url }}">Unsubscribe</a>' };
    assert.deepEqual(await judge(files), { found: false, open: false });
  });
  it('is not reviewed where the partial takes in another, or is not there', async () => {
    const files = { '/p/emails/footer.html.twig': "{% include 'emails/foot.html.twig' %}" };
    assert.deepEqual(await judge(files), { found: false, open: true });
    assert.deepEqual(await judge({}), { found: false, open: true });
  });
});

function projectOf(text: string | undefined, asked: LookUp[] = []): Project {
  return {
    fetch: async (_path, lookUps) => {
      asked.push(...lookUps);
      return { get: () => text };
    },
  };
}
