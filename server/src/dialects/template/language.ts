import type { Span } from '../../core/span.js';
import type { HelperTable } from '../../knowledge/helpers.js';
import type { Attribute } from '../../model/nodes.js';
import type { Grammar } from './expression/grammar.js';
import type { Expression } from './expression/nodes.js';
import type { HoleContext, HoleKind } from './hole.js';
import type { Reading } from './reading.js';

/** Where a construct ends: after its closing delimiter. */
export interface Ended {
  readonly end: number;
  /** What stands between the delimiters; it begins after the opening one where nothing else is said. */
  readonly codeStart?: number;
  readonly codeEnd: number;
  /** What the code itself says of its kind: `{{#if x}}` begins as `{{x}}` does. */
  readonly kind?: HoleKind;
  /** Up to this offset the language is not read: what follows is as it stands (`{% raw %}`). */
  readonly verbatimUntil?: number;
}

/** No end was found up to an offset. */
export interface Unended {
  readonly looked: number;
}

/** What openers keep in mind while one text is scanned. */
export interface Memory {
  /** From which offset on an end was searched in vain. */
  readonly inVain: Map<RegExp | string, number>;
  /** Blocks of code that are open. */
  blocks: number;
}

/** One way to begin a construct. */
export interface Opener {
  readonly open: string;
  readonly kind: HoleKind;
  /** Conditions beyond the delimiter itself: Blade's `@` begins no directive in `a@b.example`. */
  readonly when?: (source: string, at: number, memory: Memory) => boolean;
  /** Where it means anything at all; everywhere where nothing is said. */
  readonly where?: 'text' | 'tag';
  /** @param from the offset after `open`. */
  readonly find: (source: string, from: number, memory: Memory) => Ended | Unended;
}

/** What a construct's code is read from. */
export interface HoleCode {
  readonly source: string;
  readonly open: string;
  readonly kind: HoleKind;
  readonly code: Span;
  readonly context: HoleContext;
}

/** What attributes of a template language mean for the element that bears them. */
export interface ElementReading {
  readonly attributes: readonly Attribute[];
  /** Attributes may be added that cannot be seen. */
  readonly openEnded: boolean;
}

/** A call in a construct that may make an element. */
export interface CodeCall {
  readonly code: Span;
  readonly grammar: Grammar;
  /** The construct prints what the call gives. */
  readonly printed: boolean;
  /** The construct consists of other code as well. */
  readonly among?: boolean;
  /** What the code says, where it is no call that can be read as one. */
  readonly expression?: Expression;
  /** A block follows, which knows what was made by a name. */
  readonly block?: { readonly variable?: string };
}

/** Code that prints controls, labels and links, and elements and attributes that stand for them. */
export interface CodeHelpers {
  readonly table: HelperTable;
  readonly calls?: (hole: HoleCode) => readonly CodeCall[];
  /** What attributes of a framework's own elements begin with, and the grammar of their values where those are code. */
  readonly props?: { readonly sign: string; readonly grammar?: Grammar };
  /** What blocks begin and end with, where every one that begins ends as well: constructs of their own, or braces in code. */
  readonly blocks?: 'constructs' | 'braces';
}

/** A template language over HTML. */
export interface TemplateLanguage {
  readonly id: string;
  /** Tried in this order: of two that begin alike, the longer one comes first. */
  readonly openers: readonly Opener[];
  /** Signs beside the delimiters that trim white space; they are no code. */
  readonly trim: RegExp;
  readonly read: (hole: HoleCode) => Reading;
  /** Reads the language's own attributes. */
  readonly attributes?: (read: readonly Attribute[], source: string) => ElementReading;
  /** What an element's attributes put into it, with the place of the code. */
  readonly content?: (
    attributes: readonly Attribute[],
    source: string,
  ) => { readonly reading: Reading; readonly code: Span } | undefined;
  /** Names of elements with a capital are components of a framework. */
  readonly components?: true;
  /** Helpers that print elements. */
  readonly helpers?: CodeHelpers;
  /** The programming language of its constructs, where they may send mails. */
  readonly code?: string;
  /** A comment that is not delivered. */
  readonly comment: (text: string) => string;
  /** What such a comment says, where it is written as a comment of HTML. */
  readonly uncomment?: (text: string) => string;
}
