/** How many answers are kept: names in markup are few and come again and again. */
const LIMIT = 2000;

/** A pure function of a text that keeps its answers. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = read(text);
    if (known.size >= LIMIT) known.clear();
    known.set(text, found);
    return found;
  };
}
