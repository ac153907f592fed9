import type { Span } from '../../core/span.js';
import { isLoader } from '../../knowledge/gates.js';
import {
  type Recipient,
  recipientAt,
  recipientOfCall,
  recipientOfPlugin,
  recipientsOfModule,
} from '../../knowledge/recipients.js';
import { importedNames, isOf } from '../code/imports.js';
import { type Place, type Reach, Reaches } from '../code/reach.js';
import { type CodeReading, type Frame, type Mention, readCode } from '../code/reader.js';
import { isHeldObject } from './objects.js';

/** Something that code loads. */
export interface LoadedByCode {
  readonly recipient: Recipient;
  readonly by: 'code' | 'plugin';
  readonly span: Span;
  readonly address: string | undefined;
  readonly reach: Reach;
  /** The string or name that says so, and the code that it stands in. */
  readonly mention: Mention;
  readonly reading: CodeReading;
}

interface Read extends CodeReading {
  /** The string that the code stands in. */
  readonly within?: Mention & { readonly reading: Read };
}

/** The code of a document: its programs, its scripts, and scripts that stand in its strings. */
export class DocumentCode {
  readonly #readings: readonly Read[];
  readonly #reaches: Reaches;

  /** @param namesFunctions functions are handed on by their names in strings, as in PHP. */
  constructor(
    source: string,
    stretches: readonly Span[],
    draws: (name: string) => boolean,
    { namesFunctions = false } = {},
  ) {
    const own = stretches.map((span): Read => readCode(source, span));
    this.#readings = [...own, ...own.flatMap((reading) => scriptsIn(reading))];
    this.#reaches = new Reaches(this.#readings, draws, namesFunctions);
  }

  /** What it mentions, with the text that the places are of. */
  *mentions(): Generator<readonly [Mention, string]> {
    for (const { mentions, source } of this.#readings)
      for (const mention of mentions) yield [mention, source];
  }

  /** When an element that stands among code is drawn; undefined where it stands in none. */
  reachAt(at: number): Reach | undefined {
    const reading = this.#readings.find(({ root, within }) => !within && root.start <= at && at < root.end);
    if (!reading) return undefined;
    const frame = reading.frames.findLast(({ start, end }) => start < at && at < end) ?? reading.root;
    const from = Math.max(frame.start + 1, lastBreak(reading.source, frame.start, at));
    return this.#reaches.of({ frame, before: reading.source.slice(from, at).trim(), at });
  }

  /** What functions of a content system add to the page: `wp_enqueue_script('map', 'https://…')`. */
  *added(): Generator<LoadedByCode> {
    for (const reading of this.#readings) {
      for (const mention of reading.mentions) {
        const { kind, text, frame } = mention;
        const callee = /(?<![\w$])([\w$]+)$/.exec(frame.head)?.[1];
        if (kind !== 'string' || frame.bracket !== '(' || callee === undefined || !isLoader(callee)) continue;
        const recipient = recipientAt(text);
        if (recipient)
          yield { ...loading(recipient, mention, reading), reach: this.#reach(mention, reading) };
      }
    }
  }

  *loaded(isConfiguration: boolean): Generator<LoadedByCode> {
    const modules = new Map<string, ReadonlySet<string>>();
    for (const reading of this.#readings) {
      for (const mention of reading.mentions) {
        if (mention.kind === 'string') {
          const names = importedNames(mention);
          if (names && recipientsOfModule(mention.text).length > 0) modules.set(mention.text, names);
          else yield* this.#string(mention, reading, isConfiguration);
        }
      }
    }
    for (const reading of this.#readings)
      for (const mention of reading.mentions) if (mention.call) yield* this.#call(mention, reading, modules);
  }

  *#string(mention: Mention, reading: Read, isConfiguration: boolean): Generator<LoadedByCode> {
    const { text, span, before } = mention;
    const plugin = isConfiguration ? recipientOfPlugin(text) : undefined;
    if (plugin)
      yield {
        ...loading(plugin, mention, reading),
        by: 'plugin',
        address: undefined,
        reach: this.#reach(mention, reading),
      };
    const recipient = isAddress(text, before, mention.frame) ? recipientAt(text) : undefined;
    if (recipient) {
      const name = GIVEN.exec(before)?.[1];
      const reach = this.#reach(mention, reading);
      const used = name !== undefined && reach === 'runs' ? this.#reaches.whenUsed(name, span.end) : reach;
      // What else is done with a value that an object keeps, nothing here tells.
      const kept = KEPT.exec(before)?.[1];
      const isKept = mention.frame.bracket === '{' && kept !== undefined && kept !== 'src' && used === 'runs';
      const held = isHeldObject(mention, reading) ? 'consent' : isKept ? 'elsewhere' : used;
      yield { ...loading(recipient, mention, reading), reach: held };
    }
  }

  *#call(
    mention: Mention,
    reading: Read,
    modules: ReadonlyMap<string, ReadonlySet<string>>,
  ): Generator<LoadedByCode> {
    const { call, text } = mention;
    if (!call) return;
    const started = recipientOfCall(text);
    if (started) {
      const span = { start: mention.span.start, end: call.end };
      yield {
        ...loading(started, mention, reading),
        span,
        address: undefined,
        reach: this.#reach(mention, reading),
      };
    }
    const path = text.split(/\??\./);
    const last = path.at(-1) ?? '';
    for (const [module, names] of modules) {
      for (const { starts = [], recipient } of recipientsOfModule(module)) {
        if (!starts.includes(last) || !isOf(path, names, call, reading.source)) continue;
        const span = { start: mention.span.start, end: call.end };
        yield {
          ...loading(recipient, mention, reading),
          span,
          address: undefined,
          reach: this.#reach(mention, reading),
        };
      }
    }
  }

  #reach(mention: Mention, reading: Read): Reach {
    const reach = this.#reaches.of(placeOf(mention));
    const { within } = reading;
    return reach === 'runs' && within ? this.#reach(within, within.reading) : reach;
  }
}

/** What a string names. */
function loading(recipient: Recipient, mention: Mention, reading: CodeReading) {
  return { recipient, by: 'code' as const, span: mention.span, address: mention.text, mention, reading };
}

function placeOf({ frame, before, span }: Mention): Place {
  return { frame, before, at: span.start };
}

/** Scripts in strings: what is put into a page as a whole. */
function scriptsIn(reading: Read): Read[] {
  return reading.mentions
    .filter(
      ({ kind, text }) =>
        kind === 'string' && text.includes('(') && text.includes('//') && !/^\s*</.test(text),
    )
    .map((mention) => ({ ...readCode(reading.source, mention.span), within: { ...mention, reading } }));
}

/** An address that code loads something from; lists of addresses and halves of them load nothing. */
function isAddress(text: string, before: string, frame: Frame): boolean {
  if (frame.bracket === '[' || !/[./]/.test(text) || text.length > 2000 || NOT_LOADED.test(frame.head))
    return false;
  if (/^\s*(?:https?:)?\/\//i.test(text)) return /^\s*(?:https?:)?\/\/[^/]+\/./i.test(text);
  return /\+$/.test(before) || /\bsrc["']?\s*[=:]$/.test(before);
}

/** `const address = '…'`, `{ address: '…' }` */
const GIVEN = /^(?:export\s+)?(?:const|let|var)\s+([\w$]+)\s*(?::[^=]*)?=\s*(?:[^(){}]*[+?:]\s*)?$/;
const KEPT = /^["']?([\w$-]+)["']?\s*:$/;

const NOT_LOADED =
  /\b(?:fetch|axios(?:\.\w+)?|expect|describe|it|test|sendBeacon|window\.open|console\.\w+|open|includes|startsWith|indexOf|match|replace)$/;

/** Where the statement begins that an element stands in, as far as its line says. */
function lastBreak(source: string, from: number, at: number): number {
  for (let i = at - 1; i > from; i--) {
    const c = source.charAt(i);
    if (c === ';' || c === '{' || c === '}' || (c === '>' && source.charAt(i - 1) !== '=') || c === '(')
      return i + 1;
  }
  return from + 1;
}
