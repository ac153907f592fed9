import assert from 'node:assert/strict';
import typescript from 'typescript';
import { applyEdits } from '../../server/src/core/edit.js';
import { readDocument } from '../../server/src/dialects/jsx/parse.js';
import type { Attribute } from '../../server/src/model/nodes.js';
import { attribute, elements } from '../../server/src/model/query.js';

const read = (text: string) => readDocument(typescript, text, { path: 'x.tsx' });

function first(text: string, name: string): Attribute | undefined {
  for (const element of elements(read(text).root)) {
    const found = attribute(element, name);
    if (found) return found;
  }
  return undefined;
}

/** The text after the edits that switch the first `checked` off; undefined where there are none. */
function switchedOff(text: string): string | undefined {
  const off = first(text, 'checked')?.off;
  return off && applyEdits(text, off);
}

describe('dialect jsx, edits', () => {
  const cases: readonly (readonly [string, string, string | undefined])[] = [
    [
      'a bare attribute goes with the blank before it',
      '<input type="checkbox" checked />',
      '<input type="checkbox" />',
    ],
    [
      'a line of its own goes whole',
      '<input\n  a="1"\n  defaultChecked\n  b="2"\n/>',
      '<input\n  a="1"\n  b="2"\n/>',
    ],
    ['`{true}` goes', '<input checked={true} a />', '<input a />'],
    ['`{!0}` goes', '<input checked={!0}/>', '<input/>'],
    [
      'state is turned round where it begins',
      'const [a] = useState(true); <input checked={a} />',
      'const [a] = useState(false); <input checked={a} />',
    ],
    [
      'minified state',
      'const [a] = useState(!0); <input checked={a} />',
      'const [a] = useState(!1); <input checked={a} />',
    ],
    [
      'a number',
      'const [a] = useState(1); <input checked={!!a} />',
      'const [a] = useState(0); <input checked={!!a} />',
    ],
    [
      'a fallback',
      'const [a] = useState(p.x ?? true); <input checked={a} />',
      'const [a] = useState(p.x ?? false); <input checked={a} />',
    ],
    [
      'form defaults',
      'const { register } = useForm({ defaultValues: { n: true } }); <input type="checkbox" {...register("n")} />',
      'const { register } = useForm({ defaultValues: { n: false } }); <input type="checkbox" {...register("n")} />',
    ],
    ['a literal spread', '<input {...{ checked: true }} />', '<input {...{ checked: false }} />'],
    [
      'a parameter’s default',
      'const A = ({ on = true }) => <input checked={on} />;',
      'const A = ({ on = false }) => <input checked={on} />;',
    ],
    [
      'an inverted state is not touched',
      'const [out] = useState(false); <input checked={!out} />',
      undefined,
    ],
    ['nor a comparison of texts', 'const [a] = useState("yes"); <input checked={a === "yes"} />', undefined],
    ['nor what is not known', '<input checked={user.optIn} />', undefined],
  ];
  for (const [name, before, after] of cases) {
    it(name, () => assert.equal(switchedOff(before), after));
  }

  it('calls a literal shared that two controls read, or that another file may', () => {
    const shared = (text: string) => {
      const value = first(text, 'checked')?.value;
      return value?.state === 'known' ? value.origin?.shared : undefined;
    };
    assert.equal(shared('const [a] = useState(true); <><input checked={a} /></>'), false);
    assert.equal(shared('const [a] = useState(true); <><input checked={a} /><p>{a}</p></>'), false);
    assert.equal(shared('const [a] = useState(true); <><input checked={a} /><input checked={a} /></>'), true);
    assert.equal(
      shared(
        'const D = true; const [a] = useState(D); const [b] = useState(D); <><input checked={a} /><input checked={b} /></>',
      ),
      true,
    );
    assert.equal(shared('export const D = true; <input checked={D} />'), true);
    assert.equal(shared('const D = true; <input checked={D} />; export { D };'), true);
  });
});

describe('dialect jsx, settings written beside', () => {
  /** The text with `replyTo` written beside the setting of that key. */
  function beside(text: string, key: string, name = 'replyTo'): string | undefined {
    const edit = read(text)
      .settings.find((s) => s.key === key)
      ?.beside?.(name, "it's@b.example");
    return edit && applyEdits(text, [edit]);
  }
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['one line', 'f({ from: "a", to })', 'from', 'f({ from: "a", replyTo: "it\'s@b.example", to })'],
    ['single quotes', "f({ from: 'a' })", 'from', "f({ from: 'a', replyTo: 'it\\'s@b.example' })"],
    [
      'lines',
      'f({\n    from: "a",\n    to,\n})',
      'from',
      'f({\n    from: "a",\n    replyTo: "it\'s@b.example",\n    to,\n})',
    ],
    [
      'the last line',
      'f({\n\tto,\n\tfrom: "a"\n})',
      'from',
      'f({\n\tto,\n\tfrom: "a",\n\treplyTo: "it\'s@b.example"\n})',
    ],
    [
      'CRLF',
      'f({\r\n  from: "a",\r\n})',
      'from',
      'f({\r\n  from: "a",\r\n  replyTo: "it\'s@b.example",\r\n})',
    ],
    [
      'a comment behind',
      'f({\n  from: "a", // sender\n})',
      'from',
      'f({\n  replyTo: "it\'s@b.example",\n  from: "a", // sender\n})',
    ],
    [
      'a template',
      'f({ from: `a`, x: "y" })',
      'from',
      'f({ from: `a`, replyTo: "it\'s@b.example", x: "y" })',
    ],
    [
      'an assignment',
      'm.from = "a";\nm.to = "b";',
      'from',
      'm.from = "a";\nm.replyTo = "it\'s@b.example";\nm.to = "b";',
    ],
    ['a chain', 'm.from("a").send()', 'from', 'm.from("a").replyTo("it\'s@b.example").send()'],
    [
      'a call',
      'if (x) {\n  m.from("a");\n}',
      'from',
      'if (x) {\n  m.from("a");\n  m.replyTo("it\'s@b.example");\n}',
    ],
  ];
  for (const [name, before, key, after] of cases) {
    it(name, () => assert.equal(beside(before, key), after));
  }

  it('a header', () => {
    assert.equal(
      beside('h.set("From", "a");', 'From', 'Reply-To'),
      'h.set("From", "a");\nh.set("Reply-To", "it\'s@b.example");',
    );
  });

  it('a key that is no name is quoted', () => {
    assert.equal(
      beside('f({ "From": "a" })', 'From', 'Reply-To'),
      'f({ "From": "a", "Reply-To": "it\'s@b.example" })',
    );
  });

  it('is not offered for variables', () => {
    assert.equal(beside('const from = "a";', 'from'), undefined);
  });
});

describe('dialect jsx, syntax', () => {
  it('escapes texts, spells attributes, writes comments', () => {
    const { syntax } = read('<p />');
    assert.equal(syntax.text('a < b & {c}'), 'a &lt; b &amp; &#123;c&#125;');
    assert.equal(syntax.attribute('for', 'a"b'), 'htmlFor="a&quot;b"');
    assert.equal(syntax.attribute('required', ''), 'required');
    assert.equal(syntax.attribute('checked', ''), 'defaultChecked');
    assert.equal(syntax.comment(' a */ b '), '{/*  a * / b  */}');
    assert.equal(read('f();').syntax.comment('a'), '/* a */');
  });
});
