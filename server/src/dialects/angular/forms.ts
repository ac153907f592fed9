import type ts from 'typescript';
import type { Edit } from '../../core/edit.js';
import type { Evaluator } from '../script/evaluate.js';
import { withoutEntry } from '../script/lists.js';
import { memberOf } from '../script/members.js';
import { scalar, type Thing, unknown, type VirtualThing } from '../script/things.js';

/** A reactive form, a group or list in it, or one of its controls (https://angular.dev/guide/forms/reactive-forms). */
export class FormThing implements VirtualThing {
  readonly is = 'virtual';
  /** What a control holds at first. */
  readonly held?: Thing;

  private constructor(
    readonly evaluator: Evaluator,
    initial: Thing | undefined,
    /** What makes it, and the one of these that it is validated by. */
    readonly made: readonly ts.Expression[],
    readonly child: (key: string) => FormThing | undefined,
  ) {
    if (initial) this.held = initial;
  }

  /** `new FormControl(true)`, `fb.control({ value: true, disabled: false })` */
  static control(evaluator: Evaluator, made: readonly ts.Expression[], place: ts.Node): FormThing {
    const [stated] = made;
    const initial = stated ? valueIn(evaluator, evaluator.resolve(stated)) : scalar(null, place);
    return new FormThing(evaluator, initial, made, () => undefined);
  }

  /** What holds controls by name or number. @param controls an object or a list of them. */
  static holding(evaluator: Evaluator, controls: Thing): FormThing {
    const known = new Map<string, FormThing | undefined>();
    return new FormThing(evaluator, undefined, [], (key) => {
      if (!known.has(key)) known.set(key, childIn(evaluator, memberOf(evaluator, controls, key)));
      return known.get(key);
    });
  }

  /** What stands for the initial value of a control alone. */
  static holdingValue(evaluator: Evaluator, initial: Thing): FormThing {
    return new FormThing(evaluator, initial, [], () => undefined);
  }

  at(path: readonly string[]): FormThing | undefined {
    let found: FormThing | undefined = this;
    for (const key of path) found = found?.child(key);
    return found;
  }

  /** Whether a person has to give an answer, as its validators say. */
  get required(): boolean {
    const validators = this.made[1];
    return validators !== undefined && this.#asks(validators);
  }

  #asks(validators: ts.Node): boolean {
    return /\bValidators\s*\.\s*required/.test(this.evaluator.source.slice(validators));
  }

  /** Takes the validator away that asks for an answer; undefined where it is one of what cannot be parted. */
  get lift(): readonly Edit[] | undefined {
    const { source } = this.evaluator;
    const validators = this.made[1] && source.bare(this.made[1]);
    if (!validators) return undefined;
    const list = source.ts.isArrayLiteralExpression(validators) ? [...validators.elements] : [validators];
    const asking = list.filter((validator) => this.#asks(validator));
    const [only] = asking;
    if (!only || asking.length > 1 || !source.ts.isPropertyAccessExpression(source.bare(only)))
      return undefined;
    return [
      list.length > 1 ? withoutEntry(source, list, list.indexOf(only)) : withoutEntry(source, this.made, 1),
    ];
  }

  member(key: string): Thing | undefined {
    switch (key) {
      case 'controls':
        return { is: 'virtual', member: (name) => this.child(name) };
      case 'get':
      case 'at':
        return { is: 'virtual', call: ([path]) => this.at(pathIn(this.evaluator, path) ?? ['']) };
      case 'value':
        return this.held ?? { is: 'virtual', member: (name) => this.child(name)?.member('value') };
      case 'getRawValue':
        return { is: 'virtual', call: () => this.member('value') };
      default:
        return undefined;
    }
  }
}

/** `'consents.newsletter'`, `['consents', 'newsletter']`, `0` */
export function pathIn(evaluator: Evaluator, path: ts.Expression | undefined): string[] | undefined {
  const { ts } = evaluator.source;
  const given = path && evaluator.resolve(path);
  if (given?.is === 'scalar') return String(given.value).split('.');
  if (given?.is !== 'node' || !ts.isArrayLiteralExpression(given.node)) return undefined;
  const keys = given.node.elements.map((element) => evaluator.resolve(element));
  return keys.every((key) => key.is === 'scalar')
    ? keys.map((key) => String(key.is === 'scalar' ? key.value : ''))
    : undefined;
}

/** Tells a component's code what Angular's form classes and their builder make. */
export function readForms(evaluator: Evaluator): void {
  const { calls, makers } = evaluator;
  const control = (call: ts.CallExpression | ts.NewExpression): Thing =>
    FormThing.control(evaluator, call.arguments ?? [], call);
  const holding = (call: ts.CallExpression | ts.NewExpression): Thing | undefined => {
    const [controls] = call.arguments ?? [];
    const thing = controls && evaluator.resolve(controls);
    return thing?.is === 'node' ? FormThing.holding(evaluator, thing) : undefined;
  };
  for (const kind of ['FormControl', 'UntypedFormControl']) makers.set(kind, control);
  for (const kind of ['FormGroup', 'UntypedFormGroup', 'FormRecord', 'FormArray', 'UntypedFormArray'])
    makers.set(kind, holding);
  calls.set('control', control);
  for (const method of ['group', 'record', 'array']) calls.set(method, holding);
}

/** A control, or what a builder makes one of: `true`, `[true, Validators.required]`. */
function childIn(evaluator: Evaluator, thing: Thing): FormThing | undefined {
  if (thing instanceof FormThing) return thing;
  const { ts } = evaluator.source;
  if (thing.is === 'scalar' && thing.value === undefined) return undefined;
  if (thing.is === 'node' && ts.isArrayLiteralExpression(thing.node)) {
    return FormThing.control(evaluator, thing.node.elements, thing.node);
  }
  return FormThing.holdingValue(evaluator, valueIn(evaluator, thing));
}

/** `{ value: true, disabled: true }` */
function valueIn(evaluator: Evaluator, thing: Thing): Thing {
  const { ts } = evaluator.source;
  if (thing.is !== 'node' || !ts.isObjectLiteralExpression(thing.node)) return thing;
  const keys = thing.node.properties.map((entry) => evaluator.source.keyOf(entry.name));
  const isState = keys.includes('value') && keys.every((key) => key === 'value' || key === 'disabled');
  return isState ? memberOf(evaluator, thing, 'value') : unknown(thing.node);
}
