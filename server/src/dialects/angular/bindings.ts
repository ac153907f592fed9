import { remembered } from '../../core/remembered.js';

/** What the name of an attribute binds (https://angular.dev/guide/templates/binding). */
export interface Binding {
  readonly kind: 'property' | 'two-way' | 'event' | 'structure' | 'reference' | 'variable';
  /** The name without brackets and prefixes: `checked` of `[attr.checked]`. */
  readonly name: string;
  /** A class, a style or an animation: nothing that is reviewed. */
  readonly looks: boolean;
}

const FORMS: readonly (readonly [RegExp, Binding['kind']])[] = [
  [/^(?:\[\((.+)\)\]|bindon-(.+))$/, 'two-way'],
  [/^(?:\[(.+)\]|bind-(.+))$/, 'property'],
  [/^(?:\((.+)\)|on-(.+))$/, 'event'],
  [/^\*(.+)$/, 'structure'],
  [/^(?:#(.+)|ref-(.+))$/, 'reference'],
  [/^let-(.+)$/, 'variable'],
];
/** Most attributes bind nothing. */
const BEGINS = /^(?:[[(*#]|(?:bind|bindon|on|ref|let)-)/;
const LOOKS = /^(?:class|style|@)(?:\.|(?<=@)|$)|^(?:ngClass|ngStyle)$/;

/** Undefined for a plain attribute. */
export function bindingOf(written: string): Binding | undefined {
  return BEGINS.test(written) ? readBinding(written) : undefined;
}

const readBinding = remembered((written: string): Binding | undefined => {
  for (const [form, kind] of FORMS) {
    const found = form.exec(written);
    if (!found) continue;
    const name = found[1] ?? found[2] ?? '';
    return { kind, name: name.replace(/^attr\./, ''), looks: kind === 'property' && LOOKS.test(name) };
  }
  return undefined;
});
