import type { Edit } from '../../core/edit.js';
import type { Knowable } from '../../core/knowable.js';
import type { Span } from '../../core/span.js';
import type { FormProvider } from '../../knowledge/formHosts.js';
import type { Aim } from './document.js';

/** A request, call or component by which code sends what people enter to a company that receives forms for others. */
export interface Posting {
  readonly provider: FormProvider;
  readonly host: string;
  /** The address, the call or the component's tag. */
  readonly span: Span;
}

/** Something that a page loads without encryption and that can read or change it, or a request that sends something so. */
export interface Unprotected {
  readonly how: 'loaded' | 'sent';
  readonly host: string;
  readonly span: Span;
  /** Loads it by the protected protocol. */
  readonly secure: readonly Edit[] | undefined;
}

export interface Form {
  readonly span: Span;
  readonly open: Span;
  readonly action: Knowable<string>;
  readonly method: Knowable<string>;
  /** The visible words in it. */
  readonly text: string;
  /** Indices into `controls`, in source order. */
  readonly controls: readonly number[];
  readonly aim: Aim | undefined;
  readonly sending: Sending;
  /** Who receives it, where the action names a host. */
  readonly recipient: FormRecipient | undefined;
  /** Nothing in it is drawn by another file. */
  readonly whole: boolean;
  /** Where a further field goes: before the button that sends it. */
  readonly place: FieldPlace | undefined;
}

export interface FieldPlace {
  readonly at: number;
  /** White space before it on its line, with the line end before. */
  readonly indent: string;
  /** A field by which one chooses how often to be written to, in the page's language. */
  readonly frequency: string;
}

/** How a browser sends a form as long as no script prevents it. */
export interface Sending {
  /** Effective: `get` where nothing is written. `unknown` where code, a component or a helper may set it. */
  readonly method: 'get' | 'post' | 'dialog' | 'unknown';
  readonly isWritten: boolean;
  /**
   * What takes the submission over. `handler`: an attribute of the form; `script`: a script of the page may, for the form
   * has no action; `framework`: one that keeps the browser from sending it at any time.
   */
  readonly taken:
    | { readonly by: 'handler' | 'script' | 'framework'; readonly span: Span | undefined }
    | undefined;
  /** Where the form is drawn first, by the modules that the document imports. */
  readonly rendering: 'server' | 'client' | undefined;
  /** The edits that send it by https. */
  readonly secure: readonly Edit[] | undefined;
  /** The edits that send it by POST. */
  readonly post: readonly Edit[] | undefined;
}

/** The host that a form is sent to. */
export interface FormRecipient {
  readonly host: string;
  /** Sent without encryption to somewhere else than a developer's own machine or network. */
  readonly unprotected: boolean;
  /** A company that is known to receive forms there. */
  readonly provider: FormProvider | undefined;
  /** Names of its fields, hidden ones included, are those of personal data. */
  readonly personal: boolean;
  /** Whether it belongs to another site than the page, by the addresses that the page gives for itself. */
  readonly foreign: boolean | undefined;
}
