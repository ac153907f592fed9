import { absent, dynamic, type Knowable, known } from '../../core/knowable.js';
import { namedFontSize } from '../../knowledge/styles.js';
import type { Element, Hole } from '../../model/nodes.js';
import type { Appearance } from '../types/index.js';
import { type Color, contrast, over, parseColor, white } from './color.js';
import type { Declared, Medium, StyleReader } from './reader.js';

/** How an element looks, as far as the document's own styles tell. */
export function appearanceOf(element: Element, styles: StyleReader, medium: Medium): Appearance {
  const chain = chainOf(element);
  const hidden = hiddenBy(chain, styles, medium);
  const opacity = opacityOf(chain, styles, medium);
  const ground = backgroundOf(chain, styles, medium);
  const ink = inherited(chain, 'color', styles, medium);
  const color = ink && colorOf(ink.declared);
  const size = fontSizeOf(chain, styles, medium);
  const hasGround = ground.state === 'known';
  return {
    displayed: hidden === undefined ? known(true) : hidden.state,
    hiddenBy: hidden?.declared && sourceOf(hidden.declared),
    fontSize: size,
    color: color ? described(color) : ink ? dynamic() : absent,
    background: hasGround ? described(ground.value) : dynamic(),
    contrast: color && hasGround ? known(contrast(over(color, ground.value), ground.value)) : dynamic(),
    opacity: opacity.value,
    opacityBy: sourceOf(opacity.declared),
    colorBy: ink && sourceOf(ink.declared),
    fontSizeBy: sourceOf(inherited(chain, 'font-size', styles, medium)?.declared),
  };
}

function sourceOf(declared: Declared | undefined): Appearance['hiddenBy'] {
  if (!declared) return undefined;
  const { property, value, by, span, valueSpan } = declared;
  return { property, value: value ?? '', by, span, valueSpan };
}

function described({ red, green, blue }: Color): Knowable<string> {
  const hex = [red, green, blue].map((c) => Math.round(c).toString(16).padStart(2, '0')).join('');
  return known(`#${hex}`);
}

/** The element and what it stands in, from the inside out. */
function chainOf(element: Element): readonly Element[] {
  const chain: Element[] = [];
  for (let up: Element | Hole | undefined = element; up; up = up.parent) {
    if (up.kind === 'element' && up.parent) chain.push(up);
  }
  return chain;
}

interface Held {
  readonly declared: Declared;
  /** Index in the chain. */
  readonly at: number;
}

/** The nearest declaration of a property that is inherited. */
function inherited(
  chain: readonly Element[],
  property: string,
  styles: StyleReader,
  medium: Medium,
  from = 0,
): Held | undefined {
  for (let at = from; at < chain.length; at++) {
    const element = chain[at];
    if (!element) break;
    const set = styles.declared(element, medium);
    const declared = set.get(property);
    const all = set.get('all');
    if (all && (!declared || all.specificity > declared.specificity)) return { declared: all, at };
    if (declared && !/^(?:inherit|unset|currentcolor)$/.test(declared.value ?? '')) return { declared, at };
  }
  return undefined;
}

function colorOf({ value }: Declared): Color | undefined {
  return value === undefined ? undefined : parseColor(value);
}

/** What lies behind the words: white where nothing is painted, dynamic where an image or code decides. */
function backgroundOf(chain: readonly Element[], styles: StyleReader, medium: Medium): Knowable<Color> {
  for (const element of chain) {
    const set = styles.declared(element, medium);
    const image = set.get('background-image');
    if (image && image.value !== 'none') return dynamic();
    const declared = set.get('background-color');
    if (set.get('all') && !declared) return dynamic();
    if (!declared || /^(?:inherit|none|unset|initial)$/.test(declared.value ?? '')) continue;
    const color = declared.value === undefined ? undefined : colorIn(declared.value);
    if (!color || (color.alpha > 0 && color.alpha < 1)) return dynamic();
    if (color.alpha === 1) return known(color);
  }
  return known(white);
}

/** The colour among the values of a shorthand. */
function colorIn(value: string): Color | undefined {
  const whole = parseColor(value);
  if (whole) return whole;
  const parts = value.match(/(?:rgb|hsl)a?\([^()]*\)|[#\w]+/g) ?? [];
  return parts
    .map((part) => (/^[\d.]+(?:px|%|em)?$/.test(part) ? undefined : parseColor(part)))
    .find(Boolean);
}

const PIXELS: Readonly<Record<string, number>> = {
  px: 1,
  pt: 4 / 3,
  rem: 16,
  in: 96,
  pc: 16,
  mm: 3.7795,
  cm: 37.795,
};

/** In CSS pixels; relative sizes are multiplied up to the nearest that is not. */
function fontSizeOf(chain: readonly Element[], styles: StyleReader, medium: Medium): Knowable<number> {
  let factor = 1;
  let from = 0;
  for (;;) {
    const held = inherited(chain, 'font-size', styles, medium, from);
    if (!held) return from === 0 ? absent : known(INITIAL_SIZE * factor);
    const size = held.declared.value === undefined ? undefined : sizeIn(held.declared.value);
    if (size === undefined) return dynamic();
    if ('pixels' in size) return known(size.pixels * factor);
    factor *= size.factor;
    from = held.at + 1;
  }
}

const INITIAL_SIZE = 16;

function sizeIn(value: string): { readonly pixels: number } | { readonly factor: number } | undefined {
  const [, amount = '', unit = ''] =
    /(?:^|\s)(\d+(?:\.\d+)?|\.\d+)(px|pt|rem|em|%|in|pc|mm|cm)?(?=$|[\s/])/.exec(value) ?? [];
  if (amount === '') {
    const pixels = value
      .split(/\s+/)
      .map(namedFontSize)
      .find((n) => n !== undefined);
    return pixels === undefined ? undefined : { pixels };
  }
  if (unit === 'em') return { factor: Number(amount) };
  if (unit === '%') return { factor: Number(amount) / 100 };
  return { pixels: Number(amount) * (PIXELS[unit] ?? 1) };
}

/** What shines through is multiplied; with the declaration that lets through the most. */
function opacityOf(
  chain: readonly Element[],
  styles: StyleReader,
  medium: Medium,
): { readonly value: Knowable<number>; readonly declared: Declared | undefined } {
  let opacity = 1;
  let least = 1;
  let by: Declared | undefined;
  for (const element of chain) {
    const declared = styles.declared(element, medium).get('opacity');
    if (!declared) continue;
    const written = Number.parseFloat(declared.value ?? '');
    if (Number.isNaN(written)) return { value: dynamic(), declared };
    const value = /%/.test(declared.value ?? '') ? written / 100 : written;
    if (value < least) by = declared;
    least = Math.min(least, value);
    opacity *= value;
  }
  return { value: known(opacity), declared: by };
}

/** What keeps an element from being seen at all. */
function hiddenBy(
  chain: readonly Element[],
  styles: StyleReader,
  medium: Medium,
): { readonly state: Knowable<boolean>; readonly declared: Declared | undefined } | undefined {
  let unsure: ReturnType<typeof hiddenBy>;
  const visible = inherited(chain, 'visibility', styles, medium)?.declared;
  if (visible && /^(?:hidden|collapse)$/.test(visible.value ?? ''))
    return { state: known(false), declared: visible };
  for (const element of chain) {
    const set = styles.declared(element, medium);
    const display = set.get('display');
    if (display?.value === 'none') return { state: known(false), declared: display };
    if (display && display.value === undefined) unsure = { state: dynamic(), declared: display };
    const folded = foldedBy(set);
    if (folded) return { state: known(false), declared: folded };
  }
  return unsure;
}

const NOTHING = /^0(?:\.0+)?(?:px|em|rem|%|pt)?$/;

/** Boxes without room, and boxes far off the screen. */
function foldedBy(set: ReadonlyMap<string, Declared>): Declared | undefined {
  const isCut = /hidden|clip/.test(set.get('overflow')?.value ?? '');
  for (const property of ['max-height', 'height', 'max-width', 'width']) {
    const declared = set.get(property);
    if (isCut && declared && NOTHING.test(declared.value ?? '')) return declared;
  }
  const indent = set.get('text-indent');
  if (indent && /^-\d{4,}/.test(indent.value ?? '')) return indent;
  if (!/absolute|fixed/.test(set.get('position')?.value ?? '')) return undefined;
  for (const side of ['left', 'top', 'right', 'bottom']) {
    const declared = set.get(side);
    if (declared && /^-\d{4,}/.test(declared.value ?? '')) return declared;
  }
  return isCut && /^1px$/.test(set.get('width')?.value ?? '') ? set.get('width') : undefined;
}
