import type { Blank } from '../core/blank.js';
import type { Edit } from '../core/edit.js';
import type { Knowable } from '../core/knowable.js';
import type { Span } from '../core/span.js';
import type { SettingEffect } from '../knowledge/consentPlatforms.js';
import type { CookieAct } from '../knowledge/cookieNotices.js';
import type { DataKind, Protection } from '../knowledge/fields.js';
import type { FormProvider } from '../knowledge/formHosts.js';
import type { Need } from '../knowledge/formNeeds.js';
import type { FormPurpose } from '../knowledge/forms.js';
import type { NoticeLine } from '../knowledge/notices.js';
import type { PolicyPointTexts } from '../knowledge/privacyPolicy.js';
import type { RecipientKind } from '../knowledge/recipients.js';
import type { Origin, Scalar } from '../model/nodes.js';
import type { Evidence, Purpose, PurposeHit, Unrelated } from './wording/index.js';

export type {
  DataKind,
  Evidence,
  FormPurpose,
  Knowable,
  Origin,
  Protection,
  Purpose,
  PurposeHit,
  RecipientKind,
  Unrelated,
};

/** Everything that can be known of one document. Each family is computed when it is first asked for, and once. */
export interface Facts {
  readonly document: DocumentFacts;
  readonly controls: readonly Control[];
  /** What keeps forms from being sent without a consent; several may speak of one box. */
  readonly demands: readonly Demand[];
  readonly forms: readonly Form[];
  /** The controls that ask for personal data. */
  readonly fields: readonly Field[];
  /** Boxes whose answer never leaves the page. */
  readonly unrecorded: readonly Unrecorded[];
  /** What each form asks for. */
  readonly collections: readonly Collection[];
  /** Where the document tells what becomes of personal data. */
  readonly notices: readonly PrivacyNotice[];
  readonly links: readonly Link[];
  /** What the page says to its visitors about consent. */
  readonly statements: readonly Statement[];
  /** Consents that code sends for the person. */
  readonly submissions: readonly Submission[];
  readonly senders: readonly Sender[];
  readonly message: Message | undefined;
  /** What a mail, or a form for it, asks of who leaves. */
  readonly hurdles: readonly Hurdle[];
  /** What tells the sender who opens a mail or page. */
  readonly pixels: readonly Pixel[];
  /** What the page says as a privacy policy; undefined where it is none. */
  readonly policy: Policy | undefined;
  /** Notices about cookies that ask visitors for something. */
  readonly cookieNotices: readonly CookieNotice[];
  /** Settings of consent platforms that take something away from the visitors' choice. */
  readonly consentSettings: readonly ConsentSetting[];
  /** What the page loads from third parties. */
  readonly resources: readonly Resource[];
  /** Cookies that keep a consent or tell visitors apart, with how long they live. */
  readonly cookieLives: readonly CookieLife[];
}

export interface DocumentFacts {
  readonly text: string;
  readonly extent: Extent;
  /** Primary language subtag (BCP 47), from `lang`, else from the words. */
  readonly language: Knowable<string>;
  /** What repairs have left to be filled in. */
  readonly blanks: readonly Blank[];
  /** What the page is about, by its headings and the file's name. */
  readonly aim: Aim | undefined;
}

/** What a form or page is for, and what says so. */
export interface Aim {
  readonly purpose: FormPurpose;
  /** How messages name it. */
  readonly title: { readonly en: string; readonly fr: string };
  /** When such a form needs more than usual. */
  readonly exceptions: { readonly en: string; readonly fr: string } | undefined;
  readonly evidence: readonly AimEvidence[];
}

export interface AimEvidence {
  readonly by: 'heading' | 'button' | 'name' | 'fields' | 'file';
  /** The words as written; empty where fields speak. */
  readonly words: string;
  readonly span: Span | undefined;
}

/**
 * How much of what people get stands in a text: all of it (`whole`), a frame for the content of others (`layout`), what is
 * put into a layout elsewhere (`content`), or a partial, fragment or component (`part`). Only of a whole can be said that
 * something is missing; what the others lack may stand in another file.
 */
export type Extent = 'whole' | 'layout' | 'content' | 'part';

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
  /** For a select whose first option is the yes: the edits that put an empty option before it. */
  readonly unanswered?: readonly Edit[];
}

export interface Consent {
  readonly purposes: readonly PurposeHit[];
  /** Ticking grants, or ticking refuses. */
  readonly polarity: 'grant' | 'refuse';
  /** Whether its words say so, or only the names that code gives it. */
  readonly from: 'words' | 'names';
  /** The words that name each purpose, in the order of `purposes`. */
  readonly quotes: readonly Quote[];
  /** Words that refuse: "do not wish to receive"; `named` where a word for leaving does so by itself: "opt out". */
  readonly refusal: (Quote & { readonly named: boolean }) | undefined;
  /** Words that tell to take the tick away in order to refuse. */
  readonly untick: Quote | undefined;
  /** Words that say that consent can be withdrawn. */
  readonly withdrawal: Quote | undefined;
  /** Words for partners who get data or send offers, where no name, list or link tells who they are. */
  readonly unnamedPartners: Quote | undefined;
  /** What a sentence on withdrawal would say, in the page's language. */
  readonly withdrawalNotice: string;
  /** The question that it answers, where its own label is no more than an answer. */
  readonly question: string | undefined;
  readonly certainty: 'certain' | 'likely';
  /** Language of the words it was read from. */
  readonly language: string | undefined;
  /** What a box for each purpose would say. */
  readonly proposals: readonly Proposal[];
}

/** Words of the text, as written; without a span where escapes or code part them. */
export interface Quote {
  readonly words: string;
  readonly span: Span | undefined;
}

/** A box of its own for one purpose. */
export interface Proposal {
  readonly purpose: Purpose;
  readonly optional: boolean;
  /** The purpose as messages name it. */
  readonly title: { readonly en: string; readonly fr: string };
  /** What it says, in the page's language, with the links of the original label where they belong. */
  readonly label: readonly LabelPart[];
  /** A field name in the style of the page's. */
  readonly name: string;
}

/** Words to be written, or a piece of the original label to be copied as it stands. */
export type LabelPart = { readonly words: string } | { readonly copy: Span };

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
  /** Behind the last words of the label, inside what formats them; undefined where no words can be written there. */
  readonly wordsEnd: number | undefined;
  /** Escapes a text for the label's place. */
  readonly escapeText: (plain: string) => string;
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
  /** An attribute, the mark of required fields on its label, a rule in code, a button that waits for it. */
  readonly by: 'attribute' | 'mark' | 'rule' | 'button';
  readonly span: Span;
  /** The edits that lift it, absent where none can do so safely. */
  readonly lift: readonly Edit[] | undefined;
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

/** A control that asks for personal data. */
export interface Field {
  /** Index into `controls`. */
  readonly control: number;
  readonly data: DataKind;
  /** How messages name the kind. */
  readonly title: { readonly en: string; readonly fr: string };
  readonly protection: Protection | undefined;
  /** By itself it tells who someone is or how to reach them. */
  readonly reaches: boolean;
  /** What says so. */
  readonly by: 'autocomplete' | 'type' | 'label' | 'placeholder' | 'question' | 'name';
  /** The words that say so, as written. */
  readonly words: string;
  /** False where only a name in the code says so, and the words beside it say something else. */
  readonly confirmed: boolean;
  /** The edits that make it optional; undefined where it is not required or no edit can say so. */
  readonly release: readonly Edit[] | undefined;
}

/** What one form asks for, or the controls that stand in none. */
export interface Collection {
  /** Index into `forms`; undefined for controls outside any form. */
  readonly form: number | undefined;
  /** The opening tag of the form, or of the first control. */
  readonly open: Span;
  /** At least one. */
  readonly fields: readonly Field[];
  readonly aim: Aim | undefined;
  /** BCP 47 primary subtag: the page's, else that of its words. */
  readonly language: string | undefined;
  /** How much a form of this purpose needs a kind of data. */
  readonly need: (data: DataKind) => Need;
  /** Its path says that only the staff of a site sees it. */
  readonly staff: boolean;
  /** It has a heading and a button that sends it. */
  readonly complete: boolean;
  /** Where a line about the use of the data goes. */
  readonly place: NoticePlace | undefined;
}

export interface NoticePlace {
  /** What it says, in a language (BCP 47 primary subtag), else in English. */
  line(language: string): NoticeLine;
  write(line: NoticeLine, href: string): Edit;
}

/** A link to a privacy notice, words or names that stand for one, or a footer from another file that may hold one. */
export interface PrivacyNotice {
  readonly how: 'link' | 'words' | 'code' | 'include';
  readonly span: Span;
  /** The opening tag of a link. */
  readonly open: Span;
  readonly words: string;
  /** Why a link leads nowhere. */
  readonly broken: 'no-target' | 'empty' | 'fragment' | 'script' | 'not-displayed' | undefined;
  /** Leads it elsewhere. */
  readonly repoint: ((href: string) => readonly Edit[]) | undefined;
}

/** A purpose that a sentence names. */
export interface StatedPurpose extends Omit<PurposeHit, 'evidence'> {
  /** The first words that name it. */
  readonly quote: Quote;
}

/** A sentence among the visible words that says what an act stands for, or how to refuse or withdraw. */
export interface Statement {
  /** Blanks folded. */
  readonly text: string;
  readonly span: Span;
  readonly language: string | undefined;
  readonly purposes: readonly StatedPurpose[];
  /** Words that take another act, or silence, for consent. */
  readonly implied: Quote | undefined;
  /** Words that tell to tick a box. */
  readonly tick: Quote | undefined;
  /** Words that tell to take a tick away in order to refuse. */
  readonly untick: Quote | undefined;
  readonly refusal: Quote | undefined;
  /** Words that say that consent can be withdrawn. */
  readonly withdrawal: Quote | undefined;
  /** The act that it names is to press a button that says yes: "by clicking 'Accept' you accept". */
  readonly agreed: boolean;
  /** It says what will be done and asks for nothing. */
  readonly announces: boolean;
  /** Index into `forms`; undefined outside any form. */
  readonly form: number | undefined;
}

/** A consent in what code sends with a person's data, whose answer is a yes that the code writes itself. */
export interface Submission {
  /** The field as the code names it. */
  readonly name: string;
  readonly span: Span;
  readonly keySpan: Span;
  readonly purposes: readonly PurposeHit[];
  /** The functions around it serve a newsletter: calling them is asking for it. */
  readonly isAsked: boolean;
}

export interface Link {
  readonly span: Span;
  readonly open: Span;
  readonly href: Knowable<string>;
  readonly text: string;
  /** What the target or the words say it is for. */
  readonly purpose: 'unsubscribe' | 'preferences' | 'view-online' | 'contact' | undefined;
  /** True where the target itself (tag, address, expression) says so, not only the words. */
  readonly targeted: boolean;
  /** Its words say that it leaves everything. */
  readonly all: boolean;
  /** The sentence that it stands in, blanks folded; its own words where it stands alone. */
  readonly sentence: string;
}

/** How something looks, as far as the document's own styles tell; on a wide screen in the light unless said otherwise. */
export interface Appearance {
  /** Known and false where something hides it: see `hiddenBy`. */
  readonly displayed: Knowable<boolean>;
  readonly hiddenBy: StyleSource | undefined;
  /** CSS pixels; absent where nothing sets it. */
  readonly fontSize: Knowable<number>;
  readonly fontSizeBy: StyleSource | undefined;
  /** `#rrggbb`; absent where nothing sets it. */
  readonly color: Knowable<string>;
  readonly colorBy: StyleSource | undefined;
  /** `#rrggbb` of what lies behind it; dynamic where an image does. */
  readonly background: Knowable<string>;
  /** WCAG contrast ratio of its words and what lies behind them, from 1 to 21. */
  readonly contrast: Knowable<number>;
  /** From 0 to 1, with that of everything around it. */
  readonly opacity: Knowable<number>;
}

/** The declaration that decides how something looks. */
export interface StyleSource {
  /** CSS, lower case. */
  readonly property: string;
  readonly value: string;
  readonly by: 'inline' | 'attribute' | 'sheet' | 'utility' | 'default';
  /** The whole declaration, and its value; undefined where they are not written as such. */
  readonly span: Span | undefined;
  readonly valueSpan: Span | undefined;
}

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
  /** False where what the mail lacks may stand in another file: see `Extent`. */
  readonly whole: boolean;
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
    readonly how: 'link' | 'tag' | 'header' | 'words' | 'include' | 'part';
  }[];
  /** What it shows as ways out and what lets nobody out, in source order. */
  readonly deadEnds: readonly DeadEnd[];
  /** What says who sends it; empty where nothing does. */
  readonly identity: readonly { readonly what: string; readonly span: Span | undefined }[];
  /** Ways out that readers can hardly find, in source order. */
  readonly obscured: readonly Obscured[];
  /** The opening tag of what holds the mail; a missing thing is reported there. */
  readonly open: Span;
  /** Where a footer goes, in the mail's own construction. */
  readonly footer: FooterPlace | undefined;
}

/** Something that is asked of who leaves a mailing, or that goes on when they have left. */
export interface Hurdle {
  /** `others`: only one list is left, others go on. */
  readonly asks: 'login' | 'reason' | 'captcha' | 'others';
  /** The words of the mail, or the field's label; empty for a captcha. */
  readonly words: string;
  readonly span: Span;
  readonly by: 'words' | 'form';
}

/** A link, tag or sentence that offers to leave, or to change what one receives, and keeps nothing of it. */
export interface DeadEnd {
  /**
   * `fragment`: a place in the mail that there is not. `relative`: a path without a host. `home-page`: the front page of a
   * site. `foreign-tag`: of another provider. `dead-tag`: a look-alike that the mail's provider does not fill. `no-link`:
   * words that promise a link.
   */
  readonly cause:
    | 'no-target'
    | 'empty'
    | 'fragment'
    | 'script'
    | 'relative'
    | 'no-reply'
    | 'placeholder'
    | 'home-page'
    | 'foreign-tag'
    | 'dead-tag'
    | 'no-link';
  readonly purpose: 'unsubscribe' | 'preferences';
  /** The link's opening tag, the tag, or the words. */
  readonly span: Span;
  /** What it shows. */
  readonly words: string;
  /** Where it leads, as written; empty where nothing is. */
  readonly target: string;
  /** The tag that belongs there. */
  readonly instead: string | undefined;
  /** The name of the provider whose tag it is or resembles. */
  readonly provider: string | undefined;
  /** Other links of the mail, too, are still to be filled in. */
  readonly draft: boolean;
  /** Nothing else lets the reader out. */
  readonly alone: boolean;
  /** Leads it elsewhere; no edits where the target cannot be written there. */
  readonly repoint: ((href: string) => readonly Edit[]) | undefined;
}

/** A way out that works and that readers can hardly find, where no other one for leaving is plain to see. */
export interface Obscured {
  /**
   * `hidden`: not displayed. `small`, `pale`, `faint`: below the thresholds of font size, contrast and opacity. `wordless`: an
   * image without alternative text. `outlook-only`: in a comment that only desktop Outlook reads. `narrow-only`, `wide-only`,
   * `light-only`: shown on such screens only. `clipped`: beyond what a large mail service shows. `markup-only`: the plain
   * text of the mail has none.
   */
  readonly cause:
    | 'hidden'
    | 'small'
    | 'pale'
    | 'faint'
    | 'wordless'
    | 'outlook-only'
    | 'narrow-only'
    | 'wide-only'
    | 'light-only'
    | 'clipped'
    | 'markup-only';
  readonly span: Span;
  /** What it shows, or its tag. */
  readonly words: string;
  readonly appearance: Appearance | undefined;
  /** What hides it. */
  readonly by: StyleSource | undefined;
  /** Lets it be seen; undefined where the place that hides it cannot be written to. */
  readonly show: readonly Edit[] | undefined;
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
  readonly how: 'size' | 'hidden' | 'tag' | 'switch';
  readonly span: Span;
  /** The image's address, the provider, or the option. */
  readonly name: string;
  /** The edits that take it away. */
  readonly removal: readonly Edit[] | undefined;
}

/** A privacy policy, point by point. */
export interface Policy {
  /** Its title. */
  readonly place: Span;
  /** What it speaks of, and where first. */
  readonly found: readonly (PolicyPointTexts & { readonly span: Span })[];
  /** What it does not seem to speak of. */
  readonly missing: readonly PolicyPointTexts[];
  /** Words by which data are kept without end. */
  readonly endless: Quote | undefined;
  /** Writes headings at its end, each with a paragraph to fill in. */
  readonly addHeadings:
    | ((headings: readonly { readonly heading: string; readonly blank: string }[]) => readonly Edit[])
    | undefined;
}

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
  /** It leads to more information. */
  readonly linked: boolean;
}

export interface NoticeButton {
  readonly act: CookieAct;
  /** As written, blanks folded. */
  readonly words: string;
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
  /** What says so. */
  readonly span: Span;
  /** The edits that make it 13 months, where that can be written there. */
  readonly shorten: readonly Edit[] | undefined;
}

export type { Scalar };
