import type { Edit } from '../core/edit.js';
import type { OtherFile } from '../core/project.js';
import type { Span } from '../core/span.js';
import type { Facts } from '../facts/types/index.js';

/** Severities as the Language Server Protocol names them, strongest first. */
export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];

export const locales = ['en', 'fr'] as const;
export type Locale = (typeof locales)[number];

/** A text in every language the product speaks; `{name}` stands for data of the finding. */
export type Localized = Readonly<Record<Locale, string>>;

/** A provision or decision that a rule rests on. */
export interface Basis {
  readonly name: Localized;
  readonly url?: string;
}

export interface RepairText {
  readonly title: Localized;
  /** `fix` changes nothing but the defect and may run on save; `offer` never runs unasked. */
  readonly safety: 'fix' | 'offer';
  /** What must follow elsewhere, for an offer. */
  readonly follow?: Localized;
}

export interface Example {
  readonly language: 'html' | 'tsx' | 'ts' | 'vue' | 'mjml' | 'erb';
  readonly code: string;
}

/** What the user's configuration tells rules. */
export interface RuleContext {
  readonly locale: Locale;
  readonly contact: {
    readonly email?: string;
    readonly privacyNotice?: string;
    readonly identity?: string;
    readonly unsubscribe?: string;
  };
  /** The tag to write for a way out, of the mail's own provider or the configured one. */
  readonly unsubscribeTag: (providerId: string | undefined, language: string) => string | undefined;
  /** The tag that a provider replaces by the sender's name and address. */
  readonly addressTag: (providerId: string | undefined) => string | undefined;
  readonly jurisdiction: readonly string[];
  /** The site's own hosts; `*.` stands for any subdomain. */
  readonly hosts: readonly string[];
  /** Hosts of recipients that are documented. */
  readonly recipients: Readonly<Record<string, unknown>>;
  /** What forms of a purpose may ask for besides what is known of it: kinds of data, by purpose. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly audience: 'b2c' | 'b2b';
  readonly options: Readonly<Record<string, unknown>>;
}

/** What stands for a placeholder: the same in every language, or said in each. */
export type Datum = string | Localized;

/** One thing found, before the engine gives it severity, words and fingerprint. */
export interface Draft<M extends string, R extends string> {
  readonly message: M;
  readonly data?: Readonly<Record<string, Datum>>;
  readonly span: Span;
  /** Where it differs from the rule's default. */
  readonly severity?: Severity;
  /** A person has to look: the value is dynamic. */
  readonly review?: boolean;
  /** Nothing is claimed: what decides stands in another file. It is listed as not reviewed. */
  readonly elsewhere?: boolean;
  readonly related?: readonly {
    readonly span: Span;
    /** The file that the span is of, where that is another one. */
    readonly file?: OtherFile | undefined;
    readonly message: M;
    readonly data?: Readonly<Record<string, Datum>>;
  }[];
  /** The words that it was read from, and what each names. */
  readonly evidence?: readonly { readonly words: string; readonly title: Localized }[] | undefined;
  /** The company to enter in the configuration's register of recipients. */
  readonly register?: { readonly host: string; readonly name: string };
  readonly repairs?: readonly {
    readonly use: R;
    readonly edits: readonly Edit[];
    readonly data?: Readonly<Record<string, Datum>>;
  }[];
}

export interface Rule<
  N extends keyof Facts = keyof Facts,
  M extends string = string,
  R extends string = string,
> {
  readonly id: string;
  readonly severity: Severity;
  readonly topic: 'consent' | 'mail' | 'notice' | 'data' | 'cookies';
  /** One sentence each; the rule page, hovers and SARIF are made of them. */
  readonly what: Localized;
  readonly why: Localized;
  readonly remedy: Localized;
  readonly basis: readonly Basis[];
  /** What the rule lets pass, and why. */
  readonly exceptions?: readonly Localized[];
  readonly messages: Readonly<Record<M, Localized>>;
  readonly repairs: Readonly<Record<R, RepairText>>;
  /** Run as tests: every bad one is reported, no good one is. */
  readonly examples: { readonly bad: readonly Example[]; readonly good: readonly Example[] };
  readonly needs: readonly N[];
  check(facts: Pick<Facts, N>, context: RuleContext): Iterable<Draft<M, R>>;
}

/** Checks a rule's texts, repairs and facts against one another when it is compiled. */
export function defineRule<N extends keyof Facts, M extends string, R extends string = never>(
  rule: Rule<N, M, R>,
): Rule<N, M, R> {
  return rule;
}
