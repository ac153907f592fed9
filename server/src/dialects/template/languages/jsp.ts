import { helpersOf } from '../../../knowledge/helpers.js';
import type { Grammar } from '../expression/grammar.js';
import type { Ended, HoleCode, Opener, TemplateLanguage, Unended } from '../language.js';
import { attributeOf, findTagEnd } from '../markupTags.js';
import { comment, delimited } from '../openers.js';
import { conditionOf, readPrint, trimCode } from '../read.js';
import { readBraces } from '../readBraces.js';
import type { Reading } from '../reading.js';

const RULES = { openers: ['<%'] };
const EXPRESSION = { strings: true, braces: true, openers: ['${', '#{'], markup: true };
const GRAMMAR: Grammar = { joins: ['+'] };

/** Tags of the standard and of frameworks' tag libraries that steer or print; those that make controls are elements. */
const TAGS =
  /(?:c|fmt|fn|jsp|tiles|spring|bean|logic|decorator|sitemesh|liferay-ui|sec|security|s|t):[\w-]+/y;
const CONTROLS = /^s:(?:checkbox|textfield|form|submit|hidden|select|radio|password|textarea|checkboxlist)$/;

function tagName(source: string, from: number): string | undefined {
  TAGS.lastIndex = from;
  const name = TAGS.exec(source)?.[0];
  return name === undefined || CONTROLS.test(name) ? undefined : name;
}

const PRINTS =
  /^(?:c:out|fmt:(?:message|format\w+)|spring:(?:message|theme)|bean:(?:message|write)|s:(?:text|property)|liferay-ui:message|jsp:getProperty|tiles:getAsString|decorator:title)$/;

const openingTag: Opener = {
  open: '<',
  kind: 'block',
  when: (source, at) => tagName(source, at + 1) !== undefined,
  find: (source, from): Ended | Unended => {
    const found = findTagEnd(source, from);
    return 'end' in found && PRINTS.test(tagName(source, from) ?? '') ? { ...found, kind: 'output' } : found;
  },
};

const openers: readonly Opener[] = [
  comment('<%--', '--%>'),
  delimited('<%@', '%>', 'block', RULES),
  delimited('<%!', '%>', 'opaque', RULES),
  delimited('<%=', '%>', 'output', RULES),
  delimited('<%', '%>', 'block', RULES),
  delimited('${', '}', 'output', EXPRESSION),
  delimited('#{', '}', 'output', EXPRESSION),
  {
    open: '</',
    kind: 'block',
    when: (source, at) => tagName(source, at + 2) !== undefined,
    find: findTagEnd,
  },
  openingTag,
];

/** JavaServer Pages with the standard tag library. */
export const jsp: TemplateLanguage = {
  id: 'jsp',
  openers,
  trim: /\s/,
  read,
  helpers: { table: helpersOf('spring', 'struts', 'faces') },
  comment: (text) => `<%-- ${text.replace(/--%>/g, '')} --%>`,
};

function read({ source, open, code }: HoleCode): Reading {
  const trimmed = trimCode(source, code, /[\s;]/);
  switch (open) {
    case '<%=':
    case '${':
    case '#{':
      return readPrint(source, trimmed, GRAMMAR);
    case '<%@': {
      const file = attributeOf(source, trimmed, ['file']);
      return file ? { kind: 'include', path: file.text } : { kind: 'statement' };
    }
    case '<%':
      return readBraces(source, trimmed, GRAMMAR);
    case '</':
      return /^c:(?:choose|out|set|url|param)|^fmt:|^jsp:/.test(source.slice(trimmed.start, trimmed.end))
        ? { kind: 'statement' }
        : { kind: 'end' };
    default:
      return readTag(source, trimmed);
  }
}

function readTag(source: string, tag: { start: number; end: number }): Reading {
  const name = tagName(source, tag.start) ?? '';
  if (PRINTS.test(name)) return readPrintingTag(source, tag);
  switch (name) {
    case 'c:if':
    case 'c:when':
    case 's:if': {
      const test = attributeOf(source, tag, ['test']);
      if (!test) return { kind: 'begin', condition: { code: '', holds: 'unknown' } };
      const inner = expressionIn(source, test);
      return { kind: 'begin', condition: conditionOf(source, inner, GRAMMAR) };
    }
    case 'c:otherwise':
    case 'c:forEach':
    case 'sec:authorize':
    case 's:iterator':
    case 's:else':
      return { kind: 'begin', condition: { code: source.slice(tag.start, tag.end), holds: 'unknown' } };
    case 'jsp:include':
    case 'c:import':
    case 'tiles:insertAttribute':
    case 'tiles:insertDefinition':
    case 's:include':
    case 'decorator:body':
    case 'sitemesh:write': {
      const path = attributeOf(source, tag, ['page', 'url', 'name', 'value', 'property']);
      if (/^(?:body|content)$/.test(path?.text ?? 'body')) return { kind: 'content' };
      return { kind: 'include', path: path?.text ?? name };
    }
    case 'jsp:doBody':
      return { kind: 'content' };
    default:
      // A tag file of the application's own, by the prefix that tutorials give them.
      return name.startsWith('t:') ? { kind: 'include', path: name } : { kind: 'statement' };
  }
}

/** `<c:out value="${x}" default="y"/>`, `<spring:message code="news.label" text="Newsletter"/>`. */
function readPrintingTag(source: string, tag: { start: number; end: number }): Reading {
  const text = attributeOf(source, tag, ['text', 'default']);
  const value = attributeOf(source, tag, ['value']);
  const code = source.slice(tag.start, tag.end);
  if (value && !value.text.includes('{') && !value.text.includes('%')) {
    return {
      kind: 'print',
      value: { state: 'known', value: value.text, span: { start: value.start, end: value.end } },
    };
  }
  if (text && !text.text.includes('{') && !value) {
    return {
      kind: 'print',
      value: { state: 'known', value: text.text, span: { start: text.start, end: text.end } },
    };
  }
  return { kind: 'print', value: { state: 'dynamic', span: tag, code } };
}

function expressionIn(source: string, value: { start: number; end: number }): { start: number; end: number } {
  const text = source.slice(value.start, value.end);
  const match = /^\s*[$#%]\{([\s\S]*)\}\s*$/.exec(text);
  if (!match) return { start: value.start, end: value.end };
  const start = value.start + text.indexOf('{') + 1;
  return { start, end: start + (match[1]?.length ?? 0) };
}
