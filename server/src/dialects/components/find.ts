import { remembered } from '../../core/remembered.js';
import {
  type Component,
  componentByShape,
  componentOf,
  pascal,
  registeredComponent,
} from '../../knowledge/components.js';
import type { ComponentMeaning } from '../dialect.js';
import type { Imported } from '../script/scope.js';

export interface FoundComponent {
  /** Undefined where nothing is known of it. */
  readonly component: Component | undefined;
  /** The module it is imported from. */
  readonly module: string | undefined;
}

/** Where a component may be known from. */
export interface ComponentSources {
  /** Of the user's configuration: name, or `module#name`. */
  readonly configured: Readonly<Record<string, ComponentMeaning>> | undefined;
  /** What a local name is imported as. */
  imported(name: string): Imported | undefined;
}

/**
 * What a component's tag stands for: by the configuration, by what it is imported from, by the libraries that apps register
 * for all their markup, by its shape.
 * @param written the tag as written, in PascalCase or kebab-case, with members joined by dots.
 * @param hasProp whether it is given a prop, in camelCase.
 */
export function findComponent(
  written: string,
  sources: ComponentSources,
  hasProp: (prop: string) => boolean,
): FoundComponent {
  const [first = '', ...members] = written.split('.');
  const local = pascal(first);
  const name = [local, ...members].join('.');
  const imported = sources.imported(local) ?? sources.imported(first) ?? sources.imported(camel(first));
  const configured = ofConfiguration(sources.configured, name, imported, members);
  const known = configured ?? (imported ? ofModule(imported, members) : registeredComponent(name));
  return { component: known ?? componentByShape(name, hasProp), module: imported?.module };
}

/** `modelValue` for `model-value`. */
export function camel(name: string): string {
  return name.includes('-') ? readCamel(name) : name;
}

const readCamel = remembered((name: string) =>
  name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
);

function exportedName({ name }: Imported, members: readonly string[]): string {
  return (name === '*' ? members : [name, ...members]).join('.') || 'default';
}

function ofModule(imported: Imported, members: readonly string[]): Component | undefined {
  return componentOf(imported.module, exportedName(imported, members));
}

function ofConfiguration(
  configured: ComponentSources['configured'],
  name: string,
  imported: Imported | undefined,
  members: readonly string[],
): Component | undefined {
  if (!configured) return undefined;
  const keys = imported ? [name, `${imported.module}#${exportedName(imported, members)}`] : [name];
  const key = keys.find((k) => Object.hasOwn(configured, k));
  return key === undefined ? undefined : configured[key];
}
