import { remembered } from '../../core/remembered.js';
import { attributeNames, type Component, controlProps } from '../../knowledge/components.js';

interface Meant {
  readonly tag: string;
  readonly component: Component | undefined;
  readonly native: boolean;
}

/** Elements whose props follow the conventions of form libraries. */
export const CONTROLS: ReadonlySet<string> = new Set([
  'input',
  'select',
  'textarea',
  'option',
  'button',
  'label',
  'fieldset',
]);

const NATIVE: Meant = { tag: '', component: undefined, native: true };

/** An attribute's name that means the same in HTML itself: neither a language's own sign nor a prop's spelling. */
export const isPlainName = remembered(
  (written: string) => /^[a-z]+(?:-[a-z]+)*$/.test(written) && htmlName(NATIVE, written) === written,
);

/** The HTML name of a prop. */
export function htmlName({ component, native, tag }: Meant, written: string): string {
  const props = component?.props;
  const own = props && Object.hasOwn(props, written) ? props[written] : attributeNames.get(written);
  if (own !== undefined) return own;
  const shared = !native && CONTROLS.has(tag) ? controlProps.get(written) : undefined;
  return shared ?? written.toLowerCase();
}
