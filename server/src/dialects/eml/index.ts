import { insert } from '../../core/edit.js';
import { namesOf, sniff } from '../../knowledge/languages.js';
import { TreeBuilder } from '../../model/build.js';
import type { Doc, Embedded, Setting, Syntax } from '../../model/nodes.js';
import type { Dialect, ParseOptions } from '../dialect.js';
import { html, htmlSyntax } from '../html/index.js';
import { readPlainText } from '../plain/text.js';
import { templateLanguage } from '../template/index.js';
import { charsetOf } from './charset.js';
import { type Header, readHeader } from './headers.js';
import { type TextPart, textParts } from './parts.js';
import { decodeBody } from './transfer.js';

/** A mail as it travels (RFC 5322): its header fields are settings, its texts documents of their own. */
export const eml: Dialect = {
  id: 'eml',
  ...namesOf('eml'),
  mail: true,
  parse: readMail,
};

const syntax: Syntax = { text: (plain) => plain, comment: () => '', attribute: () => '' };

function readMail(text: string, options: ParseOptions): Doc {
  const header = readHeader(text, { start: 0, end: text.length });
  const parts = textParts(text, header, text.length);
  return {
    dialect: 'eml',
    text,
    root: new TreeBuilder(text).root,
    whole: false,
    mail: true,
    comments: [],
    settings: settingsOf(text, header),
    modules: [],
    problems: [],
    embedded: parts.map((part) => embed(text, part, parts, options)),
    syntax,
  };
}

/** Fields that say who sends a mail, who gets it, and how to stop it. */
const FIELDS = /^(from|sender|reply-to|return-path|to|subject|list-unsubscribe|list-unsubscribe-post)$/i;

function settingsOf(source: string, { fields }: Header): Setting[] {
  const lineEnd = /\r\n|\n|\r/.exec(source)?.[0] ?? '\r\n';
  return fields
    .filter(({ name }) => FIELDS.test(name))
    .map(
      ({ name, nameSpan, text, valueSpan, lines }): Setting => ({
        kind: 'header',
        key: name,
        keySpan: nameSpan,
        value: { state: 'known', value: text, span: valueSpan },
        span: { start: nameSpan.start, end: valueSpan.end },
        group: 0,
        context: [],
        beside: (key, value) => {
          const isOpen = !/[\r\n]/.test(source.charAt(lines.end - 1));
          return insert(lines.end, `${isOpen ? lineEnd : ''}${fieldName(key)}: ${value}${lineEnd}`);
        },
      }),
    );
}

/** `replyTo` as headers write it: `Reply-To`. */
function fieldName(key: string): string {
  return key.includes('-') ? key : key.replace(/[A-Z]/g, '-$&').replace(/^[a-z]/, (c) => c.toUpperCase());
}

function embed(source: string, part: TextPart, all: readonly TextPart[], options: ParseOptions): Embedded {
  const { text, map } = decodeBody(source, part.body, part.encoding, charsetOf(part.charset));
  if (part.type === 'text/html') {
    const doc = html.parse(text, options);
    return { kind: 'mail-part', doc: { ...doc, whole: true, mail: true, syntax: asciiSyntax }, map };
  }
  // Beside HTML the plain text is what hardly anybody sees.
  const whole = !all.some((p) => p.type === 'text/html');
  return {
    kind: 'mail-part',
    doc: { ...readPlainText(text, templateLanguage(sniff(text))), whole, mail: true },
    map,
  };
}

/** What is written into a part must survive any character set: beyond ASCII, references stand for characters. */
const asciiSyntax: Syntax = {
  ...htmlSyntax,
  text: (plain) => references(htmlSyntax.text(plain)),
  attribute: (name, value) => references(htmlSyntax.attribute(name, value)),
};

function references(text: string): string {
  return text.replace(/[^\0-~]/gu, (c) => `&#${c.codePointAt(0)};`);
}
