/** How many answers are kept: names in markup are few and come again and again. */
const LIMIT = 2000;

/** A pure function of a text that keeps its answers. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  let known = empty<T>();
  let count = 0;
  return (text) => {
    const before = known[text];
    if (before !== undefined) return before;
    const found = read(text);
    if (count++ >= LIMIT) {
      known = empty();
      count = 1;
    }
    known[text] = found;
    return found;
  };
}

/** Keys of an object are copies: those of a map would keep the whole texts alive that they are pieces of. */
function empty<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}
