import type { Edit } from '../core/edit.js';
import type { Absent, Dynamic } from '../core/knowable.js';
import type { OtherFile } from '../core/project.js';
import type { SourceMap } from '../core/sourceMap.js';
import type { Span } from '../core/span.js';

export type { OtherFile };

/** What a literal can say. An HTML attribute without a value is the empty string. */
export type Scalar = string | number | boolean | null;

/** Where a value is decided when that is not where it is used. */
export interface Origin {
  readonly kind: 'state' | 'constant' | 'form-defaults' | 'parameter' | 'fallback';
  /** The literal that decides. */
  readonly span: Span;
  /** The name it goes by in the code (`optIn`, `defaultValues.newsletter`). */
  readonly name: string;
  /** True where other places read the same value, so that changing it changes more than one control. */
  readonly shared: boolean;
  /** The file that the span is of, where that is another one than the text's own. */
  readonly file?: OtherFile;
  /** Takes the answer back at the literal; absent where no edit of it does. */
  readonly undo?: Undo;
}

/** Edits of a literal whose value is read through a name: other code that knows the name has to follow. */
export interface Undo {
  /** The literal becomes its opposite (`!optOut`), or a text without a word in it (`news === 'yes'`). */
  readonly by: 'turning' | 'emptying';
  readonly edits: readonly Edit[];
}

export interface KnownValue {
  readonly state: 'known';
  readonly value: Scalar;
  readonly span: Span;
  readonly origin?: Origin;
}

export interface DynamicValue extends Dynamic {
  readonly span: Span;
  readonly code: string;
  /** Values that the expression may take and that are written in it: branches, fallbacks. */
  readonly candidates?: readonly KnownValue[];
}

export type Value = KnownValue | DynamicValue | Absent;

/** An attribute or prop, under its HTML name. */
export interface Attribute {
  /** The HTML name, lower case: `checked` for `defaultChecked`, `for` for `htmlFor`. */
  readonly name: string;
  /** The name as written; empty where a dialect derived the attribute from code elsewhere (`{...register('x')}`). */
  readonly written: string;
  readonly nameSpan: Span;
  /** Name and value, or the code that it was derived from. */
  readonly span: Span;
  readonly value: Exclude<Value, Absent>;
  /** The edits that take it away or switch it off at the place that sets it; absent where no edit can do that safely. */
  readonly off?: readonly Edit[] | undefined;
}

interface NodeBase {
  readonly span: Span;
  readonly parent: Element | Hole | undefined;
}

export interface Element extends NodeBase {
  readonly kind: 'element';
  /** The HTML element it is or stands for, lower case: `input` for `<Checkbox>`; the written name in lower case when unknown. */
  readonly tag: string;
  /** The name as written: `input`, `Checkbox`, `mj-button`. */
  readonly name: string;
  /** The opening tag. */
  readonly open: Span;
  /** The closing tag, where there is one. */
  readonly close?: Span;
  readonly attributes: readonly Attribute[];
  readonly children: readonly Node[];
  /** True where a spread or a hole between attributes may add attributes that cannot be seen. */
  readonly openEnded: boolean;
  /** True where a call makes it: its opening tag is code, and no attribute of HTML can be written into it. */
  readonly made?: boolean;
  /** True where the call stands among other code. */
  readonly inCode?: boolean;
  /** True where an entry of a list in code makes it: the entry is its opening tag. */
  readonly listed?: boolean;
  /** The module a component is imported from. */
  readonly module?: string;
  /** The file whose content comes here, as written. */
  readonly include?: string;
}

export interface Text extends NodeBase {
  readonly kind: 'text';
  /** With entities decoded; as written in raw-text elements (script, style). */
  readonly text: string;
}

export interface Comment extends NodeBase {
  readonly kind: 'comment';
  readonly text: string;
}

/** A place that code or a template fills: an expression, a merge tag, a conditional. */
export interface Hole extends NodeBase {
  readonly kind: 'hole';
  readonly code: string;
  /** What it prints, where the code says so. */
  readonly value: Value;
  /** Markup inside it, every branch of a condition included. */
  readonly children: readonly Node[];
  /** The prop it is the value of, under its HTML name; absent for a child. */
  readonly slot?: string;
  /** The file whose content comes here or into which this one goes, as written: a partial, a layout. */
  readonly include?: string;
}

export type Node = Element | Text | Comment | Hole;

/** What a repair gives a name: a text, an object of texts, or a list of such objects. */
export type Given = string | Readonly<Record<string, string>> | readonly Readonly<Record<string, string>>[];

/** A name that code gives a value: an object's property, a variable, an argument's or header's name. */
export interface Setting {
  readonly kind: 'property' | 'variable' | 'argument' | 'parameter' | 'header';
  /** The name as written: `from`, `replyTo`, `MAIL_FROM`, `setFrom`. */
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Exclude<Value, Absent>;
  readonly span: Span;
  /** Settings of one object literal, call or header block share a number. */
  readonly group: number;
  /** Names around it, innermost first: the variable, the callee, the method (`transporter.sendMail`). */
  readonly context: readonly string[];
  /** True where a condition in the same function decides whether it comes to that. */
  readonly conditional?: boolean;
  /** Writes a setting beside this one, in the same construction. */
  readonly beside?: (key: string, given: Given) => Edit;
}

/** Something in the text that could not be read as its dialect expects; the rest of the document still can be. */
export interface Problem {
  readonly message: string;
  readonly span: Span;
}

/** A parsed text. Every span cuts out of `text` exactly what its node claims. */
export interface Doc {
  readonly dialect: string;
  readonly text: string;
  readonly root: Element;
  /** A whole page or mail, with `<html>` or a body of its own; else a fragment, partial or component. */
  readonly whole: boolean;
  /** True for a mail, whatever it holds: a language or format that serves nothing else. */
  readonly mail?: boolean;
  /** True for a mail whose text stands in the code that sends it. */
  readonly sent?: boolean;
  /** True for running text that may speak of things without offering them: an address in it is no contact. */
  readonly prose?: boolean;
  /** True for a layout: the content of other files is put into it. */
  readonly layout?: boolean;
  /** The layout that this document's content is put into, where it names one (`{% extends 'mail.html' %}`). */
  readonly within?: { readonly path: string; readonly span: Span };
  readonly comments: readonly { readonly text: string; readonly span: Span }[];
  readonly settings: readonly Setting[];
  /** Modules the code imports. */
  readonly modules: readonly string[];
  /** Stretches of the text that are the code of a program, beside the scripts that stand in the tree. */
  readonly programs?: readonly Span[];
  readonly problems: readonly Problem[];
  /** Controls whose kind the code of another file decides. */
  readonly elsewhere?: readonly Span[];
  /** Texts of their own that stand in it encoded, as parts of a mail or markup in strings do. */
  readonly embedded?: readonly Embedded[];
  readonly syntax: Syntax;
  /**
   * How a copy of a control is given a state of its own; undefined where it cannot be. Absent where no code of this text
   * can hold states. `tags` are the control's and those around it in what is copied.
   */
  ownState?(control: Element, tags: readonly Element[], name: string): OwnState | undefined;
}

/** What gives a copy of a control a state of its own. */
export interface OwnState {
  /** In what is copied, and in the copy alone. */
  readonly copy: readonly Edit[];
  /** Attributes that the copy keeps though they tie it to code. */
  readonly keeps: readonly Span[];
  /** Beside what the code says of the original. */
  readonly code: readonly Edit[];
}

/** A document whose text is decoded from a stretch of another one. Its spans are offsets into its own text. */
export interface Embedded {
  readonly kind: 'mail-part' | 'string';
  readonly doc: Doc;
  readonly map: SourceMap;
}

/** How this dialect writes things down; repairs are written with it. */
export interface Syntax {
  /** Escapes a text for a place between tags. */
  text(plain: string): string;
  /** A comment that is not delivered to readers where the language has one. */
  comment(text: string): string;
  /** A comment among statements, where that is written otherwise than among markup. */
  codeComment?(text: string): string;
  /** A comment reaches to the end of its line. */
  readonly commentEndsLine?: boolean;
  /** Spelling of an HTML attribute with a string value: ` htmlFor="x"` without the leading blank. */
  attribute(name: string, value: string): string;
  /** What makes one of several elements where the code takes one; `afterCode` where only code before it does so. */
  readonly oneRoot?: { readonly open: string; readonly close: string; readonly afterCode?: boolean };
  /** A link, where it is not written as an `<a>`; `text` is plain. */
  link?(href: string, text: string): string;
  /** A heading and the paragraph below it, where they are no elements, as deep as those of `text`; all are plain. */
  section?(heading: string, paragraph: string, text: string): string;
  /** What stands for a last paragraph of a mail's body, where that is not a `<p>`; without the first line's indent. */
  lastParagraph?(content: string, indent: string, lineEnd: string): string;
}
