import { thresholds } from '../../knowledge/styles.js';
import type { Element } from '../../model/nodes.js';
import type { FactSource } from '../source.js';
import { appearanceOf } from './appearance.js';
import { contrast, parseColor } from './color.js';
import { darkMedium, type Medium, narrowMedium, plainMedium } from './reader.js';

/** What browsers write in where nothing says otherwise. */
const INK = '#000000';
const LINK = '#0000ee';
const INKS = ['#333333', '#ffffff', '#000000'];

/** True where words put into an element can be read, as far as the document's own styles tell. */
export function isReadable(element: Element, source: Pick<FactSource, 'index'>): boolean {
  return [plainMedium, narrowMedium, darkMedium].every((medium) => isReadableIn(element, source, medium));
}

function isReadableIn(element: Element, { index }: Pick<FactSource, 'index'>, medium: Medium): boolean {
  const { displayed, fontSize, color, background, opacity } = appearanceOf(element, index.styles, medium);
  if (opacity.state === 'known' && opacity.value < thresholds.opacity) return false;
  if (displayed.state === 'known' && !displayed.value) return false;
  if (fontSize.state === 'known' && fontSize.value < thresholds.fontSize) return false;
  if (background.state !== 'known' || color.state === 'dynamic') return true;
  return ratio(color.state === 'known' ? color.value : INK, background.value) >= thresholds.legibleContrast;
}

/** True where the usual blue of links can be read. */
export function takesBlue(element: Element, { index }: Pick<FactSource, 'index'>): boolean {
  const { background } = appearanceOf(element, index.styles, plainMedium);
  return background.state !== 'known' || ratio(LINK, background.value) >= thresholds.legibleContrast;
}

/** The colour that words in an element need; undefined where the one that they have will do. */
export function inkOn(element: Element, { index }: Pick<FactSource, 'index'>): string | undefined {
  const { color, background } = appearanceOf(element, index.styles, plainMedium);
  if (background.state !== 'known' || color.state === 'dynamic') return undefined;
  const ink = color.state === 'known' ? color.value : INK;
  return ratio(ink, background.value) >= thresholds.legibleContrast
    ? undefined
    : readableOn(background.value);
}

/** A colour that can be read on another. */
export function readableOn(background: string): string {
  return INKS.find((ink) => ratio(ink, background) >= thresholds.readableContrast) ?? INK;
}

function ratio(ink: string, ground: string): number {
  const [color, behind] = [parseColor(ink), parseColor(ground)];
  return color && behind ? contrast(color, behind) : Number.POSITIVE_INFINITY;
}
