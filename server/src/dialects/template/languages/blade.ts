import { helpersOf } from '../../../knowledge/helpers.js';
import { closeParenthesis } from '../ends.js';
import { evaluate } from '../expression/evaluate.js';
import type { Grammar } from '../expression/grammar.js';
import { parseExpression } from '../expression/parse.js';
import { outputCall } from '../helpers/outputCall.js';
import { phpCalls } from '../helpers/phpCalls.js';
import type { CodeCall, Ended, HoleCode, Memory, Opener, TemplateLanguage, Unended } from '../language.js';
import { comment, delimited, findNext } from '../openers.js';
import { conditionOf, print, printAttribute, printOf, trimCode } from '../read.js';
import type { Reading } from '../reading.js';
import { php, phpOpeners } from './php.js';

const RULES = { strings: true, openers: ['{{', '{!!'], markup: true };
const GRAMMAR: Grammar = { joins: ['.'] };

const set = (words: string) => new Set(words.split(' '));
const BEGIN = set(
  'if isset auth guest can canany foreach for while switch env production hassection error session push pushonce prepend prependonce pushif once fragment teleport persist slot forelse',
);
const BEGIN_UNLESS = set('unless empty cannot sectionmissing');
const OTHERWISE = set('else elseif elsecan elsecannot elsecanany elseauth elseguest case default');
const END = set('show stop overwrite append');
const INCLUDE = set(
  'include includeif includewhen includeunless includefirst includeisolated each extends component componentfirst livewire',
);
const CONTENT = set('yield stack');
const OTHER = set(
  'csrf method json js class style props aware vite inject use break continue parent dump dd livewirestyles livewirescripts viterefresh viteReactRefresh php section lang choice verbatim',
);
const ATTRIBUTES = set('checked selected disabled readonly required');
const WORDS = [BEGIN, BEGIN_UNLESS, OTHERWISE, END, INCLUDE, CONTENT, OTHER, ATTRIBUTES];

/** Directives without arguments: a parenthesis after them is text. */
const BARE = /^(?:else|default|csrf|parent|show|stop|overwrite|append|verbatim|end\w*)$/;
const END_VERBATIM = /@endverbatim\b/g;
const END_PHP = /@endphp\b/g;
const NAME = /[A-Za-z]\w*/y;

function directiveAt(source: string, from: number): string | undefined {
  NAME.lastIndex = from;
  const name = NAME.exec(source)?.[0].toLowerCase();
  if (name === undefined) return undefined;
  // An attribute that listens for an event.
  if (source.charAt(NAME.lastIndex) === '=') return undefined;
  return WORDS.some((words) => words.has(name)) || name.startsWith('end') ? name : undefined;
}

const directive: Opener = {
  open: '@',
  kind: 'block',
  // Not in `a@b.example` and `@@if`, nor for Alpine's `@click` and CSS's `@media`, which are no directives.
  when: (source, at) => !/[\w@.]/.test(source.charAt(at - 1)) && directiveAt(source, at + 1) !== undefined,
  find: findDirective,
};

function findDirective(source: string, from: number, memory: Memory): Ended | Unended {
  const name = directiveAt(source, from) ?? '';
  const end = from + name.length;
  if (name === 'verbatim') {
    const close = findNext(END_VERBATIM, source, end, memory);
    return { end, codeEnd: end, ...(close && { verbatimUntil: close.start }) };
  }
  let open = end;
  while (source.charAt(open) === ' ' || source.charAt(open) === '\t') open++;
  const hasArguments = source.charAt(open) === '(' && !BARE.test(name);
  if (name === 'php' && !hasArguments) {
    const close = findNext(END_PHP, source, end, memory);
    return close ? { end: close.end, codeEnd: close.end } : { end, codeEnd: end };
  }
  if (!hasArguments) return { end, codeEnd: end };
  const close = closeParenthesis(source, open);
  if (close === undefined) return { looked: source.length };
  // A parenthesis that closes far below, after another directive, is not this one's.
  if (/[\r\n][^\S\r\n]*@/.test(source.slice(open, close))) return { looked: close };
  return { end: close, codeEnd: close };
}

const escaped = (source: string, at: number) => source.charAt(at - 1) !== '@';

const openers: readonly Opener[] = [
  comment('{{--', '--}}'),
  { ...delimited('{{', '}}', 'output', RULES), when: escaped },
  { ...delimited('{!!', '!!}', 'output', RULES), when: escaped },
  directive,
  ...phpOpeners,
];

/** Laravel's Blade. */
export const blade: TemplateLanguage = {
  id: 'blade',
  openers,
  trim: /[;\s]/,
  read,
  helpers: { table: helpersOf('laravel'), calls, props: { sign: ':', grammar: GRAMMAR } },
  comment: (text) => `{{-- ${text.replace(/--\}+/g, '')} --}}`,
};

function calls(hole: HoleCode): readonly CodeCall[] {
  if (hole.open.startsWith('<?')) return phpCalls(hole);
  return hole.kind === 'output' ? outputCall(hole, /[;\s]/, GRAMMAR) : [];
}

function read(hole: HoleCode): Reading {
  const { source, open, code } = hole;
  if (open.startsWith('<?')) return php.read(hole);
  if (open === '@') return readDirective(hole);
  const trimmed = trimCode(source, code, /;/);
  const expression = parseExpression(source, trimmed, GRAMMAR);
  const isSlot = expression.kind === 'path' && expression.path === '$slot';
  // Only what is not escaped can be a place for markup.
  return open === '{!!' || isSlot ? printOf(expression, source, trimmed) : print(expression, source, trimmed);
}

function readDirective({ source, code }: HoleCode): Reading {
  const name = directiveAt(source, code.start) ?? '';
  const open = source.indexOf('(', code.start + name.length);
  const given = open >= 0 && open < code.end;
  const inside = given ? { start: open + 1, end: code.end - 1 } : { start: code.end, end: code.end };
  if (ATTRIBUTES.has(name)) {
    return printAttribute(name, evaluate(parseExpression(source, inside, GRAMMAR)), source, inside);
  }
  if (OTHERWISE.has(name) || (name === 'empty' && !given)) return { kind: 'else' };
  if (BEGIN.has(name)) return { kind: 'begin', condition: conditionOf(source, inside, GRAMMAR) };
  if (BEGIN_UNLESS.has(name)) return { kind: 'begin', condition: conditionOf(source, inside, GRAMMAR, true) };
  if (name.startsWith('end') || END.has(name)) return { kind: 'end' };
  const first = /^\s*(?:\[\s*)?["']([^"']*)["']\s*(,)?/.exec(source.slice(inside.start, inside.end));
  if (name === 'section') {
    return first?.[2]
      ? { kind: 'statement' }
      : { kind: 'begin', condition: { code: '', holds: 'by-default' } };
  }
  if (INCLUDE.has(name)) {
    const kind = name === 'extends' ? 'layout' : 'include';
    return { kind, path: first?.[1] ?? source.slice(inside.start, inside.end) };
  }
  if (CONTENT.has(name)) return name === 'yield' ? { kind: 'content' } : { kind: 'statement' };
  if (name === 'lang' || name === 'choice') {
    return print(parseExpression(source, code, GRAMMAR), source, code);
  }
  return { kind: 'statement' };
}
