import type ts from 'typescript';
import type { Edit } from '../../core/edit.js';
import type { Span } from '../../core/span.js';
import type { Attribute } from '../../model/nodes.js';
import { AttributeOrder } from '../script/attributeOrder.js';
import type { OriginRegister } from '../script/origins.js';

type Present = Attribute['value'];

/** The attributes of an element, while its tag is being read. */
export class BoundAttributes extends AttributeOrder {
  openEnded = false;
  #place: ts.Node | undefined;

  /**
   * @param makePlace gives the tag's name, as code: what is derived from elsewhere stands there.
   * @param name its span.
   */
  constructor(
    readonly makePlace: () => ts.Node,
    readonly name: Span,
    readonly origins: OriginRegister,
  ) {
    super();
  }

  get place(): ts.Node {
    this.#place ??= this.makePlace();
    return this.#place;
  }

  /** The later of two attributes of one name wins, and is found first. */
  add(attribute: Attribute): void {
    if (attribute.name.startsWith('on')) this.push(attribute);
    else this.put(attribute);
    const decides = attribute.name === 'checked' || attribute.name === 'value';
    if (decides && attribute.value.state === 'known' && attribute.value.origin)
      this.origins.note(attribute, this.place);
  }

  /** Adds what no attribute says: the tag's name stands for it. */
  derive(name: string, value: Present, off?: readonly Edit[]): void {
    this.add({ name, written: '', nameSpan: this.name, span: this.name, value, off });
  }

  /** The input type, where it is known. */
  get type(): string | undefined {
    const value = this.get('type')?.value;
    return value?.state === 'known' && typeof value.value === 'string'
      ? value.value.toLowerCase()
      : undefined;
  }
}
