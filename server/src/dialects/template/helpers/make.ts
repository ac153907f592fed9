import type { Span } from '../../../core/span.js';
import type { Helper, HelperTable } from '../../../knowledge/helpers.js';
import type { Attribute } from '../../../model/nodes.js';
import type { Call, Expression } from '../expression/nodes.js';
import { type Choice, choicesIn } from './choices.js';
import { callName, methodOf, plainName, wholeSpan } from './names.js';
import { type Scope, type Words, Writer } from './writer.js';

/** The element that a call makes. */
export interface Made {
  readonly kind: 'element';
  readonly tag: string;
  /** The helper as the code names it. */
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly openEnded: boolean;
  readonly words: readonly Words[];
  /** What it offers. */
  readonly choices: readonly Choice[];
  /** What follows is its content. */
  readonly opens: boolean;
  readonly object: string | undefined;
  /** Another file decides what kind of control it is. */
  readonly elsewhere: boolean;
}

/** The call ends an element that another one began. */
export interface Ends {
  readonly kind: 'end';
  readonly tag: string;
}

export interface Request {
  readonly source: string;
  readonly table: HelperTable;
  readonly expression: Expression;
  /** The code as a whole: what no single argument says is said there. */
  readonly place: Span;
  /** A block follows. */
  readonly block: boolean;
  /** The code prints what the call gives. */
  readonly printed: boolean;
  readonly scopeFor: (receiver: string) => Scope | undefined;
}

/** What an expression makes; undefined where it is no helper's call. */
export function make(request: Request): Made | Ends | undefined {
  const found = findHelper(request.expression, request.table);
  if (!found) return undefined;
  const { helper, call, path, after } = found;
  if (!request.printed && !helper.prints && !helper.anywhere) return undefined;
  if (helper.closes !== undefined) return { kind: 'end', tag: helper.closes };
  const name = call?.on ? callName(call) : (call?.name ?? path ?? '');
  const writer = new Writer(
    request.source,
    request.table,
    helper,
    request.scopeFor(plainName(name).split('.')[0] ?? '')?.object,
  );
  if (helper.member !== undefined) {
    const expression: Expression = { kind: 'path', path: name, span: memberSpan(found, name) };
    writer.say(helper.member, expression);
  }
  if (call) {
    if (call.on) writer.arguments(helper.on, call.on.arguments);
    writer.arguments((request.block ? helper.block : undefined) ?? helper.arguments, call.arguments);
    writer.named(call.named);
  }
  for (const outer of after) {
    const role = request.table.methodSays(methodOf(outer));
    const argument = outer.arguments.at(outer.on ? 0 : 1);
    if (role !== undefined && argument) writer.say(role, argument, undefined, filterOf(outer));
    if (!outer.on) writer.named(outer.named);
  }
  return finish(writer, request, name);
}

interface Found {
  readonly helper: Helper;
  readonly call?: Call;
  readonly path?: string;
  readonly span: Span;
  /** Methods and filters that were applied to its result, the first of them first. */
  readonly after: readonly Call[];
}

/** The helper itself, or what methods and filters are applied to. */
function findHelper(expression: Expression, table: HelperTable): Found | undefined {
  const after: Call[] = [];
  let inner: Expression | undefined = expression;
  for (let depth = 0; inner && depth < 40; depth++) {
    if (inner.kind === 'choice') inner = inner.yes;
    if (inner.kind === 'path') {
      const helper = table.find(plainName(inner.path));
      if (!helper || !standsAlone(helper)) return undefined;
      return { helper, path: inner.path, span: inner.span, after };
    }
    if (inner.kind !== 'call') return undefined;
    const helper = table.find(callName(inner));
    if (helper && (inner.arguments.length > 0 || inner.named.length > 0 || standsAlone(helper)))
      return { helper, call: inner, span: inner.span, after };
    after.unshift(inner);
    inner = inner.on ?? filteredBy(inner);
  }
  return undefined;
}

/** `form.newsletter`, `form_close()`: nothing has to be said of it. */
function standsAlone({ member, opens, closes, on }: Helper): boolean {
  return member !== undefined || opens || closes !== undefined || on.length > 0;
}

/** `|filter:argument` of `value|filter:argument`. */
function filterOf(call: Call): Span | undefined {
  const value = filteredBy(call);
  return value && { start: value.span.end, end: call.span.end };
}

/** `value` of `value|filter`. */
function filteredBy({ arguments: [first], span }: Call): Expression | undefined {
  return first && first.span.start === span.start ? first : undefined;
}

function isBox({ attributes }: Writer): boolean {
  const type = attributes.find((a) => a.name === 'type')?.value;
  return type?.state === 'known' && (type.value === 'checkbox' || type.value === 'radio');
}

function memberSpan({ call, span }: Found, name: string): Span {
  return call ? { start: span.start, end: span.start + name.length } : span;
}

function finish(writer: Writer, { source, table, place, block }: Request, name: string): Made | undefined {
  const { helper, field } = writer;
  const code = field && wholeSpan(source, field);
  const unknown = {
    state: 'dynamic',
    span: code ?? place,
    code: code ? source.slice(code.start, code.end) : name,
  } as const;
  const choices = choicesOf(writer, source);
  const isInput = writer.tag === 'input';
  for (const [attribute, value] of Object.entries(helper.attributes)) {
    if (!writer.has(attribute) && (attribute !== 'type' || isInput))
      writer.derive(attribute, { state: 'known', value, span: place }, place);
  }
  const typed = writer.attributes.find((a) => a.name === 'type')?.value;
  if (
    helper.anywhere &&
    (typed?.state !== 'known' || table.typeOf(String(typed.value)) === undefined) &&
    isInput
  )
    return undefined;
  let elsewhere = false;
  if (isInput && helper.elsewhere && typed?.state !== 'known') {
    // Nothing but a box or a button of a group is ever checked.
    if (writer.has('checked'))
      writer.derive('type', { state: 'known', value: 'checkbox', span: place }, place);
    else {
      writer.derive('type', unknown, place);
      elsewhere = true;
    }
  }
  writer.begin(isBox(writer));
  if (helper.bound && !writer.has('checked')) writer.derive('checked', unknown, unknown.span);
  if (helper.labelled && !writer.has('label') && !writer.unlabelled)
    writer.derive('label', unknown, unknown.span);
  const opens = helper.opens || (block && helper.block !== undefined);
  const words =
    writer.tag === 'label' && !opens && writer.words.length === 0 && code
      ? [{ value: unknown, span: code, code: unknown.code }]
      : writer.words;
  return {
    kind: 'element',
    tag: writer.tag,
    name: name.replace(/\s+/g, ' '),
    attributes: writer.attributes,
    openEnded: writer.openEnded,
    words,
    choices,
    opens,
    object: writer.object,
    elsewhere,
  };
}

/** The choices that it draws; a helper for several boxes is then what stands around them. */
function choicesOf(writer: Writer, source: string): readonly Choice[] {
  const { offered, chosen } = writer;
  const name = writer.attributes.find((a) => a.name === 'name');
  const isMultiple = writer.attributes.some(
    (a) => a.name === 'multiple' && a.value.state === 'known' && a.value.value === true,
  );
  const several = writer.several === 'radio' && isMultiple ? 'checkbox' : writer.several;
  if (!offered || (!several && writer.tag !== 'select')) return [];
  const choices = choicesIn(source, offered, chosen, several, name);
  if (choices.length === 0) return [];
  if (several) writer.tag = 'fieldset';
  writer.settle();
  return choices;
}
