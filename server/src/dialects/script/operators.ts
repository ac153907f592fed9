import type ts from 'typescript';
import type { Evaluator } from './evaluate.js';
import { type ScalarThing, scalar, type Thing, truthy, unknown, via } from './things.js';

/** What an operator makes of what its operands stand for; undefined where the expression is none. */
export function operation(evaluator: Evaluator, node: ts.Expression): Thing | undefined {
  const { ts } = evaluator.source;
  if (ts.isBinaryExpression(node)) return binary(evaluator, node);
  if (ts.isConditionalExpression(node)) return conditional(evaluator, node);
  if (ts.isPrefixUnaryExpression(node)) return prefix(evaluator, node);
  if (ts.isTemplateExpression(node)) return template(evaluator, node);
  return undefined;
}

function binary(evaluator: Evaluator, node: ts.BinaryExpression): Thing {
  const { SyntaxKind: K } = evaluator.source.ts;
  switch (node.operatorToken.kind) {
    case K.QuestionQuestionToken:
      return fallback(
        evaluator,
        node,
        (left) => left.is === 'node' || (left.value !== undefined && left.value !== null),
      );
    case K.BarBarToken:
      return fallback(evaluator, node, (left) => truthy(left) === true);
    case K.AmpersandAmpersandToken: {
      const left = evaluator.resolve(node.left);
      const on = truthy(left);
      if (on === undefined) return unknown(node);
      return on ? decidedBy(left, evaluator.resolve(node.right)) : left;
    }
    case K.EqualsEqualsEqualsToken:
    case K.EqualsEqualsToken:
      return equal(evaluator, node, true);
    case K.ExclamationEqualsEqualsToken:
    case K.ExclamationEqualsToken:
      return equal(evaluator, node, false);
    case K.PlusToken:
      return joined(node, [evaluator.resolve(node.left), evaluator.resolve(node.right)]);
    default:
      return unknown(node);
  }
}

type Plain = Exclude<Thing, { is: 'virtual' | 'unknown' }>;

function fallback(evaluator: Evaluator, node: ts.BinaryExpression, stands: (left: Plain) => boolean): Thing {
  const left = evaluator.resolve(node.left);
  if (left.is === 'virtual') return left;
  if (left.is !== 'unknown') {
    if (stands(left)) return left;
    // An empty default is there to be overruled, and the next takes its place.
    if (!overrulable(left)) return evaluator.resolve(node.right);
  }
  const right = evaluator.resolve(node.right);
  return right.is === 'scalar' || right.is === 'node'
    ? otherwise(evaluator, right, node.left)
    : unknown(node);
}

function overrulable({ way }: Plain): boolean {
  return way?.kind === 'fallback' || way?.kind === 'parameter';
}

function otherwise<T extends Thing>(evaluator: Evaluator, thing: T, instead: ts.Expression): T {
  return via(thing, { kind: 'fallback', name: evaluator.source.slice(instead), exported: false });
}

function equal(evaluator: Evaluator, node: ts.BinaryExpression, positive: boolean): Thing {
  const left = evaluator.resolve(node.left);
  const right = evaluator.resolve(node.right);
  if (left.is !== 'scalar' || right.is !== 'scalar') return unknown(node);
  const [decides, other] = left.way || !right.way ? [left, right] : [right, left];
  const value = (left.value === right.value) === positive;
  const follows = typeof decides.value === 'boolean' && typeof other.value === 'boolean';
  const matches = positive && value && typeof decides.value === 'string';
  return { ...decides, value, sense: follows ? turned(decides, value === decides.value) : 0, matches };
}

function turned({ sense }: ScalarThing, same: boolean): ScalarThing['sense'] {
  return same ? sense : (-sense as ScalarThing['sense']);
}

function conditional(evaluator: Evaluator, node: ts.ConditionalExpression): Thing {
  const condition = evaluator.resolve(node.condition);
  const on = truthy(condition);
  if (on !== undefined) return decidedBy(condition, evaluator.resolve(on ? node.whenTrue : node.whenFalse));
  const yes = evaluator.resolve(node.whenTrue);
  const no = evaluator.resolve(node.whenFalse);
  if (yes.is === 'scalar' && no.is === 'scalar' && yes.value === no.value) return yes;
  // `saved ? saved.optIn : true`: what is asked for is what the other branch gives.
  if (no.is === 'scalar' && yes.is === 'unknown' && asksFor(evaluator, node.condition, node.whenTrue)) {
    return otherwise(evaluator, no, node.whenTrue);
  }
  if (yes.is === 'scalar' && no.is === 'unknown' && asksFor(evaluator, node.condition, node.whenFalse)) {
    return otherwise(evaluator, yes, node.whenFalse);
  }
  return unknown(node);
}

/** `on ? true : false`: what decides is the condition, not the literal it leads to. */
function decidedBy(condition: Thing, result: Thing): Thing {
  if (condition.is !== 'scalar' || !condition.way || result.is !== 'scalar' || result.way) return result;
  if (typeof result.value !== 'boolean') return overrulable(condition) ? via(result, condition.way) : result;
  return {
    ...condition,
    value: result.value,
    sense: turned(condition, Boolean(condition.value) === result.value),
  };
}

function asksFor(evaluator: Evaluator, condition: ts.Expression, branch: ts.Expression): boolean {
  const { ts } = evaluator.source;
  const asked = new Set<string>();
  const pending: ts.Node[] = [condition];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (ts.isIdentifier(node) && node.text !== 'undefined' && node.text !== 'window') asked.add(node.text);
    ts.forEachChild(node, (child) => void pending.push(child));
  }
  return evaluator.source
    .slice(branch)
    .split(/[^\w$]+/)
    .some((word) => asked.has(word));
}

function prefix(evaluator: Evaluator, node: ts.PrefixUnaryExpression): Thing {
  const { ts } = evaluator.source;
  const { operand, operator } = node;
  if (operator === ts.SyntaxKind.MinusToken && ts.isNumericLiteral(operand))
    return scalar(-Number(operand.text), node);
  if (operator !== ts.SyntaxKind.ExclamationToken) return unknown(node);
  // The minified spelling of true and false.
  if (ts.isNumericLiteral(operand)) return scalar(!Number(operand.text), node);
  const thing = evaluator.resolve(operand);
  const on = truthy(thing);
  if (on === undefined) return unknown(node);
  if (thing.is !== 'scalar') return { is: 'scalar', value: !on, node, sense: 0 };
  return { ...thing, value: !on, sense: turned(thing, false) };
}

function template(evaluator: Evaluator, node: ts.TemplateExpression): Thing {
  const parts: Thing[] = [scalar(node.head.text, node)];
  for (const { expression, literal } of node.templateSpans) {
    parts.push(evaluator.resolve(expression), scalar(literal.text, node));
  }
  return joined(node, parts);
}

/** A text put together of parts that are all certain; a part that only may hold leaves the whole open. */
function joined(node: ts.Expression, parts: readonly Thing[]): Thing {
  const texts: string[] = [];
  let decides: ScalarThing | undefined;
  let isText = false;
  for (const part of parts) {
    if (part.is !== 'scalar' || overrulable(part)) return unknown(node);
    isText ||= typeof part.value === 'string';
    texts.push(String(part.value));
    if (part.way) decides ??= part;
  }
  if (!isText) return unknown(node);
  const value = texts.join('');
  return {
    is: 'scalar',
    value,
    node: decides?.node ?? node,
    sense: 0,
    ...(decides?.way && { way: decides.way }),
  };
}
