export type TypeScript = typeof import('typescript');

/** Loads the parser; the one place that does, so that nothing else draws it in. */
export async function loadTypeScript(): Promise<TypeScript> {
  const loaded: TypeScript & { readonly default?: TypeScript } = await import('typescript');
  // Node and bundlers differ in whether a CommonJS module's exports stand under `default`.
  return loaded.default ?? loaded;
}
