/** A box that asks for something, as a form of any framework would hold it. */
export interface Box {
  readonly name: string;
  readonly words: string;
  readonly on: boolean;
  readonly required: boolean;
}

/** How a framework writes a form; every part is what its own documentation shows. */
export interface Shape {
  /** The language, and what is written in it. */
  readonly id: string;
  /** How its file names end. */
  readonly end: string;
  /** A whole file around a form with an address, what is given, and a button with these words. */
  readonly page: (inner: string, button: string, box: Box | undefined) => string;
  readonly box: (box: Box) => string;
  /** A field that is sent and not shown; absent where the framework has none of its own. */
  readonly hidden?: (name: string) => string;
}

/** What stands if something is so. */
export const given = (is: boolean, text: string): string => (is ? text : '');
