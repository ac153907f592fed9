import type { Attribute } from '../../model/nodes.js';

/** From this many on, names are looked up in a table: nobody writes so many, but machines may. */
const MANY = 32;

/** Attributes of which the last of a name wins, and is the one that readers find first. */
export class AttributeOrder {
  readonly attributes: Attribute[] = [];
  /** Where the first of a name stands, once there are many. */
  #first: Map<string, number> | undefined;

  get(name: string): Attribute | undefined {
    return this.attributes[this.#indexOf(name)];
  }

  has(name: string): boolean {
    return this.#indexOf(name) >= 0;
  }

  /** Adds one that wins over those of its name. */
  put(attribute: Attribute): void {
    const earlier = this.#indexOf(attribute.name);
    const lost = this.attributes[earlier];
    if (!lost) this.push(attribute);
    else {
      this.attributes[earlier] = attribute;
      this.attributes.push(lost);
    }
  }

  /** Adds one that others of its name win over. */
  push(attribute: Attribute): void {
    const { name } = attribute;
    if (this.#first && !this.#first.has(name)) this.#first.set(name, this.attributes.length);
    this.attributes.push(attribute);
  }

  remove(attribute: Attribute): void {
    const at = this.attributes.indexOf(attribute);
    if (at >= 0) this.attributes.splice(at, 1);
    this.#first = undefined;
  }

  #indexOf(name: string): number {
    const { attributes } = this;
    if (attributes.length < MANY) {
      for (let i = 0; i < attributes.length; i++) if (attributes[i]?.name === name) return i;
      return -1;
    }
    this.#first ??= firsts(attributes);
    return this.#first.get(name) ?? -1;
  }
}

function firsts(attributes: readonly Attribute[]): Map<string, number> {
  const found = new Map<string, number>();
  attributes.forEach(({ name }, i) => {
    if (!found.has(name)) found.set(name, i);
  });
  return found;
}
