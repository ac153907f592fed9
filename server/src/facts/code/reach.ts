import { isLifecycle, isPageComponent, speaksOfConsent, waitsForAction } from '../../knowledge/gates.js';
import type { CodeReading, Frame, Mention } from './reader.js';

/**
 * What has to happen before a place in code is reached: nothing but loading the page (`runs`), the visitor's consent, some
 * act of the visitor, or that code calls or draws it which is not here (`elsewhere`).
 */
export type Reach = 'runs' | 'consent' | 'action' | 'elsewhere';

/** A place in code: a mention, or an element among it. */
export interface Place {
  readonly frame: Frame;
  readonly before: string;
  readonly at: number;
}

const PARAMETERS = /(?:\([^()]*\)|(?<![\w$])[\w$]+)\s*(?::[^=]{0,60})?=>/.source;
const FUNCTION = `(?:async\\s+)?(?:function\\b|${PARAMETERS})`;
const NAMES: readonly RegExp[] = [
  /^(?:export\s+)?(?:default\s+)?(?:async\s+)?function\s*(?:\*\s*)?([\w$]+)\s*(?:<[^>]*>)?\(/,
  /^(?:export\s+)?(?:default\s+)?class\s+([\w$]+)/,
  new RegExp(`^["']?([\\w$]+)["']?\\s*:\\s*${FUNCTION}`),
  /^(?:(?:public|private|protected|static|async|override|get|set)\s+)*\*?#?([\w$]+)\s*(?:<[^>]*>)?\([^{}]*\)\s*(?::\s*[^{}]+)?$/,
  new RegExp(`(?:^|[\\s.;])([\\w$]+)\\s*(?::[^=]{0,80})?=\\s*${FUNCTION}`),
];
const KEYWORD = /^(?:if|for|foreach|while|switch|catch|function|return|with|await|else|do|try)$/;
const ORDER: readonly Reach[] = ['runs', 'action', 'consent'];

/** Answers when places in the code of one document are reached; its readings share their names. */
export class Reaches {
  readonly #named = new Map<string, { readonly mention: Mention; readonly source: string }[]>();
  readonly #called = new Map<string, Reach>();

  constructor(
    readings: readonly CodeReading[],
    /** True where the markup draws a component of this name. */
    readonly draws: (name: string) => boolean,
    /** Functions are handed on by their names in strings, as in PHP. */
    namesFunctions = false,
  ) {
    for (const { mentions, source } of readings) {
      for (const mention of mentions) {
        if (mention.kind !== 'name' && !(namesFunctions && /^\w+$/.test(mention.text))) continue;
        const name = mention.text.split('.').at(-1) ?? '';
        const known = this.#named.get(name);
        if (known) known.push({ mention, source });
        else this.#named.set(name, [{ mention, source }]);
      }
    }
  }

  of({ frame, before, at }: Place): Reach {
    let reach: Reach = 'runs';
    let head = { text: before, at, bracket: '' };
    for (let holder: Frame | undefined = frame; holder; holder = holder.outer) {
      const { text, at: place, bracket } = head;
      const guarded = holder.guards.some((g) => g.end <= place && speaksOfConsent(g.text));
      if (guarded || speaksOfConsent(text)) return 'consent';
      if (waitsForAction(text)) reach = 'action';
      const name = bracket === '{' || text.endsWith('=>') ? nameOfFunction(text) : undefined;
      if (name !== undefined && reach === 'runs') reach = this.#whenCalled(name, place);
      if (reach === 'consent') return reach;
      head = { text: holder.head, at: holder.start, bracket: holder.bracket };
    }
    return reach;
  }

  /** When a function or component of this name runs, by who calls or draws it. @param at a place in its head or body. */
  #whenCalled(name: string, at: number): Reach {
    if (speaksOfConsent(name)) return 'consent';
    if (isLifecycle(name) || (/^[A-Z]/.test(name) && (isPageComponent(name) || this.draws(name))))
      return 'runs';
    const known = this.#called.get(name);
    if (known) return known;
    // One that only calls itself is not called.
    this.#called.set(name, 'elsewhere');
    const reach = this.#first(name, (mention, source) => isUsed(mention, source) && !isWithin(mention, at));
    this.#called.set(name, reach);
    return reach;
  }

  /** When a value is used, by the name that it is given. @param at where it is given. */
  whenUsed(name: string, at: number): Reach {
    return this.#first(name, ({ span, before }) => span.start > at && !/\bexport\b/.test(before));
  }

  /** Of the places that mention a name, what the one has to wait for that waits for least. */
  #first(name: string, counts: (mention: Mention, source: string) => boolean): Reach {
    const reaches = (this.#named.get(name) ?? [])
      .filter(({ mention, source }) => counts(mention, source))
      .map(({ mention }) => this.of({ ...mention, at: mention.span.start }));
    return ORDER.find((r) => reaches.includes(r)) ?? 'elsewhere';
  }
}

/** The name of the function that a head begins; undefined for one that runs where it stands, or is handed to others. */
function nameOfFunction(head: string): string | undefined {
  for (const pattern of NAMES) {
    const name = pattern.exec(head)?.[1];
    if (name !== undefined) return KEYWORD.test(name) ? undefined : name;
  }
  return undefined;
}

/** Called, or given to another function or an event: `start()`, `ready(start)`, `onload = start`. */
function isUsed({ before, call, frame }: Mention, source: string): boolean {
  if (/\b(?:function(?:\s*\*)?|class|const|let|var|import|export|new)\s*$/.test(before)) return false;
  if (call) return !/^\s*(?::[^{};]{0,60})?\{/.test(source.slice(call.end, call.end + 80));
  if (/=\s*$/.test(before)) return true;
  return frame.bracket === '(' && !/\b(?:function|if|while|switch|for|catch)\b[^(]*$/.test(frame.head);
}

/** Within the function that holds a place. */
function isWithin({ frame }: Mention, at: number): boolean {
  for (let up: Frame | undefined = frame; up?.outer; up = up.outer) {
    if (up.bracket === '{' && up.start < at && at < up.end && nameOfFunction(up.head) !== undefined)
      return true;
  }
  return false;
}
