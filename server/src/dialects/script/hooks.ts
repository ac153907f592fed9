import type ts from 'typescript';
import { type Hook, hookOf } from '../../knowledge/components.js';
import type { Evaluator } from './evaluate.js';
import { memberOf } from './members.js';
import type { Declaration } from './scope.js';
import { scalar, type Thing, type VirtualThing, via, type Way } from './things.js';

const way: Way = { kind: 'state', name: '', exported: false };

/** What a known hook or maker of state gives back, by its initial value. */
export function hookResult(evaluator: Evaluator, call: ts.CallExpression): Thing | undefined {
  const name = evaluator.calledName(call);
  const hook = name === undefined ? undefined : hookOf(name);
  if (!hook) return undefined;
  const initial = initialOf(evaluator, call, hook);
  if (!initial) return undefined;
  switch (hook.gives) {
    case 'tuple':
      return tuple(via(initial, way));
    case 'tuple of signal':
      return tuple(signal(via(initial, way)));
    case 'signal':
      return signal(via(initial, way));
    case 'constant signal':
      return signal(initial);
    case 'same':
      return via(initial, way);
    default:
      return initial;
  }
}

function initialOf(evaluator: Evaluator, call: ts.CallExpression, hook: Hook): Thing | undefined {
  const { source } = evaluator;
  const argument = call.arguments[hook.argument];
  let thing: Thing | undefined = argument ? evaluator.resolve(argument) : scalar(undefined, call);
  // useReducer(reducer, undefined, () => ({ … }))
  if (hook.initializer !== undefined && call.arguments[hook.initializer]) {
    const compute = call.arguments[hook.initializer];
    thing = compute && evaluator.resolve(compute);
  }
  // A function is called for the value: useState(() => true).
  if (thing?.is === 'node' && source.isFunction(thing.node)) {
    return hook.gives === 'function' ? thing : evaluator.result(thing);
  }
  if (thing?.is === 'node' && hook.key && source.ts.isObjectLiteralExpression(thing.node)) {
    const inner = memberOf(evaluator, thing, hook.key);
    if (!(inner.is === 'scalar' && inner.value === undefined)) return inner;
  }
  return thing;
}

function tuple(first: Thing): VirtualThing {
  return { is: 'virtual', member: (key) => (key === '0' ? first : undefined) };
}

export function signal(value: Thing): VirtualThing {
  return {
    is: 'virtual',
    held: value,
    member: (key) => (key === 'value' || key === 'current' ? value : undefined),
    call: (args) => (args.length === 0 ? value : undefined),
  };
}

/** `const [optIn, setOptIn] = useAnything(true)`: a pair of value and setter is state, whoever makes it. */
export function guessedState(
  evaluator: Evaluator,
  { steps, partner }: Declaration,
  name: string,
  initial: ts.Expression,
): Thing | undefined {
  const { source } = evaluator;
  const call = source.bare(initial);
  const setter = `set${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  if (steps.length !== 1 || partner !== setter || !source.ts.isCallExpression(call)) return undefined;
  const callee = source.lastName(source.bare(call.expression));
  if (!callee?.startsWith('use') || hookOf(callee)) return undefined;
  for (const argument of call.arguments) {
    const thing = evaluator.resolve(argument);
    if (thing.is === 'scalar' && typeof thing.value === 'boolean') return via(thing, way);
  }
  return undefined;
}
