/**
 * What Privacylint's server and a client that knows it say to each other beyond the Language Server Protocol.
 * Any other client does without: nothing here is needed for diagnostics, code actions and hovers.
 */

export { reviewed } from './reviewed.js';

/** Documents of other schemes (version control, output) are copies that nobody edits. */
export const reviewedSchemes = ['file', 'untitled', 'vscode-vfs', 'vscode-test-web'] as const;

export const configurationFileName = '.privacylint.json';

/** Section of the settings, and prefix of all commands. */
export const section = 'privacylint';

/** Commands of `workspace/executeCommand`, unless the client says that it has them itself. */
export const commands = {
  explain: 'privacylint.explain',
  reviewWorkspace: 'privacylint.reviewWorkspace',
} as const;

/** `initializationOptions` of the initialize request. */
export interface InitializationOptions {
  /** Those of `commands` that the client implements; the server then leaves them to it. */
  readonly commands?: readonly string[];
  /** Send `privacylint/status` notifications. */
  readonly status?: boolean;
  /** Settings of section `privacylint`, for clients without `workspace/configuration`. */
  readonly settings?: unknown;
}

export const methods = {
  /** Request: `ReviewWorkspaceParams` → `ReviewWorkspaceResult`. */
  reviewWorkspace: 'privacylint/reviewWorkspace',
  /** Request: `ExplainParams` → `Explanation | null`. */
  explain: 'privacylint/explain',
  /** Request without parameters → `RuleSummary[]`. */
  rules: 'privacylint/rules',
  /** Notification to the client: `Status`. */
  status: 'privacylint/status',
} as const;

export interface ReviewWorkspaceParams {
  readonly workDoneToken?: string | number;
  /** Ask for the diagnostics too. A client that gets them pushed has no need of it. */
  readonly diagnostics?: boolean;
}

export interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly information: number;
  readonly hint: number;
}

/** @typeParam D a diagnostic of the Language Server Protocol. */
export interface FileSummary<D> {
  readonly uri: string;
  readonly counts: Counts;
  readonly diagnostics?: readonly D[];
}

export interface ReviewWorkspaceResult<D> {
  /** Files with findings, in the order of their paths. */
  readonly files: readonly FileSummary<D>[];
  readonly reviewed: number;
  /** Files that could not be reviewed, or not wholly. */
  readonly notReviewed: readonly { readonly uri: string; readonly message: string }[];
  readonly cancelled: boolean;
}

export interface ExplainParams {
  readonly ruleId: string;
}

export interface Explanation {
  readonly ruleId: string;
  /** In the session's language. */
  readonly markdown: string;
  /** URI of the rule's page. */
  readonly href: string;
}

export interface RuleSummary {
  readonly id: string;
  readonly what: string;
}

/** How the review of one open document stands. */
export interface Status {
  readonly uri: string;
  readonly state: 'reviewing' | 'idle' | 'failed';
  readonly counts: Counts;
  /** What no rule could judge, and why. */
  readonly notReviewed: readonly string[];
  /** What is wrong in the configuration that applies to it. */
  readonly configurationProblems: readonly string[];
}
