import { contains, type Span } from '../../core/span.js';
import { holdsFooter } from '../../knowledge/mail.js';
import { holdsReviewable, holdsSamples, isMailBody } from '../../knowledge/markupStrings.js';
import { argumentName, isTestPath, namesSubject } from '../../knowledge/sending.js';
import type { Embedded, Setting } from '../../model/nodes.js';
import { codeTokens } from '../settings/index.js';
import type { Token } from '../settings/tokens.js';
import type { Reading } from '../template/reading.js';
import { readEcho } from '../template/readPhp.js';
import { readMarkupString } from './document.js';
import type { ReadHole } from './language.js';
import { phpTexts } from './phpFlows.js';
import type { PhpText } from './phpTexts.js';
import { moved } from './places.js';

/** The markup that the strings of PHP hold, each text as a document of its own, in source order. */
export function phpStrings(
  source: string,
  stretches: readonly Span[],
  path: string,
  settings: readonly Setting[],
): Embedded[] {
  if (isTestPath(path)) return [];
  return stretches
    .flatMap((stretch) => {
      // Most code holds no markup.
      if (!holdsReviewable(source.slice(stretch.start, stretch.end))) return [];
      const tokens = codeTokens(source, stretch, 'php');
      const sent = sentVariables(tokens);
      return phpTexts(source, tokens, stretch)
        .filter(({ text, names }) => holdsReviewable(text.text) && !names.some((n) => holdsSamples(bare(n))))
        .map((read) => embed(source, read, sent, settings));
    })
    .sort((a, b) => a.map.source.start - b.map.source.start);
}

function bare(name: string): string {
  return name.replace(/^\$/, '');
}

function embed(
  source: string,
  read: PhpText,
  sent: ReadonlySet<string>,
  settings: readonly Setting[],
): Embedded {
  const { text, names, within } = read;
  const beside = settings.filter((s) => contains(within, s.span));
  const own = names[0] ?? '';
  const named = isMailBody(bare(own)) && beside.some((s) => namesSubject(s.key));
  const mail = named || names.some((name) => sent.has(name));
  const header = mail ? /list-unsubscribe/i.exec(source.slice(within.start, within.end)) : null;
  return readMarkupString(text, {
    readHole: holeReader(source, read),
    mail,
    settings: () => [
      ...beside
        .filter((s) => mail && namesSubject(s.key))
        .map(({ beside: _, ...s }) => ({
          ...s,
          keySpan: text.map.outside(s.keySpan),
          value: moved(s.value, text.map),
          span: text.map.outside(s.span),
        })),
      ...(header ? [headerAt(within.start + header.index, header[0], text)] : []),
    ],
  });
}

/** Headers are written in many ways: that one is named is enough. */
function headerAt(start: number, key: string, { map }: PhpText['text']): Setting {
  const span = map.outside({ start, end: start + key.length });
  const value = { state: 'dynamic', span, code: key } as const;
  return { kind: 'header', key, keySpan: span, value, span, group: 0, context: [] };
}

/** Variables that are given as its body to a mail, or to a function that sends mails. */
function sentVariables(tokens: readonly Token[]): ReadonlySet<string> {
  const found = new Set<string>();
  tokens.forEach(({ kind, text }, i) => {
    if (kind === 'word' && tokens[i + 1]?.text === '=' && isMailBody(bare(text))) {
      const given = givenAt(tokens, i + 2);
      if (given !== undefined) found.add(given);
    }
    if (kind !== 'word' || tokens[i + 1]?.text !== '(') return;
    let argument = 0;
    for (let at = i + 2, depth = 0; at < tokens.length && depth >= 0 && at < i + 200; at++) {
      const token = tokens[at] as Token;
      if (token.kind === 'mark') {
        if ('([{'.includes(token.text)) depth++;
        else if (')]}'.includes(token.text)) depth--;
        else if (token.text === ',' && depth === 0) argument++;
      }
      const name = argumentName(text, argument);
      if (depth !== 0 || (name !== 'message' && name !== 'body')) continue;
      const given = givenAt(tokens, at);
      if (given !== undefined) found.add(given);
    }
  });
  return found;
}

/** The variable that stands at a place, by itself or as a list that is joined: `$body`, `implode("\\n", $lines)`. */
function givenAt(tokens: readonly Token[], at: number): string | undefined {
  const first = tokens[at];
  if (first?.kind !== 'word') return undefined;
  if (first.text.startsWith('$')) return first.text;
  if (!/^(?:implode|join)$/i.test(first.text) || tokens[at + 1]?.text !== '(') return undefined;
  const list = tokens.slice(at + 2, at + 6).find((t) => t.kind === 'word' && t.text.startsWith('$'));
  return list?.text;
}

function holeReader(source: string, { text: { map }, outputs }: PhpText): ReadHole {
  return (hole, { context }): Reading => {
    const place = { start: hole.start, end: hole.end };
    const span = outputs.get(hole.number);
    const code = span ? source.slice(span.start, span.end) : '';
    const reading = span && readEcho(source, span);
    if (reading?.kind !== 'print') return { kind: 'print', value: { state: 'dynamic', span: place, code } };
    const { value } = reading;
    if (value.state === 'known') {
      const decided = value.origin && context === 'between' ? moved(value, map).origin : undefined;
      const { origin, ...known } = value;
      if (origin && !decided)
        return {
          kind: 'print',
          value: { state: 'dynamic', span: place, code, candidates: [moved(known, map)] },
        };
      return { kind: 'print', value: { ...known, span: place, ...(decided && { origin: decided }) } };
    }
    const name = /^[$\w>-]+/.exec(code)?.[0].replace(/^.*(?:->|\$)/, '');
    if (context === 'text' && name && holdsFooter(name)) return { kind: 'include', path: name };
    const candidates = value.candidates?.map((candidate) => moved(candidate, map));
    return {
      kind: 'print',
      value: { state: 'dynamic', span: place, code, ...(candidates && { candidates }) },
    };
  };
}
