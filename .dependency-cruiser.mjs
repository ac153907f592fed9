// The import table of server/ARCHITECTURE.md, enforced: what is not allowed here is forbidden.
const src = '^server/src';

/** @param {string} folder @param {string[]} allowed patterns of what files in it may import */
const only = (folder, allowed, comment) => ({
  name: `${folder.replace(/[^a-z]+/g, '-')}-imports`,
  comment,
  severity: 'error',
  from: { path: `${src}/${folder}` },
  to: { pathNot: [`${src}/${folder}`, ...allowed] },
});

const layer = (...names) => names.map((name) => `${src}/${name}/`);
const pkg = (...names) => names.map((name) => `^node_modules/${name}/`);

export default {
  forbidden: [
    only('core/', [], 'core stands on nothing'),
    only('model/', layer('core'), 'the model knows spans and values only'),
    only('knowledge/', layer('core'), 'data and its readers'),
    only(
      'dialects/',
      [...layer('core', 'model', 'knowledge'), ...pkg('parse5', 'typescript')],
      'only dialects know parsers',
    ),
    only('facts/', layer('core', 'model', 'knowledge'), 'facts know no dialect'),
    only('rules/', [...layer('core'), `${src}/facts/types/`], 'rules see facts, never trees'),
    only(
      'engine/',
      [
        ...layer('core', 'model', 'knowledge', 'dialects', 'facts', 'rules'),
        ...pkg('jsonc-parser', 'zod', 'ignore'),
      ],
      'the engine does no I/O',
    ),
    only('report/', [...layer('core', 'rules', 'engine')], 'renderers read reports'),
    only('inventory/', [...layer('core', 'rules', 'engine')], 'the register reads reports'),
    {
      name: 'node-imports',
      comment: 'files and bytes of a Node process, for both adapters',
      severity: 'error',
      from: { path: `${src}/node/` },
      to: {
        pathNot: [`${src}/node/`, ...layer('core', 'rules', 'engine'), ...pkg('ignore')],
        dependencyTypesNot: ['core'],
      },
    },
    only('reviewed\\.ts', [], 'generated from the table of languages'),
    only('protocol\\.ts', [`${src}/reviewed\\.ts$`], 'shared with the client'),
    {
      name: 'rules-stand-alone',
      comment: 'a rule never imports a rule',
      severity: 'error',
      from: { path: `${src}/rules/(?!index\\.ts|rule\\.ts)[^/]+\\.ts$` },
      to: { path: `${src}/rules/(?!rule\\.ts)` },
    },
    {
      name: 'facts-types-are-types',
      comment: 'what rules import of facts has no code',
      severity: 'error',
      from: { path: `${src}/rules/` },
      to: { path: `${src}/facts/`, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'node-only-in-adapters',
      comment: 'everything beneath lsp and cli runs in a browser',
      severity: 'error',
      from: { path: src, pathNot: [`${src}/cli/`, `${src}/node/`, `${src}/lsp/node`] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'editor-only-in-client',
      severity: 'error',
      from: { path: src, pathNot: `${src}/lsp/` },
      to: { path: '^node_modules/(vscode|@vscode|@types/vscode)' },
    },
    {
      name: 'adapters-apart',
      comment: 'the command line starts the language server and knows nothing else of it',
      severity: 'error',
      from: { path: `${src}/cli/` },
      to: { path: `${src}/lsp/(?!node\\.ts)` },
    },
    { name: 'lsp-apart', severity: 'error', from: { path: `${src}/lsp/` }, to: { path: `${src}/cli/` } },
    {
      name: 'client-imports',
      comment: 'the client speaks the protocol and decides nothing',
      severity: 'error',
      from: { path: '^client/src' },
      to: {
        pathNot: [
          '^client/src',
          `${src}/protocol\\.ts$`,
          '^node_modules/(vscode|@types/vscode|@types/node)',
          '^vscode$',
          '^(node:)?(path|fs)',
        ],
      },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    // packages may be linked from another checkout
    preserveSymlinks: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json'],
    },
    doNotFollow: { path: 'node_modules' },
  },
};
