import { type ElementNode, NodeTypes, parse, type TemplateChildNode } from '@vue/compiler-dom';

/** Where the attributes and directives in the templates of a component begin, as Vue's own parser reads them, in source order. */
export function vueAttributeOffsets(text: string): number[] {
  const { children } = parse(text, { parseMode: 'sfc', onError: () => {} });
  const found: number[] = [];
  const pending: TemplateChildNode[] = children
    .filter((node): node is ElementNode => node.type === NodeTypes.ELEMENT && node.tag === 'template')
    .flatMap((block) => block.children);
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type !== NodeTypes.ELEMENT) continue;
    for (const { loc } of node.props) found.push(loc.start.offset);
    pending.push(...node.children);
  }
  return found.sort((a, b) => a - b);
}
