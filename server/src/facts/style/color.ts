import { namedColor } from '../../knowledge/styles.js';

/** A colour of sRGB, each channel from 0 to 255, opacity from 0 to 1. */
export interface Color {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

export const white: Color = { red: 255, green: 255, blue: 255, alpha: 1 };

/** A colour as CSS, HTML or MJML writes it; undefined for what is none or depends on the place. */
export function parseColor(written: string): Color | undefined {
  const text = written.trim().toLowerCase();
  if (text === 'transparent') return { ...white, alpha: 0 };
  const name = namedColor(text);
  const hex = /^#?([\da-f]{3,8})$/.exec(name ?? text)?.[1];
  if (hex !== undefined) return fromHex(hex);
  const [, model = '', body = ''] = /^(rgb|hsl)a?\(([^()]*)\)$/.exec(text) ?? [];
  const parts = body.split(/[\s,/]+/).filter(Boolean);
  if (model === '' || parts.length < 3) return undefined;
  const alpha = clamp(number(parts[3] ?? '1', 1), 1);
  const color = model === 'rgb' ? fromRgb(parts) : fromHsl(parts);
  return [...Object.values(color), alpha].some(Number.isNaN) ? undefined : { ...color, alpha };
}

function fromHex(hex: string): Color | undefined {
  const long = hex.length <= 4 ? [...hex].map((c) => c + c).join('') : hex;
  if (long.length !== 6 && long.length !== 8) return undefined;
  const channel = (at: number) => Number.parseInt(long.slice(at, at + 2), 16);
  const alpha = long.length === 8 ? channel(6) / 255 : 1;
  return { red: channel(0), green: channel(2), blue: channel(4), alpha };
}

type Channels = Omit<Color, 'alpha'>;

function fromRgb([red = '', green = '', blue = '']: readonly string[]): Channels {
  const channel = (part: string) => clamp(number(part, 255), 255);
  return { red: channel(red), green: channel(green), blue: channel(blue) };
}

/** CSS Color 4, section 7.1. */
function fromHsl([h = '', s = '', l = '']: readonly string[]): Channels {
  const hue = Number.parseFloat(h) / 30;
  const saturation = number(s, 1);
  const lightness = number(l, 1);
  const span = saturation * Math.min(lightness, 1 - lightness);
  const channel = (n: number) => {
    const k = (((n + hue) % 12) + 12) % 12;
    return 255 * (lightness - span * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return { red: channel(0), green: channel(8), blue: channel(4) };
}

/** A number, or a share of `whole`. */
function number(part: string, whole: number): number {
  const value = Number.parseFloat(part);
  return part.endsWith('%') ? (value / 100) * whole : value;
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}

/** One colour laid over another that lets nothing through. */
export function over(top: Color, ground: Color): Color {
  const mix = (a: number, b: number) => a * top.alpha + b * (1 - top.alpha);
  return {
    red: mix(top.red, ground.red),
    green: mix(top.green, ground.green),
    blue: mix(top.blue, ground.blue),
    alpha: 1,
  };
}

/** WCAG 2, "contrast ratio": from 1, the same, to 21, black on white. */
export function contrast(one: Color, other: Color): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** WCAG 2, "relative luminance". */
function luminance({ red, green, blue }: Color): number {
  const linear = (channel: number) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
