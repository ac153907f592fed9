import { type Component, componentOfType, intrinsicElements } from '../../knowledge/components.js';
import type { ElementStart } from '../../model/build.js';
import type { Attribute } from '../../model/nodes.js';
import { camel, findComponent } from '../components/find.js';
import type { ComponentMeaning } from '../dialect.js';
import { FOREIGN, VOID } from '../html/elements.js';
import type { ComponentCode } from './code.js';
import { directiveOf } from './directives.js';

/** What a tag of a template stands for. */
export interface Meant {
  readonly tag: string;
  readonly component: Component | undefined;
  readonly module: string | undefined;
  /** HTML's own. */
  readonly native: boolean;
}

export type Configured = Readonly<Record<string, ComponentMeaning>> | undefined;

/** What a tag stands for: HTML's element, or a component under either of its spellings. */
export function meaningOf(code: () => ComponentCode, configured: Configured, start: ElementStart): Meant {
  const { name, attributes } = start;
  if (name === 'template') return { tag: 'span', component: undefined, module: undefined, native: true };
  const chosen = name === 'component' ? chosenBy(attributes) : name;
  if (isHtml(chosen) && !configured?.[chosen]) {
    // A component that HTML has no element for may be written in lower case as well.
    const known = intrinsicElements.has(chosen) || VOID.has(chosen) || FOREIGN.has(chosen);
    const imported = !known && code().importOf(chosen) !== undefined;
    if (!imported) return { tag: chosen, component: undefined, module: undefined, native: true };
  }
  const props = new Set(attributes.map(({ written }) => propOf(written)));
  const sources = { configured, imported: (local: string) => code().importOf(local) };
  const { component: found, module } = findComponent(chosen, sources, (prop) => props.has(prop));
  const component = found && (ofType(found, attributes) ?? found);
  const tag = component?.labels && props.has('label') ? 'label' : component?.tag;
  return { tag: tag ?? chosen.toLowerCase(), component, module, native: false };
}

/** The prop that an attribute gives, in camelCase. */
function propOf(written: string): string {
  const directive = directiveOf(written);
  return camel(directive ? (directive.argument ?? '') : written);
}

function isHtml(name: string): boolean {
  return /^[a-z][a-z\d]*$/.test(name);
}

/** `<component is="…">`, `<component :is="Checkbox">` */
function chosenBy(attributes: readonly Attribute[]): string {
  for (const { written, value } of attributes) {
    if (value.state !== 'known' || propOf(written) !== 'is') continue;
    const name = String(value.value).replace(/^'(.*)'$/, '$1');
    if (/^[\w.-]+$/.test(name)) return name;
  }
  return 'component';
}

function ofType(component: Component, attributes: readonly Attribute[]): Component | undefined {
  const type = attributes.find((a) => a.name === 'type')?.value;
  return type?.state === 'known' ? componentOfType(component, String(type.value)) : undefined;
}
