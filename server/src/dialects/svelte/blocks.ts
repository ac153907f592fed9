import type { Span } from '../../core/span.js';
import { entryThatIsOn } from '../braces/entries.js';
import type { BraceHole } from '../braces/scan.js';
import type { EmbeddedScript } from '../script/embeddedScript.js';
import { NO_STEPS } from '../script/scope.js';

/** A list that a block draws entry by entry. */
interface Drawn {
  readonly list: Span;
  readonly pattern: string;
  readonly span: Span;
}

interface Block {
  readonly start: number;
  readonly names: string[];
  readonly constants: { readonly name: string; readonly code: Span }[];
  readonly drawn?: Pick<Drawn, 'list' | 'pattern'> | undefined;
}

/** Declares the names that blocks bring in: `{#each items as item}`, `{:then value}`, `{#snippet row(item)}`, `{@const x = …}`. */
export function declareBlockNames(script: EmbeddedScript, holes: readonly BraceHole[]): void {
  const { text } = script;
  const open: Block[] = [{ start: 0, names: [], constants: [] }];
  const lists: Drawn[] = [];
  const close = (end: number): void => {
    const block = open.pop();
    if (!block) return;
    const span = { start: block.start, end };
    for (const { name, code } of block.constants) declareConstant(script, name, code, span);
    script.declare(block.names, span);
    if (block.drawn) lists.push({ ...block.drawn, span });
  };
  for (const { context, code, start, end } of holes) {
    if (context !== 'text' && context !== 'raw') continue;
    const first = text.slice(code.start, code.end).trimStart();
    const sign = first.charAt(0);
    if (sign === '#')
      open.push({ start, names: namesOf(first), constants: [], drawn: drawnList(text, code) });
    else if (sign === ':') open.at(-1)?.names.push(...namesOf(first));
    else if (sign === '/' && /^\/(?:if|each|await|key|snippet)\b/.test(first) && open.length > 1) close(end);
    else if (sign === '@') {
      const constant = /^(\s*@const\s+)([A-Za-z_$][\w$]*)\s*(?::[^=]*)?=(?!=|>)/.exec(
        text.slice(code.start, code.end),
      );
      const others = /^@const\s+([[{][^=]*)=/.exec(first)?.[1];
      if (constant)
        open.at(-1)?.constants.push({
          name: constant[2] ?? '',
          code: { start: code.start + constant[0].length, end: code.end },
        });
      else if (others !== undefined) open.at(-1)?.names.push(...identifiers(others));
    }
  }
  while (open.length > 0) close(text.length);
  // A list may be an entry of the list around it.
  lists.sort((a, b) => a.span.start - b.span.start);
  for (const drawn of lists) declareEntry(script, drawn);
}

/** `#each list as pattern, index (key)` */
function drawnList(text: string, { start, end }: Span): Block['drawn'] {
  const parts = /^(\s*#each\s+)(?!\s)([\s\S]*?)\sas\s+([\w$]+|\{[\w$\s,:]*\})\s*(?:$|[,(])/.exec(
    text.slice(start, end),
  );
  if (!parts) return undefined;
  const [, lead = '', list = '', pattern = ''] = parts;
  return { list: { start: start + lead.length, end: start + lead.length + list.length }, pattern };
}

/** Of a list that is written out, what the block draws for the entry that is on. */
function declareEntry(script: EmbeddedScript, { list, pattern, span }: Drawn): void {
  const expression = script.expression(list);
  const { evaluator } = script;
  const entry = expression && entryThatIsOn(evaluator, evaluator.resolve(expression));
  if (!entry) return;
  const parts = pattern.startsWith('{') ? pattern.slice(1, -1).split(',') : [pattern];
  for (const part of parts) {
    const [key = '', local = key] = part.split(':').map((name) => name.trim());
    if (local === '') continue;
    script.scan.scope.redeclare(local, {
      kind: 'variable',
      scope: { pos: span.start, end: span.end },
      node: entry,
      initial: entry,
      steps: pattern.startsWith('{') ? [{ key, fallback: undefined }] : NO_STEPS,
      constant: true,
      exported: false,
    });
  }
}

function namesOf(code: string): string[] {
  if (code.startsWith('#each')) return identifiers(/^[\s\S]*\sas\s([\s\S]*)$/.exec(code)?.[1] ?? '');
  if (code.startsWith('#snippet')) return identifiers(/^[^(]*\(([\s\S]*)\)/.exec(code)?.[1] ?? '');
  if (/^(?:#await|:then|:catch)/.test(code))
    return identifiers(/(?:^:|\s)(?:then|catch)\s+([\s\S]*)$/.exec(code)?.[1] ?? '');
  return [];
}

/** Names in a pattern; those of the properties that it takes apart are none. */
function identifiers(pattern: string): string[] {
  return pattern.match(/(?<![\w$])[A-Za-z_$][\w$]*\b(?!\s*:(?!\s*\w+\s*[,)]))/g) ?? [];
}

function declareConstant(script: EmbeddedScript, name: string, code: Span, { start, end }: Span): void {
  const initial = script.expression(code);
  script.scan.scope.declare(name, {
    kind: 'variable',
    scope: { pos: start, end },
    node: initial ?? script.source.file,
    initial,
    steps: NO_STEPS,
    constant: true,
    exported: false,
  });
}
