import type { Edit } from '../../server/src/core/edit.js';
import type { Finding, Report, ReviewInput, ReviewOptions } from '../../server/src/engine/types.js';
import type { Engine, RuleTexts } from '../../server/src/lsp/host.js';

/** An engine whose findings are single words, so that tests of the protocol depend on no rule and no parser. */
export const fakeEngine: Pick<Engine, 'review' | 'rules' | 'fixText' | 'suppress'> = {
  review: async (input, options) => review(input, options),
  rules: [
    rule('bad-word', 'A word is bad <b>.', [
      { name: { en: 'Art. 1', fr: 'art. 1' }, url: 'https://law.example/1' },
    ]),
    rule('meh-word', 'A word is so-so.', []),
  ],
  fixText: async (input, options) => {
    const { findings } = await review(input, options);
    const repairs = findings.flatMap((finding) => finding.repairs);
    return { edits: repairs.filter((repair) => repair.safety === 'fix').flatMap((repair) => repair.edits) };
  },
  suppress: async (_input, _options, finding, reason): Promise<Edit> => {
    const { start } = finding.span;
    return {
      span: { start, end: start },
      text: `<!-- privacylint-disable-next ${finding.ruleId}: ${reason} $ -->`,
    };
  },
};

function rule(id: string, what: string, basis: RuleTexts['basis']): RuleTexts {
  return {
    id,
    what: { en: what, fr: `${what} (fr)` },
    why: { en: 'It hurts.', fr: 'Cela fait mal.' },
    remedy: { en: 'Use `<i>`.', fr: 'Utilisez `<i>`.' },
    basis,
    examples: { bad: [{ language: 'html', code: 'BAD' }], good: [] },
  };
}

/**
 * BAD → error with a fix; MEH → warning with an offer and a related place; BOOM → the engine itself fails;
 * SLOW → takes 40 ms; UNSURE → something not reviewed.
 */
async function review({ text, path }: ReviewInput, options: ReviewOptions): Promise<Report> {
  if (text.includes('BOOM')) throw new Error('the engine exploded');
  if (text.includes('SLOW')) for (const end = performance.now() + 40; performance.now() < end; );
  const off = (id: string) => options.configuration?.rules[id] === 'off';
  const findings: Finding[] = [];
  for (const { index } of text.matchAll(/BAD/g)) {
    const span = { start: index, end: index + 3 };
    findings.push({
      ...finding('bad-word', options.locale === 'fr' ? 'mauvais' : 'bad', span),
      severity: 'error',
      repairs: [{ id: 'drop', title: 'Drop it', safety: 'fix', edits: [{ span, text: '' }] }],
    });
  }
  for (const { index } of text.matchAll(/MEH/g)) {
    const span = { start: index, end: index + 3 };
    const repair = { id: 'better', title: 'Better it', safety: 'offer', follow: 'Tell the others.' } as const;
    findings.push({
      ...finding('meh-word', 'so-so', span),
      related: [{ span: { start: 0, end: 1 }, message: 'begins here' }],
      repairs: [{ ...repair, edits: [{ span, text: 'GOOD' }] }],
    });
  }
  const notReviewed = text.includes('UNSURE')
    ? [{ reason: 'other-file' as const, message: 'cannot tell' }]
    : [];
  const wanted = findings.filter((one) => !off(one.ruleId)).sort((a, b) => a.span.start - b.span.start);
  return { path, dialect: 'html', filtered: false, findings: wanted, notReviewed, lookUps: [] };
}

function finding(ruleId: string, message: string, span: Finding['span']): Finding {
  const fingerprint = `${ruleId}@${span.start}`;
  const none = { review: false, related: [], repairs: [] };
  return { ruleId, messageId: ruleId, message, severity: 'warning', span, fingerprint, ...none };
}
