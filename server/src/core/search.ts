/** Of items in ascending order, the number of the first that does not lie before an offset; their count where all do. */
export function firstFrom<T>(items: readonly T[], at: number, offsetOf: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (offsetOf(items[middle] as T) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
