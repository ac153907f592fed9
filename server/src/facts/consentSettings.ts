import { type Edit, insert, replace } from '../core/edit.js';
import { type Literal, readLiteral } from '../core/literal.js';
import type { Span } from '../core/span.js';
import {
  type ConsentPlatform,
  consentPlatforms,
  type PlatformSetting,
  platformSites,
  type SettingValue,
} from '../knowledge/consentPlatforms.js';
import { cookieWords } from '../knowledge/cookieNotices.js';
import { mayConfigureConsent, mentions } from '../knowledge/prefilter.js';
import type { Doc, Element } from '../model/nodes.js';
import { visibleText } from '../model/query.js';
import { stretchesOfCode } from './code/stretches.js';
import type { FactSource } from './source.js';
import type { ConsentSetting } from './types/index.js';

type ObjectLiteral = Extract<Literal, { kind: 'object' }>;

/** Settings of consent platforms that take something away from the visitors' choice, in source order. */
export function readConsentSettings(source: FactSource): readonly ConsentSetting[] {
  if (!mentions(source.doc.text, 'platforms')) return [];
  const found = [...settingsOfCode(source.doc), ...settingsOfComponents(source)];
  return found.sort((a, b) => a.span.start - b.span.start);
}

function* settingsOfCode(doc: Doc): Generator<ConsentSetting> {
  if (!mayConfigureConsent(doc.text)) return;
  let code: readonly Span[] | undefined;
  for (const { platform, start, at } of platformSites(doc.text)) {
    code ??= stretchesOfCode(doc);
    const isAt = (span: Span) => span.start <= start && start < span.end;
    if (!code.some(isAt) || doc.comments.some(({ span }) => isAt(span))) continue;
    const config = readLiteral(doc.text, at);
    if (config.kind !== 'object' || saysOnlyNecessary(config, platform)) continue;
    const place: Span = { start, end: at };
    for (const setting of platform.settings) {
      for (const [holder, name] of holdersAt(config, setting.in?.split('.') ?? [], '')) {
        const entry = harmIn(holder, name, setting);
        if (entry === undefined) continue;
        const span = entry === 'absent' ? (holder === config ? place : holder.span) : entry.span;
        const edit =
          entry === 'absent' ? added(doc.text, holder, setting) : changed(doc.text, entry, setting);
        yield { ...described(platform, setting, entry === 'absent'), span, change: edit && [edit] };
      }
    }
  }
}

function described({ name, url }: ConsentPlatform, { key, effect }: PlatformSetting, missing: boolean) {
  return { platform: { name, url }, key, effect, missing };
}

function* holdersAt(
  literal: Literal,
  path: readonly string[],
  name: string,
): Generator<readonly [ObjectLiteral, string]> {
  const [step, ...rest] = path;
  if (step === undefined) {
    if (literal.kind === 'object') yield [literal, name];
  } else if (literal.kind === 'array' && step === '*') {
    for (const item of literal.items) yield* holdersAt(item, rest, '');
  } else if (literal.kind === 'object') {
    for (const { key, value } of literal.entries)
      if (step === '*' || step === key) yield* holdersAt(value, rest, key);
  }
}

/** The value that does harm, or that none is set. */
function harmIn(
  holder: ObjectLiteral,
  name: string,
  { key, is, absent, beside, unless = {}, except }: PlatformSetting,
): Extract<Literal, { kind: 'scalar' }> | 'absent' | undefined {
  if (except?.includes(name)) return undefined;
  const settingAt = (wanted: string) => holder.entries.find((entry) => entry.key === wanted)?.value;
  for (const [other, values] of Object.entries(unless)) {
    const value = settingAt(other);
    if (value && (values === 'any' || value.kind !== 'scalar' || isOneOf(value.value, values)))
      return undefined;
  }
  if (beside !== undefined && !settingAt(beside)) return undefined;
  const value = settingAt(key);
  if (!value) return absent && !holder.openEnded ? 'absent' : undefined;
  return value.kind === 'scalar' && is && isOneOf(value.value, is) ? value : undefined;
}

function isOneOf(value: SettingValue | null, values: readonly SettingValue[]): boolean {
  return values.some((one) => one === value);
}

function saysOnlyNecessary(config: ObjectLiteral, { message }: ConsentPlatform): boolean {
  if (message === undefined) return false;
  const path = message.split('.');
  const last = path.pop();
  for (const [holder] of holdersAt(config, path, '')) {
    const words = holder.entries.find(({ key }) => key === last)?.value;
    if (words?.kind === 'scalar' && cookieWords(String(words.value)).onlyNecessary) return true;
  }
  return false;
}

function changed(text: string, { span }: Literal, { set }: PlatformSetting): Edit | undefined {
  if (set === undefined) return undefined;
  const quote = /^["'`]/.exec(text.slice(span.start, span.end))?.[0] ?? '"';
  return replace(span, typeof set === 'string' ? `${quote}${set}${quote}` : String(set));
}

/** Writes the setting before the first one, as that one is written. */
function added(text: string, { entries }: ObjectLiteral, { key, set }: PlatformSetting): Edit | undefined {
  const [first] = entries;
  if (set === undefined || first === undefined) return undefined;
  const { start } = first.keySpan;
  const quote = /["']/.exec(text.charAt(start))?.[0] ?? '';
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const gap = /^\s*$/.test(line) ? `\n${line}` : ' ';
  const value = typeof set === 'string' ? `${quote || "'"}${set}${quote || "'"}` : String(set);
  return insert(start, `${quote}${key}${quote}: ${value},${gap}`);
}

function* settingsOfComponents({ doc, index }: FactSource): Generator<ConsentSetting> {
  for (const platform of consentPlatforms) {
    const { components = [], modules = [] } = platform;
    if (!components.length || !doc.modules.some((module) => modules.includes(module))) continue;
    for (const element of index.all) {
      if (!components.some((name) => folded(name) === folded(element.name))) continue;
      if (cookieWords(visibleText(element)).onlyNecessary) continue;
      for (const setting of platform.settings) yield* settingOf(element, setting, platform);
    }
  }
}

function* settingOf(
  element: Element,
  setting: PlatformSetting,
  platform: ConsentPlatform,
): Generator<ConsentSetting> {
  const prop = element.attributes.find(
    ({ written, name }) => folded(written || name) === folded(setting.key),
  );
  const missing = !prop;
  if (missing ? !setting.absent || element.openEnded : !setting.is) return;
  if (prop) {
    const { value } = prop;
    const given =
      value.state === 'known' && value.value === '' ? true : value.state === 'known' && value.value;
    if (value.state !== 'known' || given === null || !isOneOf(given, setting.is ?? [])) return;
  }
  const on = setting.set === true;
  let change: readonly Edit[] | undefined;
  if (!prop)
    change = on ? [insert(element.open.start + 1 + element.name.length, ` ${setting.key}`)] : undefined;
  else if (on) change = [replace(prop.span, (prop.written || prop.name).replace(BOUND, ''))];
  else change = setting.set === false ? prop.off : undefined;
  yield {
    ...described(platform, setting, missing),
    span: prop?.span ?? element.open,
    change,
  };
}

/** How Vue says that a prop is code. */
const BOUND = /^[:@]|^v-bind:/;

/** Props are written with humps or hyphens. */
function folded(name: string): string {
  return name.replace(BOUND, '').replaceAll('-', '').toLowerCase();
}
