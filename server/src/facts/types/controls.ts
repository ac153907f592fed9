import type { Edit } from '../../core/edit.js';
import type { Knowable } from '../../core/knowable.js';
import type { Span } from '../../core/span.js';
import type { Origin, OwnState } from '../../model/nodes.js';
import type { Consent, LabelPart } from './consent.js';

export type ControlKind =
  | 'checkbox'
  | 'radio'
  | 'switch'
  | 'select'
  | 'text'
  | 'email'
  | 'tel'
  | 'url'
  | 'password'
  | 'date'
  | 'number'
  | 'search'
  | 'file'
  | 'hidden'
  | 'textarea'
  | 'button'
  | 'submit'
  | 'other';

/** A form-associated element, native or from a component library. */
export interface Control {
  readonly kind: ControlKind;
  /** The opening tag. */
  readonly span: Span;
  readonly name: Knowable<string>;
  /** What it sends, where the markup says so. */
  readonly value: Knowable<string>;
  /** Whether what it sends is a word for yes or for no. */
  readonly answer: 'yes' | 'no' | undefined;
  readonly label: Label;
  /** Whether it starts on: checked, selected, toggled. Always absent for controls that are not choices. */
  readonly default: Knowable<boolean>;
  readonly preset: Preset | undefined;
  readonly required: Knowable<boolean>;
  /** A disabled control is not sent with its form. */
  readonly disabled: Knowable<boolean>;
  /** False where neither it nor its label is displayed, as far as its own markup says. */
  readonly displayed: boolean;
  /** What it asks leave for; undefined where it is not about personal data or contact, or nothing tells. */
  readonly consent: Consent | undefined;
  /** Words that say yes and nothing else ("I agree"), where neither words, links nor code around the box say to what. */
  readonly assent: string | undefined;
  /** Index into `forms`; undefined outside any form. */
  readonly form: number | undefined;
  /** For a hidden field: the edits that make it a visible, empty box with these words. */
  readonly reveal: ((words: string) => readonly Edit[]) | undefined;
  /** The control and its label as one piece of markup that a repair can copy. */
  readonly unit: Unit | undefined;
  /** For a box that a call makes: writes other words into the string that holds its label's. */
  readonly coded: ((words: string) => Edit | undefined) | undefined;
}

/** The accessible name, as far as it can be told without running the page (accname 1.2, step 2). */
export interface Label {
  readonly text: Knowable<string>;
  readonly source:
    | 'aria-labelledby'
    | 'aria-label'
    | 'wrapping'
    | 'for'
    | 'prop'
    | 'title'
    | 'placeholder'
    | 'value'
    | 'adjacent'
    | 'none';
  /** Where its words stand. */
  readonly span: Span | undefined;
}

/** The place that switches a control on before anyone acts. */
export interface Preset {
  /** The attribute; undefined where code elsewhere sets it and the tag says nothing of it. */
  readonly span: Span | undefined;
  readonly origin: Origin | undefined;
  /** The edits that let it start off, absent where no edit can do so safely. */
  readonly off: readonly Edit[] | undefined;
  /** The edits that let it start without an answer: no word in the state it reads, an empty option before that for yes. */
  readonly unanswered?: readonly Edit[] | undefined;
  /** The edits that turn the state which it reads into its opposite (`!optOut`). */
  readonly turned?: readonly Edit[] | undefined;
  /** It is on because that state is off. */
  readonly inverted?: boolean;
}

export interface Unit {
  /** Control and label together. */
  readonly span: Span;
  /** White space before it on its first line, with the line end before. */
  readonly indent: string;
  /** The spans in it that a copy must change. */
  readonly slots: {
    readonly name?: Span;
    readonly id?: Span;
    readonly for?: Span;
    readonly label?: Span;
    /** What switches it on. */
    readonly preset: readonly Span[];
    readonly required: readonly Span[];
    /** Attributes that tie it to code: handlers, values, references. A copy must not carry them. */
    readonly bound: readonly Span[];
  };
  /** How a copy under a name gets a state of its own; undefined where it cannot. */
  readonly own: (name: string) => OwnState | undefined;
  /** What holds several copies of it in its place; undefined where no copy can stand beside it. `step` is how
   * much further the copies are indented. */
  readonly several: { readonly open: string; readonly close: string; readonly step: string } | undefined;
  /** Behind the last words of the label, inside what formats them; undefined where no words can be written there. */
  readonly wordsEnd: number | undefined;
  /** A label as it is written in the place of this one. */
  readonly write: (label: readonly LabelPart[]) => string;
}

/** A box that asks consent and whose answer cannot leave the page. */
export interface Unrecorded {
  /** Index into `controls`. */
  readonly control: number;
  /** It has no name to be sent by, or is disabled. */
  readonly by: 'name' | 'disabled';
  /** Names it, where the browser sends the form and a name is all that it takes. */
  readonly addName: ((name: string) => Edit) | undefined;
}

/** Something by which a form cannot be sent as long as a box is not ticked. */
export interface Demand {
  /** Index into `controls`: a box that asks consent. */
  readonly control: number;
  /** An attribute, the mark of required fields on its label or on that of its group, a rule in code, a button that waits for it. */
  readonly by: 'attribute' | 'mark' | 'group' | 'rule' | 'button';
  /** The words over the boxes of which one has to be ticked, without the mark. */
  readonly group?: string;
  readonly span: Span;
  /** The edits that lift it, absent where none can do so safely. */
  readonly lift: readonly Edit[] | undefined;
}
