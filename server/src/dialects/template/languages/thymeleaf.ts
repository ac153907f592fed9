import type { Span } from '../../../core/span.js';
import { changed } from '../../../model/attributes.js';
import type { Attribute } from '../../../model/nodes.js';
import { evaluate, toValue } from '../expression/evaluate.js';
import type { Grammar } from '../expression/grammar.js';
import { parseExpression } from '../expression/parse.js';
import type { ElementReading, HoleCode, TemplateLanguage } from '../language.js';
import { delimited } from '../openers.js';
import { print, readPrint, trimCode } from '../read.js';
import type { Reading } from '../reading.js';

const RULES = { strings: true, openers: ['[[', '[('], markup: true };
const GRAMMAR: Grammar = { joins: ['+'] };
/** `th:checked`, `data-th-checked`. */
const OWN = /^(?:th:|data-th-)(.+)$/;
/** Attributes of the language that say something else than an attribute of HTML. */
const STEERING =
  /^(?:text|utext|if|unless|each|switch|case|with|object|remove|fragment|insert|replace|include|inline|block|assert|errors|errorclass|classappend|styleappend|attr|attrappend|attrprepend|field|ref|substituteby)$/;

/** Thymeleaf: HTML with attributes of its own, and outputs in texts. */
export const thymeleaf: TemplateLanguage = {
  id: 'thymeleaf',
  openers: [
    { ...delimited('[[', ']]', 'output', RULES), where: 'text' },
    { ...delimited('[(', ')]', 'output', RULES), where: 'text' },
  ],
  trim: /\s/,
  read: ({ source, code }: HoleCode) => readPrint(source, expressionIn(source, code), GRAMMAR),
  attributes: readAttributes,
  content: readContent,
  uncomment: (text) => text.replace(/^\/\*|\*\/$/g, ''),
  comment: (text) => `<!--/* ${text.replace(/\*\/|--+>?/g, '—')} */-->`,
};

/** `${…}` and `*{…}` without their delimiters; other expressions as they are. */
function expressionIn(source: string, code: Span): Span {
  const trimmed = trimCode(source, code, /\s/);
  const text = source.slice(trimmed.start, trimmed.end);
  const isWhole = /^[$*]\{[^{}]*\}$/.test(text);
  return isWhole ? { start: trimmed.start + 2, end: trimmed.end - 1 } : trimmed;
}

/** `th:checked="…"` takes the place of `checked`; `th:field` gives a control its name, value and tick. */
function readAttributes(read: readonly Attribute[], source: string): ElementReading {
  const own = read.filter((a) => OWN.test(a.name));
  if (own.length === 0) return { attributes: read, openEnded: false };
  const meant = own.map((a) => meaningOf(a, source));
  const replaced = new Set(meant.flat().map((a) => a.name));
  const kept = read.filter((a) => !replaced.has(a.name) && !(meant[own.indexOf(a)]?.length ?? 0));
  return {
    attributes: [...kept, ...meant.flat()].sort((a, b) => a.span.start - b.span.start),
    openEnded: own.some((a) => /^(?:attr|attrappend|attrprepend)$/.test(OWN.exec(a.name)?.[1] ?? '')),
  };
}

function meaningOf(attribute: Attribute, source: string): Attribute[] {
  const name = OWN.exec(attribute.name)?.[1] ?? '';
  const { span } = attribute.value;
  const code = expressionIn(source, span);
  if (name === 'field') return readField(attribute, source, code);
  if (STEERING.test(name)) return [];
  const outcome = evaluate(parseExpression(source, code, GRAMMAR));
  return [changed(attribute, { name, value: toValue(outcome, source, code) })];
}

/** `th:field="*{newsletter}"`. */
function readField(attribute: Attribute, source: string, code: Span): Attribute[] {
  const path = source.slice(code.start, code.end);
  const bound = { off: undefined, value: { state: 'dynamic' as const, span: code, code: path } };
  const ticked = changed(attribute, { ...bound, name: 'checked' });
  if (!/^[\w.]+$/.test(path)) return [ticked];
  const name = changed(attribute, {
    ...bound,
    name: 'name',
    value: { state: 'known', value: path, span: code },
  });
  return [name, ticked];
}

/** `th:text="#{newsletter.label}"`, `th:replace="~{footer :: footer}"`. */
function readContent(
  attributes: readonly Attribute[],
  source: string,
): { reading: Reading; code: Span } | undefined {
  for (const { name, value } of attributes) {
    const own = OWN.exec(name)?.[1];
    const code = value.span;
    if (own === 'text' || own === 'utext') {
      const inner = expressionIn(source, code);
      return { reading: print(parseExpression(source, inner, GRAMMAR), source, inner), code };
    }
    // A layout's place for content, by name or as the parameter of a fragment.
    const given =
      (own === 'replace' || own === 'insert') && /^\s*\$\{/.test(source.slice(code.start, code.end));
    if (name === 'layout:fragment' || given) return { reading: { kind: 'content' }, code };
    if (own === 'replace' || own === 'insert' || own === 'include') {
      return { reading: { kind: 'include', path: fragmentIn(source, code) }, code };
    }
    if (name === 'layout:decorate' || name === 'layout:decorator') {
      return { reading: { kind: 'layout', path: fragmentIn(source, code) }, code };
    }
  }
  return undefined;
}

/** `~{footer :: footer}` without its delimiters. */
function fragmentIn(source: string, { start, end }: Span): string {
  return source
    .slice(start, end)
    .replace(/^\s*~\{|\}\s*$/g, '')
    .trim();
}
