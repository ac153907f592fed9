import { absent } from '../../core/knowable.js';
import type { TreeBuilder } from '../../model/build.js';
import type { Attribute, Doc } from '../../model/nodes.js';
import { type Cover, coverInterpolations } from '../braces/interpolations.js';
import { trimmed } from '../braces/trimmed.js';
import type { ParseOptions } from '../dialect.js';
import { describeHtml } from '../html/index.js';
import type { Mask, MaskHost } from '../html/mask.js';
import { readTree } from '../html/tree.js';
import { ownStates } from '../script/ownState/index.js';
import type { TypeScript } from '../script/typescript.js';
import { bindingOf } from './bindings.js';
import { BlockReader } from './blocks.js';
import { ComponentCode, type ComponentSource } from './code.js';
import { componentOf } from './companion.js';
import { componentWithTemplate } from './component.js';
import { AngularElements } from './elements.js';
import { angularSyntax } from './syntax.js';
import { tiesOf } from './ties.js';

/** Reads a template that is a file of its own, with the component's code where the project knows it. */
export function readAngular(ts: TypeScript, text: string, { path, components, snapshot }: ParseOptions): Doc {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const lookUp = componentOf(path);
  const code = snapshot?.get(lookUp);
  const component =
    code === undefined
      ? undefined
      : {
          code,
          appended: {
            file: { path: snapshot?.path?.(lookUp) ?? lookUp.key, text: code },
          },
          choose: (source: Parameters<ComponentSource['choose']>[0]) => componentWithTemplate(source, name),
        };
  return readTemplate(ts, text, component, components);
}

/** Reads a template. @param component undefined where its code is not known. */
export function readTemplate(
  ts: TypeScript,
  text: string,
  component: ComponentSource | undefined,
  components: ParseOptions['components'],
): Doc {
  const code = new ComponentCode(ts, text, component);
  const blocks = new BlockReader(text);
  const covered = coverInterpolations(text, [{ start: 0, end: text.length }], [], blocks);
  code.declare(blocks.finish());
  const reader = new AngularElements(text, code, components);
  const tree = readTree(text, {
    mask: new AngularMask(covered, text, code),
    caseSensitive: true,
    selfClosing: () => true,
    meaning: reader.read,
    stateless: true,
  });
  reader.origins.settle();
  const doc = describeHtml(text, tree);
  // `layout`: the content of other files is put into it.
  return {
    ...doc,
    dialect: 'angular',
    syntax: angularSyntax,
    ownState: ownStates(code.script.evaluator, (element) => tiesOf(code, element)),
    ...(tree.holds('ng-content', 'router-outlet') && { layout: true }),
  };
}

/** What is no HTML in a template. */
class AngularMask implements Mask {
  readonly text: string;
  readonly places: Cover['places'];

  constructor(
    covered: Cover,
    readonly source: string,
    readonly code: ComponentCode,
  ) {
    this.text = covered.text;
    this.places = covered.places;
  }

  build(place: number, { tree }: MaskHost): void {
    const span = this.places[place];
    if (!span) return;
    if (span.is === 'interpolation') {
      const code = trimmed(this.source, { start: span.start + 2, end: span.end - 2 });
      tree.openHole(span, this.source.slice(code.start, code.end), () => this.code.read(code).value);
    } else tree.openHole(span, this.source.slice(span.start, span.end), absent);
    tree.close(span.end);
  }

  /** What attributes mean depends on the element; it is read with that. */
  attributes(read: readonly Attribute[]) {
    return { attributes: read, openEnded: false };
  }

  /** `[innerHTML]="…"`, `[textContent]="…"`, `translate="signup.newsletter"` */
  content(attributes: readonly Attribute[], at: number, tree: TreeBuilder): void {
    const printed = attributes.find(
      ({ written }) => PRINTS.test(written) && PRINTED.test(bindingOf(written)?.name ?? written),
    );
    if (!printed) return;
    const span = trimmed(this.source, printed.value.span);
    const code = this.source.slice(span.start, span.end);
    const isCode = bindingOf(printed.written) !== undefined;
    // `translate="no"` is HTML's.
    if (!isCode && /^(?:|yes|no)$/.test(code)) return;
    tree.openHole({ start: at, end: at }, code, () =>
      isCode ? this.code.read(span).value : { state: 'dynamic', span, code },
    );
    tree.close(at);
  }
}

const PRINTS = /innerHTML|innerText|textContent|translate|transloco/i;
const PRINTED = /^(?:innerHTML|innerText|textContent|translate|transloco)$/i;
