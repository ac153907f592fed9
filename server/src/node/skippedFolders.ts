/** Never anybody's own work: what package managers fetch, version control stores, and tools keep for themselves. */
const ALWAYS: ReadonlySet<string> = new Set([
  'node_modules',
  'bower_components',
  'jspm_packages',
  '.git',
  '.hg',
  '.svn',
  '.yarn',
  '.pnpm-store',
  '.next',
  '.nuxt',
  '.output',
  '.svelte-kit',
  '.astro',
  '.angular',
  '.turbo',
  '.vercel',
  '.netlify',
  '.cache',
  '.parcel-cache',
  '.venv',
  '__pycache__',
]);

/** Names of build output. A delivery may consist of nothing but a `dist`, so the name alone is no reason. */
const OUTPUT: ReadonlySet<string> = new Set(['dist', 'build', 'out', 'target', 'coverage', 'vendor']);

/** What is built stands beside what it is built from; then findings belong there. */
const MANIFESTS: readonly string[] = [
  'package.json',
  'composer.json',
  'Gemfile',
  'go.mod',
  'Cargo.toml',
  'pom.xml',
  'build.gradle',
  'build.gradle.kts',
  'pyproject.toml',
  'mix.exs',
];

/** True for a folder that is passed over unless it is named. @param siblings the names beside it. */
export function isSkippedFolder(name: string, siblings: ReadonlySet<string>): boolean {
  return ALWAYS.has(name) || (OUTPUT.has(name) && MANIFESTS.some((manifest) => siblings.has(manifest)));
}
