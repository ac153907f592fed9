import assert from 'node:assert/strict';
import ts from 'typescript';
import { applyEdits } from '../../server/src/core/edit.js';
import { parseSource } from '../../server/src/dialects/script/parseSource.js';
import { Source } from '../../server/src/dialects/script/source.js';
import { readScriptText, type ScriptText } from '../../server/src/dialects/script/stringText.js';
import { randomFrom } from '../support/random.js';

/** The text of the expression that a file consists of. */
function read(code: string): ScriptText {
  const source = new Source(ts, parseSource(ts, code, 'x.ts'));
  const [statement] = source.file.statements;
  assert.ok(statement && ts.isExpressionStatement(statement));
  const text = readScriptText(source, statement.expression);
  assert.ok(text, code);
  return text;
}

/** What the strings of an expression hold, run by the engine of the language itself. */
function run(code: string): string {
  return new Function(`return ${code}`)();
}

const PIECES = [
  'a',
  '<input checked>',
  ' ',
  '"',
  "'",
  '`',
  '$',
  '{',
  '}',
  '\\n',
  '\\t',
  '\\\\',
  '\\"',
  "\\'",
  '\\`',
  '\\$',
  '\\${',
  '\\x27',
  '\\x3c',
  '\\u00e9',
  '\\u{1f600}',
  '\\u{3c}',
  '\\ud83d\\ude00',
  '\\0',
  '\\q',
  '\\\n',
  '\\\u2028',
  'é',
  '😀',
];

/** A literal of one kind with pieces at random, none of which ends it. */
function literal(random: () => number, quote: '"' | "'" | '`'): string {
  let content = '';
  for (let i = Math.floor(random() * 12); i > 0; i--) {
    const piece = PIECES[Math.floor(random() * PIECES.length)] ?? '';
    if (piece === quote || (quote === '`' && piece === '{' && content.endsWith('$'))) continue;
    content += piece;
  }
  return quote + content.replace(/\\0(?=\d)/g, '') + quote;
}

const QUOTES = ['"', "'", '`'] as const;

describe('strings of scripts', () => {
  it('are decoded as the language decodes them, whatever their escapes', () => {
    const random = randomFrom(7);
    for (let i = 0; i < 3000; i++) {
      const code = Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
        literal(random, QUOTES[Math.floor(random() * 3)] ?? '"'),
      ).join(' + ');
      assert.equal(read(code).text, run(code), code);
    }
  });

  it('lead every stretch back to what stands for it', () => {
    const random = randomFrom(11);
    for (let i = 0; i < 1000; i++) {
      const quote = QUOTES[Math.floor(random() * 3)] ?? '"';
      const code = literal(random, quote);
      const { text, map } = read(code);
      const start = Math.floor(random() * (text.length + 1));
      const end = start + Math.floor(random() * (text.length + 1 - start));
      const { span, exact } = map.toSource({ start, end });
      if (exact && span.end > span.start)
        assert.equal(run(quote + code.slice(span.start, span.end) + quote), text.slice(start, end), code);
    }
  });

  it('are edited so that the language reads what was meant', () => {
    const random = randomFrom(13);
    const words = ['', 'x', '"', "'", '`', '\\', '\n', '$', ' checked', 'é', '\u2028', '<b>"it\'s"</b>'];
    for (let i = 0; i < 3000; i++) {
      const code = Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
        literal(random, QUOTES[Math.floor(random() * 3)] ?? '"'),
      ).join(' + ');
      const { text, map } = read(code);
      const start = Math.floor(random() * (text.length + 1));
      const end = start + Math.floor(random() * (text.length + 1 - start));
      const written = words[Math.floor(random() * words.length)] ?? '';
      const edit = map.toSourceEdit({ span: { start, end }, text: written });
      if (!edit) continue;
      const expected = text.slice(0, start) + written + text.slice(end);
      if (/\$\{/.test(expected) || /[0-9]/.test(written)) continue;
      const edited = applyEdits(code, [edit]);
      // A digit or surrogate that follows an escape may belong to it only where one was written before.
      assert.equal(run(edited), expected, `${code}\n${edited}`);
    }
  });

  it('show what code fills in as holes, however it is joined', () => {
    for (const code of [
      '`<p>${ name }</p>`',
      "'<p>' + name + '</p>'",
      "['<p>', name, '</p>'].join('')",
      '`<p>${name}</p>`.trim()',
      "('<p>' + (name as string)) + `</p>`",
    ]) {
      const { text, holes } = read(code);
      assert.match(text, /^<p>\$\{(?:name|\(name as string\)) ?\}<\/p>$/, code);
      assert.deepEqual(
        holes.map((h) => h.kind),
        ['output'],
      );
    }
  });

  it('read what depends on code as branches', () => {
    const { text, holes } = read(
      '`<ul>${on ? `<li>${x}</li>` : ""}${all.map((a) => `<b>${a}</b>`).join("")}${on && "<i>"}</ul>`',
    );
    assert.equal(text, '<ul>${on}<li>${x}</li>${}${}${all}<b>${a}</b>${}${on}<i>${}</ul>');
    assert.deepEqual(
      holes.map((h) => h.kind),
      ['begin', 'output', 'else', 'end', 'begin', 'output', 'end', 'begin', 'end'],
    );
    for (const hole of holes)
      assert.equal(text.slice(hole.start, hole.start + 2) + text.charAt(hole.end - 1), '${}');
  });

  it('keep what code fills in where a repair copies it', () => {
    const cut = { start: 3, end: 10 };
    const edited = (code: string) => {
      const edit = read(code).map.toSourceEdit({ span: cut, text: '<b>`${name}"</b>' });
      return edit && applyEdits(code, [edit]);
    };
    assert.equal(edited('`<p>${name}</p>`'), '`<p><b>\\`${name}"</b></p>`');
    assert.equal(edited("'<p>' + name + '</p>'"), "'<p><b>`' + name + '\"</b></p>'");
  });

  it('are not edited where something would be left open', () => {
    const across = (code: string, from: string, to: string) => {
      const { text, map } = read(code);
      return map.toSourceEdit({ span: { start: text.indexOf(from), end: text.indexOf(to) + 1 }, text: '' });
    };
    assert.equal(across("'<a>' + `<b>`", 'a', 'b'), undefined);
    assert.equal(across("('<a>' + x) + '<b>'", 'a', 'b'), undefined);
    assert.equal(across('`<a>${on ? `<b>` : ""}`', 'a', 'b'), undefined);
    assert.ok(across("'<a>' + x + '<b>'", 'a', 'b'));
  });

  it('are read at every cut', () => {
    const whole =
      'f(`<p title="\\x41">${ a ? `<i>${b}</i>` : "x" } and ${c}`.trim() + [\'<b>\', d].join("\\n"))';
    for (let end = 0; end <= whole.length; end++) {
      const code = whole.slice(0, end);
      const source = new Source(ts, parseSource(ts, code, 'x.ts'));
      const visit = (node: ts.Node): void => {
        const text = ts.isExpression(node) ? readScriptText(source, node) : undefined;
        if (text) {
          for (let i = 0; i <= text.text.length; i++) {
            const { span } = text.map.toSource({ start: i, end: i });
            assert.ok(span.start >= 0 && span.end <= code.length);
          }
        }
        ts.forEachChild(node, visit);
      };
      visit(source.file);
    }
  });
});
