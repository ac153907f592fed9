import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/core/edit.js';
import {
  applyDirectives,
  type DirectiveContext,
  readDirectives,
} from '../../server/src/engine/directives.js';
import type { Finding } from '../../server/src/engine/types.js';
import { findMarkers, markerRules, parseAs } from '../support/markers.js';

async function run(path: string, text: string, context: Partial<DirectiveContext> = {}): Promise<Finding[]> {
  const directives = readDirectives(await parseAs(path, text));
  return applyDirectives(findMarkers(text), directives, {
    text,
    rules: [...markerRules, 'directive-problem'],
    ran: new Set(markerRules),
    locale: 'en',
    severity: (graded) => graded,
    ...context,
  });
}

/** Markers that remain, in order; suppressed ones in brackets. */
function markers(findings: readonly Finding[]): string {
  const found = findings.filter(({ ruleId }) => ruleId !== 'directive-problem');
  return found.map((f) => (f.suppression ? `[${f.ruleId}]` : f.ruleId)).join(' ');
}

function problems(findings: readonly Finding[], text: string): string[] {
  return findings
    .filter(({ ruleId, suppression }) => ruleId === 'directive-problem' && !suppression)
    .map(({ messageId, span }) => `${messageId}: ${text.slice(span.start, span.end)}`);
}

before(async function () {
  this.timeout(30_000);
  await parseAs('a.tsx', '');
});

describe('directives: what they cover', () => {
  const rows: readonly [title: string, path: string, text: string, expected: string][] = [
    [
      'the next element only',
      'a.html',
      '<!-- privacylint-disable-next alpha: r -->\n<i a="alpha!"></i><i a="alpha!"></i>',
      '[alpha] alpha',
    ],
    [
      'an opening tag of many lines',
      'a.html',
      '<!-- privacylint-disable-next alpha: r -->\n\n<i\n  a="1"\n  b="alpha!"\n>\n</i>',
      '[alpha]',
    ],
    [
      'the words directly in the element',
      'a.html',
      '<!-- privacylint-disable-next alpha: r --><p>alpha! <b>alpha!</b> alpha!</p> alpha!',
      '[alpha] alpha [alpha] alpha',
    ],
    [
      'words before the next element',
      'a.html',
      '<div>alpha! <!-- privacylint-disable-next alpha: r --> alpha! <b c="alpha!">x</b></div>',
      'alpha [alpha] [alpha]',
    ],
    [
      'other rules not',
      'a.html',
      '<!-- privacylint-disable-next alpha: r --><i a="beta!" b="alpha!">',
      'beta [alpha]',
    ],
    [
      'several rules, by blanks or commas',
      'a.html',
      '<!-- privacylint-disable-next alpha,beta gamma-ray: r --><i a="beta! gamma-ray! alpha!">',
      '[beta] [gamma-ray] [alpha]',
    ],
    [
      'an element on the same line of a minified text',
      'a.html',
      '<i a="alpha!"></i><!--privacylint-disable-next alpha:r--><i a="alpha!"></i><i a="alpha!"></i>',
      'alpha [alpha] alpha',
    ],
    [
      'what is missing at the beginning of the text',
      'a.html',
      '<!doctype html><!-- privacylint-disable-next alpha: r -->\n<html lang="alpha!">',
      '[alpha]',
    ],
    [
      'stacked directives',
      'a.html',
      '<!-- privacylint-disable-next alpha: r -->\n<!-- privacylint-disable-next beta: r -->\n<i a="alpha! beta!">',
      '[alpha] [beta]',
    ],
    [
      'two directives in one comment',
      'a.html',
      '<!--\n  privacylint-disable-next alpha: r\n  privacylint-disable-next beta: r\n-->\n<i a="alpha! beta!">',
      '[alpha] [beta]',
    ],
    [
      'a stretch up to enable',
      'a.html',
      'alpha! <!-- privacylint-disable alpha: r --> alpha! beta! <!-- privacylint-enable --> alpha!',
      'alpha [alpha] beta alpha',
    ],
    [
      'a stretch of two rules ended one by one',
      'a.html',
      '<!-- privacylint-disable alpha beta: r -->alpha! beta!<!-- privacylint-enable alpha -->alpha! beta!<!-- privacylint-enable beta -->beta!',
      '[alpha] [beta] alpha [beta] beta',
    ],
    [
      'a stretch to the end of the text',
      'a.html',
      'alpha!<!-- privacylint-disable alpha: r --><p>alpha!',
      'alpha [alpha]',
    ],
    [
      'the whole file, from anywhere',
      'a.html',
      '<p>alpha! beta!</p><!-- privacylint-disable-file alpha: r -->',
      '[alpha] beta',
    ],
    [
      'JSX children',
      'a.tsx',
      'const a = <div>\n  {/* privacylint-disable-next alpha: r */}\n  <input\n    a="alpha!"\n  />\n  <input a="alpha!" />\n</div>;',
      '[alpha] alpha',
    ],
    [
      'a JSX element behind a condition',
      'a.tsx',
      'const a = <div>{/* privacylint-disable-next alpha: r */}\n{ok && (\n  <input a="alpha!" />)}\n</div>;',
      '[alpha]',
    ],
    [
      'JSX in code, below the comment',
      'a.tsx',
      'const f = () =>\n  // privacylint-disable-next alpha: r\n  <input\n    a="alpha!"\n    b={<b c="alpha!" />}\n  />;',
      '[alpha] [alpha]',
    ],
    [
      'JSX in code, after the comment',
      'a.tsx',
      'const a = ok ? /* privacylint-disable-next alpha: r */ <i a="alpha!" /> : <i a="alpha!" />;',
      '[alpha] alpha',
    ],
    [
      'JSX as the value of a prop',
      'a.tsx',
      'const a = <L control={/* privacylint-disable-next alpha: r */ <C a="alpha!" />} label="alpha!" />;',
      '[alpha] alpha',
    ],
    [
      'the element in whose opening tag it stands',
      'a.tsx',
      'const a = <L a="alpha!" /* privacylint-disable-next alpha: r */\n  b="1"\n  c="alpha!">alpha!</L>;',
      '[alpha] [alpha] [alpha]',
    ],
    [
      'the next line of code',
      'a.ts',
      '// privacylint-disable-next alpha: r\n\nconst from = "alpha!"; // alpha!\nconst to = "alpha!";',
      '[alpha] [alpha] alpha',
    ],
    [
      'a property with all its lines',
      'a.ts',
      'send({\n  // privacylint-disable-next alpha: r\n  from: "x" ||\n    "alpha!",\n  to: "alpha!",\n});',
      '[alpha] alpha',
    ],
    [
      'code below stacked comments',
      'a.ts',
      '// privacylint-disable-next alpha: r\n// privacylint-disable-next beta: r\n/* more */\nconst x = "alpha! beta!";',
      '[alpha] [beta]',
    ],
    [
      'no element far below a line of code',
      'a.tsx',
      '// privacylint-disable-next alpha: r\nconst x = 1;\nconst a = <i a="alpha!" />;',
      'alpha',
    ],
    [
      'CRLF and a comment of many lines',
      'a.html',
      '<!-- privacylint-disable-next\r\n   alpha\r\n   beta: one\r\n   two -->\r\n<i a="alpha! beta!">',
      '[alpha] [beta]',
    ],
    [
      'only comments that begin with it',
      'a.html',
      '<!-- see privacylint-disable-next alpha: r --><i a="alpha!">',
      'alpha',
    ],
    [
      'no strings that look like it',
      'a.ts',
      'const a = "// privacylint-disable-file alpha: r alpha!";',
      'alpha',
    ],
  ];
  for (const [title, path, text, expected] of rows) {
    it(title, async () => {
      const findings = await run(path, text);
      assert.equal(markers(findings), expected);
      const starts = findings.map((f) => f.span.start);
      assert.deepEqual(
        starts,
        [...starts].sort((a, b) => a - b),
      );
    });
  }

  it('covers nothing it does not know, and changes nothing without directives', async () => {
    const text = '<i a="alpha!">';
    assert.deepEqual(await run('a.html', text), findMarkers(text));
  });
});

describe('directives: what they say', () => {
  const rows: readonly [written: string, expected: object][] = [
    ['alpha: because', { reason: 'because' }],
    ['alpha : because: so', { reason: 'because: so' }],
    ['alpha: [b2b] only companies', { ground: 'b2b', reason: 'only companies' }],
    [
      'alpha: [Soft-Opt-In] clients until 2027-01-31',
      { ground: 'soft-opt-in', reason: 'clients', until: '2027-01-31' },
    ],
    ['alpha: until 2027-01-31.', { reason: '', until: '2027-01-31' }],
    ['alpha: until the relaunch', { reason: 'until the relaunch' }],
    ['alpha: [see the contract] it is there', { reason: '[see the contract] it is there' }],
    ['alpha: one\n   two', { reason: 'one two' }],
  ];
  for (const [written, expected] of rows) {
    it(JSON.stringify(written), async () => {
      const text = `<!-- privacylint-disable-next ${written} -->\n<i a="alpha!">`;
      const [suppression] = (await run('a.html', text)).flatMap((f) => f.suppression ?? []);
      const { span, ...rest } = suppression ?? assert.fail();
      assert.deepEqual(rest, { by: 'directive', ...expected });
      assert.ok(span && text.slice(span.start, span.end).startsWith('privacylint-disable-next'));
    });
  }

  it('keeps a reason written with stars', async () => {
    const text = '/*\n * privacylint-disable-next alpha: one\n * two\n */\nconst a = "alpha!";';
    assert.equal((await run('a.ts', text)).find((f) => f.suppression)?.suppression?.reason, 'one two');
  });

  for (const [written, kind] of [
    ['marketing', 'marketing'],
    ['transactional', 'transactional'],
    ['marketting', undefined],
    ['', undefined],
  ] as const) {
    it(`declares a mail: ${written}`, async () => {
      assert.equal(
        readDirectives(await parseAs('a.html', `<p>x</p><!-- privacylint-email ${written} -->`)).email,
        kind,
      );
    });
  }
});

describe('directives: what is wrong with them', () => {
  /** Comment, what follows it, problems, and what each first repair makes of the whole; `=` where there is none. */
  const rows: readonly [comment: string, rest: string, expected: string[], repaired?: string][] = [
    [
      'privacylint-disable-next alpha',
      '<i a="alpha!">',
      ['missing-reason: privacylint-disable-next alpha'],
      '<!-- privacylint-disable-next alpha: <reason> -->\n<i a="alpha!">',
    ],
    [
      'privacylint-disable-next alpha:',
      '<i a="alpha!">',
      ['missing-reason: privacylint-disable-next alpha:'],
      '<!-- privacylint-disable-next alpha: <reason> -->\n<i a="alpha!">',
    ],
    [
      'privacylint-disable-next alpha: [b2b] until 2030-01-01',
      '<i a="alpha!">',
      ['missing-reason: privacylint-disable-next alpha: [b2b] until 2030-01-01'],
      '<!-- privacylint-disable-next alpha: [b2b] <reason> until 2030-01-01 -->\n<i a="alpha!">',
    ],
    [
      'privacylint-disable-next alpha: <reason>',
      '<i a="alpha!">',
      ['unwritten-reason: privacylint-disable-next alpha: <reason>'],
      '=',
    ],
    [
      'privacylint-disable-next',
      '<i a="alpha!">',
      ['missing-ids: privacylint-disable-next'],
      '<i a="alpha!">',
    ],
    [
      'privacylint-disable-next: why',
      '<i a="alpha!">',
      ['missing-ids: privacylint-disable-next: why'],
      '<i a="alpha!">',
    ],
    [
      'privacylint-disable-next alpha they are clients',
      '<i a="alpha!">',
      ['missing-colon: they are clients'],
      '<!-- privacylint-disable-next alpha: they are clients -->\n<i a="alpha!">',
    ],
    [
      'privacylint-disable-next alpah: r',
      '<i a="alpha!">',
      ['unknown-rule-near: alpah'],
      '<!-- privacylint-disable-next alpha: r -->\n<i a="alpha!">',
    ],
    ['privacylint-disable-next zzz: r', '<i>', ['unknown-rule: zzz'], '<i>'],
    [
      'privacylint-disable-next alpha, zzz: r',
      '<i a="alpha!">',
      ['unknown-rule: zzz'],
      '<!-- privacylint-disable-next alpha: r -->\n<i a="alpha!">',
    ],
    [
      'privacylint-disable-nxt alpha: r',
      '<i a="alpha!">',
      ['unknown-directive-near: privacylint-disable-nxt'],
      '<!-- privacylint-disable-next alpha: r -->\n<i a="alpha!">',
    ],
    [
      'privacylint-disable-next-line alpha: r',
      '<i a="alpha!">',
      ['unknown-directive-near: privacylint-disable-next-line'],
      '<!-- privacylint-disable-next alpha: r -->\n<i a="alpha!">',
    ],
    ['privacylint-foo', '', ['unknown-directive: privacylint-foo'], '='],
    [
      'privacylint-disable-next alpha: [b2c] r',
      '<i a="alpha!">',
      ['unknown-ground-near: b2c'],
      '<!-- privacylint-disable-next alpha: [b2b] r -->\n<i a="alpha!">',
    ],
    ['privacylint-disable-next alpha: [whim] r', '<i a="alpha!">', ['unknown-ground: whim'], '='],
    [
      'privacylint-disable-next alpha: r until 2027-02-30',
      '<i a="alpha!">',
      ['unknown-date: 2027-02-30'],
      '=',
    ],
    [
      'privacylint-disable-next alpha: r until 2026-01-31',
      '<i a="alpha!">',
      ['expired: privacylint-disable-next alpha: r until 2026-01-31'],
      '<i a="alpha!">',
    ],
    ['privacylint-disable-next alpha: r', '<i>', ['unused: privacylint-disable-next alpha: r'], '<i>'],
    [
      'privacylint-disable-next alpha beta: r',
      '<i a="beta!">',
      ['unused: alpha'],
      '<!-- privacylint-disable-next beta: r -->\n<i a="beta!">',
    ],
    [
      'privacylint-disable-next beta,  alpha: r',
      '<i a="beta!">',
      ['unused: alpha'],
      '<!-- privacylint-disable-next beta: r -->\n<i a="beta!">',
    ],
    [
      'privacylint-disable alpha: r',
      'x <!-- privacylint-enable alpha --> alpha!',
      ['unused: privacylint-disable alpha: r'],
      'x alpha!',
    ],
    ['privacylint-enable', 'x', ['nothing-to-enable: privacylint-enable'], 'x'],
    [
      'privacylint-email marketting',
      '',
      ['unknown-kind: marketting'],
      '<!-- privacylint-email marketing -->\n',
    ],
    ['privacylint-email', '', ['unknown-kind: privacylint-email'], '='],
    [
      'privacylint-email marketing',
      '<!-- privacylint-email transactional -->',
      ['conflicting-kinds: privacylint-email transactional'],
      '<!-- privacylint-email marketing -->\n',
    ],
    ['privacylint-email marketing', '<!-- privacylint-email marketing -->', []],
    [
      'privacylint-disable-next directive-problem alpha: r',
      '<!-- privacylint-disable-next alpha --><i a="alpha!">',
      ['unused: alpha'],
    ],
    ['privacylint-disable-file directive-problem: r', '<!-- privacylint-foo -->', []],
    ['Privacylint reviews this file', '', []],
  ];
  for (const [comment, rest, expected, repaired] of rows) {
    it(`<!-- ${comment} --> ${rest}`, async () => {
      const text = `<!-- ${comment} -->\n${rest}`;
      const findings = await run('a.html', text, { today: '2026-06-01' });
      assert.deepEqual(problems(findings, text), expected);
      const own = findings.filter((f) => f.ruleId === 'directive-problem');
      for (const { message, repairs, severity, messageId } of own) {
        assert.doesNotMatch(message, /\{\w+\}/);
        for (const repair of repairs) assert.equal(repair.safety, 'offer');
        assert.equal(
          severity,
          messageId === 'unused' || messageId === 'nothing-to-enable' ? 'hint' : 'warning',
        );
      }
      if (repaired === undefined) return;
      const repair = own[0]?.repairs[0];
      if (repaired === '=') return assert.equal(repair, undefined);
      const after = applyEdits(text, repair?.edits ?? []);
      assert.equal(after, repaired);
      // the repair heals: nothing is left but a reason that has to be written
      const left = problems(await run('a.html', after, { today: '2026-06-01' }), after);
      assert.deepEqual(
        left.filter((p) => !p.startsWith('unwritten-reason')),
        [],
      );
    });
  }

  it('judges only rules that ran', async () => {
    const text = '<!-- privacylint-disable-next alpha beta: r --><i>';
    assert.deepEqual(problems(await run('a.html', text, { ran: new Set() }), text), []);
    assert.deepEqual(problems(await run('a.html', text, { ran: new Set(['beta']) }), text), ['unused: beta']);
  });

  it('holds through its last day, and without a date to compare', async () => {
    const text = '<!-- privacylint-disable-next alpha: r until 2026-01-31 --><i a="alpha!">';
    for (const today of ['2026-01-31', undefined]) {
      assert.equal(markers(await run('a.html', text, today === undefined ? {} : { today })), '[alpha]');
    }
    assert.equal(markers(await run('a.html', text, { today: '2026-02-01' })), 'alpha');
  });

  it('can be silenced, and speaks French', async () => {
    const text = '<!-- privacylint-foo --><!-- privacylint-disable-next alpha: r -->';
    assert.deepEqual(await run('a.html', text, { severity: () => 'off' }), []);
    const [first, second] = await run('a.html', text, {
      locale: 'fr',
      severity: (s) => (s === 'hint' ? 'information' : s),
    });
    assert.match(first?.message ?? '', /n’existe pas/);
    assert.equal(second?.severity, 'information');
    assert.equal(second?.repairs[0]?.title, 'Retirer la directive');
    assert.match(first?.fingerprint ?? '', /^[0-9a-f]{16}$/);
  });

  it('takes a JSX comment away with its braces and its line', async () => {
    const text = 'const a = <p>\n  {/* privacylint-disable-next alpha: r */}\n  <b />\n</p>;';
    const [unused] = await run('a.tsx', text);
    assert.equal(applyEdits(text, unused?.repairs[0]?.edits ?? []), 'const a = <p>\n  <b />\n</p>;');
  });

  it('gives true spans for every cut', async () => {
    const text =
      'const a = <p a="alpha!">{/*\r\n privacylint-disable alpha beta: [b2x] r until 2020-13-01\r\n privacylint-enable zeta */}\r\n{/* privacylint-disable-nex';
    for (let end = 0; end <= text.length; end++) {
      const cut = text.slice(0, end);
      for (const { span, repairs } of await run('a.tsx', cut)) {
        assert.ok(0 <= span.start && span.start <= span.end && span.end <= cut.length);
        for (const { edits } of repairs) applyEdits(cut, edits);
      }
    }
  });
});
