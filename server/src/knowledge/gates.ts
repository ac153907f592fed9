import file from './gates.json';
import { AddressBook, addressOf } from './matching/address.js';

/** A program that asks visitors for consent and holds scripts back until then; see schemas/gates.schema.json. */
export interface ConsentPlatform {
  readonly id: string;
  readonly name: string;
  readonly loads: readonly string[];
  /** Packages by which code uses it; a star stands for the rest of a path. */
  readonly modules?: readonly string[];
  /** Whether it finds by itself what it has to hold back, or only what is marked for it. */
  readonly blocks: 'automatic' | 'manual';
  /** What its own tag says, without blanks and quotation marks, where it blocks by itself. */
  readonly automaticWhen?: readonly string[];
  /** How a script is marked for it. */
  readonly mark?: {
    readonly type: string;
    readonly attribute: string;
    /** `$recipient` stands for the service's own name. */
    readonly values: { readonly analytics: string; readonly advertising: string };
    /** The attribute that the address moves to. */
    readonly address?: string;
    /** What says the script's type once it runs. */
    readonly as?: { readonly attribute: string; readonly value: string };
  };
  /** The mark that takes an element out of its blocking; of a class, one of its words. */
  readonly ignores?: { readonly attribute: string; readonly value?: string; readonly source: string };
  readonly source: string;
}

const platforms = file.platforms as readonly ConsentPlatform[];
const ignored = platforms.flatMap(({ ignores }) => ignores ?? []);
const book = new AddressBook(platforms.flatMap((p) => p.loads.map((load) => [load, p] as const)));
const attributes: ReadonlySet<string> = new Set(file.attributes);
const types: ReadonlySet<string> = new Set(file.scriptTypes);
const lifecycle: ReadonlySet<string> = new Set(file.lifecycle);
const pages: ReadonlySet<string> = new Set(file.pages);
const stems = new RegExp(file.stems.join('|'), 'i');
const loaders: ReadonlySet<string> = new Set(file.loaders);
/** `config.cookieConsent`: whether a site asks at all is no answer to it. */
const settings = new RegExp(
  `(?<![\\w$])(?:${file.configuration.map((name) => name.replaceAll('.', '\\.')).join('|')})(?:\\??\\.[\\w$]+|\\[["'][\\w-]+["']\\])+`,
  'gi',
);
const actions = new RegExp(`(?<![a-z])(?:on[-:]?)?(?:${file.actions.join('|')})(?![a-z])`, 'i');

/** The consent platform that an address loads. */
export function consentPlatformAt(text: string): ConsentPlatform | undefined {
  const address = addressOf(text);
  return address && book.find(address);
}

/** The consent platform that a package is of. */
export function consentPlatformOfModule(module: string): ConsentPlatform | undefined {
  return platforms.find((p) =>
    p.modules?.some((name) => (name.endsWith('*') ? module.startsWith(name.slice(0, -1)) : name === module)),
  );
}

const passing: ReadonlySet<string> = new Set(file.passing);

/** Whether the script component of a package writes its attributes into the script that it makes. */
export function passesAttributes(module: string | undefined): boolean {
  return module !== undefined && passing.has(module);
}

/** True where code or a name speaks of a visitor's consent. */
export function speaksOfConsent(code: string): boolean {
  return stems.test(code) && stems.test(code.replace(settings, ' '));
}

/** True for a function of a content system that adds an address to the page. */
export function isLoader(name: string): boolean {
  return loaders.has(name.toLowerCase());
}

/** True where code waits for something that the visitor does. */
export function waitsForAction(code: string): boolean {
  return actions.test(code);
}

/** True where an attribute hands an element over to a consent platform. */
export function isConsentAttribute(name: string): boolean {
  return attributes.has(name) || (name.startsWith('data-') && /consent|cookie/.test(name));
}

/** True where an attribute takes its element out of a consent platform's blocking. */
export function isIgnoreMark(name: string, value: string | undefined): boolean {
  return ignored.some((mark) => {
    if (mark.attribute !== name) return false;
    return mark.value === undefined || (value ?? '').toLowerCase().split(/\s+/).includes(mark.value);
  });
}

/** Whether browsers, or what stands in for them, run a script of this type. */
export function isRunType(type: string): boolean {
  return types.has(
    type
      .trim()
      .toLowerCase()
      .replace(/(?<!\s)\s*;.*$/s, ''),
  );
}

/** True for functions that a framework calls when a page or component begins. */
export function isLifecycle(name: string): boolean {
  return lifecycle.has(name.toLowerCase());
}

/** True for components that are a page, or stand around every page. */
export function isPageComponent(name: string): boolean {
  return pages.has(name.toLowerCase());
}
