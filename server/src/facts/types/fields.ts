import type { Edit } from '../../core/edit.js';
import type { Span } from '../../core/span.js';
import type { DataKind, Protection } from '../../knowledge/fields.js';
import type { Need } from '../../knowledge/formNeeds.js';
import type { NoticeLine } from '../../knowledge/notices.js';
import type { Aim } from './document.js';

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
  /** It is called by words that name things as well; alone in a form, it asks for nobody's. */
  readonly bare: boolean;
  /** What says so. */
  readonly by: 'autocomplete' | 'type' | 'label' | 'placeholder' | 'question' | 'name';
  /** The words that say so, as written. */
  readonly words: string;
  /** False where only a name in the code says so, and the words beside it say something else. */
  readonly confirmed: boolean;
  /** The edits that make it optional; undefined where it is not required or no edit can say so. */
  readonly release: readonly Edit[] | undefined;
  /** The edits that take it away with its label; undefined where it is one answer of several. */
  readonly removal: readonly Edit[] | undefined;
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
