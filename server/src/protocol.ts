/**
 * What Privacylint's server and a client that knows it say to each other beyond the Language Server Protocol.
 * Any other client does without: nothing here is needed for diagnostics, code actions and hovers.
 */

/** What an editor hands to the server. A new dialect adds its language ids and file name endings here and in the manifest. */
export const reviewed = {
  languageIds: [
    'html',
    'mjml',
    'eml',
    'handlebars',
    'mustache',
    'liquid',
    'twig',
    'html-twig',
    'jinja',
    'jinja-html',
    'jinja2',
    'django-html',
    'django-txt',
    'nunjucks',
    'njk',
    'html+django',
    'hubl',
    'hubl-html',
    'erb',
    'html.erb',
    'html-erb',
    'ejs',
    'html.ejs',
    'blade',
    'gotmpl',
    'go-template',
    'gohtml',
    'gohtmltmpl',
    'go-html-template',
    'html-go-template',
    'hugo',
    'aspnetcorerazor',
    'razor',
    'cshtml',
    'smarty',
    'jsp',
    'jspx',
    'jsp-html',
    'thymeleaf',
    'ftl',
    'freemarker',
    'php',
    'javascript',
    'javascriptreact',
    'typescript',
    'typescriptreact',
  ],
  /** An ending stands for those that end with it: `.php` for `.blade.php`. */
  extensions: [
    '.html',
    '.htm',
    '.xhtml',
    '.mjml',
    '.eml',
    '.hbs',
    '.handlebars',
    '.hjs',
    '.mustache',
    '.liquid',
    '.twig',
    '.jinja',
    '.jinja2',
    '.j2',
    '.njk',
    '.nunjucks',
    '.djhtml',
    '.tera',
    '.erb',
    '.rhtml',
    '.ejs',
    '.gohtml',
    '.gotmpl',
    '.tmpl',
    '.cshtml',
    '.razor',
    '.vbhtml',
    '.tpl',
    '.smarty',
    '.jsp',
    '.jspx',
    '.jspf',
    '.tag',
    '.tagx',
    '.tagf',
    '.ftl',
    '.ftlh',
    '.php',
    '.phtml',
    '.inc',
    '.php5',
    '.ctp',
    '.js',
    '.jsx',
    '.mjs',
    '.cjs',
    '.ts',
    '.tsx',
    '.mts',
    '.cts',
  ],
} as const;

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
