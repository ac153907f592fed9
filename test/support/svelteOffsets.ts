/** Where the attributes of a Svelte component begin, as Svelte's own parser reads them, in source order. */
export async function svelteAttributeOffsets(text: string): Promise<number[]> {
  const { parse } = await import('svelte/compiler');
  const found = new Set<number>();
  const pending: unknown[] = [parse(text, { modern: true })];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node === null || typeof node !== 'object') continue;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'attributes' && Array.isArray(value)) {
        // A spread and an attachment have no name.
        for (const { type, start } of value as { readonly type: string; readonly start: number }[])
          if (type !== 'SpreadAttribute' && type !== 'AttachTag') found.add(start);
      }
      if (key !== 'metadata' && value !== null && typeof value === 'object') pending.push(value);
    }
  }
  return [...found].sort((a, b) => a - b);
}
