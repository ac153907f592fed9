import type ts from 'typescript';

interface Entry<T> {
  readonly range: ts.TextRange;
  value: T;
  /** Index of the entry whose range holds this one's. */
  outer: number;
}

/** Values that hold in ranges of the text, one within another; the innermost around an offset is found in few steps. */
export class RangeIndex<T> {
  readonly #added: Entry<T>[] = [];
  #sorted: Entry<T>[] | undefined;

  /** @param replaces whether it takes the place of an earlier value of the very same range. */
  add(range: ts.TextRange, value: T, replaces = false): void {
    const last = this.#added.at(-1);
    if (last?.range === range) {
      if (replaces) last.value = value;
      return;
    }
    this.#added.push({ range, value, outer: -1 });
    this.#sorted = undefined;
  }

  /** Puts a value in the place of the one that holds in the same range. */
  set(range: ts.TextRange, value: T): void {
    const entry = this.#added.find((e) => e.range.pos === range.pos && e.range.end === range.end);
    if (entry) entry.value = value;
    else this.add(range, value);
  }

  find(at: number): T | undefined {
    this.#sorted ??= nest(this.#added);
    const sorted = this.#sorted;
    let low = -1;
    let high = sorted.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle]?.range.pos ?? 0) <= at) low = middle;
      else high = middle;
    }
    for (let entry = sorted[low]; entry; entry = sorted[entry.outer])
      if (at < entry.range.end) return entry.value;
    return undefined;
  }
}

function nest<T>(added: readonly Entry<T>[]): Entry<T>[] {
  // Of one range the first comes last, where it is found first.
  const sorted = [...added].reverse().sort((a, b) => a.range.pos - b.range.pos || b.range.end - a.range.end);
  const open: number[] = [];
  sorted.forEach((entry, i) => {
    while (open.length > 0 && (sorted[open.at(-1) ?? 0]?.range.end ?? 0) <= entry.range.pos) open.pop();
    entry.outer = open.at(-1) ?? -1;
    open.push(i);
  });
  return sorted;
}
