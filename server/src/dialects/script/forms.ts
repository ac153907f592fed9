import type ts from 'typescript';
import type { Edit } from '../../core/edit.js';
import { forms } from '../../knowledge/components.js';
import { rulesAsk } from '../../knowledge/validation.js';
import type { Evaluator } from './evaluate.js';
import { withoutEntry } from './lists.js';
import { memberOf } from './members.js';
import type { Source } from './source.js';
import { type FieldSpread, pathOf, scalar, type Thing, type VirtualThing, via } from './things.js';

/** A form whose initial values the code states. */
export interface FormSource {
  readonly initial: Thing;
  /** The name that its initial values go by: `defaultValues`. */
  readonly key: string;
  /** It was made of the values themselves, without a name for them. */
  readonly direct?: boolean;
}

/** The initial value of a field: the scalar `undefined` where the form does not speak of it. */
function initialAt(evaluator: Evaluator, form: FormSource, name: string): Thing {
  let thing = form.initial;
  for (const key of pathOf(name)) {
    if (thing.is !== 'scalar' || thing.value !== undefined) thing = memberOf(evaluator, thing, key);
  }
  return via(thing, { kind: 'form-defaults', name: `${form.key}.${name}`, exported: false });
}

/** What a form's maker hands out: `register`, `values`, `watch`, under all the names that libraries give them. */
export function formBag(evaluator: Evaluator, form: FormSource): VirtualThing {
  const bag: VirtualThing = {
    is: 'virtual',
    form,
    member(key) {
      if (forms.same.has(key)) return bag;
      if (forms.valueObjects.has(key))
        return via(form.initial, { kind: 'form-defaults', name: key, exported: false });
      if (forms.fieldMethods.has(key))
        return { is: 'virtual', call: (args) => registered(evaluator, form, args) };
      if (forms.valueMethods.has(key))
        return { is: 'virtual', call: (args) => watched(evaluator, form, args) };
      // A form made of the values themselves has them as its members.
      const own = form.direct ? memberOf(evaluator, form.initial, key) : undefined;
      if (own && !isMissing(own) && own.is !== 'unknown') return initialAt(evaluator, form, key);
      return undefined;
    },
  };
  return bag;
}

/** `register('newsletter', { required: true })`, `getFieldProps({ name: 'newsletter' })`. */
function registered(
  evaluator: Evaluator,
  form: FormSource,
  args: readonly ts.Expression[],
): Thing | undefined {
  const [first, second] = args.map((argument) => evaluator.resolve(argument));
  if (!first) return undefined;
  const options = first.is === 'node' ? first : second;
  const name =
    textOf(first) ?? (first.is === 'node' ? textOf(memberOf(evaluator, first, 'name')) : undefined);
  if (name === undefined) return fieldThing(evaluator, undefined, undefined);
  const member = (key: string): Thing | undefined =>
    options?.is === 'node' ? memberOf(evaluator, options, key) : undefined;
  const required = member('required');
  const checked = checks(evaluator, member('validate'));
  const own = member('value');
  const stated = own?.is === 'scalar' && typeof own.value === 'boolean' ? own : undefined;
  return fieldThing(evaluator, name, stated ?? initialAt(evaluator, form, name), {
    required: (required !== undefined && asks(evaluator, required)) || checked,
    lift: checked ? undefined : withoutDuty(evaluator.source, args),
  });
}

/** Takes `required` out of what a call is given for a field, or all of that where it says nothing else. */
function withoutDuty(source: Source, args: readonly ts.Expression[]): readonly Edit[] | undefined {
  const options = args[1] && source.bare(args[1]);
  if (!options || !source.ts.isObjectLiteralExpression(options)) return undefined;
  const index = options.properties.findIndex(
    (entry) => source.ts.isPropertyAssignment(entry) && source.keyOf(entry.name) === 'required',
  );
  if (index < 0) return undefined;
  return [
    options.properties.length > 1
      ? withoutEntry(source, options.properties, index)
      : withoutEntry(source, args, 1),
  ];
}

/** `required: true`, `required: 'Please …'`, `required: { value: true, message }` */
function asks(evaluator: Evaluator, required: Thing): boolean {
  const value = required.is === 'node' ? memberOf(evaluator, required, 'value') : required;
  return value.is === 'scalar' && Boolean(value.value);
}

/** In UTF-16 units. */
const MAX_RULES = 500;

/** `validate: (v) => v || 'Please tick'` */
function checks({ source }: Evaluator, validate: Thing | undefined): boolean {
  return (
    validate?.is === 'node' &&
    source.isFunction(validate.node) &&
    rulesAsk(source.slice(validate.node).slice(0, MAX_RULES))
  );
}

function watched(evaluator: Evaluator, form: FormSource, args: readonly ts.Expression[]): Thing | undefined {
  const first = args[0] && evaluator.resolve(args[0]);
  const name = first && textOf(first);
  if (name !== undefined) return initialAt(evaluator, form, name);
  return args.length === 0
    ? via(form.initial, { kind: 'form-defaults', name: form.key, exported: false })
    : undefined;
}

/** A field as libraries hand it to a control: spread over it, or read by member. */
export function fieldThing(
  evaluator: Evaluator,
  name: string | undefined,
  initial: Thing | undefined,
  { required = false, lift, type }: Pick<FieldSpread, 'required' | 'lift' | 'type'> = {},
): VirtualThing {
  const field: VirtualThing = {
    is: 'virtual',
    spread: { name, initial, required, lift, type },
    member(key) {
      if (forms.fieldNames.has(key) || key === '0') return field;
      if (forms.fieldValues.has(key)) return initial;
      return key === 'name' && name !== undefined ? scalar(name, evaluator.source.file) : undefined;
    },
  };
  return field;
}

/** Forms, their contexts, and hooks that read one of their fields. */
export function calledByLibrary(evaluator: Evaluator, call: ts.CallExpression): Thing | undefined {
  const name = evaluator.calledName(call);
  if (name === undefined) return undefined;
  if (forms.makers.has(name)) {
    const form = formMade(evaluator, call);
    return form && formBag(evaluator, form);
  }
  const sole = (): FormSource | undefined => soleForm(evaluator);
  if (forms.contexts.has(name)) {
    const form = sole();
    return form && formBag(evaluator, form);
  }
  if (forms.fieldHooks.has(name) || forms.watchHooks.has(name)) {
    const field = fieldAsked(evaluator, call, sole);
    return forms.watchHooks.has(name) ? field?.spread?.initial : field;
  }
  // `register` that comes from a parent or a context: there is but one form that it can be of.
  const form = forms.fieldMethods.has(name) || forms.valueMethods.has(name) ? sole() : undefined;
  return form && calledOn(evaluator, form, name, call);
}

function calledOn(
  evaluator: Evaluator,
  form: FormSource,
  name: string,
  call: ts.CallExpression,
): Thing | undefined {
  const method = formBag(evaluator, form).member?.(name);
  return method?.is === 'virtual' ? method.call?.(call.arguments) : undefined;
}

/** `useController({ name, control, defaultValue })`, `useField('name')`. */
function fieldAsked(
  evaluator: Evaluator,
  call: ts.CallExpression,
  sole: () => FormSource | undefined,
): VirtualThing | undefined {
  const given = call.arguments.map((argument) => evaluator.resolve(argument));
  const [first] = given;
  if (!first) return undefined;
  const { ts } = evaluator.source;
  const options = given.find((thing) => thing.is === 'node' && ts.isObjectLiteralExpression(thing.node));
  const name = textOf(evaluator.result(first)) ?? (options && textOf(memberOf(evaluator, options, 'name')));
  if (name === undefined) return undefined;
  const control = options && memberOf(evaluator, options, 'control');
  const form = (control?.is === 'virtual' ? control.form : undefined) ?? sole();
  const stated = (key: string): Thing | undefined => options && memberOf(evaluator, options, key);
  return fieldThing(evaluator, name, fieldInitial(evaluator, form, name, stated));
}

/** What the form says of a field, else what the field says of itself. */
export function fieldInitial(
  evaluator: Evaluator,
  form: FormSource | undefined,
  name: string,
  stated: (key: string) => Thing | undefined,
): Thing | undefined {
  const initial = form && initialAt(evaluator, form, name);
  if (initial && !isMissing(initial) && initial.is !== 'unknown') return initial;
  for (const key of forms.fieldDefaults) {
    const thing = stated(key);
    if (thing && !isMissing(thing)) return thing;
  }
  return initial;
}

function isMissing(thing: Thing): boolean {
  return thing.is === 'scalar' && thing.value === undefined;
}

/** The form that `useForm({ defaultValues })` and its kin make. */
function formMade(evaluator: Evaluator, call: ts.CallExpression): FormSource | undefined {
  const { source } = evaluator;
  for (const argument of call.arguments) {
    const options = evaluator.called(argument);
    if (options.is !== 'node' || !source.ts.isObjectLiteralExpression(options.node)) continue;
    for (const key of forms.initial) {
      const initial = evaluator.result(memberOf(evaluator, options, key));
      if (initial.is !== 'scalar') return { initial, key };
    }
    // Some take the values themselves.
    return { initial: options, key: evaluator.calledName(call) ?? '', direct: true };
  }
  return { initial: { is: 'unknown', node: call }, key: forms.initial[0] ?? '' };
}

/** The only form that the text makes; undefined where there are none or several. */
export function soleForm(evaluator: Evaluator): FormSource | undefined {
  if (evaluator.soleForm === undefined) {
    // Looking for it must not ask for it again.
    evaluator.soleForm = null;
    evaluator.soleForm = findSoleForm(evaluator) ?? null;
  }
  return evaluator.soleForm ?? undefined;
}

function findSoleForm(evaluator: Evaluator): FormSource | undefined {
  const { scope } = evaluator;
  const made: FormSource[] = [];
  for (const call of scope.calls) {
    const name = evaluator.calledName(call);
    if (name === undefined) continue;
    const key = forms.wrappers.get(name);
    const options = key !== undefined && call.arguments[0] ? evaluator.resolve(call.arguments[0]) : undefined;
    if (key !== undefined && options?.is === 'node')
      made.push({ initial: evaluator.result(memberOf(evaluator, options, key)), key });
    const form = forms.makers.has(name) ? formMade(evaluator, call) : undefined;
    if (form) made.push(form);
  }
  return made.length === 1 ? made[0] : undefined;
}

export function textOf(thing: Thing): string | undefined {
  return thing.is === 'scalar' && typeof thing.value === 'string' ? thing.value : undefined;
}

/** `withFormik({ … })(Form)`: the component is handed the form. */
export function handWrapped(evaluator: Evaluator): void {
  const { scope, source } = evaluator;
  for (const call of scope.calls) {
    const maker = source.bare(call.expression);
    const component = call.arguments[0];
    if (!component || !source.ts.isCallExpression(maker)) continue;
    const key = forms.wrappers.get(evaluator.calledName(maker) ?? '');
    const options =
      key !== undefined && maker.arguments[0] ? evaluator.resolve(maker.arguments[0]) : undefined;
    const wrapped = options?.is === 'node' ? evaluator.resolve(component) : undefined;
    if (key === undefined || options?.is !== 'node' || wrapped?.is !== 'node') continue;
    const initial = evaluator.result(memberOf(evaluator, options, key));
    evaluator.parameters.set(wrapped.node, formBag(evaluator, { initial, key }));
  }
}
