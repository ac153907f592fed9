/** The name that somebody may have meant: few letters off, or the beginning or end of it; undefined where none is near. */
export function nearest(written: string, names: readonly string[]): string | undefined {
  const wanted = fold(written);
  if (wanted === '') return undefined;
  let best: { name: string; distance: number } | undefined;
  for (const name of names) {
    const distance = distanceTo(wanted, fold(name));
    if (distance !== undefined && (!best || distance < best.distance)) best = { name, distance };
  }
  return best?.name;
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '-');
}

function distanceTo(wanted: string, name: string): number | undefined {
  const limit = Math.max(1, Math.floor(Math.min(wanted.length, name.length) / 3));
  if (Math.abs(wanted.length - name.length) <= limit) {
    const distance = edits(wanted, name);
    if (distance <= limit) return distance;
  }
  // `warn` for `warning`, `disable-next-line` for `disable-next`
  const [short, long] = wanted.length < name.length ? [wanted, name] : [name, wanted];
  const part = short.length >= 4 && (long.startsWith(short) || long.endsWith(short));
  return part ? limit + long.length - short.length : undefined;
}

/** Damerau–Levenshtein distance (optimal string alignment): inserted, dropped, changed and swapped letters. */
function edits(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
