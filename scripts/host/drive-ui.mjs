#!/usr/bin/env node
// A user's first minutes, through the real user interface: the packaged extension is installed, the examples are opened, findings are
// read in editor and Problems panel, repairs chosen with Ctrl+. and saved; what is on the disk afterwards is compared to the letter.
// usage: node scripts/host/drive-ui.mjs FILE.vsix      Screenshots go to .test-results/screenshots/.
import fs from 'node:fs';
import path from 'node:path';
import { InstallError, installHost } from './install.mjs';
import { resultsFolder, root } from './paths.mjs';
import { collect } from './results.mjs';
import { installExtension, openBrowser, prepare, startServer, until, workbenchUrl } from './workbench.mjs';

/** What the user does in one file. `repaired` says what the file must hold afterwards, given what it held before. */
const visits = [
  {
    file: 'booking-en.html',
    rule: 'prechecked-consent',
    shown: /newsletter/,
    basis: /Legal basis: GDPR/,
    squiggle: 'error',
    repaired: (before) => before.replace(' checked="checked"', ''),
  },
  {
    file: 'BookingForm.tsx',
    rule: 'prechecked-consent',
    shown: /newsletter/,
    basis: /Legal basis: GDPR/,
    squiggle: 'error',
    repaired: (before) => before.replace('useState(true)', 'useState(false)'),
  },
  {
    file: 'newsletter.html',
    rule: 'missing-unsubscribe',
    shown: /unsubscribe/,
    basis: /Legal basis: /,
    squiggle: 'info', // the provider adds its own footer
    repaired: (before, after) => {
      const added = after.split('\n').filter((line) => !before.includes(line));
      if (!added.some((line) => line.includes('href="*|UNSUB|*"')))
        throw new Error('no unsubscribe link was added');
      const kept = before.split('\n').filter((line) => !after.includes(line));
      if (kept.length > 1) throw new Error(`more than one line was changed:\n${kept.join('\n')}`);
      return after;
    },
  },
];

/** Leaves out of menus and screenshots what is none of Privacylint's. */
const calm = {
  'editor.snippets.codeActions.enabled': false,
  'editor.unicodeHighlight.ambiguousCharacters': false,
};

const timeout = 40_000;

/** The hands and eyes of the user. */
function user(page, screenshots) {
  const problems = page.locator('.markers-panel .monaco-list-row');
  const self = {
    look: (name) => page.screenshot({ path: path.join(screenshots, `${name}.png`) }),
    press: (keys) => page.keyboard.press(keys),
    async open(file) {
      // Rows of other files would push this one's out of the panel, where they are not drawn.
      await page.keyboard.press('Control+k');
      await page.keyboard.press('w');
      await page.keyboard.press('Control+p');
      const box = page.locator('.quick-input-widget input[type=text]');
      await box.waitFor({ timeout });
      await box.fill(file);
      await page.locator('.quick-input-list .monaco-list-row', { hasText: file }).first().click({ timeout });
      await page.locator(`.tab.active[data-resource-name="${file}"]`).waitFor({ timeout });
    },
    /** Waits for an underlined place; gives false where there is none in time, unless that is to be an error. */
    squiggle: (kind, within, isLast) =>
      page
        .locator(`.monaco-editor .squiggly-${kind}`)
        .first()
        .waitFor({ state: 'attached', timeout: within })
        .then(() => true)
        .catch((error) => {
          if (isLast) throw error;
          return false;
        }),
    inEditor: () => page.locator('.editor-instance .monaco-editor.focused').waitFor({ timeout }),
    async openProblems() {
      if (!(await page.locator('.markers-panel').isVisible())) await page.keyboard.press('Control+Shift+m');
      await page.locator('.markers-panel').waitFor({ timeout });
    },
    /** The row of the Problems panel that names the rule and matches the text. */
    problem: (rule, text) => problems.filter({ hasText: rule }).filter({ hasText: text }).first(),
    async runCommand(title) {
      await page.keyboard.press('F1');
      const box = page.locator('.quick-input-widget input[type=text]');
      await box.waitFor({ timeout });
      await box.fill(`>${title}`);
      await page.locator('.quick-input-list .monaco-list-row').first().click({ timeout });
    },
  };
  return self;
}

async function visit(me, page, { step, ws, what }) {
  const name = path.basename(what.file, path.extname(what.file));
  const file = path.join(ws, what.file);
  const before = fs.readFileSync(file, 'utf8');
  const row = me.problem(what.rule, what.shown);
  await step(`${what.file}: Problems lists ${what.rule}`, async () => {
    await me.open(what.file);
    await me.openProblems();
    await row.waitFor({ timeout });
    const text = await row.textContent();
    if (!text.includes('privacylint')) throw new Error(`the source is not named: ${text}`);
  });
  await step(`${what.file}: the place is underlined`, async () => {
    // New diagnostics may move the rows just when one is clicked: then the click is made again.
    for (let tries = 3; ; tries--) {
      await row.dblclick({ position: { x: 80, y: 11 } }); // on the message: the rule beside it is a link
      await page.mouse.move(600, 750); // away from the row and its tooltip
      await me.inEditor();
      await me.press('ArrowLeft'); // from the selected place to its beginning
      if (await me.squiggle(what.squiggle, tries > 1 ? 5_000 : timeout, tries === 1)) break;
    }
    await me.look(`${name}-findings`);
  });
  await step(`${what.file}: the hover tells the legal basis`, async () => {
    await me.press('Control+k');
    await me.press('Control+i');
    const hover = page.locator('.monaco-hover:visible').filter({ hasText: what.basis }).first();
    await hover.waitFor({ timeout });
    await me.look(`${name}-hover`);
    await me.press('Escape');
    await hover.waitFor({ state: 'hidden', timeout });
  });
  await step(`${what.file}: Ctrl+. offers the repair, which removes the finding`, async () => {
    await me.inEditor();
    await me.press('Control+.');
    const menu = page.locator('.action-widget .monaco-list-row.action');
    await menu.first().waitFor({ timeout });
    await me.look(`${name}-menu`);
    console.log(`     menu: ${(await menu.allTextContents()).map((t) => t.trim()).join(' | ')}`);
    await me.press('Enter');
    await row.waitFor({ state: 'detached', timeout });
  });
  await step(`${what.file}: what is saved is the repair and nothing else`, async () => {
    await me.press('Control+s');
    await until('the saved file', () => fs.readFileSync(file, 'utf8') !== before);
    await me.look(`${name}-repaired`);
    const after = fs.readFileSync(file, 'utf8');
    if (after !== what.repaired(before, after)) throw new Error(`${what.file} holds:\n${after}`);
  });
}

/** Opens a copy of the examples in a fresh VS Code with the extension, and lets `action` use it. */
async function withWorkbench(vsix, screenshots, { step, settings, flags, name }, action) {
  const run = prepare(path.join(root, 'examples'), { ...calm, ...settings });
  let server;
  let browser;
  try {
    await step(`${name}: the extension can be installed`, () => installExtension(run, vsix));
    server = await startServer(run, { flags });
    const opened = await openBrowser({ width: 1280, height: 760 });
    browser = opened.browser;
    const { page } = opened;
    const me = user(page, screenshots);
    await step(`${name}: the workbench opens`, async () => {
      await page.goto(workbenchUrl(server.authority, run.ws));
      await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout });
    });
    try {
      await action(me, page, run.ws);
    } catch (error) {
      await me.look('failure');
      throw error;
    }
  } finally {
    await browser?.close();
    await server?.stop();
    run.remove();
  }
}

/** A folder that the user does not trust is reviewed all the same: nothing in it is run. */
async function visitRestricted(me, page, step) {
  await step('Restricted Mode: findings are shown', async () => {
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor({ timeout });
    await me.open('booking-en.html');
    await me.openProblems();
    await me.problem('prechecked-consent', /newsletter/).waitFor({ timeout });
    await me.look('restricted-mode');
  });
}

async function main(vsix) {
  installHost();
  const screenshots = path.join(resultsFolder, 'screenshots');
  fs.rmSync(screenshots, { recursive: true, force: true });
  fs.mkdirSync(screenshots, { recursive: true });
  const { step, write } = collect('ui');
  try {
    await withWorkbench(vsix, screenshots, { step, name: 'first minutes' }, async (me, page, ws) => {
      for (const what of visits) await visit(me, page, { step, ws, what });
    });
    const settings = {
      'security.workspace.trust.enabled': true,
      'security.workspace.trust.startupPrompt': 'never',
    };
    await withWorkbench(
      vsix,
      screenshots,
      { step, name: 'Restricted Mode', settings, flags: [] },
      async (me, page) => visitRestricted(me, page, step),
    );
  } finally {
    write();
  }
}

const vsix = process.argv[2];
if (!vsix || !fs.existsSync(vsix)) {
  console.error(
    `${vsix ? `${vsix} does not exist` : 'Name the .vsix to install'}: \`npm run package\` makes one.`,
  );
  process.exitCode = 2;
} else
  await main(path.resolve(vsix)).catch((error) => {
    if (error instanceof InstallError) console.error(error.message);
    console.error(`User interface: stopped at the first failure: ${error.message.split('\n')[0]}`);
    process.exitCode = 1;
  });
