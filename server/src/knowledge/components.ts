import { remembered } from '../core/remembered.js';
import data from './components.json';

/** What a component stands for, and how it passes values on to what stands in it. */
export interface Component {
  /** The HTML element; the written name in lower case where it is undefined. */
  readonly tag: string | undefined;
  readonly type?: string;
  /** Prop → HTML attribute. */
  readonly props?: Readonly<Record<string, string>>;
  /** The prop that holds the initial values of the form inside. */
  readonly form?: string;
  /** A form library's field: the control itself, a function that is handed the field, or a wrapper of the control. */
  readonly field?: 'self' | 'render' | 'child';
  /** The prop that names the prop a wrapped control takes its value by. */
  readonly checkedBy?: string;
  /** Its value says which of the radios or boxes in it are on. */
  readonly group?: boolean;
  /** Its `label` names the control in it. */
  readonly labels?: boolean;
  /** The prop that holds its own initial value. */
  readonly initial?: string;
  /** Values of its `type` that make it another kind of component. */
  readonly types?: Readonly<Record<string, string>>;
  /** Props that it hands to the control in its `control` prop. */
  readonly passes?: readonly string[];
}

type Kind = Omit<Component, 'tag'> & { readonly tag: string };
type Written = string | ({ readonly is: string } & Partial<Omit<Kind, 'tag'>>);

interface Library {
  readonly modules: readonly string[];
  readonly pattern: RegExp | undefined;
  /** What comes before a component's name where an app registers the library for all its markup. */
  readonly registered: string | undefined;
  readonly components: ReadonlyMap<string, Component>;
}

const kinds: Readonly<Record<string, Kind>> = data.kinds as Record<string, Kind>;
const libraries: readonly Library[] = data.libraries.map((library) => ({
  modules: library.modules,
  pattern: 'pattern' in library && library.pattern ? new RegExp(library.pattern) : undefined,
  registered: 'registered' in library ? library.registered : undefined,
  components: new Map(
    Object.entries<Written>(library.components as Record<string, Written>).map(([name, written]) => [
      name,
      read(written),
    ]),
  ),
}));
const shapes = data.shapes.map((shape) => ({
  component: read(shape.is),
  name: 'name' in shape && shape.name ? new RegExp(shape.name) : undefined,
  props: 'props' in shape ? shape.props : undefined,
  beside: 'beside' in shape ? shape.beside : undefined,
}));
const byModule = new Map<string, readonly [Library, string | undefined] | undefined>();

function read(written: Written): Component {
  const { is, ...rest } = typeof written === 'string' ? { is: written } : written;
  const kind = kinds[is];
  if (!kind) throw new Error(`components.json names no kind "${is}"`);
  return { ...kind, ...rest, tag: kind.tag || undefined };
}

/** A component that is another one by the value of its `type`. */
export function componentOfType(component: Component, type: string): Component | undefined {
  const kind = component.types?.[type];
  return kind === undefined
    ? undefined
    : { ...read(kind), ...(component.field && { field: component.field }) };
}

/**
 * The meaning of what a module exports; undefined where no library is known by that name.
 * @param name the exported name, `default`, or names joined by dots (`Form.Item`).
 */
export function componentOf(module: string, name: string): Component | undefined {
  if (!byModule.has(module)) byModule.set(module, libraryOf(module));
  const found = byModule.get(module);
  if (!found) return undefined;
  const [library, deep] = found;
  const exact = library.components.get(name);
  if (exact || deep === undefined) return exact;
  // `import Item from 'lib/Item'`: the file's name is the export's.
  const [first, ...rest] = name.split('.');
  if (first === 'default') return library.components.get([pascal(deep), ...rest].join('.'));
  // `import * as Field from '…/ui/field'`: a folder's exports leave its name out.
  const part = first === 'Root' ? '' : first;
  return library.pattern && library.components.get([`${pascal(deep)}${part}`, ...rest].join('.'));
}

/** The meaning of a component that no module is imported for: its library is registered for all of an app. @param name in PascalCase. */
export function registeredComponent(name: string): Component | undefined {
  for (const { registered, components } of libraries) {
    if (registered === undefined || !name.startsWith(registered)) continue;
    const found = components.get(name.slice(registered.length));
    if (found) return found;
  }
  return undefined;
}

/** The meaning that a component's name and props suggest. */
export function componentByShape(name: string, hasProp: (prop: string) => boolean): Component | undefined {
  const whole = name.replace(/\.Root$/, 'Root');
  const last = whole.slice(whole.lastIndexOf('.') + 1);
  return shapes.find(
    (shape) =>
      (!shape.name || shape.name.test(last)) &&
      (!shape.props || shape.props.some(hasProp)) &&
      (!shape.beside || shape.beside.some(hasProp)),
  )?.component;
}

function libraryOf(module: string): readonly [Library, string | undefined] | undefined {
  const file = module.replace(/(?:\/index)?(?:\.(?:[jt]sx?|svelte))?$/, '');
  const last = file.slice(file.lastIndexOf('/') + 1);
  const exact = libraries.find(({ modules }) => modules.includes(module));
  if (exact) return [exact, last];
  const deep = libraries.find(({ modules }) => modules.some((m) => module.startsWith(`${m}/`)));
  if (deep) return [deep, last];
  const like = libraries.find(({ pattern }) => pattern?.test(module));
  return like && [like, last];
}

/** `VCheckbox` for `v-checkbox`. */
export const pascal = remembered((name: string): string =>
  name.replace(/(^|[-_])([a-z])/g, (_, __, letter: string) => letter.toUpperCase()),
);

/** React's spelling → HTML's, where lower case is not enough. */
export const attributeNames: ReadonlyMap<string, string> = new Map(Object.entries(data.attributes));
/** HTML's spelling → React's. */
export const reactSpelling: ReadonlyMap<string, string> = new Map(Object.entries(data.spelling));
/** Props that libraries share for their controls → HTML. */
export const controlProps: ReadonlyMap<string, string> = new Map(Object.entries(data.controlProps));
/** Attributes of Angular's own directives → the attributes of HTML that they set. */
export const directiveNames: ReadonlyMap<string, string> = new Map(Object.entries(data.directives));
/** Props that hold props of the control inside: `inputProps`. */
export const innerProps: ReadonlySet<string> = new Set(data.innerProps);
/** Props that say, where they are true or false, whether a box or switch is on. */
export const booleanValues: ReadonlySet<string> = new Set(data.booleanValues);
/** Props that name the element a component renders. */
export const polymorphicProps: readonly string[] = data.polymorphic;
/** Elements that makers of components are asked for by member: `styled.input`. */
export const intrinsicElements: ReadonlySet<string> = new Set(data.intrinsic);
/** Components that print a message, and the props that hold its text or key. */
export const messages = {
  components: new Set(data.messages.components),
  text: new Set(data.messages.text),
  key: new Set(data.messages.key),
  makers: new Set(data.messages.makers),
} as const;
/** Functions and tags whose literal argument is the printed text. */
export const textFunctions: ReadonlySet<string> = new Set(data.texts);

/** A hook or maker of state: which argument is the initial value, and how the result gives it. */
export interface Hook {
  readonly argument: number;
  readonly gives: string;
  /** The argument that computes the initial value where the other is undefined. */
  readonly initializer?: number;
  /** The member of the argument that holds it, where the argument is an object with one. */
  readonly key?: string;
}

const hooks = new Map<string, Hook>(Object.entries(data.hooks));

export function hookOf(name: string): Hook | undefined {
  return hooks.get(name);
}

/** Names by which form libraries are known. */
export const forms = {
  makers: new Set(data.forms.makers),
  contexts: new Set(data.forms.contexts),
  wrappers: new Map(Object.entries(data.forms.wrappers)),
  initial: data.forms.initial,
  fieldHooks: new Set(data.forms.fieldHooks),
  watchHooks: new Set(data.forms.watchHooks),
  fieldMethods: new Set(data.forms.fieldMethods),
  valueMethods: new Set(data.forms.valueMethods),
  valueObjects: new Set(data.forms.valueObjects),
  same: new Set(data.forms.same),
  fieldComponents: new Set(data.forms.fieldComponents),
  fieldNames: new Set(data.forms.fieldNames),
  fieldValues: new Set(data.forms.fieldValues),
  fieldDefaults: data.forms.fieldDefaults,
  functions: new Set(data.forms.functions),
} as const;
