import {
  findNodeAtLocation,
  type Node,
  type ParseError,
  type ParseErrorCode,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import type { Span } from '../core/span.js';
import { builtinRules } from './builtinRules.js';
import type { ConfigurationFile, ConfigurationProblem, KnownNames } from './configuration.js';
import { type ConfigurationMessage, configurationMessages } from './configurationMessages.js';
import { spanOf } from './configurationReader.js';
import { configurationShape } from './configurationShape.js';
import { localize } from './localize.js';
import { presets } from './presets.js';

export interface ParsedConfiguration {
  readonly file: ConfigurationFile;
  readonly problems: readonly ConfigurationProblem[];
  /** False where the text is no JSON, or no JSON object. */
  readonly valid: boolean;
}

/**
 * Reads a configuration: JSON with comments and trailing commas. Total: what is wrong is in `problems`, one for each
 * thing, and what is right is in `file`. An empty text is an empty configuration.
 * @param path names the file in problems.
 */
export function parseConfiguration(text: string, path: string, known: KnownNames): ParsedConfiguration {
  const problems: ConfigurationProblem[] = [];
  const complain = (span: Span, message: ConfigurationMessage, data = {}): void => {
    problems.push(problem(path, span, message, data));
  };
  const { root, errors } = parse(text);
  if (errors === undefined || looksBinary(text)) {
    complain({ start: 0, end: Math.min(text.length, 1) }, 'not-json');
    return { file: {}, problems, valid: false };
  }
  for (const error of distinct(errors, text)) complain(error.span, messageOf(error.code));
  if (!root) return { file: {}, problems, valid: errors.length === 0 };
  if (root.type !== 'object') {
    if (errors.length === 0) complain(spanOf(root), 'not-an-object');
    return { file: {}, problems, valid: false };
  }
  const shape = configurationShape(namesFor(root, known));
  const file = shape.read(root, (node, message, data) => complain(spanOf(node), message, data)) ?? {};
  return { file, problems: problems.sort((a, b) => a.span.start - b.span.start), valid: errors.length === 0 };
}

/** The names that a file may use: those that are known, and those that it brings along. */
function namesFor(root: Node, { rules, providers, ...known }: KnownNames): KnownNames {
  const all = { ...known, rules: [...rules, ...builtinRules.map(({ id }) => id)] };
  // An extended file may bring providers, too.
  const extended = listOf(findNodeAtLocation(root, ['extends'])).some(
    ({ value }) => !Object.hasOwn(presets, value),
  );
  if (!providers || extended) return all;
  const own = findNodeAtLocation(root, ['providers'])?.children ?? [];
  return { ...all, providers: [...providers, ...own.map(({ children }) => String(children?.[0]?.value))] };
}

function listOf(node: Node | undefined): readonly Node[] {
  return node?.type === 'array' ? (node.children ?? []) : node ? [node] : [];
}

export function problem(
  path: string,
  span: Span,
  messageId: ConfigurationMessage,
  data: Readonly<Record<string, string>> = {},
): ConfigurationProblem {
  return { path, span, messageId, data, message: localize(configurationMessages[messageId], 'en', data) };
}

function parse(text: string): { root?: Node | undefined; errors?: ParseError[] } {
  const errors: ParseError[] = [];
  const json = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  try {
    return { root: parseTree(json, errors, { allowTrailingComma: true, allowEmptyContent: true }), errors };
  } catch {
    // The parser is recursive: thousands of nested brackets exhaust the stack.
    return {};
  }
}

function looksBinary(text: string): boolean {
  return text.includes('\0');
}

/** Errors without those that merely follow from the one before: on its line, or with nothing in between. */
function distinct(errors: readonly ParseError[], text: string): { code: ParseErrorCode; span: Span }[] {
  let last = -1;
  return errors.flatMap(({ error, offset, length }) => {
    const between = text.slice(last, offset);
    const follows = last >= 0 && (between.trim() === '' || !/[\r\n]/.test(between));
    last = Math.max(last, offset + length);
    // At the end of the text nothing is left to show but what stands last.
    const start = Math.min(offset, Math.max(text.trimEnd().length - 1, 0));
    const end = Math.min(Math.max(offset + length, start + 1), text.length);
    return follows ? [] : [{ code: error, span: { start, end } }];
  });
}

const messages: Readonly<Record<string, ConfigurationMessage>> = {
  CommaExpected: 'missing-comma',
  ValueExpected: 'missing-value',
  InvalidSymbol: 'missing-quotes',
  PropertyNameExpected: 'missing-quotes',
  CloseBraceExpected: 'not-closed',
  CloseBracketExpected: 'not-closed',
  UnexpectedEndOfComment: 'not-closed',
  UnexpectedEndOfString: 'not-closed',
};

function messageOf(code: ParseErrorCode): ConfigurationMessage {
  return messages[printParseErrorCode(code)] ?? 'broken-json';
}
