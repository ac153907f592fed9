import type ts from 'typescript';
import { messages, textFunctions } from '../../knowledge/components.js';
import type { Evaluator } from './evaluate.js';
import { memberOf } from './members.js';
import { scalar, type Thing } from './things.js';

/**
 * What a call of a message function prints, where the code says it in words: `t('Send me the newsletter')`,
 * `t('signup.newsletter', 'Send me the newsletter')`, `formatMessage({ id, defaultMessage })`. A key alone tells only its name.
 */
export function printedText(evaluator: Evaluator, call: ts.CallExpression): Thing | undefined {
  const name = evaluator.calledName(call);
  if (name === undefined) return undefined;
  const [first] = call.arguments;
  if (first && messages.makers.has(name)) return evaluator.resolve(first);
  if (!textFunctions.has(name)) return undefined;
  for (const argument of call.arguments.slice(0, 2)) {
    const text = textIn(evaluator, evaluator.resolve(argument));
    if (text) return text;
  }
  return undefined;
}

function textIn(evaluator: Evaluator, thing: Thing): Thing | undefined {
  if (thing.is === 'scalar')
    return typeof thing.value === 'string' && /\s/.test(thing.value) ? thing : undefined;
  if (thing.is !== 'node') return undefined;
  for (const key of messages.text) {
    const text = memberOf(evaluator, thing, key);
    if (text.is === 'scalar' && typeof text.value === 'string') return text;
  }
  return undefined;
}

/** ``t`Send me the newsletter` `` */
export function taggedText(
  evaluator: Evaluator,
  { tag, template }: ts.TaggedTemplateExpression,
): Thing | undefined {
  const name = evaluator.source.lastName(tag);
  if (name === undefined || !textFunctions.has(name)) return undefined;
  return evaluator.source.ts.isStringLiteralLike(template)
    ? scalar(template.text, template)
    : evaluator.resolve(template);
}

/** The text of a message whose parts are spread over a component: `<FormattedMessage {...messages.newsletter} />`. */
export function spreadMessage(evaluator: Evaluator, component: string, thing: Thing): Thing | undefined {
  return messages.components.has(component) ? textIn(evaluator, thing) : undefined;
}
