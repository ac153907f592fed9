import * as compiler from '@angular/compiler';

interface Located {
  readonly sourceSpan: { readonly start: { readonly offset: number } };
}

interface Node {
  readonly attrs?: readonly Located[];
  readonly children?: readonly Node[];
  /** Of a message with plural forms. */
  readonly cases?: readonly { readonly expression: readonly Node[] }[];
}

/** Where the attributes in a template begin, as Angular's own parser reads it, in source order. */
export function angularAttributeOffsets(text: string): number[] {
  const options = { tokenizeExpansionForms: true, tokenizeBlocks: true, tokenizeLet: true };
  const { rootNodes } = new compiler.HtmlParser().parse(text, 'template.html', options);
  const found: number[] = [];
  const pending = [...rootNodes] as readonly unknown[] as Node[];
  for (let node = pending.pop(); node; node = pending.pop()) {
    for (const { sourceSpan } of node.attrs ?? []) found.push(sourceSpan.start.offset);
    pending.push(...(node.children ?? []), ...(node.cases ?? []).flatMap((c) => c.expression));
  }
  return found.sort((a, b) => a - b);
}
