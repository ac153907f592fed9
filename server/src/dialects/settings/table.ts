/** How strings are written between two marks. */
export interface StringForm {
  readonly open: string;
  readonly close: string;
  /** A backslash makes the next character mean something else. */
  readonly escapes: boolean;
  /** May hold line ends; else a quote without a partner on its line is no quote. */
  readonly multiline: boolean;
  /** What begins a value that code fills in: `#{`, `${`. */
  readonly holes?: RegExp;
}

/** As much of a language as it takes to tell strings, comments and names apart. */
export interface CodeLanguage {
  readonly id: string;
  readonly lineComments: readonly string[];
  readonly blockComments: readonly (readonly [open: string, close: string])[];
  /** Of two that begin alike, the longer one comes first. */
  readonly strings: readonly StringForm[];
  /** The beginning of a string that ends with a line holding only its name. */
  readonly heredoc?: RegExp;
  /** Letters before a string that say how it is read, and the one that lets it have holes. */
  readonly prefixes?: { readonly all: RegExp; readonly holes: RegExp };
  /** A call may do without parentheses: `default from: 'x'`. */
  readonly commandCalls?: boolean;
  /** Not a program but its settings. */
  readonly isConfiguration?: boolean;
  readonly comment: (text: string) => string;
}

const HASH_HOLE = /#\{[^}\n]{0,200}\}/;
const DOLLAR_HOLE = /\$\{[^}\n]{0,200}\}|\{\$[^}\n]{0,200}\}|\$\w+(?:->\w+|\[[^\]\n]{0,200}\])*/;
const BRACE_HOLE = /\{[^{}\n]*\}/;

const quote = (mark: string, more: Partial<StringForm> = {}): StringForm => ({
  open: mark,
  close: mark,
  escapes: true,
  multiline: false,
  ...more,
});
const slashes = ['//'] as const;
const stars = [['/*', '*/']] as const;
const block = (text: string) => `/* ${text.replaceAll('*/', '* /')} */`;
const hash = (text: string) => `# ${text.replace(/\s+/g, ' ')}`;

const python: CodeLanguage = {
  id: 'python',
  lineComments: ['#'],
  blockComments: [],
  strings: [
    quote('"""', { multiline: true }),
    quote("'''", { multiline: true }),
    quote('"', { holes: BRACE_HOLE }),
    quote("'", { holes: BRACE_HOLE }),
  ],
  prefixes: { all: /^[rbuft]{1,2}$/i, holes: /[ft]/i },
  comment: hash,
};

const ruby: CodeLanguage = {
  id: 'ruby',
  lineComments: ['#'],
  blockComments: [['\n=begin', '\n=end']],
  strings: [quote('"', { holes: HASH_HOLE }), quote("'"), quote('`')],
  heredoc: /<<[~-]?(["'`]?)([A-Z_]\w*)\1/y,
  commandCalls: true,
  comment: hash,
};

const php: CodeLanguage = {
  id: 'php',
  lineComments: ['//', '#'],
  blockComments: stars,
  strings: [quote('"', { holes: DOLLAR_HOLE, multiline: true }), quote("'", { multiline: true })],
  heredoc: /<<<[ \t]*(["']?)([A-Za-z_]\w*)\1/y,
  comment: block,
};

const csharp: CodeLanguage = {
  id: 'csharp',
  lineComments: slashes,
  blockComments: stars,
  strings: [
    quote('"""', { multiline: true, escapes: false }),
    quote('@"', { close: '"', escapes: false, multiline: true }),
    quote('$"', { close: '"', holes: BRACE_HOLE }),
    quote('"'),
    quote("'"),
  ],
  comment: block,
};

const java: CodeLanguage = {
  id: 'java',
  lineComments: slashes,
  blockComments: stars,
  strings: [quote('"""', { multiline: true }), quote('"', { holes: DOLLAR_HOLE }), quote("'")],
  comment: block,
};

const go: CodeLanguage = {
  id: 'golang',
  lineComments: slashes,
  blockComments: stars,
  strings: [quote('"'), quote('`', { escapes: false, multiline: true }), quote("'")],
  comment: block,
};

const json: CodeLanguage = {
  id: 'json',
  lineComments: slashes,
  blockComments: stars,
  strings: [quote('"')],
  isConfiguration: true,
  comment: () => '',
};

/** What stands in brackets in YAML. */
export const flow: CodeLanguage = { ...json, id: 'yaml', strings: [quote('"'), quote("'")] };

export const codeLanguages: readonly CodeLanguage[] = [python, ruby, php, csharp, java, go, json];
