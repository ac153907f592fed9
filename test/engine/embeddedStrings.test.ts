import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/core/edit.js';
import { defaultConfiguration } from '../../server/src/engine/configuration.js';
import { fixText } from '../../server/src/engine/fix.js';
import { review } from '../../server/src/engine/review.js';
import { suppressFinding } from '../../server/src/engine/suppressFinding.js';
import type { Finding } from '../../server/src/engine/types.js';

const options = { configuration: defaultConfiguration, only: ['prechecked-consent'] };
const BOX = '<label><input type="checkbox" name="news" checked> Send me the newsletter</label>';

async function findings(text: string, path = 'form.ts'): Promise<readonly Finding[]> {
  return (await review({ text, path }, options)).findings;
}

describe('markup in strings', () => {
  it('is suppressed by a comment of the code before its string, or of its own', async () => {
    const reason = 'prechecked-consent: [false-positive] shown to nobody';
    for (const text of [
      `// privacylint-disable-next ${reason}\nexport const box = \`${BOX}\`;`,
      `export const box = \`<!-- privacylint-disable-next ${reason} -->\n${BOX.slice(7)}\`;`,
      `export const box = '<!-- privacylint-disable-file ${reason} -->' + '${BOX}';`,
    ]) {
      const [finding, ...others] = await findings(text);
      assert.ok(finding?.suppression && others.length === 0, text);
    }
  });

  it('is given suppressions in comments of its own', async () => {
    for (const text of [
      `export const box = '${BOX.replace(/ S/, " Mum\\'s: s")}';`,
      `const box = \`\n  <form>\n    ${BOX}\n  </form>\`;\nel.innerHTML = \`<div>\${box}</div>\`;`,
    ]) {
      const input = { text, path: 'form.ts' };
      const [finding] = await findings(text);
      assert.ok(finding, text);
      const edit = await suppressFinding(input, options, finding, '[false-positive] it is "our" form');
      assert.ok(edit);
      const [again, ...others] = await findings(applyEdits(text, [edit]));
      assert.ok(again?.suppression && others.length === 0, applyEdits(text, [edit]));
    }
  });

  it('is found once, where it stands, though several texts take it in', async () => {
    const text = `const box = '${BOX}';\na.innerHTML = \`<form>\${box}</form>\`;\nb.innerHTML = \`<form>\${box}<a></a></form>\`;`;
    const found = await findings(text);
    assert.deepEqual(
      found.map(({ span }) => text.slice(span.start, span.end)),
      ['checked'],
    );
    assert.ok((found[0]?.span.end ?? 0) < text.indexOf('\n'));
  });

  it('is not read in tests, nor where code only shows it', async () => {
    assert.deepEqual(await findings(`const box = '${BOX}';`, 'src/form.test.ts'), []);
    assert.deepEqual(await findings(`describe('x', () => { render('${BOX}'); });`), []);
    assert.deepEqual(await findings(`const docs = { example: '${BOX}' };`), []);
  });

  it('of PHP is decoded, and edited, as the language reads it', async () => {
    const box = (attribute: string) =>
      `<label><input type=\\"checkbox\\" name=\\"n\\"${attribute}> Send me the \\x6eewsletter, {$you->name}</label>`;
    for (const [before, after] of [
      [`<?php f("${box(' checked')}");`, `<?php f("${box('')}");`],
      [`<?php $x = "a" . g("${box(' checked')}") . 'b';`, `<?php $x = "a" . g("${box('')}") . 'b';`],
      [
        "<?php return ['<label>' . '<input type=\"checkbox\" name=\"n\" ' . 'checked' . '>' . __('Send me the newsletter') . '</label>'];",
        "<?php return ['<label>' . '<input type=\"checkbox\" name=\"n\"' . '>' . __('Send me the newsletter') . '</label>'];",
      ],
      [
        `<?php if ($a): echo '<label>'; echo "${box(' checked')}"; endif; ?><b>`,
        `<?php if ($a): echo '<label>'; echo "${box('')}"; endif; ?><b>`,
      ],
    ] as const) {
      const { text } = await fixText({ text: before, path: 'x.php' }, options, review);
      assert.equal(text, after);
    }
  });

  it('of PHP is read at every cut', async () => {
    const text = `<?php\nfunction f($a) { $x = '<p>' . g($a, '<b>') ?: "<i>$a[0] {$b->c}"; if ($a) { $x .= "${BOX.replaceAll('"', "'")}"; } else echo <<<EOT\n  <a href="$a">\n  EOT . h(); foreach ($a as $b): $x .= 'c'; endforeach; return $x; }\n}`;
    for (let end = 0; end <= text.length; end++) {
      const { notReviewed } = await review({ text: text.slice(0, end), path: 'x.php' }, options);
      assert.deepEqual(notReviewed, []);
    }
  });

  it('is read at every cut', async () => {
    const text = `const a = '${BOX}'; const f = (x) => \`<p>\${a}\${x ? '<b>' : "</b>"}\${f(x)}</p>${BOX}\`;`;
    for (let end = 0; end <= text.length; end++) {
      const { notReviewed } = await review({ text: text.slice(0, end), path: 'x.ts' }, options);
      assert.deepEqual(notReviewed, []);
    }
  });
});
