type Thunks<L> = { readonly [K in keyof L]: () => L[K] };

/** An object, with properties that are worked out when they are first asked for; copies (`{ ...object }`) do not have them. */
export function lazily<E extends object, L extends object>(eager: E, lazy: Thunks<L>): E & L {
  return Object.assign(new (shapeOf(Object.keys(lazy)))(lazy as Computed), eager) as unknown as E & L;
}

type Computed = Readonly<Record<string, () => unknown>>;

class Shape {
  readonly #compute: Computed;
  readonly #values = new Map<string, unknown>();

  constructor(compute: Computed) {
    this.#compute = compute;
  }

  worked(key: string): unknown {
    if (!this.#values.has(key)) this.#values.set(key, this.#compute[key]?.());
    return this.#values.get(key);
  }
}

const shapes = new Map<string, typeof Shape>();

/**
 * A class for properties of these names. What the getter of a literal closes over stays in memory until V8 collects all of
 * it; those of a class are shared and close over nothing.
 */
function shapeOf(keys: readonly string[]): typeof Shape {
  const name = keys.join();
  const known = shapes.get(name);
  if (known) return known;
  const made = class extends Shape {};
  for (const key of keys) {
    Object.defineProperty(made.prototype, key, {
      enumerable: true,
      get(this: Shape) {
        return this.worked(key);
      },
    });
  }
  shapes.set(name, made);
  return made;
}
