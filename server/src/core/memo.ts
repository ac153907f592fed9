/** What is worked out of an object once and kept as long as the object is. */
export function once<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const results = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    let result = results.get(key);
    if (result === undefined) {
      result = { value: compute(key) };
      results.set(key, result);
    }
    return result.value;
  };
}

/**
 * What is worked out once, when it is first asked for. Objects that hand such things out are made by classes, whose getters
 * are shared: what the getters of a literal close over, V8 keeps until it next collects all of its memory.
 */
export function kept<T>(compute: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => {
    result ??= { value: compute() };
    return result.value;
  };
}
