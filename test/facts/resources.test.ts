import assert from 'node:assert/strict';
import type { Resource } from '../../server/src/facts/types/index.js';
import gates from '../../server/src/knowledge/gates.json';
import { type Recipient, recipientAt, recipients } from '../../server/src/knowledge/recipients.js';
import { factsOf } from '../support/factsOf.js';

/** An address that a pattern of the table stands for. */
function addressFor(pattern: string): string {
  const [host = '', ...path] = pattern.split('/');
  const name = host === '*' ? 'stats.hotel.example' : host.replace(/^\*\./, 'd0.').replace(/\*$/, 'com');
  return `https://${name}/${path.join('/').replace(/\*/g, 'xx')}`;
}

/** The resources of one recipient in a text. */
async function of({ id }: Recipient, text: string, path = 'page.html'): Promise<readonly Resource[]> {
  return (await factsOf(text, path)).resources.filter(({ recipient }) => recipient.id === id);
}

const FRAMES = new Set(['embed', 'map', 'social']);

function markup({ kind }: Recipient, address: string, attributes = ''): string {
  if (kind === 'font') return `<link rel="stylesheet" href="${address}"${attributes}>`;
  if (FRAMES.has(kind)) return `<iframe src="${address}"${attributes}></iframe>`;
  return `<script src="${address}"${attributes}></script>`;
}

const tracking = recipients.filter(({ kind }) => kind !== 'essential');

describe('recipients', () => {
  it('are many, sorted, and each once', () => {
    const ids = recipients.map(({ id }) => id);
    assert.ok(ids.length >= 150);
    assert.deepEqual(ids, [...new Set(ids)].sort());
  });

  it('cite a page of their vendor, not its site, unless its first page hands out the snippet', () => {
    const bare = recipients.filter(({ source }) => {
      const { pathname, search } = new URL(source);
      return pathname === '/' && search === '';
    });
    assert.deepEqual(
      bare.map(({ id }) => id),
      ['apple-music', 'bootstrap-cdn', 'cdnjs', 'fontshare', 'hcaptcha', 'snapwidget', 'unpkg'],
    );
  });

  for (const recipient of recipients) {
    it(`${recipient.id} is known by its addresses`, () => {
      for (const pattern of recipient.loads) {
        const found = recipientAt(addressFor(pattern));
        assert.equal(found?.id, recipient.id, pattern);
      }
    });
  }

  for (const recipient of tracking) {
    it(`${recipient.id} is found in a page, and held back in its gated forms`, async () => {
      for (const pattern of recipient.loads) {
        const address = addressFor(pattern);
        if (recipient.cookieless) continue;
        const [open] = await of(recipient, `<main>${markup(recipient, address)}</main>`);
        assert.equal(open?.gate, undefined, pattern);
        assert.ok(open, pattern);
        const marked = markup(recipient, address, ' type="text/plain" data-cookieconsent="marketing"');
        const asked = `{% if cookies_accepted %}${markup(recipient, address)}{% endif %}`;
        assert.deepEqual(
          (await of(recipient, marked)).map((r) => r.gate),
          ['consent'],
          pattern,
        );
        assert.deepEqual(
          (await of(recipient, asked, 'page.twig')).map((r) => r.gate),
          ['consent'],
          pattern,
        );
        const late = markup(recipient, address).replace(/ (src|href)=/, ' data-$1=');
        assert.deepEqual(await of(recipient, late), [], pattern);
        const spoken = `<!-- ${markup(recipient, address)} -->`;
        assert.deepEqual(await of(recipient, spoken), [], pattern);
      }
    });

    for (const { name, starts = [], components = [] } of recipient.modules ?? []) {
      it(`${recipient.id} is found where ${name} loads it`, async () => {
        for (const start of starts) {
          const call = start === 'use' ? 'app.use(tracker)' : `tracker.${start}('id')`;
          const code = (condition: string) => `import * as tracker from '${name}';\n${condition}${call};\n`;
          assert.deepEqual(
            (await of(recipient, code(''), 'main.ts')).map((r) => r.gate),
            [undefined],
            start,
          );
          const gated = await of(recipient, code('if (consent.given) '), 'main.ts');
          assert.deepEqual(
            gated.map((r) => r.gate),
            ['consent'],
            start,
          );
        }
        for (const component of components) {
          const app = (before: string, after: string) =>
            `import { ${component} } from '${name}';\nexport default function App() {\n  return <main>{${before}<${component} id="1" />${after}}</main>;\n}\n`;
          const open = await of(recipient, app('', ''), 'App.tsx');
          assert.deepEqual(
            open.map((r) => [r.by, r.gate]),
            [['component', undefined]],
            component,
          );
          const gated = await of(recipient, app('hasConsent && ', ''), 'App.tsx');
          assert.deepEqual(
            gated.map((r) => r.gate),
            ['consent'],
            component,
          );
        }
      });
    }

    for (const plugin of recipient.plugins ?? []) {
      it(`${recipient.id} is found where the plug-in ${plugin} loads it`, async () => {
        if (recipient.cookieless) return;
        const found = await of(recipient, `export default { modules: ['${plugin}'] };\n`, 'site.config.js');
        assert.deepEqual(
          found.map((r) => [r.by, r.gate]),
          [['plugin', undefined]],
        );
      });
    }

    for (const element of recipient.elements ?? []) {
      it(`${recipient.id} is found where ${element} loads it`, async () => {
        const [name, type] = element.split(' ');
        const write = (more: string) => `<${name}${type ? ` type="${type}"` : ''}${more}></${name}>`;
        const gates = async (html: string) => (await of(recipient, html)).map((r) => [r.by, r.gate]);
        assert.deepEqual(await gates(write('')), [['component', undefined]]);
        assert.deepEqual(await gates(write(' data-block-on-consent')), [['component', 'consent']]);
      });
    }

    for (const { file, key, id, drawn } of recipient.configured ?? []) {
      it(`${recipient.id} is found where ${file} sets ${key}`, async () => {
        const path = `${file}.${file === 'docusaurus.config' ? 'js' : 'toml'}`;
        const gates = async (text: string) => (await of(recipient, text, path)).map((r) => [r.by, r.gate]);
        const gate = drawn ? 'elsewhere' : undefined;
        assert.deepEqual(await gates(`${key} = '${id[0]}ABC'\n`), [['plugin', gate]]);
        assert.deepEqual(await gates(`${key} = ''\n`), []);
        assert.deepEqual(await gates(`# ${key} = '${id[0]}ABC'\n`), []);
      });
    }

    for (const template of recipient.templates ?? []) {
      it(`${recipient.id} is left to ${template}`, async () => {
        const found = await of(recipient, `{{ template "${template}" . }}`, 'page.gohtml');
        assert.deepEqual(
          found.map((r) => [r.by, r.gate]),
          [['template', 'elsewhere']],
        );
      });
    }

    for (const shortcode of recipient.shortcodes ?? []) {
      it(`${recipient.id} is left to the shortcode ${shortcode}`, async () => {
        const found = await of(recipient, `# Film\n\n{{< ${shortcode} abc >}}\n`, 'film.md');
        assert.deepEqual(
          found.map((r) => [r.by, r.gate]),
          [['template', 'elsewhere']],
        );
      });
    }

    for (const call of recipient.calls ?? []) {
      it(`${recipient.id} is found where ${call} is called`, async () => {
        const code = (before: string) => `<script>${before}start(${call}());</script>`;
        assert.deepEqual(
          (await of(recipient, code(''))).map((r) => r.gate),
          [undefined],
        );
        assert.deepEqual(
          (await of(recipient, code('if (agreed()) '))).map((r) => r.gate),
          ['consent'],
        );
      });
    }

    for (const setting of recipient.exemptPlugin ?? []) {
      it(`${recipient.id} is exempt with ${setting} of a plug-in, and of nothing else`, async () => {
        const config = `export default { modules: ['${recipient.plugins?.[0]}'], tracker: { ${setting} } };\n`;
        assert.deepEqual(
          (await of(recipient, config, 'site.config.js')).map((r) => r.gate),
          ['exempt'],
        );
        const page = `<script>slides({ ${setting} })</script>${markup(recipient, addressFor(recipient.loads[0] ?? ''))}`;
        assert.deepEqual(
          (await of(recipient, page)).map((r) => r.gate),
          [undefined],
        );
      });
    }

    for (const setting of recipient.exempt ?? []) {
      it(`${recipient.id} is exempt with ${setting}`, async () => {
        const address = addressFor(recipient.loads[0] ?? '');
        const [found] = await of(
          recipient,
          `<script>setUp({ ${setting} })</script>${markup(recipient, address)}`,
        );
        assert.equal(found?.gate, 'exempt');
      });
    }
  }
});

describe('consent platforms', () => {
  const pixel = '<script src="https://bat.bing.com/bat.js"></script>';
  const read = async (tag: string) => (await factsOf(`<head>${tag}${pixel}</head>`)).resources[0];

  for (const { id, loads, blocks, ...platform } of gates.platforms) {
    it(`${id} ${blocks === 'automatic' ? 'holds scripts back' : 'holds back what is marked for it'}`, async () => {
      for (const pattern of loads) {
        const address = addressFor(pattern);
        const found = await read(`<script src="${address}"></script>`);
        assert.equal(found?.gate, blocks === 'automatic' ? 'platform' : undefined, pattern);
        for (const setting of 'automaticWhen' in platform ? (platform.automaticWhen ?? []) : []) {
          const automatic = await read(`<script src="${address}?${setting}"></script>`);
          assert.equal(automatic?.gate, 'platform', setting);
        }
        assert.equal(found?.hold !== undefined, 'mark' in platform, pattern);
      }
    });
  }
});

describe('resources in code', () => {
  const ADDRESS = 'https://snap.licdn.com/li.lms-analytics/insight.min.js';
  const gatesIn = async (code: string, path = 'main.js') =>
    (await factsOf(code, path)).resources.map(({ gate }) => gate);

  const cases: readonly (readonly [what: string, code: string, gate: Resource['gate'] | 'none'])[] = [
    ['at once', `load('${ADDRESS}');`, undefined],
    [
      'when the page is ready',
      `document.addEventListener('DOMContentLoaded', () => { load('${ADDRESS}'); });`,
      undefined,
    ],
    ['in a function that is called', `function start() { load('${ADDRESS}'); }\nstart();`, undefined],
    [
      'in a function that is handed on',
      `const start = () => load('${ADDRESS}');\nwindow.onload = start;`,
      undefined,
    ],
    ['in a function that nobody calls here', `export function start() { load('${ADDRESS}'); }`, 'elsewhere'],
    ['in production', `if (process.env.NODE_ENV === 'production') {\n  load('${ADDRESS}');\n}`, undefined],
    ['with consent', `if (hasConsent()) {\n  load('${ADDRESS}');\n}`, 'consent'],
    ['without braces', `if (hasConsent())\n  load('${ADDRESS}')\n`, 'consent'],
    ['after another condition', `if (hasConsent()) greet()\nload('${ADDRESS}')\n`, undefined],
    [
      'after leaving without consent',
      `function start() {\n  if (!consent) return;\n  load('${ADDRESS}');\n}\nstart();`,
      'consent',
    ],
    ['in the other branch', `if (!accepted) { ask(); } else { load('${ADDRESS}'); }`, 'consent'],
    ['where consent is told', `on('cookies-accepted', () => load('${ADDRESS}'));`, 'consent'],
    [
      'by a function called with consent',
      `function start() { load('${ADDRESS}'); }\nconsent && start();`,
      'consent',
    ],
    ['on a click', `button.addEventListener('click', () => { load('${ADDRESS}'); });`, 'action'],
    ['by a name that is used at once', `const address = '${ADDRESS}';\nload(address);`, undefined],
    [
      'by a name that is used with consent',
      `const address = '${ADDRESS}';\nif (accepted()) load(address);`,
      'consent',
    ],
    ['by a name that others use', `export const address = '${ADDRESS}';`, 'elsewhere'],
    ['kept for later', `const known = { linkedin: '${ADDRESS}' };`, 'elsewhere'],
    [
      'without tracking being refused',
      `if (navigator.doNotTrack !== '1') {\n  load('${ADDRESS}');\n}`,
      undefined,
    ],
    ['in a list', `const known = ['${ADDRESS}'];`, 'none'],
    ['by asking its server', `fetch('${ADDRESS}');`, 'none'],
    ['in a comment', `// load('${ADDRESS}');\nstart('https://snap.licdn.com');`, 'none'],
  ];
  for (const [what, code, gate] of cases) {
    it(`${what}: ${gate ?? 'open'}`, async () => {
      assert.deepEqual(await gatesIn(code), gate === 'none' ? [] : [gate]);
      const page = `<script>\n${code}\n</script>`;
      assert.deepEqual(await gatesIn(page, 'page.html'), gate === 'none' ? [] : [gate]);
    });
  }

  it('ends in time on code that never closes', async () => {
    const text = `load('${ADDRESS}'); ${'{('.repeat(20_000)} if (a ${"'".repeat(999)}`;
    const begun = process.cpuUsage();
    await factsOf(`<script>${text}</script>`);
    assert.ok(process.cpuUsage(begun).user < 2_000_000);
  });
});
