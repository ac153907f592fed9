import type { Edit } from '../../core/edit.js';
import type { Span } from '../../core/span.js';
import type { SettingEffect } from '../../knowledge/consentPlatforms.js';
import type { CookieAct } from '../../knowledge/cookieNotices.js';
import type { RecipientKind } from '../../knowledge/recipients.js';

/** A notice about cookies, with the buttons that answer it. */
export interface CookieNotice {
  readonly span: Span;
  readonly open: Span;
  readonly text: string;
  readonly buttons: readonly NoticeButton[];
  /** A button of its own refuses, or keeps a choice made in boxes. */
  readonly refusable: boolean;
  /** A button elsewhere in the document refuses. */
  readonly refusableBeyond: boolean;
  /** Whether its words say what the cookies are for; unknown where other files hold words of it. */
  readonly purposes: 'named' | 'unnamed' | 'unknown';
  /** It says that only cookies are used that the service cannot do without. */
  readonly onlyNecessary: boolean;
  /** It says that the service is shut to those who do not accept. */
  readonly wall: boolean;
  /** It asks on behalf of one piece of content that is not loaded otherwise. */
  readonly forContent: boolean;
  /** It, or a button of the document, leads to settings or more information, or says that the choice can be changed. */
  readonly changeable: boolean;
}

export interface NoticeButton {
  readonly act: CookieAct;
  /** As written, blanks folded. */
  readonly words: string;
  /** What messages quote: its words; where code writes them, the key of the message. */
  readonly quoted: string;
  readonly span: Span;
}

/** A setting of a consent platform that takes something away from the visitors' choice. */
export interface ConsentSetting {
  readonly platform: { readonly name: string; readonly url: string };
  readonly key: string;
  readonly effect: SettingEffect;
  /** It does so by not being set. */
  readonly missing: boolean;
  /** The value; where it is missing, what begins the configuration. */
  readonly span: Span;
  /** The edits that set it otherwise. */
  readonly change: readonly Edit[] | undefined;
}

/** Something that a page loads from a third party that is known. */
export interface Resource {
  readonly recipient: {
    readonly id: string;
    readonly name: string;
    readonly kind: RecipientKind;
    /** It works without storing or reading anything on the visitor's device. */
    readonly cookieless: boolean;
  };
  /** How it is loaded; `component` and `plugin` leave the loading to a package. */
  readonly by: 'script' | 'frame' | 'image' | 'style' | 'code' | 'component' | 'plugin' | 'template';
  /** The opening tag, or the words in code. */
  readonly span: Span;
  /**
   * What has to happen before it is loaded; undefined where nothing has. `elsewhere`: that code calls or draws it which does
   * not stand here. `exempt`: it is set up to store and send nothing before a consent.
   */
  readonly gate: 'consent' | 'action' | 'platform' | 'exempt' | 'elsewhere' | undefined;
  /** The page tells it beforehand that consent is denied: Google's Consent Mode. */
  readonly deniedFirst: boolean;
  /** The edits that hold it back until the consent platform in use has the visitor's consent. */
  readonly hold: { readonly platform: string; readonly edits: readonly Edit[] } | undefined;
  /** The edits that load it so that it waits until code says that the visitor agreed, and what code calls then. */
  readonly wait:
    | { readonly what: string; readonly after: string; readonly edits: readonly Edit[] }
    | undefined;
  /** The edits that load it from an address of the same vendor that tracks less. */
  readonly instead: { readonly what: string; readonly edits: readonly Edit[] } | undefined;
}

/** How long a cookie lives that keeps a consent or tells visitors apart. */
export interface CookieLife {
  /** The cookie's name, or the product whose setting it is. */
  readonly name: string;
  readonly purpose: 'consent' | 'audience';
  /** From the moment it is set; infinite for a date that lies far ahead. */
  readonly seconds: number;
  /** Longer than the 13 months that are recommended at most. */
  readonly tooLong: boolean;
  /** It keeps a choice for much longer than the 6 months or so after which visitors are best asked again. */
  readonly askedLate: boolean;
  /** What says so. */
  readonly span: Span;
  /** The edits that make it 13 months, or of a choice 6, where that can be written there. */
  readonly shorten: readonly Edit[] | undefined;
}
