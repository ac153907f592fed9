import type ts from 'typescript';
import { type Edit, remove } from '../../core/edit.js';
import type { Span } from '../../core/span.js';
import type { Attribute } from '../../model/nodes.js';
import { AttributeOrder } from '../script/attributeOrder.js';
import type { OriginRegister } from '../script/origins.js';
import type { Meaning } from './meaning.js';

type Present = Attribute['value'];

/** An attribute whose edits are an own property only where there are some. */
class ReadAttribute implements Attribute {
  readonly off?: readonly Edit[];

  constructor(
    readonly name: string,
    readonly written: string,
    readonly nameSpan: Span,
    readonly span: Span,
    readonly value: Present,
    off: readonly Edit[] | undefined,
  ) {
    if (off) this.off = off;
  }
}

/** A prop whose value is markup or a message, and so becomes a hole. */
export interface PropHole {
  readonly node: ts.JsxAttribute | ts.JsxSpreadAttribute;
  /** Undefined for a message, which the element prints. */
  readonly slot: string | undefined;
  /** The message's text, where it stands elsewhere. */
  readonly value?: Present;
}

/** What an opening tag holds, while it is being read. */
export class AttributeList extends AttributeOrder {
  readonly holes: PropHole[] = [];
  openEnded = false;
  /** A form library fills it with a boolean: whatever it is called, it is a box. */
  box = false;

  constructor(
    readonly meaning: Meaning,
    readonly tag: ts.JsxTagNameExpression,
    readonly tagSpan: Span,
    readonly origins: OriginRegister,
  ) {
    super();
  }

  add(
    name: string,
    written: string,
    nameSpan: Span,
    span: Span,
    value: Present,
    off?: readonly Edit[],
  ): void {
    const before = this.get(name);
    if (before && isInitial(written) && !isInitial(before.written)) return;
    const attribute = new ReadAttribute(name, written, nameSpan, span, value, off);
    this.put(attribute);
    if (value.state === 'known' && value.origin) this.origins.note(attribute, this.tag);
  }

  /** Adds what no attribute says: the tag's name stands for it. */
  derive(name: string, value: Present, off?: readonly Edit[]): void {
    this.add(name, '', this.tagSpan, this.tagSpan, value, off);
  }

  /** The input type, where it is known. */
  get kind(): string | undefined {
    const type = this.get('type')?.value;
    return type?.state === 'known' && typeof type.value === 'string' ? type.value : undefined;
  }
}

/** A prop that React heeds only where none controls the same: `checked={on} defaultChecked`. */
function isInitial(written: string): boolean {
  return /^default[A-Z]/.test(written);
}

/** Takes an attribute out together with the blanks before it. */
export function removal(text: string, { start, end }: Span): Edit {
  let from = start;
  while (from > 0 && isBlank(text.charCodeAt(from - 1))) from--;
  return remove({ start: from, end });
}

function isBlank(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13);
}
