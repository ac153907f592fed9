import type { Span } from '../core/span.js';
import { AddressBook, addressOf } from './matching/address.js';
import file from './recipients.json';

export type RecipientKind =
  | 'advertising'
  | 'social'
  | 'session-replay'
  | 'analytics'
  | 'tag-manager'
  | 'embed'
  | 'map'
  | 'chat'
  | 'font'
  | 'captcha'
  | 'essential';

/** A package that a recipient is loaded through. */
export interface RecipientModule {
  readonly name: string;
  /** Its functions that load it. */
  readonly starts?: readonly string[];
  /** Its components that load it. */
  readonly components?: readonly string[];
  /** An entry of an object that its component is given, by which it tracks less. */
  readonly option?: { readonly attribute: string; readonly entry: string; readonly what: string };
}

/** A setting under which something is loaded and waits for code to say that the visitor agreed. */
export interface Wait {
  readonly setting: string;
  /** The function that takes the object; of a plug-in the key that holds it. */
  readonly in: string;
  readonly plugin?: string;
  /** What code calls then. */
  readonly after: string;
}

/** A setting of a site generator; see schemas/recipients.schema.json. */
interface ConfiguredKey {
  readonly file: string;
  readonly key: string;
  readonly id: readonly string[];
  readonly drawn?: boolean;
}

/** A third party that pages load something from; see schemas/recipients.schema.json. */
export interface Recipient {
  readonly id: string;
  readonly name: string;
  readonly kind: RecipientKind;
  readonly loads: readonly string[];
  readonly modules?: readonly RecipientModule[];
  readonly plugins?: readonly string[];
  /** Components of AMP, of some with their type: `amp-analytics gtag`. */
  readonly elements?: readonly string[];
  readonly configured?: readonly ConfiguredKey[];
  readonly templates?: readonly string[];
  readonly shortcodes?: readonly string[];
  /** Functions of its script, as pages call them without importing them. */
  readonly calls?: readonly string[];
  /** Settings, without blanks and quotation marks, under which it stores and sends nothing before a consent. */
  readonly exempt?: readonly string[];
  readonly exemptPlugin?: readonly string[];
  readonly cookieless?: boolean;
  readonly consentMode?: boolean;
  readonly waits?: readonly Wait[];
  readonly instead?: { readonly host?: string; readonly path?: string; readonly query?: string };
  readonly source: string;
}

export const recipients = file.recipients as readonly Recipient[];

let book: AddressBook<Recipient> | undefined;
let byModule:
  | ReadonlyMap<string, readonly (RecipientModule & { readonly recipient: Recipient })[]>
  | undefined;

function addresses(): AddressBook<Recipient> {
  book ??= new AddressBook(recipients.flatMap((r) => r.loads.map((pattern) => [pattern, r] as const)));
  return book;
}

/** Who answers an address; undefined where nobody is known to. */
export function recipientAt(text: string): Recipient | undefined {
  const address = addressOf(text);
  return address && addresses().find(address);
}

function modules(): NonNullable<typeof byModule> {
  if (byModule) return byModule;
  const found = new Map<string, (RecipientModule & { readonly recipient: Recipient })[]>();
  for (const recipient of recipients) {
    for (const module of recipient.modules ?? [])
      found.set(module.name, [...(found.get(module.name) ?? []), { ...module, recipient }]);
  }
  byModule = found;
  return found;
}

/** What is known of a package, by the name it is imported by. */
export function recipientsOfModule(
  name: string,
): readonly (RecipientModule & { readonly recipient: Recipient })[] {
  return modules().get(name) ?? [];
}

const plugins = new Map<string, Recipient>();
const templates = new Map<string, Recipient>();
const shortcodes = new Map<string, Recipient>();
const calls = new Map<string, Recipient>();
const components = new Map<string, Recipient>();
const keys: (ConfiguredKey & { readonly recipient: Recipient })[] = [];
const files: string[] = [];
for (const recipient of recipients) {
  for (const plugin of recipient.plugins ?? []) plugins.set(plugin, recipient);
  for (const template of recipient.templates ?? []) templates.set(template, recipient);
  for (const name of recipient.shortcodes ?? []) shortcodes.set(name, recipient);
  for (const call of recipient.calls ?? []) calls.set(call, recipient);
  for (const element of recipient.elements ?? []) components.set(element, recipient);
  for (const key of recipient.configured ?? []) keys.push({ ...key, recipient });
  for (const load of recipient.loads) if (load.startsWith('*/')) files.push(load.slice(2));
}

/** What tells of recipients without an address: files that sites keep on hosts of their own, templates, shortcodes, calls. */
export const recipientFiles: readonly string[] = [
  ...files,
  ...templates.keys(),
  ...[...shortcodes.keys()].flatMap((name) => [`{{< ${name}`, `{{% ${name}`, `{{<${name}`]),
  ...calls.keys(),
  ...new Set([...components.keys()].map((element) => `<${element.replace(/ .*/, '')}`)),
  ...new Set(keys.map(({ key }) => key)),
];

/** The recipient that a framework's plug-in of this name loads. */
export function recipientOfPlugin(name: string): Recipient | undefined {
  return plugins.get(name);
}

/** The recipient that a template of this name, which comes with a site generator, loads. */
export function recipientOfTemplate(name: string): Recipient | undefined {
  return templates.get(name);
}

/** The recipient that a shortcode of a site generator embeds. */
export function recipientOfShortcode(name: string): Recipient | undefined {
  return shortcodes.get(name);
}

/** The recipient that a component of AMP loads, by its name and type. */
export function recipientOfElement(name: string, type: string | undefined): Recipient | undefined {
  return components.get(name) ?? components.get(`${name} ${type?.toLowerCase()}`);
}

/** An account's id stands no further behind its key than this. */
const BEHIND = 80;

/** What a site generator's configuration sets up, in a file of this base name, and where; not in comments. */
export function configuredIn(
  text: string,
  file: string,
): readonly { readonly recipient: Recipient; readonly span: Span; readonly drawn: boolean }[] {
  const name = file.replace(/\.[^.]*$/, '');
  return keys.flatMap(({ recipient, key, id, drawn = false, file }) => {
    const start = name.endsWith(file) ? text.indexOf(key) : -1;
    const end = start + key.length;
    const line = text.slice(text.lastIndexOf('\n', start) + 1, start);
    if (start < 0 || /^\s*(?:#|\/\/|\*)/.test(line)) return [];
    const ids = new RegExp(`["'\\s](?:${id.join('|')})\\w`, 'i');
    return ids.test(text.slice(end, end + BEHIND)) ? [{ recipient, drawn, span: { start, end } }] : [];
  });
}

/** The recipient whose script is called by this path of names. */
export function recipientOfCall(path: string): Recipient | undefined {
  return calls.get(path.replace(/^(?:window|globalThis)\./, ''));
}

const AUTHORITY = /((?:[a-z0-9-]+\.)+[a-z]{2,})(?:\/([^\s"'`<>]*))?/iy;
const HALF = /["'`}>]\.(?=(?:[a-z0-9-]+\.)+[a-z]{2,}\/)/gi;
const PACKAGES = /\bimport\b|\brequire\(|\b(?:plugins|modules)["']?\s*:|\{\{-?\s*(?:template|partial)\b/;
const QUOTED = /["'`]([@\w][\w./-]*)["'`]/g;

/** True where a text names a host, package or plug-in of a recipient. */
export function namesRecipient(text: string): boolean {
  for (let at = text.indexOf('//'); at >= 0; at = text.indexOf('//', at + 2))
    if (isRecipientAt(text, at + 2)) return true;
  for (const { index } of text.matchAll(HALF)) if (isRecipientAt(text, index + 2)) return true;
  if (PACKAGES.test(text)) {
    for (const [, name = ''] of text.matchAll(QUOTED))
      if (modules().has(name) || plugins.has(name) || templates.has(name)) return true;
  }
  return false;
}

function isRecipientAt(text: string, at: number): boolean {
  AUTHORITY.lastIndex = at;
  const [, host = '', path = ''] = AUTHORITY.exec(text) ?? [];
  const name = host.toLowerCase();
  const recipient =
    host !== '' && addresses().has(name)
      ? addresses().find({ host: name, path: path.toLowerCase() })
      : undefined;
  return recipient !== undefined && recipient.kind !== 'essential' && !recipient.cookieless;
}
