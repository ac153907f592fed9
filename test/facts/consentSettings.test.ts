import assert from 'node:assert/strict';
import type { ConsentSetting } from '../../server/src/facts/types/index.js';
import {
  type ConsentPlatform,
  consentPlatforms,
  type PlatformSetting,
} from '../../server/src/knowledge/consentPlatforms.js';
import { factsOf } from '../support/factsOf.js';

type Entries = Readonly<Record<string, unknown>>;

/** A configuration that holds entries where a setting stands. */
function configuration({ in: path = '' }: PlatformSetting, entries: Entries): Entries {
  const steps = path === '' ? [] : path.split('.');
  return steps.reduceRight<Entries>(
    (inner, step) => ({ [step === '*' ? 'measuring' : step]: inner }),
    entries,
  );
}

/** Code that hands a configuration to the platform. */
function code({ calls, arguments: before = [], variables, keys }: ConsentPlatform, config: Entries): string {
  const text = JSON.stringify(config);
  if (calls) return `${calls[0]}(${[...before.map((word) => `'${word}'`), text].join(', ')});`;
  if (variables) return `window.${variables[0]} = ${text};`;
  return `export default { ${keys?.[0]}: ${text} };`;
}

function component({ components = [], modules = [] }: ConsentPlatform, entries: Entries): string {
  const [name = ''] = components.filter((each) => /^[A-Z]/.test(each));
  const props = Object.entries(entries).map(([key, value]) => ` ${key}={${JSON.stringify(value)}}`);
  return `import ${name} from '${modules[0]}';\nexport const Notice = () => <${name}${props.join('')}>We use cookies to count visits.</${name}>;\n`;
}

async function found(platform: ConsentPlatform, setting: PlatformSetting, entries: Entries) {
  const { consentSettings } = platform.components
    ? await factsOf(component(platform, entries), 'Notice.tsx')
    : await factsOf(code(platform, configuration(setting, entries)), 'consent.ts');
  return consentSettings.filter(
    ({ key, effect }: ConsentSetting) => key === setting.key && effect === setting.effect,
  );
}

describe('settings of consent platforms', () => {
  for (const platform of consentPlatforms) {
    for (const setting of platform.settings) {
      const { key, is = [], absent, beside, set, unless = {}, except = [], in: path = '' } = setting;
      const besides: Entries = beside === undefined ? { other: 1 } : { [beside]: 'Yes' };
      const where = `${platform.name}, ${path ? `${path}.` : ''}${key}`;
      for (const value of is) {
        it(`${where}: ${value} is found, ${set} is not`, async () => {
          const [first, ...more] = await found(platform, setting, { ...besides, [key]: value });
          assert.equal(first?.missing, false);
          assert.deepEqual(more, []);
          if (set !== undefined) {
            assert.ok(first?.change);
            assert.deepEqual(await found(platform, setting, { ...besides, [key]: set }), []);
          }
        });
        for (const [other, values] of Object.entries(unless)) {
          it(`${where}: ${value} is harmless with ${other}`, async () => {
            const harmless = { [key]: value, [other]: values === 'any' ? 'any' : values[0] };
            assert.deepEqual(await found(platform, setting, harmless), []);
          });
        }
        if (except.length > 0)
          it(`${where}: ${value} is harmless for ${except[0]}`, async () => {
            const text = code(platform, configuration(setting, { [key]: value }));
            const harmless = text.replace('measuring', except[0] ?? '');
            const { consentSettings } = await factsOf(harmless, 'consent.ts');
            assert.deepEqual(consentSettings, []);
          });
      }
      if (absent)
        it(`${where}: is found where it is not set`, async () => {
          const [first] = await found(platform, setting, besides);
          assert.equal(first?.missing, true);
          assert.deepEqual(await found(platform, setting, { ...besides, [key]: set ?? true }), []);
        });
    }
  }
});
