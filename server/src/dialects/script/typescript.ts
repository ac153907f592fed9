export type TypeScript = typeof import('typescript');

let loading: Promise<TypeScript> | undefined;

/** Loads the parser, once; the one place that does, so that nothing else draws it in. */
export function loadTypeScript(): Promise<TypeScript> {
  loading ??= load();
  return loading;
}

async function load(): Promise<TypeScript> {
  // Bundled, every `import()` of a CommonJS module copies its exports anew: 2.5 ms for those of TypeScript.
  const loaded: TypeScript & { readonly default?: TypeScript } = await import('typescript');
  // Node and bundlers differ in whether a CommonJS module's exports stand under `default`.
  return loaded.default ?? loaded;
}
