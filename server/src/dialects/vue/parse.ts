import { lazily } from '../../core/lazily.js';
import { messages, pascal } from '../../knowledge/components.js';
import { holdsReviewable } from '../../knowledge/markupStrings.js';
import type { ElementStart, TreeBuilder } from '../../model/build.js';
import type { Attribute, Doc, Element, Hole, Problem } from '../../model/nodes.js';
import { type Cover, coverInterpolations } from '../braces/interpolations.js';
import { trimmed } from '../braces/trimmed.js';
import type { ParseOptions } from '../dialect.js';
import { describeHtml } from '../html/index.js';
import type { Mask, MaskHost } from '../html/mask.js';
import { readTree } from '../html/tree.js';
import { ownStates } from '../script/ownState/index.js';
import type { TypeScript } from '../script/typescript.js';
import { ComponentCode } from './code.js';
import { directiveOf } from './directives.js';
import { VueElements } from './elements.js';
import { type Block, isHtml, readBlocks } from './sfc.js';
import { vueSyntax } from './syntax.js';
import { tiesOf } from './ties.js';

/** Reads a single-file component of Vue 2 or 3. */
export function readVue(ts: TypeScript, text: string, { components, path }: ParseOptions): Doc {
  const { blocks, comments } = readBlocks(text);
  const templates = blocks.filter(isHtml).map(({ content }) => content);
  let made: ComponentCode | undefined;
  const code = (): ComponentCode => {
    made ??= new ComponentCode(ts, text, blocks, templates);
    return made;
  };
  const covered = coverInterpolations(text, templates, comments);
  const reader = new VueElements(text, code, components);
  const tree = readTree(text, {
    mask: new VueMask(covered, text, code),
    caseSensitive: true,
    selfClosing: () => true,
    meaning: reader.read,
    stateless: true,
    slot: slotOf,
  });
  reader.origins.settle();
  const doc = describeHtml(text, tree);
  const problems = problemsOf(text, blocks);
  const scripts = blocks.filter(({ name }) => name === 'script').map(({ content }) => content);
  const mayHold = scripts.some(({ start, end }) => holdsReviewable(text.slice(start, end)));
  const read = {
    dialect: 'vue',
    text,
    root: doc.root,
    whole: tree.holds('html', 'body'),
    programs: scripts,
    ...(mayHold && { embedded: code().script.strings(path) }),
    syntax: vueSyntax,
    ownState: ownStates(
      () => code().script.evaluator,
      (element) => tiesOf(code(), element),
    ),
    // The content of other files is put into it.
    ...(tree.holds('slot') && { layout: true }),
  };
  return lazily(read, {
    comments: () => {
      const found = [...doc.comments, ...code().script.scan.comments.found];
      return found.sort((a, b) => a.span.start - b.span.start);
    },
    settings: () => code().script.settings,
    modules: () => [...code().script.scan.scope.modules],
    problems: () => [...problems, ...(made?.script.problems ?? [])],
  });
}

/** What is no HTML in a template. */
class VueMask implements Mask {
  readonly text: string;
  readonly places: Cover['places'];

  constructor(
    covered: Cover,
    readonly source: string,
    readonly code: () => ComponentCode,
  ) {
    this.text = covered.text;
    this.places = covered.places;
  }

  build(place: number, { tree }: MaskHost): void {
    const span = this.places[place];
    if (span?.is !== 'interpolation') return;
    if (isVerbatim(tree.current)) {
      tree.text_(this.source.slice(span.start, span.end), span);
      return;
    }
    const code = trimmed(this.source, { start: span.start + 2, end: span.end - 2 });
    tree.openHole(span, this.source.slice(code.start, code.end), () => this.code().read(code).value);
    tree.close(span.end);
  }

  /** What attributes mean depends on the element; it is read with that. */
  attributes(read: readonly Attribute[]): Pick<ElementStart, 'attributes' | 'openEnded'> {
    return { attributes: read, openEnded: false };
  }

  /** `v-text="…"`, `v-html="…"`, `v-t="'key'"`, `<i18n-t keypath="key">` */
  content(attributes: readonly Attribute[], at: number, tree: TreeBuilder): void {
    const { current } = tree;
    const isMessage = current.kind === 'element' && messages.components.has(pascal(current.name));
    const printed = attributes.find(
      ({ written }) => (written.startsWith('v-') && PRINTS.test(written)) || (isMessage && isKey(written)),
    );
    if (!printed) return;
    const span = trimmed(this.source, printed.value.span);
    const code = this.source.slice(span.start, span.end);
    // A key says no words.
    const isCode = directiveOf(printed.written) !== undefined && printed.written !== 'v-t';
    const place = { start: at, end: at };
    tree.openHole(place, code, () =>
      isCode ? this.code().read(span).value : { state: 'dynamic', span, code },
    );
    tree.close(at);
  }
}

const PRINTS = /^v-(?:text|html|t)$/;

function isKey(written: string): boolean {
  return messages.key.has(written.replace(/^:/, ''));
}

/** `v-pre`: what stands in it is no code. */
function isVerbatim(node: Element | Hole): boolean {
  for (let up: Element | Hole | undefined = node; up; up = up.parent)
    if (up.kind === 'element' && up.attributes.some(({ written }) => written === 'v-pre')) return true;
  return false;
}

/** `<template #label>`, `<template v-slot:label>`, `<span slot="label">`: a prop of the component around it. */
function slotOf({ name, attributes }: ElementStart): string | undefined {
  for (const attribute of attributes) {
    const { written } = attribute;
    if (written === 'slot' && attribute.value.state === 'known') return named(String(attribute.value.value));
    const directive = name === 'template' ? directiveOf(written) : undefined;
    if (directive?.name === 'slot' && !directive.dynamic) return named(directive.argument);
  }
  return undefined;
}

/** The default slot is the component's content. */
function named(slot: string | undefined): string | undefined {
  return slot === undefined || slot === 'default' || slot === '' ? undefined : slot;
}

function problemsOf(text: string, blocks: readonly Block[]): Problem[] {
  const problems: Problem[] = [];
  for (const block of blocks) {
    if (block.name !== 'template') continue;
    const src = block.attributes.get('src');
    const lang = block.attributes.get('lang');
    if (!isHtml(block))
      problems.push({
        message: `The template is written in ${lang}, which is not reviewed.`,
        span: block.open,
      });
    else if (src)
      problems.push({ message: `The template stands in ${src} and is not reviewed here.`, span: block.open });
  }
  if (text.trim() !== '' && !blocks.some(({ name }) => name === 'template' || name === 'script'))
    problems.push({
      message: 'No <template> was found, so that nothing was reviewed.',
      span: { start: 0, end: 0 },
    });
  return problems;
}
