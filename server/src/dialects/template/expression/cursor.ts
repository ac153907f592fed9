import type { Token } from './tokens.js';

/** A place among tokens. */
export class Cursor {
  at = 0;
  /** Something could not be read. */
  broken = false;

  constructor(readonly tokens: readonly Token[]) {}

  get done(): boolean {
    return this.at >= this.tokens.length && !this.broken;
  }

  peek(ahead = 0): Token | undefined {
    return this.tokens[this.at + ahead];
  }

  /** True where an operator stands, some tokens ahead. */
  sees(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.kind === 'operator' && token.text === text;
  }

  take(text: string): boolean {
    if (!this.sees(text)) return false;
    this.at++;
    return true;
  }

  takeOneOf(texts: readonly string[]): boolean {
    return texts.some((text) => this.take(text));
  }

  takeWord(text: string): boolean {
    const token = this.peek();
    if (token?.kind !== 'word' || token.text !== text) return false;
    this.at++;
    return true;
  }

  /** The offset after what was read last. */
  end(otherwise: number): number {
    return this.tokens[this.at - 1]?.span.end ?? otherwise;
  }

  /** Past the closing token that belongs to an opening one already taken. */
  skipTo(close: string): void {
    const open = close === ']' ? '[' : close === '}' ? '{' : '(';
    for (let depth = 1; depth > 0 && this.at < this.tokens.length; this.at++) {
      if (this.sees(open)) depth++;
      else if (this.sees(close)) depth--;
    }
  }

  /** To the comma or closing token that ends an argument. */
  skipArgument(close: string | undefined): void {
    let depth = 0;
    for (let token = this.peek(); token; token = this.peek()) {
      const text = token.kind === 'operator' ? token.text : '';
      if (depth === 0 && (text === ',' || text === close || (close === undefined && text === '|'))) return;
      if (text === '(' || text === '[' || text === '{') depth++;
      else if (text === ')' || text === ']' || text === '}') depth--;
      if (depth < 0) return;
      this.at++;
    }
  }
}
