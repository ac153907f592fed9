/** How many answers are kept by default: names in markup are few and come again and again. */
const LIMIT = 2000;

/**
 * A pure function of a text that keeps its answers.
 * @param limit answers kept; few where an answer holds pieces of the texts it was made of.
 */
export function remembered<T>(read: (text: string) => T, limit = LIMIT): (text: string) => T {
  let known = empty<T>();
  let count = 0;
  return (text) => {
    const before = known[text];
    if (before !== undefined) return before;
    const found = read(text);
    if (count++ >= limit) {
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
