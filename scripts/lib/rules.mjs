import { loadSource } from './loadSource.mjs';

/** The rules' metadata, the built-in ones included, read from the TypeScript sources. */
export async function loadRules(root) {
  const { rules, builtinRules } = loadSource(
    root,
    "export { rules } from './rules/index.js'; export { builtinRules } from './engine/builtinRules.js';",
  );
  return [...rules, ...builtinRules].sort((a, b) => (a.id < b.id ? -1 : 1));
}
