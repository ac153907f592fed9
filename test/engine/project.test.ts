import assert from 'node:assert/strict';
import type { LookUp, Project } from '../../server/src/core/project.js';
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

function projectOf(text: string | undefined, asked: LookUp[] = []): Project {
  return {
    fetch: async (_path, lookUps) => {
      asked.push(...lookUps);
      return { get: () => text };
    },
  };
}
