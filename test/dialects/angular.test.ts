import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import typescript from 'typescript';
import { readAngular } from '../../server/src/dialects/angular/parse.js';
import { dialectFor } from '../../server/src/dialects/index.js';
import { readDocument as readScript } from '../../server/src/dialects/jsx/parse.js';
import { review } from '../../server/src/engine/review.js';
import type { Attribute } from '../../server/src/model/nodes.js';
import { attribute, descendants, elements } from '../../server/src/model/query.js';
import { angularAttributeOffsets } from '../support/angularOffsets.js';
import { attributeOffsets } from '../support/attributeOffsets.js';
import { dump } from '../support/dump.js';
import { folderProject } from '../support/folderProject.js';
import { root } from '../support/root.js';
import { matchSnapshot } from '../support/snapshot.js';
import { assertTrueSpans } from '../support/spans.js';
import { shareFound } from './braces.js';

const folder = path.join(root, 'test/dialects/fixtures/angular');

function read(text: string, code?: string) {
  const snapshot = { get: () => code, path: () => 'x.component.ts' };
  return readAngular(typescript, text, { path: 'x.component.html', snapshot });
}

/** The tick of the first control of a template. @param members of the class beside it. */
function tick(template: string, members = ''): Attribute | undefined {
  const code = `@Component({ templateUrl: './x.component.html' })\nexport class X {\n${members}\n}`;
  const doc = read(template, code);
  assertTrueSpans(doc);
  const input = [...elements(doc.root)].find((e) => e.tag === 'input');
  const found = input && attribute(input, 'checked');
  const origin = found?.value.state === 'known' ? found.value.origin : undefined;
  // What stands in the other file is cut out of that.
  if (origin?.file) assert.match(code.slice(origin.span.start, origin.span.end), /^\S/);
  return found;
}

function starts(template: string, members = ''): boolean | 'dynamic' | undefined {
  const value = tick(template, members)?.value;
  return value?.state === 'known' ? value.value === '' || Boolean(value.value) : value?.state;
}

const MODEL = '<input type="checkbox" [(ngModel)]="on">';
const CONTROL = '<form [formGroup]="form"><input type="checkbox" formControlName="news"></form>';

describe('dialect angular', () => {
  for (const name of readdirSync(folder).filter((n) => n.endsWith('.html'))) {
    const text = readFileSync(path.join(folder, name), 'utf8');
    const beside = path.join(folder, name.replace('.html', '.ts'));
    const code = existsSync(beside) ? readFileSync(beside, 'utf8') : undefined;
    const readIt = (cut: string) => {
      const snapshot = { get: () => code, path: () => path.basename(beside) };
      return readAngular(typescript, cut, { path: name, snapshot });
    };
    it(`reads ${name} as drawn`, () => matchSnapshot(path.join(folder, `${name}.snap`), dump(readIt(text))));
    it(`reads the beginnings of ${name}, with spans true to the text`, () => {
      for (let end = 0; end <= text.length; end += 3) assertTrueSpans(readIt(text.slice(0, end)));
    }).timeout(60_000);
    if (name.startsWith('damaged')) continue;
    it(`finds the attributes of ${name} where something is missing on other lines`, () => {
      const share = shareFound(text, readIt, 7, 150);
      assert.ok(share >= 0.99, String(share));
    }).timeout(60_000);
    it(`agrees with Angular's own parser on where the attributes of ${name} stand`, () => {
      assert.deepEqual(attributeOffsets(readIt(text)), angularAttributeOffsets(text));
    });
  }

  it('is found by file name and by what a page holds', () => {
    assert.equal(dialectFor('a/b.component.html')?.id, 'angular');
    assert.equal(dialectFor('a/b.html', 'html', '<p *ngIf="a">x</p>')?.id, 'angular');
    assert.equal(dialectFor('a/b.html', 'html', '@if (a(b)) { <p>x</p> }')?.id, 'angular');
    assert.equal(dialectFor('a/b.html', 'html', '<script>run( (a) => b [c] = d)</script>')?.id, 'html');
  });

  describe('what a model holds', () => {
    const cases: readonly (readonly [string, string, boolean | 'dynamic'])[] = [
      ['a field', 'on = true;', true],
      ['a field that is off', 'on = false;', false],
      ['a field of a type alone', 'on: boolean;', 'dynamic'],
      ['a signal', 'on = signal(true);', true],
      ['a model', 'on = model(true);', true],
      ['a getter', 'get on() { return true; }', true],
      ['what the constructor gives', 'on; constructor() { this.on = true; }', true],
      ['what a hook gives', 'on = true; ngOnInit() { this.on = false; }', false],
      ['what a hook sets a signal to', 'on = signal(true); ngOnInit() { this.on.set(false); }', false],
      [
        'what a hook loads',
        'on = true; ngOnInit() { this.load().subscribe((u) => { this.on = u.on; }); }',
        'dynamic',
      ],
      [
        'what a method loads',
        'on = true; ngOnInit() { this.load(); } load() { get().subscribe({ next: (u) => { this.on = u.on; } }); }',
        'dynamic',
      ],
      ['what a person does later', 'on = true; toggle() { this.on = false; }', true],
    ];
    for (const [what, members, wanted] of cases)
      it(`is ${wanted}: ${what}`, () => assert.equal(starts(MODEL, members), wanted));

    it('is dynamic where the code is not known', () => {
      const [, input] = [...elements(read(`<p>${MODEL}</p>`).root)];
      assert.equal(input && attribute(input, 'checked')?.value.state, 'dynamic');
    });
    it('is not what the file declares beside the class', () => {
      const doc = read(MODEL, 'const on = true;\n@Component({}) class X {}');
      const [input] = [...elements(doc.root)];
      assert.equal(input && attribute(input, 'checked')?.value.state, 'dynamic');
    });
    it('is no edit of the other file', () => assert.equal(tick(MODEL, 'on = true;')?.off, undefined));
    it('is taken away where the tag says it', () => {
      assert.equal(tick('<input type="checkbox" [checked]="true">')?.off?.length, 1);
    });
  });

  describe('what a form holds', () => {
    const cases: readonly (readonly [string, string, boolean | 'dynamic'])[] = [
      ['a control', 'form = new FormGroup({ news: new FormControl(true) });', true],
      [
        'a control of a state',
        'form = new FormGroup({ news: new FormControl({ value: true, disabled: true }) });',
        true,
      ],
      ['a control that is off', 'form = new FormGroup({ news: new FormControl(false) });', false],
      ['a control of nothing', 'form = new FormGroup({ news: new FormControl() });', false],
      [
        'a builder',
        'fb = inject(FormBuilder); form = this.fb.group({ news: [true, Validators.required] });',
        true,
      ],
      ['a builder of plain values', 'form = inject(NonNullableFormBuilder).group({ news: true });', true],
      [
        'a form made by a hook',
        'form: FormGroup; ngOnInit() { this.form = this.fb.group({ news: [true] }); }',
        true,
      ],
      [
        'a form made by a method',
        'form: FormGroup; constructor(fb) { this.build(); } build() { this.form = this.fb.group({ news: this.fb.control(true) }); }',
        true,
      ],
      [
        'a form made of what is loaded',
        'form; ngOnInit() { load().subscribe((u) => { this.form = this.fb.group({ news: [u.news] }); }); }',
        'dynamic',
      ],
      [
        'what is patched',
        'form = this.fb.group({ news: [false] }); ngOnInit() { this.form.patchValue({ news: true }); }',
        true,
      ],
      [
        'what is set',
        "form = this.fb.group({ news: [true] }); ngOnInit() { this.form.get('news')!.setValue(false); }",
        false,
      ],
      [
        'what is loaded',
        'form = this.fb.group({ news: [true] }); ngOnInit() { load().subscribe((u) => this.form.patchValue(u)); }',
        'dynamic',
      ],
      [
        'a control that is added',
        "form = this.fb.group({}); ngOnInit() { this.form.addControl('news', new FormControl(true)); }",
        true,
      ],
      ['nothing of that name', 'form = this.fb.group({ other: [true] });', 'dynamic'],
    ];
    for (const [what, members, wanted] of cases)
      it(`is ${wanted}: ${what}`, () => assert.equal(starts(CONTROL, members), wanted));

    it('is found through a getter of the controls', () => {
      const members =
        'form = this.fb.group({ news: [true] }); get news() { return this.form.get("news") as FormControl; }';
      assert.equal(starts('<input type="checkbox" [formControl]="news">', members), true);
    });
  });

  it('knows that directives print keys, and that HTML may forbid translation', () => {
    const holes = (text: string) =>
      [...descendants(read(text).root)].flatMap((node) => (node.kind === 'hole' ? [node.code] : []));
    assert.deepEqual(holes('<b translate="signup.news"></b><b [innerHTML]="news"></b>'), [
      'signup.news',
      'news',
    ]);
    assert.deepEqual(holes('<b translate="no">News</b><b translate>News</b>'), []);
  });

  describe('in a decorator', () => {
    const code = `@Component({
  template: '<p *ngIf="a">\\u00e9t\\xe9 \\'</p>' +
    \`<mat-checkbox [(ngModel)]="on" [title]="'\\u0041'">News</mat-checkbox>\`,
})
class X { on = true; }`;

    it('stands where the source says, through escapes', () => {
      const { doc, map } = readScript(typescript, code, { path: 'x.ts' }).embedded?.[0] ?? {};
      assert.ok(doc && map);
      const written = [...elements(doc.root)].flatMap(({ attributes }) => attributes);
      const cut = ({ span }: Attribute) =>
        code.slice(map.toSource(span).span.start, map.toSource(span).span.end);
      assert.deepEqual(written.filter((a) => a.written !== '').map(cut), [
        '*ngIf="a"',
        '[title]="\'\\u0041\'"',
        '[(ngModel)]="on"',
      ]);
    });
    it('is decided by its class, and repaired there', async () => {
      const form = code.replace('>News<', '>Send me the newsletter<');
      const { findings } = await review({ text: form, path: 'x.ts' }, { only: ['prechecked-consent'] });
      const [edit] = findings[0]?.repairs[0]?.edits ?? [];
      assert.ok(edit);
      assert.equal(form.slice(edit.span.start, edit.span.end), 'true');
      assert.equal(edit.text, 'false');
    });
    it('is read once', () => {
      assert.equal(readScript(typescript, code, { path: 'x.ts' }).embedded?.length, 1);
      assert.equal(readScript(typescript, code, { path: 'x.spec.ts' }).embedded, undefined);
    });
  });

  it('points from the control into the file that decides', async () => {
    const name = 'registration.component.html';
    const text = readFileSync(path.join(folder, name), 'utf8');
    const report = await review(
      { text, path: name },
      { project: folderProject(folder), only: ['prechecked-consent'] },
    );
    assert.deepEqual(report.lookUps, [{ kind: 'file', key: './registration.component.ts' }]);
    for (const { span, related, repairs } of report.findings) {
      assert.ok(span.end <= text.length);
      for (const { file } of related) assert.equal(file?.path, 'registration.component.ts');
      for (const { edits } of repairs) for (const edit of edits) assert.ok(edit.span.end <= text.length);
    }
    assert.equal(report.findings.length, 4);
  });
});
