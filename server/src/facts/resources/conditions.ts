import type { Hole } from '../../model/nodes.js';

/** The conditions and blocks of a template that are open, as its tags are read in the order of the text. */
export class OpenConditions {
  readonly #open: { readonly keyword: string; text: string }[] = [];

  constructor(readonly text: string) {}

  read({ code, span }: Hole): void {
    const written = this.text.slice(span.start, span.end).trim();
    const close = CLOSE.exec(code) ?? CLOSE.exec(written);
    if (ELSE.test(code)) {
      const top = this.#open.at(-1);
      if (top) top.text += ` ${code}`;
    } else if (close) this.#close(close[1] ?? '');
    else {
      const keyword = OPEN.exec(code)?.[1];
      const braced = /\{$/.test(code) || (written.startsWith('{') && !written.endsWith('}'));
      if (keyword !== undefined || braced || DO.test(code))
        this.#open.push({ keyword: keyword ?? '', text: code });
    }
  }

  get texts(): readonly string[] {
    return this.#open.map(({ text }) => text);
  }

  /** An end that names what it ends passes over what was left open within; one that fits nothing means nothing. */
  #close(name: string): void {
    if (name === '') this.#open.pop();
    const at = this.#open.findLastIndex(({ keyword }) => keyword === name);
    if (name !== '' && at >= 0) this.#open.length = at;
  }
}

const OPEN =
  /^\W*(if|unless|case|switch|for|foreach|each|with|range|while|block|define|capture|ifchanged|isset|can|auth|guest|env|section)\b/i;
const ELSE = /^\W*(?:else|elsif|elif|elseif|when|case)\b/i;
const CLOSE = /^[\s{%<?@~-]*(?:\/|end[\s_]?|\}(?!\s*else))\s*(\w*)/i;
const DO = /\bdo\s*(?:\|[^|]*\|\s*)?$/;
