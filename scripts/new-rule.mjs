// npm run new-rule -- <id>: the rule's file, its fixtures, its entry in the registry.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const [id] = process.argv.slice(2);
if (!id || !/^[a-z]+(-[a-z]+)+$/.test(id)) {
  console.error(
    'Usage: npm run new-rule -- <id>, where the id is lower-case words joined by hyphens, such as missing-notice.',
  );
  process.exit(2);
}
const file = path.join(root, 'server/src/rules', `${id}.ts`);
if (existsSync(file)) {
  console.error(`There is a rule ${id} already: ${path.relative(root, file)}.`);
  process.exit(2);
}
const todo = (what) => `{ en: 'TODO ${what}', fr: 'TODO ${what}' }`;
writeFileSync(
  file,
  `import { defineRule } from './rule.js';

export default defineRule({
  id: '${id}',
  severity: 'warning',
  topic: 'consent',
  what: ${todo('what it sees')},
  why: ${todo('why it matters')},
  remedy: ${todo('what to do')},
  basis: [{ name: ${todo('the provision it rests on')} }],
  messages: {
    found: ${todo('what, why, what to do, quoting “{label}”')},
  },
  repairs: {},
  examples: {
    bad: [{ language: 'html', code: '<input type="checkbox" name="newsletter" checked>' }],
    good: [{ language: 'html', code: '<input type="checkbox" name="newsletter">' }],
  },
  needs: ['controls'],
  *check({ controls }) {
    for (const { preset, span, label, name } of controls) {
      if (!preset) continue;
      const quoted = label.text.state === 'known' ? label.text.value : name.state === 'known' ? name.value : '…';
      yield { message: 'found' as const, span: preset.span ?? span, data: { label: quoted } };
    }
  },
});
`,
);
const fixtures = path.join(root, 'test/rules', id);
mkdirSync(fixtures, { recursive: true });
writeFileSync(
  path.join(fixtures, 'bad.html'),
  '<label><input type="checkbox" name="newsletter" checked> Send me the newsletter</label>\n',
);
writeFileSync(
  path.join(fixtures, 'good.html'),
  '<label><input type="checkbox" name="newsletter"> Send me the newsletter</label>\n',
);
spawnSync(process.execPath, [path.join(root, 'scripts/generate.mjs')], { stdio: 'inherit' });
console.log(
  `Now: say what ${id} sees in server/src/rules/${id}.ts, write fixtures in test/rules/${id}/, then \`npm test -- --fast\` draws the snapshots.`,
);
