import type ts from 'typescript';
import { type Edit, insert } from '../../core/edit.js';
import type { Given } from '../../model/nodes.js';
import type { Source } from './source.js';

/** `key: 'text'` after a property of an object, in the object's own layout. */
export function besideProperty(
  source: Source,
  object: ts.ObjectLiteralExpression,
  entry: ts.ObjectLiteralElementLike,
  key: string,
  given: Given,
): Edit {
  const start = source.start(entry);
  const quote = quoteOf(source, object);
  const written = property(key, given, quote);
  const indent = lineIndent(source, start);
  // Before it, where a comment at the end of its line would otherwise change sides.
  const rest = source.text.slice(entry.end).match(/^[^\n\r]*/)?.[0] ?? '';
  if (/^\s*(?:,\s*)?\/[/*]/.test(rest)) return insert(start, `${written},${indent ?? ' '}`);
  return insert(entry.end, `,${indent ?? ' '}${written}`);
}

/** `message.setReplyTo('text')` after a call, in its chain or as a statement of its own. */
export function besideCall(
  source: Source,
  call: ts.CallExpression,
  statement: boolean,
  key: string,
  given: Given,
): Edit {
  const { ts } = source;
  const callee = source.bare(call.expression);
  const [first, second] = call.arguments;
  const quote = quoteOf(source, second ?? first ?? call);
  const method = ts.isPropertyAccessExpression(callee) ? callee : undefined;
  const header = second !== undefined;
  const name = header ? (method?.name.text ?? '') : key;
  const value = literal(given, quote);
  const args = header ? `${quoted(key, quote)}, ${value}` : value;
  const receiver = method && source.bare(method.expression);
  if (!statement || !receiver || ts.isCallExpression(receiver)) {
    const indent = method && lineIndent(source, source.start(method.name) - 1);
    return insert(call.end, `${indent ?? ''}.${name}(${args})`);
  }
  return insertStatement(source, call, `${source.slice(receiver)}.${name}(${args})`);
}

/** `message.replyTo = 'text';` after an assignment. */
export function besideAssignment(
  source: Source,
  node: ts.BinaryExpression,
  object: ts.Expression,
  key: string,
  given: Given,
): Edit {
  const member = isName(key) ? `.${key}` : `[${quoted(key, "'")}]`;
  return insertStatement(
    source,
    node,
    `${source.slice(object)}${member} = ${literal(given, quoteOf(source, node.right))}`,
  );
}

function insertStatement(source: Source, node: ts.Node, written: string): Edit {
  const semicolon = /^\s*;/.exec(source.text.slice(node.end))?.[0] ?? '';
  const indent = lineIndent(source, source.start(node)) ?? ' ';
  return insert(
    node.end + semicolon.length,
    `${semicolon ? '' : ';'}${indent}${written}${semicolon ? ';' : ''}`,
  );
}

/** The line end and blanks before an offset, where nothing else stands before it on its line. */
export function lineIndent(source: Source, at: number): string | undefined {
  const { text } = source;
  const found = /(?:\r\n|\n|\r|^)[ \t]*$/.exec(text.slice(0, at).slice(-400))?.[0];
  if (found === undefined || /^[\r\n]/.test(found)) return found;
  // The first line has none before it; a long blank may be more than was looked at.
  return found.length === at ? `${/\r\n|\n|\r/.exec(text)?.[0] ?? '\n'}${found}` : undefined;
}

function quoteOf(source: Source, node: ts.Node): string {
  const written = source.slice(node).match(/['"]/)?.[0];
  return written ?? source.text.match(/['"]/)?.[0] ?? "'";
}

function property(key: string, given: Given, quote: string): string {
  return `${isName(key) ? key : quoted(key, quote)}: ${literal(given, quote)}`;
}

function literal(given: Given, quote: string): string {
  if (typeof given === 'string') return quoted(given, quote);
  if (Array.isArray(given)) return `[${given.map((one) => literal(one, quote)).join(', ')}]`;
  const entries = Object.entries(given).map(([key, text]) => property(key, text, quote));
  return `{ ${entries.join(', ')} }`;
}

function quoted(text: string, quote: string): string {
  const escaped = text.replace(/\\/g, '\\\\').replace(/\n/g, '\\n').replace(/\r/g, '\\r');
  return quote + escaped.replaceAll(quote, `\\${quote}`) + quote;
}

export function isName(key: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(key);
}
