import type { Span } from '../../core/span.js';
import {
  isUtilityScope,
  numberedFontSize,
  ownDeclarations,
  styledBy,
  utilityDeclarations,
} from '../../knowledge/styles.js';
import type { Attribute, Element, Value } from '../../model/nodes.js';
import { attribute, knownText } from '../../model/query.js';
import { type CssRule, readDeclarations, readSheet } from './css.js';
import { classesOf, matches, readSelector, type Selector } from './selector.js';

/** What a property is set to, and by what. */
export interface Declared {
  readonly property: string;
  /** Lower case; undefined where only code knows it. */
  readonly value: string | undefined;
  readonly by: 'inline' | 'attribute' | 'sheet' | 'utility' | 'default';
  /** Where the value is written, for edits; undefined where it is not written as such. */
  readonly valueSpan: Span | undefined;
  /** The whole declaration, likewise. */
  readonly span: Span | undefined;
  readonly important: boolean;
  readonly specificity: number;
}

/** Whether the rules of a media query count; the condition is lower case. */
export type Medium = (condition: string) => boolean;

/** What is shown at rest on a wide screen in the light. */
export const plainMedium: Medium = (condition) =>
  !/max-(?:device-)?width|prefers-color-scheme\s*:\s*dark|\bprint\b|orientation|yahoo|min-width:\s*9{3,}/.test(
    condition,
  );
/** A narrow screen: rules for it are added. */
export const narrowMedium: Medium = (condition) =>
  !/prefers-color-scheme\s*:\s*dark|\bprint\b|min-(?:device-)?width/.test(condition);
/** A dark scheme on a wide screen. */
export const darkMedium: Medium = (condition) =>
  plainMedium(condition.replace(/prefers-color-scheme\s*:\s*dark/g, ''));

interface SheetRule extends Omit<CssRule, 'selectors'> {
  readonly selector: Selector;
  readonly offset: number;
  readonly order: number;
}

/** Reads which declarations hold for the elements of one document: from attributes, classes, style sheets and inline. */
export class StyleReader {
  #sheets: readonly SheetRule[] | undefined;
  #scope: boolean | undefined;
  #shared: ReadonlyMap<string, Attribute[]> | undefined;
  readonly #declared = new Map<Medium, Map<Element, ReadonlyMap<string, Declared>>>();

  constructor(
    readonly text: string,
    readonly all: readonly Element[],
  ) {}

  /** The winning declaration of each property that is set on this very element. */
  declared(element: Element, medium: Medium): ReadonlyMap<string, Declared> {
    let known = this.#declared.get(medium);
    if (!known) {
      known = new Map();
      this.#declared.set(medium, known);
    }
    let found = known.get(element);
    if (!found) {
      found = this.#cascade(element, medium);
      known.set(element, found);
    }
    return found;
  }

  #cascade(element: Element, medium: Medium): ReadonlyMap<string, Declared> {
    const winners = new Map<string, Declared>();
    const put = (next: Declared) => {
      const before = winners.get(next.property);
      if (!before || !outranks(before, next)) winners.set(next.property, next);
    };
    for (const found of this.#own(element)) put(found);
    for (const found of this.#utilities(element)) put(found);
    for (const found of this.#ruled(element, medium)) put(found);
    for (const found of inlineOf(element, this.text)) put(found);
    return winners;
  }

  /** Defaults and attributes, weakest first. */
  *#own(element: Element): Generator<Declared> {
    const own = ownDeclarations(element.name.toLowerCase()) ?? ownDeclarations(element.tag);
    for (const [property, value] of Object.entries(own ?? {}))
      yield { ...plain(property, value), by: 'default', specificity: -2 };
    for (const a of [...this.#classesOfMjml(element), ...element.attributes]) {
      const property = styledBy(a.name);
      if (property !== undefined && isStyled(element, a.name))
        yield this.#fromAttribute(element, a, property);
      if (a.name === 'size' && element.tag === 'font') {
        const size = numberedFontSize(knownText(element, 'size') ?? '');
        yield {
          ...plain('font-size', size === undefined ? undefined : `${size}px`),
          by: 'attribute',
          specificity: -1,
        };
      }
      if (a.name === 'hidden' && a.value.state === 'known' && a.value.value !== false)
        yield { ...plain('display', 'none'), by: 'attribute', specificity: -1, span: a.span };
    }
  }

  #fromAttribute(element: Element, { value, span }: Attribute, property: string): Declared {
    const text = textOf(value);
    const isThere = span.start >= element.open.start && span.end <= element.open.end;
    const literal = text !== undefined && isThere ? literalSpan(value, text, this.text) : undefined;
    return {
      property,
      value: text?.toLowerCase(),
      by: 'attribute',
      valueSpan: literal,
      span: undefined,
      important: false,
      specificity: -1,
    };
  }

  /** Attributes that MJML's head gives to all elements, to those of a name, or to those of a class. */
  #classesOfMjml(element: Element): readonly Attribute[] {
    if (!element.name.toLowerCase().startsWith('mj-')) return [];
    this.#shared ??= sharedAttributes(this.all);
    const shared = this.#shared;
    const classes = (knownText(element, 'mj-class') ?? '').split(/\s+/).filter(Boolean);
    const keys = ['mj-all', element.name.toLowerCase(), ...classes.map((c) => `.${c}`)];
    return keys.flatMap((key) => shared.get(key) ?? []);
  }

  *#utilities(element: Element): Generator<Declared> {
    this.#scope ??= this.all.some(({ name }) => isUtilityScope(name));
    const value = attribute(element, 'class')?.value;
    if (value?.state === 'dynamic') {
      if (this.#scope || this.#rules().length > 0) yield { ...anything, by: 'utility', specificity: 0 };
      return;
    }
    if (!this.#scope || value === undefined) return;
    const written = textOf(value);
    const literal = written === undefined ? undefined : literalSpan(value, written, this.text);
    for (const name of classesOf(element)) {
      const span = literal && wordIn(this.text, literal, name);
      for (const { property, value: css } of readDeclarations(utilityDeclarations(name) ?? ''))
        yield { ...plain(property, css), by: 'utility', specificity: 10, span, valueSpan: span };
      if (/^!?(?:text|bg)-[a-z]+-\d+$/.test(name) && utilityDeclarations(name) === undefined)
        yield {
          ...plain(name.includes('bg-') ? 'background-color' : 'color', undefined),
          by: 'utility',
          specificity: 10,
        };
    }
  }

  *#ruled(element: Element, medium: Medium): Generator<Declared> {
    for (const { selector, media, declarations, offset } of this.#rules()) {
      if (!media.every(medium)) continue;
      const match = matches(element, selector);
      if (match === 'no') continue;
      for (const { property, value, important, valueSpan, span } of declarations) {
        yield* longhands({
          property,
          value: match === 'yes' ? known(value) : undefined,
          by: 'sheet',
          valueSpan: moved(valueSpan, offset),
          span: moved(span, offset),
          important,
          specificity: selector.specificity,
        });
      }
    }
  }

  #rules(): readonly SheetRule[] {
    this.#sheets ??= this.all
      .filter(({ tag }) => tag === 'style')
      .flatMap(({ children }) => {
        const [text] = children.filter((c) => c.kind === 'text' || c.kind === 'hole');
        if (!text) return [];
        // As written, so that places are true; entities do not count in style sheets.
        const { start } = text.span;
        const end = children.at(-1)?.span.end ?? text.span.end;
        return readSheet(this.text.slice(start, end)).map((rule) => ({ ...rule, offset: start }));
      })
      .flatMap(({ selectors, ...rule }) =>
        selectors.flatMap((written) => {
          const selector = readSelector(written);
          return selector ? [{ ...rule, selector }] : [];
        }),
      )
      .map((rule, order) => ({ ...rule, order }))
      .sort((a, b) => a.selector.specificity - b.selector.specificity || a.order - b.order);
    return this.#sheets;
  }
}

function outranks(before: Declared, next: Declared): boolean {
  return before.important && !next.important;
}

/** Where one of the words in a stretch of text stands. */
function wordIn(text: string, { start, end }: Span, word: string): Span | undefined {
  for (const { 0: found, index } of text.slice(start, end).matchAll(/\S+/g))
    if (found === word) return { start: start + index, end: start + index + word.length };
  return undefined;
}

const anything = {
  property: 'all',
  value: undefined,
  valueSpan: undefined,
  span: undefined,
  important: false,
} as const;

function plain(property: string, value: string | undefined) {
  return { property, value, valueSpan: undefined, span: undefined, important: false } as const;
}

/** `color` styles elements of MJML and HTML's font only; others have props of that name. */
function isStyled({ name, tag }: Element, attributeName: string): boolean {
  if (attributeName === 'bgcolor' || attributeName === 'background') return true;
  return name.toLowerCase().startsWith('mj-') || (tag === 'font' && attributeName === 'color');
}

function sharedAttributes(all: readonly Element[]): ReadonlyMap<string, Attribute[]> {
  const shared = new Map<string, Attribute[]>();
  for (const { name, parent, attributes } of all) {
    if (parent?.kind !== 'element' || parent.name.toLowerCase() !== 'mj-attributes') continue;
    const isClass = name.toLowerCase() === 'mj-class';
    const given = attributes.find((a) => a.name === 'name')?.value;
    const key = isClass ? `.${given?.state === 'known' ? String(given.value) : ''}` : name.toLowerCase();
    shared.set(key, [...(shared.get(key) ?? []), ...attributes]);
  }
  return shared;
}

/** Declarations in the style attribute, or in the object that stands for one. */
function* inlineOf(element: Element, text: string): Generator<Declared> {
  const inline = { by: 'inline', specificity: 1000 } as const;
  const style = attribute(element, 'style');
  const seen = new Set<string>();
  for (const a of element.attributes) {
    // Of an object's entries of one name the first in the list is the one that holds.
    if (!a.name.startsWith('style:') || seen.has(a.name)) continue;
    seen.add(a.name);
    const property = a.name.slice('style:'.length);
    if (property === '*') yield { ...anything, ...inline };
    else
      yield* longhands({
        ...plain(property, lengthOf(property, a.value)),
        ...inline,
        valueSpan: objectSpan(a, text),
      });
  }
  if (!style || seen.size > 0) return;
  const { value } = style;
  const css = value.state === 'known' ? String(value.value ?? '') : value.code;
  if (value.state === 'dynamic' && !css.includes(':')) {
    yield { ...anything, ...inline };
    return;
  }
  const isLiteral = text.slice(value.span.start, value.span.end) === css;
  for (const { property, value: written, important, valueSpan, span } of readDeclarations(css)) {
    yield* longhands({
      property,
      value: known(written),
      important,
      valueSpan: isLiteral ? moved(valueSpan, value.span.start) : undefined,
      span: isLiteral ? moved(span, value.span.start) : undefined,
      ...inline,
    });
  }
}

/** Template tags and variables are known to code only. */
function known(value: string): string | undefined {
  return /\{\{|\{%|<%|<\?|\*\||%%|\[\[|\$\{|var\(|\{\$/.test(value) ? undefined : value.toLowerCase();
}

function* longhands(declared: Declared): Generator<Declared> {
  yield declared;
  if (declared.property === 'background') {
    yield { ...declared, property: 'background-color', valueSpan: undefined };
    if (/url\(|gradient\(/.test(declared.value ?? '')) yield { ...declared, property: 'background-image' };
  } else if (declared.property === 'font') yield { ...declared, property: 'font-size', valueSpan: undefined };
}

const UNITLESS = /^(?:opacity|line-height|font-weight|z-index|flex.*)$/;

function lengthOf(property: string, value: Value): string | undefined {
  if (value.state !== 'known' || value.value === null) return undefined;
  const isLength = typeof value.value === 'number' && value.value !== 0 && !UNITLESS.test(property);
  return isLength ? `${value.value}px` : known(String(value.value));
}

function textOf(value: Value): string | undefined {
  return value.state === 'known' && value.value !== null ? String(value.value) : undefined;
}

function literalSpan({ span }: Attribute['value'], value: string, text: string): Span | undefined {
  return text.slice(span.start, span.end) === value ? span : undefined;
}

/** The string of an object's entry; a number would need quotes around what takes its place. */
function objectSpan({ value }: Attribute, text: string): Span | undefined {
  if (value.state !== 'known' || typeof value.value !== 'string') return undefined;
  const span = value.origin?.span ?? value.span;
  return text.slice(span.start, span.end) === value.value ? span : undefined;
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
