import type { Edit } from '../../core/edit.js';
import type { Span } from '../../core/span.js';
import type { DeadEnd, Obscured } from './links.js';

/** An address that a mail is sent from, answers to, or offers as contact. */
export interface Sender {
  readonly role: 'from' | 'reply-to' | 'contact';
  readonly address: string;
  /** The address alone, without display name. */
  readonly span: Span;
  /** False where escapes hide the address in its literal: then the span is the literal's, and nothing can be put in its place. */
  readonly exact: boolean;
  /** Where a link to it shows it again. */
  readonly shown: readonly Span[];
  readonly noReply: 'no-reply' | 'automated' | undefined;
  /** A reply address that someone reads stands beside it. */
  readonly answered: boolean;
  /** Adds a reply address beside it. */
  readonly addReplyTo: ((address: string) => Edit) | undefined;
  /** The name the code knows it by; for messages. */
  readonly key: string | undefined;
}

export type MessageKind = 'marketing' | 'transactional' | 'unclear';

export interface Message {
  readonly kind: MessageKind;
  /** Nothing but that one can leave speaks for its kind: too little to say what it lacks. */
  readonly assumed: boolean;
  /** The words with which a mail that serves a contract advertises as well; such a mail is marketing. */
  readonly mixed: string | undefined;
  /** False where what the mail lacks may stand in another file: see `Extent`. */
  readonly whole: boolean;
  /** It has no body of markup: people and code send such notes to their own people as well. */
  readonly bare: boolean;
  /** Where the layout is named that this is put into, or the component or partial that stands around it. */
  readonly frame: Span | undefined;
  /** Why it is taken for a mail of this kind. */
  readonly evidence: readonly { readonly what: string; readonly span: Span | undefined }[];
  readonly provider:
    | { readonly id: string; readonly name: string; readonly addsFooter: 'yes' | 'no' | 'unknown' }
    | undefined;
  /** Ways to stop the mails. */
  readonly waysOut: readonly {
    readonly span: Span;
    /** `part`: another part of the same mail has one, as the HTML beside a plain text. */
    readonly how: 'link' | 'tag' | 'header' | 'words' | 'include' | 'part' | 'outlook';
  }[];
  /** What it shows as ways out and what lets nobody out, in source order. */
  readonly deadEnds: readonly DeadEnd[];
  /** What says who sends it; empty where nothing does. */
  readonly identity: readonly { readonly what: string; readonly span: Span | undefined }[];
  /** The address it is sent from, as its header or front matter gives it. */
  readonly from: string | undefined;
  /** An address in its body that somebody reads. */
  readonly contact: Span | undefined;
  /** Ways out that readers can hardly find, in source order. */
  readonly obscured: readonly Obscured[];
  /** The opening tag of what holds the mail; a missing thing is reported there. */
  readonly open: Span;
  /** Where a footer goes, in the mail's own construction. */
  readonly footer: FooterPlace | undefined;
}

/** A mail as the code that sends it, or its own header, describes it. */
export interface Mailing {
  readonly kind: MessageKind;
  /** Where it says what it is about; where it says nothing of that, its first field. */
  readonly span: Span;
  /** What sends it, and whether that writes the headers to leave by itself: always, or where a setting is on. */
  readonly provider:
    | { readonly name: string; readonly addsHeader: 'yes' | 'setting' | undefined }
    | undefined;
  /**
   * Whether a mail program can let readers leave by one click (RFC 8058). `missing`: no header to leave by. `no-address`: it
   * names no web address. `no-post`: nothing says that the address can be posted to. `unknown`: what is not seen here may
   * add what lacks.
   */
  readonly oneClick: 'complete' | 'missing' | 'no-address' | 'no-post' | 'unknown';
  /** The header to leave by, where it is written. */
  readonly header: Span | undefined;
  /** Writes what lacks, with an address that takes posts; undefined where it cannot be written here. */
  readonly complete: ((route: string) => readonly Edit[]) | undefined;
}

export interface FooterPlace {
  readonly at: number;
  /** Writes a line of text with one link, as markup for this place. */
  compose(before: string, linkText: string, href: string, after: string): string;
  /** Writes a line of text without a link. */
  line(text: string): string;
  /** What the line says, in a language (BCP 47 primary subtag), else in English. */
  sentence(language: string): { readonly before: string; readonly link: string; readonly after: string };
}

/** What tells the sender who opens a mail or page. */
export interface Pixel {
  /** An image of no size, an image that is hidden, a provider's tag that adds one, or an option that does. */
  readonly how: 'size' | 'hidden' | 'background' | 'tag' | 'switch';
  readonly span: Span;
  /** The image's address, the provider, or the option. */
  readonly name: string;
  /** The edits that take it away. */
  readonly removal: readonly Edit[] | undefined;
}
