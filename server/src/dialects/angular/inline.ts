import type ts from 'typescript';
import { isTestPath } from '../../knowledge/sending.js';
import type { Embedded } from '../../model/nodes.js';
import type { ParseOptions } from '../dialect.js';
import type { Source } from '../script/source.js';
import { readScriptText } from '../script/stringText.js';
import { componentsOf, optionOf } from './component.js';
import { readTemplate } from './parse.js';

/** A template that stands in its component's decorator. */
export interface InlineTemplate {
  /** The string, or what joins strings. */
  readonly node: ts.Expression;
  readonly embedded: Embedded;
}

/** The templates in `@Component({ template: '…' })`, each with the class it stands before, in source order. */
export function inlineTemplates(source: Source, { path, components }: ParseOptions): InlineTemplate[] {
  if (!source.text.includes('@Component') || isTestPath(path)) return [];
  return componentsOf(source).flatMap(({ options }, index): InlineTemplate[] => {
    const node = optionOf(source, options, 'template');
    const composed = node && readScriptText(source, node);
    if (!node || !composed) return [];
    const { text, map } = composed;
    // The class stands behind the template as `SourceMap.outside` places it.
    const component = {
      code: source.text,
      appended: {},
      choose: (again: Source) => componentsOf(again)[index]?.component,
    };
    const doc = readTemplate(source.ts, text, component, components);
    return [{ node, embedded: { kind: 'string', doc, map } }];
  });
}
