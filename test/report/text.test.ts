import assert from 'node:assert/strict';
import { render as compact } from '../../server/src/report/compact.js';
import { printable, wrap } from '../../server/src/report/layout.js';
import { render as stylish } from '../../server/src/report/stylish.js';
import { finding, fix, full, plainText, run } from './runs.js';

const clean = { path: 'b.html', dialect: 'html', findings: [], notReviewed: [], repaired: [] };

describe('report for people', () => {
  it('has findings under their file, then what was not reviewed, then a summary', () => {
    assert.equal(
      stylish(run([full, clean]), plainText),
      `a folder/ä#1.html
  2:8  error  directive-problem
      The box “Send me” is on before anybody acts. Let it
      start empty, and keep what people choose.
      see 3:1: The label stands here.
      --fix: Let it start off
  3:1  warning  directive-problem  (to check by eye)
      The box “Send me” is on before anybody acts. Let it
      start empty, and keep what people choose.
  2:8  information  directive-problem
      The box “Send me” is on before anybody acts. Let it
      start empty, and keep what people choose.
  2:8  hint  directive-problem
      The box “Send me” is on before anybody acts. Let it
      start empty, and keep what people choose.

Not reviewed
  a folder/ä#1.html  One rule could not judge this.
  a folder/ä#1.html:1:1  The footer is in another file.

1 error, 1 warning, 1 for information, 1 hint in 1 of 2 files. 1 can be repaired with --fix. 2 suppressed with a reason.
`,
    );
  });

  it('is complete in French', () => {
    const french = stylish(run([full, clean], { locale: 'fr' }), plainText);
    assert.match(french, /2:8 {2}erreur {2}directive-problem\n/);
    assert.match(french, /avertissement {2}directive-problem {2}\(à vérifier\)/);
    assert.match(french, /^Non examiné$/m);
    assert.match(
      french,
      /^1 erreur, 1 avertissement, 1 pour information, 1 indication dans 1 fichier sur 2\. 1 corrigeable avec --fix\. 2 ignorés avec un motif\.$/m,
    );
    const nothing = stylish(run([clean, clean], { locale: 'fr' }), plainText);
    assert.equal(nothing, 'Ces contrôles n’ont rien relevé dans 2 fichiers.\n');
  });

  it('says that nothing was found, never that all is well', () => {
    assert.equal(stylish(run([clean, clean]), plainText), 'These checks found nothing in 2 files.\n');
    assert.equal(stylish(run([]), plainText), '');
    const unknown = {
      path: 'c.md',
      findings: [],
      notReviewed: [{ reason: 'unknown-language', message: 'Not read.' }],
      repaired: [],
    };
    assert.equal(stylish(run([unknown]), plainText), 'Not reviewed\n  c.md  Not read.\n\n');
  });

  it('tells what was repaired, or would be', () => {
    const repaired = { ...clean, repaired: [{ ruleId: 'directive-problem', title: fix.title }] };
    assert.equal(
      stylish(run([repaired]), plainText),
      'b.html\n  repaired  Let it start off  directive-problem\n\nThese checks found nothing in 1 file. 1 repaired.\n',
    );
    assert.match(
      stylish(run([repaired], { trial: true }), plainText),
      /1 would be repaired; nothing was written\.\n$/,
    );
  });

  it('keeps to findings when it shall be quiet', () => {
    const quiet = { ...plainText, quiet: true };
    assert.equal(stylish(run([clean]), quiet), '');
    assert.doesNotMatch(stylish(run([full]), quiet), /Not reviewed|suppressed/);
    assert.equal(
      compact(run([full]), quiet)
        .trimEnd()
        .split('\n').length,
      4,
    );
  });

  it('cuts a long list of what was not reviewed', () => {
    const notReviewed = Array.from({ length: 25 }, () => ({ reason: 'other-file', message: 'Elsewhere.' }));
    const text = stylish(run([{ ...clean, notReviewed }]), plainText);
    assert.equal(text.match(/Elsewhere\./g)?.length, 20);
    assert.match(text, /^ {2}and 5 more$/m);
  });

  it('colours what it is asked to, and closes every colour', () => {
    const coloured = stylish(run([full]), { ...plainText, color: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
    assert.equal(coloured.replace(/\x1b\[\d+m/g, ''), stylish(run([full]), plainText));
    assert.ok(coloured.includes('\x1b[31merror\x1b[39m'));
  });
});

describe('compact report', () => {
  it('has one line a finding, and one for what was not reviewed', () => {
    const lines = compact(run([full]), plainText).split('\n');
    assert.equal(lines.length, 4 + 2 + 1);
    assert.equal(
      lines[0],
      'a folder/ä#1.html:2:8: error: The box “Send me” is on before anybody acts. Let it start empty, and keep what people choose. [directive-problem]',
    );
    assert.match(lines[1] ?? '', /choose\. \(to check by eye\) \[directive-problem\]$/);
    assert.equal(lines[5], 'a folder/ä#1.html:1:1: Not reviewed: The footer is in another file.');
  });

  it('keeps a finding on its line whatever its message holds', () => {
    const file = { ...clean, path: 'a\nb.html', findings: [finding({ message: 'one\r\ntwo\x1b[2J' })] };
    assert.match(compact(run([file]), plainText), /^a b\.html:2:8: error: one {2}two\ufffd\[2J \[\S+\]\n$/);
  });
});

describe('layout', () => {
  it('breaks at blanks only', () => {
    assert.deepEqual(wrap('one two three', 7), ['one two', 'three']);
    assert.deepEqual(wrap('extraordinarily long', 4), ['extraordinarily', 'long']);
    assert.deepEqual(wrap('12\u00a0% de tout', 7), ['12\u00a0% de', 'tout']);
    assert.deepEqual(wrap('', 10), []);
  });

  it('makes every text one safe line', () => {
    assert.equal(printable('a\tb\u2028c\u202ed\ud800e\u0000'), 'a b\ufffdc\ufffdd\ufffde\ufffd');
    assert.equal(printable('é 😀 “ok”'), 'é 😀 “ok”');
  });
});
