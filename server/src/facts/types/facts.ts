import type { Control, Demand, Unrecorded } from './controls.js';
import type { ConsentSetting, CookieLife, CookieNotice, Resource } from './cookies.js';
import type { DocumentFacts } from './document.js';
import type { Collection, Field, PrivacyNotice } from './fields.js';
import type { Form, Posting, Unprotected } from './forms.js';
import type { Hurdle, Link } from './links.js';
import type { Mailing, Message, Pixel, Sender } from './messages.js';
import type { Policy } from './policy.js';
import type { Statement, Submission } from './statements.js';

/** Everything that can be known of one document. Each family is computed when it is first asked for, and once. */
export interface Facts {
  readonly document: DocumentFacts;
  readonly controls: readonly Control[];
  /** What keeps forms from being sent without a consent; several may speak of one box. */
  readonly demands: readonly Demand[];
  readonly forms: readonly Form[];
  /** What code sends to companies that receive forms for others. */
  readonly postings: readonly Posting[];
  /** What the page loads or sends without encryption. */
  readonly unprotected: readonly Unprotected[];
  /** The controls that ask for personal data. */
  readonly fields: readonly Field[];
  /** Boxes whose answer never leaves the page. */
  readonly unrecorded: readonly Unrecorded[];
  /** What each form asks for. */
  readonly collections: readonly Collection[];
  /** Where the document tells what becomes of personal data. */
  readonly notices: readonly PrivacyNotice[];
  /** The links among them that lead nowhere. */
  readonly deadNotices: readonly PrivacyNotice[];
  readonly links: readonly Link[];
  /** What the page says to its visitors about consent: within forms, and where an act or silence is to stand for it. */
  readonly statements: readonly Statement[];
  /** The page says how a consent is taken back. */
  readonly tellsWithdrawal: boolean;
  /** Consents that code sends for the person. */
  readonly submissions: readonly Submission[];
  readonly senders: readonly Sender[];
  readonly message: Message | undefined;
  /** The mails that code sends, and the mail whose header this is. */
  readonly mailings: readonly Mailing[];
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
