import type ts from 'typescript';
import type { Span } from '../../core/span.js';
import { intrinsicElements } from '../../knowledge/components.js';
import { changed, renamed } from '../../model/attributes.js';
import type { ElementStart } from '../../model/build.js';
import type { Attribute, Element, Hole } from '../../model/nodes.js';
import { BoundAttributes } from '../braces/attributeList.js';
import { LazyAttribute } from '../braces/lazyAttribute.js';
import { trimmed } from '../braces/trimmed.js';
import { htmlName, isPlainName } from '../components/attributeNames.js';
import { camel } from '../components/find.js';
import { blanksBefore } from '../html/attributes.js';
import { OriginRegister } from '../script/origins.js';
import { type Thing, unknown, via } from '../script/things.js';
import type { ComponentCode } from './code.js';
import { Controls } from './controls.js';
import { type Directive, directiveOf } from './directives.js';
import { VueScopes } from './scopes.js';
import { spreadInto } from './spread.js';
import { type Configured, type Meant, meaningOf } from './tags.js';

/** An element while its tag is being read. */
export interface Tag {
  readonly open: Span;
  readonly parent: Element | Hole;
  readonly meant: Meant;
  readonly list: BoundAttributes;
  /** Its `v-model`, with what the code says of it. */
  model?: { readonly attribute: Attribute; readonly argument: string | undefined; readonly code: Span };
  /** What bound attributes stand for, by HTML name. */
  things: ReadonlyMap<string, Thing>;
  /** What `v-slot` declares; undefined without one. */
  slot?: Span;
  /** The object of a `v-bind` that the code hands on. */
  handed?: Thing;
}

/** Their code says nothing that is reviewed. */
const UNREAD: ReadonlySet<string> = new Set(['class', 'style', 'key', 'ref', 'rules']);

/** Whether a control is on, and what decides that. */
const DECIDES: ReadonlySet<string> = new Set(['checked', 'value', 'model-value', 'type']);

/** Attributes that declare names. */
const SLOT: ReadonlySet<string> = new Set(['slot-scope', 'scope']);

const NONE: ReadonlyMap<string, Thing> = new Map();

/** Reads the opening tags of a template: attributes under their HTML names, with what the code says of them. */
export class VueElements {
  readonly origins = new OriginRegister();
  #code: ComponentCode | undefined;
  #scopes: VueScopes | undefined;
  #controls: Controls | undefined;

  /** @param makeCode reads the scripts, when the first thing is asked of them. */
  constructor(
    readonly text: string,
    readonly makeCode: () => ComponentCode,
    readonly configured: Configured,
  ) {}

  get code(): ComponentCode {
    this.#code ??= this.makeCode();
    return this.#code;
  }

  get scopes(): VueScopes {
    this.#scopes ??= new VueScopes(this.code);
    return this.#scopes;
  }

  readonly read = (start: ElementStart, parent: Element | Hole): ElementStart => {
    const { open, name, attributes } = start;
    this.#scopes?.leave(parent, open.start);
    if (this.#isPlain(start)) return start;
    const meant = meaningOf(() => this.code, this.configured, start);
    const nameSpan = { start: open.start + 1, end: open.start + 1 + name.length };
    const list = new BoundAttributes(() => this.#place(nameSpan), nameSpan, this.origins);
    const tag: Tag = { open, parent, meant, list, things: NONE };
    for (const attribute of attributes) {
      if (attribute.written === 'v-for') this.scopes.loop(open.start, attribute.value.span);
    }
    for (const attribute of attributes) this.#attribute(tag, attribute);
    const type = meant.component?.type;
    if (type !== undefined && !list.has('type'))
      list.derive('type', { state: 'known', value: type, span: nameSpan });
    const told = this.#isControl(tag) ? this.#tell(tag) : meant.tag;
    return {
      ...start,
      tag: told,
      attributes: list.attributes,
      openEnded: list.openEnded,
      ...(meant.module !== undefined && { module: meant.module }),
    };
  };

  /** HTML as it stands, of which the code says nothing: most elements are. */
  #isPlain({ name, attributes }: ElementStart): boolean {
    if (!intrinsicElements.has(name) || name === 'template' || this.configured?.[name]) return false;
    return attributes.every(
      ({ written }) =>
        isPlainName(written) &&
        !written.startsWith('v-') &&
        !SLOT.has(written) &&
        (written !== 'type' || this.#controls === undefined),
    );
  }

  #tell(tag: Tag): string {
    this.#controls ??= new Controls(this.code);
    return this.#controls.read(tag);
  }

  /** Whether what the code holds may add to what the tag says. */
  #isControl({ model, meant: { component }, list }: Tag): boolean {
    if (model !== undefined || component?.group || component?.form !== undefined || component?.field)
      return true;
    return component?.type !== undefined || (list.type !== undefined && this.#controls !== undefined);
  }

  #attribute(tag: Tag, attribute: Attribute): void {
    const directive = directiveOf(attribute.written);
    if (directive) this.#directive(tag, attribute, directive);
    else if (SLOT.has(attribute.name)) {
      this.scopes.slot(tag.open.start, attribute.value.span);
      tag.slot = attribute.value.span;
      tag.list.push(attribute);
    } else this.#plain(tag, attribute);
  }

  #plain({ list, meant }: Tag, attribute: Attribute): void {
    const name = this.#nameOf(meant, attribute.written);
    const { value } = attribute;
    // What HTML takes for a tick, a component takes for a word.
    const isFalse = !meant.native && name === 'checked' && value.state === 'known' && value.value === 'false';
    list.add(
      isFalse ? changed(attribute, { name, value: { ...value, value: false } }) : renamed(attribute, name),
    );
  }

  /** The HTML name of a prop in either spelling. */
  #nameOf(meant: Meant, written: string): string {
    const prop = camel(written);
    const name = htmlName(meant, prop);
    return name === prop.toLowerCase() ? written.toLowerCase() : name;
  }

  #directive(tag: Tag, attribute: Attribute, { name, argument, dynamic }: Directive): void {
    const { list, open } = tag;
    const { span } = attribute.value;
    if (name === 'bind' && argument === undefined) {
      spreadInto(this.code, tag, attribute);
      list.push(this.#unread(attribute, attribute.name));
    } else if (name === 'bind' && !dynamic) this.#bound(tag, attribute, argument ?? '');
    else if (name === 'model') this.#model(tag, { attribute, argument, code: trimmed(this.text, span) });
    else if (name === 'on' && argument !== undefined)
      list.push(this.#unread(attribute, `on${argument.toLowerCase()}`));
    else {
      if (name === 'slot') {
        tag.slot = span;
        if (span.end > span.start) this.scopes.slot(open.start, span);
      }
      if (dynamic && name === 'bind') list.openEnded = true;
      list.push(this.#unread(attribute, attribute.name));
    }
  }

  /** Of several models the one without an argument is the control's value. */
  #model(tag: Tag, model: NonNullable<Tag['model']>): void {
    const [main, other] = tag.model && model.argument !== undefined ? [tag.model, model] : [model, tag.model];
    tag.model = main;
    if (other) tag.list.push(this.#unread(other.attribute, other.attribute.name));
  }

  #bound(tag: Tag, attribute: Attribute, argument: string): void {
    const { list, meant } = tag;
    const name = this.#nameOf(meant, argument);
    if (UNREAD.has(name)) {
      list.push(this.#unread(attribute, name));
      return;
    }
    const { written, nameSpan, span } = attribute;
    const read = () => this.#reading(attribute, argument);
    const { component } = meant;
    const isTold = component?.group || component?.field || component?.form !== undefined;
    if (!isTold && !DECIDES.has(name)) {
      list.add(new LazyAttribute(name, written, nameSpan, span, read));
      return;
    }
    const { thing, value, off } = read();
    tag.things = new Map(tag.things).set(name, thing);
    list.add({ name, written, nameSpan, span, value, off });
  }

  #reading(attribute: Attribute, argument: string) {
    const { span } = attribute;
    const code = trimmed(this.text, attribute.value.span);
    const { thing, value } =
      code.end > code.start ? this.code.read(code) : this.#sameName(attribute, camel(argument));
    // Nothing is set; the attribute is written all the same.
    if (value.state === 'absent')
      return { thing, value: { state: 'known' as const, value: null, span: code }, off: undefined };
    const direct = value.state === 'known' && !value.origin;
    return { thing, value, off: direct ? [this.#removal(span)] : this.code.script.values.off(thing) };
  }

  /** `:checked`, which is `:checked="checked"`. */
  #sameName({ nameSpan }: Attribute, name: string) {
    const { evaluator, values, source } = this.code.script;
    const found = evaluator.named(name, nameSpan.start) ?? unknown(source.file);
    const held = found.is === 'virtual' && found.held ? found.held : found;
    const thing = via(held, { kind: 'constant', name, exported: false });
    return { thing, value: values.fromThing(thing, this.#place(nameSpan)) };
  }

  #unread(attribute: Attribute, name: string): Attribute {
    const { written, nameSpan, span } = attribute;
    const at = attribute.value.span;
    return {
      name,
      written,
      nameSpan,
      span,
      value: { state: 'dynamic', span: at, code: this.text.slice(at.start, at.end) },
    };
  }

  #removal({ start, end }: Span) {
    return { span: { start: blanksBefore(this.text, start), end }, text: '' };
  }

  /** The tag's name as a piece of code. */
  #place({ start, end }: Span): ts.Node {
    return Object.assign(this.code.script.ts.factory.createIdentifier('_'), { pos: start, end });
  }
}
