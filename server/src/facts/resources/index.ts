import type { Span } from '../../core/span.js';
import {
  type ConsentPlatform,
  consentPlatformAt,
  consentPlatformOfModule,
  speaksOfConsent,
} from '../../knowledge/gates.js';
import { mayNameRecipient } from '../../knowledge/prefilter.js';
import {
  configuredIn,
  type Recipient,
  recipientAt,
  recipientOfElement,
  recipientOfShortcode,
  recipientOfTemplate,
  recipientsOfModule,
} from '../../knowledge/recipients.js';
import { isTestPath } from '../../knowledge/sending.js';
import type { Element, Hole } from '../../model/nodes.js';
import { descendants, knownText } from '../../model/query.js';
import type { Reach } from '../code/reach.js';
import type { FactSource } from '../source.js';
import type { Resource } from '../types/index.js';
import { DocumentCode } from './code.js';
import { OpenConditions } from './conditions.js';
import { codeOf } from './documentCode.js';
import { isOpenFrame, loadedBy } from './elements.js';
import { isHeldBack, isLetThrough } from './gates.js';
import { hold, type InCode, instead, wait } from './repairs.js';

/** What the document loads from third parties that are known, in source order. */
export function readResources(source: FactSource): readonly Resource[] {
  const { doc, path } = source;
  if (isTestPath(path) || !mayNameRecipient(doc.text)) return [];
  return [...new ResourceReader(source).read()].sort((a, b) => a.span.start - b.span.start);
}

type Gate = Resource['gate'];

interface Found {
  readonly recipient: Recipient;
  readonly by: Resource['by'];
  readonly span: Span;
  readonly gate: Gate;
  readonly element?: Element;
  readonly address?: string | undefined;
  readonly code?: InCode;
}

class ResourceReader {
  readonly #code: DocumentCode;
  /** What has to happen before the whole of it is there. */
  readonly #around: Gate;
  /** Elements with a condition of a template around them that speaks of consent. */
  readonly #conditional = new Set<Element>();
  readonly #platform: ConsentPlatform | undefined;
  /** The text without blanks and quotation marks: settings are looked for in it. */
  readonly #settings: string;
  readonly #hasOpenFrame: boolean;

  constructor(readonly source: FactSource) {
    const { doc, index } = source;
    this.#code = codeOf(doc);
    this.#around = gateAround(source);
    this.#settings = doc.text.replace(/[\s"'`]+/g, '');
    this.#platform = this.#findPlatform();
    this.#hasOpenFrame = index.all.some(isOpenFrame);
  }

  *read(): Generator<Resource> {
    const found = [...this.#inMarkup(), ...this.#inCode(), ...this.#inSettings()];
    const seen = new Set<string>();
    for (const one of found) {
      const key = `${one.recipient.id} ${one.span.start}`;
      if (one.recipient.kind === 'essential' || seen.has(key)) continue;
      seen.add(key);
      yield this.#resource(one);
    }
  }

  *#inMarkup(): Generator<Found> {
    const { doc } = this.source;
    const conditions = new OpenConditions(doc.text);
    for (const node of descendants(doc.root)) {
      if (node.kind === 'hole') {
        conditions.read(node);
        yield* this.#inHole(node, conditions.texts.some(speaksOfConsent) ? 'consent' : undefined);
      }
      if (node.kind !== 'element') continue;
      if (conditions.texts.some(speaksOfConsent)) this.#conditional.add(node);
      const loaded = loadedBy(node);
      if (loaded) yield { ...loaded, span: node.open, gate: this.#gateOf(node), element: node };
      else yield* this.#component(node);
      if (node.tag === 'style') yield* this.#imports(node);
    }
  }

  *#component(element: Element): Generator<Found> {
    if (element.tag.startsWith('amp-')) {
      const recipient = recipientOfElement(element.tag, knownText(element, 'type'));
      if (recipient)
        yield { recipient, by: 'component', span: element.open, gate: this.#gateOf(element), element };
      return;
    }
    const { modules } = this.source.doc;
    const names = element.module === undefined ? modules : [element.module];
    for (const { components = [], recipient } of names.flatMap(recipientsOfModule)) {
      if (!components.includes(element.name)) continue;
      yield { recipient, by: 'component', span: element.open, gate: this.#gateOf(element), element };
    }
  }

  /** `@import url(https://fonts.example/css)` */
  *#imports(style: Element): Generator<Found> {
    for (const child of style.children) {
      // In code, a style sheet is a string: `<style>{`…`}</style>`.
      if (child.kind !== 'text' && child.kind !== 'hole') continue;
      const written = this.source.doc.text.slice(child.span.start, child.span.end);
      for (const found of written.matchAll(IMPORT)) {
        const recipient = recipientAt(found[1] ?? '');
        const start = child.span.start + found.index;
        const span = { start, end: start + found[0].length };
        if (recipient) yield { recipient, by: 'style', span, gate: this.#gateOf(style), address: found[1] };
      }
    }
  }

  /** Templates that come with a site generator, and helpers that write a script's tag. */
  *#inHole({ code, include, span }: Hole, gate: Gate): Generator<Found> {
    const template = TEMPLATE.exec(code)?.slice(1).find(Boolean) ?? include;
    const shortcode = /^[<%]\s*([\w-]+)/.exec(code)?.[1];
    const recipient =
      (template === undefined ? undefined : recipientOfTemplate(template)) ??
      (shortcode === undefined ? undefined : recipientOfShortcode(shortcode));
    if (recipient) yield { recipient, by: 'template', span, gate: gate ?? 'elsewhere' };
    if (ADDED.test(code)) {
      const added = new DocumentCode(this.source.doc.text, [span], () => false, { namesFunctions: true });
      for (const { recipient, by, span: at, address, reach } of added.added())
        yield { recipient, by, span: at, address, gate: gate ?? gateOfReach(reach) };
    }
    const address = HELPER.exec(code)?.[1];
    const loaded = address === undefined ? undefined : recipientAt(address);
    if (loaded) yield { recipient: loaded, by: 'script', span, gate, address };
  }

  *#inCode(): Generator<Found> {
    const { index, path } = this.source;
    const isConfiguration = /config[^/]*$/i.test(path);
    for (const loaded of this.#code.loaded(isConfiguration)) {
      const { recipient, by, span, address, reach } = loaded;
      const holder = index.all.findLast(
        ({ open, span: whole, tag }) =>
          (open.start < span.start && span.end < open.end) ||
          (tag === 'script' && whole.start < span.start && span.end < whole.end),
      );
      if (!holder) {
        if (address === undefined || !FRAMED.has(recipient.kind) || this.#isFramed(span))
          yield { recipient, by, span, address, gate: gateOfReach(reach), code: loaded };
      } else if (holder.tag === 'script') {
        const gate = this.#gateOf(holder) ?? gateOfReach(reach);
        yield { recipient, by: 'script', span: holder.open, gate, element: holder, address, code: loaded };
      }
    }
  }

  /** `google_analytics: G-…` in the configuration of a site generator. */
  *#inSettings(): Generator<Found> {
    const { doc, path } = this.source;
    for (const { recipient, span, drawn } of configuredIn(doc.text, path.split('/').at(-1) ?? ''))
      yield { recipient, by: 'plugin', span, gate: drawn ? 'elsewhere' : undefined };
  }

  /** Whether an address in code goes to a frame, or to a script that code adds. */
  #isFramed({ start }: Span): boolean {
    const before = this.source.doc.text.slice(Math.max(0, start - 40), start);
    return this.#hasOpenFrame || /\.src\s*=\s*["'`]$|["']src["']\s*,\s*["'`]$/.test(before);
  }

  #gateOf(element: Element): Gate {
    if (isHeldBack(element) || this.#conditional.has(element)) return 'consent';
    return gateOfReach(this.#code.reachAt(element.open.start));
  }

  #resource({ recipient, by, span, gate, element, address, code }: Found): Resource {
    const { doc } = this.source;
    const { id, name, kind, cookieless = false } = recipient;
    return {
      recipient: { id, name, kind, cookieless },
      by,
      span,
      gate: gate ?? this.#around ?? this.#gateOfPage(recipient, by, address, element),
      deniedFirst: recipient.consentMode === true && DENIED.test(this.#settings),
      hold: hold(doc, this.#platform, recipient, element, code),
      wait: wait(recipient, code),
      instead: instead(doc, recipient, element, code),
    };
  }

  #gateOfPage(
    { exempt = [], exemptPlugin = [], instead }: Recipient,
    by: Resource['by'],
    address?: string,
    element?: Element,
  ): Gate {
    const exempting = by === 'plugin' ? [...exempt, ...exemptPlugin] : exempt;
    if (exempting.some((setting) => this.#settings.includes(setting))) return 'exempt';
    if (instead?.query !== undefined && address?.includes(instead.query)) return 'exempt';
    if (!this.#platform || (element && isLetThrough(element))) return undefined;
    return this.#blocks(this.#platform) ? 'platform' : undefined;
  }

  #blocks({ blocks, automaticWhen = [] }: ConsentPlatform): boolean {
    return blocks === 'automatic' || automaticWhen.some((setting) => this.#settings.includes(setting));
  }

  /** The consent platform that the page loads; of several, the one that blocks by itself. */
  #findPlatform(): ConsentPlatform | undefined {
    const { index } = this.source;
    const loaded = index.all.flatMap((element) => {
      const src = element.tag === 'script' ? knownText(element, 'src') : undefined;
      return (src !== undefined && consentPlatformAt(src)) || [];
    });
    return loaded.find((platform) => this.#blocks(platform)) ?? loaded[0] ?? this.#platformOfCode();
  }

  /** The one that code imports, or names the address of. */
  #platformOfCode(): ConsentPlatform | undefined {
    for (const module of this.source.doc.modules) {
      const platform = consentPlatformOfModule(module);
      if (platform) return platform;
    }
    for (const [{ kind, text }] of this.#code.mentions()) {
      const platform = kind === 'string' && text.includes('//') ? consentPlatformAt(text) : undefined;
      if (platform) return platform;
    }
    return undefined;
  }
}

/** It calls something and gives it an address. */
const ADDED = /\w\s*\([^()]*["'](?:https?:)?\/\//;
const IMPORT = /@import\s+(?:url\(\s*)?["']?([^"')\s;]+)/gi;
/** `{{ partial "stats.html" . }}`, `{% include stats.html %}` */
const TEMPLATE =
  /^\W*(?:(?:template|partial|include|render)\w*\b[^"']*["']([^"']+)["']|include(?:_cached|_relative)?\s+([\w./-]+))/;
const HELPER =
  /^\W*(?:(?:raw|safe)\s\W*)?\b(?=[\w:.]*(?:script|stylesheet|image|iframe))[\w:.]*(?![\w:.])[^"']*["']((?:https?:)?\/\/[^"']+)["']/i;
const DENIED = /gtag\(consent,default,\{[^}(]*denied/;
/** What code may name without loading it: it is loaded where a frame gets the address. */
const FRAMED: ReadonlySet<Recipient['kind']> = new Set(['embed', 'map', 'font', 'social', 'chat', 'captcha']);

/** When markup that stands in a string is put into the page. */
function gateAround({ doc, host }: FactSource): Gate {
  const place = host?.embedded?.find((e) => e.doc === doc);
  if (!host || !place) return undefined;
  return gateOfReach(codeOf(host).reachAt(place.map.toSource({ start: 0, end: 0 }).span.start));
}

function gateOfReach(reach: Reach | undefined): Gate {
  return reach === 'runs' ? undefined : reach;
}
