#!/usr/bin/env node
// Repaired mails as readers see them: each mail of test/preview and of the rules' fixtures is rendered in Chromium before and after
// every repair. What a repair adds stands beneath the content, in the mail's column, and can be read; nothing else has moved.
// usage: node scripts/host/preview-mails.mjs [NAME …]      Screenshots go to .test-results/preview/.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { InstallError, installChromium } from './install.mjs';
import { resultsFolder, root } from './paths.mjs';
import { collect } from './results.mjs';

const load = createRequire(import.meta.url);
const { review } = load(path.join(root, 'out/server/src/engine/review.js'));
const { defaultConfiguration } = load(path.join(root, 'out/server/src/engine/configuration.js'));
const { applyEdits } = load(path.join(root, 'out/server/src/core/edit.js'));

const rules = [
  'missing-unsubscribe',
  'broken-unsubscribe',
  'obscured-unsubscribe',
  'missing-sender-identity',
  'no-reply-sender',
];
const configuration = {
  ...defaultConfiguration,
  contact: {
    email: 'desk@hotel.example',
    identity: 'Harbour Hotel Ltd, 3 Quay Street, Port Sable',
    unsubscribe: 'https://hotel.example/unsubscribe',
  },
};
/** Repairs that add a line at the end; the others change what is there. */
const lines = new Set(['footer', 'placeholder', 'identity', 'blank']);
const viewports = { desk: { width: 720, height: 800 }, phone: { width: 375, height: 700 } };
/** Rounding, and columns without a width that share out the words of a new row; in pixels. */
const slack = 2;

/** The mails: those of the folder, and every fixture of the rules that a browser can show as it stands. */
function mails() {
  const folders = ['test/preview', ...rules.map((rule) => `test/rules/${rule}`)];
  return folders.flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder))
      .filter(
        (name) =>
          (folder === 'test/preview' || name.startsWith('bad')) && /^[^.]+(\.\w\w)?\.html$/.test(name),
      )
      .map((name) => ({
        name: `${path.basename(folder)}/${name}`,
        path: name,
        text: fs.readFileSync(path.join(root, folder, name), 'utf8'),
      }))
      // Without their framework, its elements are nothing that a browser knows.
      .filter(({ text }) => /<body\b/i.test(text) && !/<(?:container|columns|x-[a-z])\b/i.test(text)),
  );
}

/** What the page shows: every element of the body with its box, in document order. */
function boxes() {
  const groundOf = (element) => {
    for (let up = element; up; up = up.parentElement) {
      const { backgroundColor } = getComputedStyle(up);
      if (!/, 0\)$|transparent/.test(backgroundColor)) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };
  return [...document.body.querySelectorAll('*')].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const texts = [...element.childNodes].filter((n) => n.nodeType === 3 && n.data.trim() !== '');
    const range = document.createRange();
    const words = texts.flatMap((text) => {
      range.selectNodeContents(text);
      return [...range.getClientRects()].map((r) => ({ x: r.x, y: r.y, width: r.width, height: r.height }));
    });
    return {
      tag: element.localName,
      text: texts.map((t) => t.data.trim()).join(' '),
      shown: width > 0 && height > 0 && style.visibility !== 'hidden' && Number(style.opacity) > 0,
      inline: style.display.startsWith('inline') && element.localName !== 'img',
      fontSize: Number.parseFloat(style.fontSize),
      ink: style.color,
      ground: groundOf(element),
      x,
      y,
      width,
      height,
      words,
    };
  });
}

/** The elements that only the second page has: one run of them. */
function added(before, after, byWords = true) {
  const same = (a, b) => a?.tag === b?.tag && a !== undefined && (!byWords || a.text === b.text);
  let first = 0;
  while (first < before.length && same(before[first], after[first])) first++;
  const count = after.length - before.length;
  return { first, count, elements: after.slice(first, first + count) };
}

/** WCAG 2.2, contrast ratio of two colours as browsers compute them. */
function contrast(...colors) {
  const [a = 0, b = 0] = colors.map((color) => {
    const [red, green, blue] = color.match(/[\d.]+/g).map((n) => {
      const part = Number(n) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  });
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function check(condition, message) {
  if (!condition) throw new Error(message);
}

const right = ({ x, width }) => x + width;
const bottom = ({ y, height }) => y + height;
const near = (a, b) => Math.abs(a - b) <= slack;
const show = ({ tag, x, y, width, height }) =>
  `<${tag}> ${[x, y, width, height].map((n) => n.toFixed(1)).join(' ')}`;
/** The words and pictures that are seen. */
const content = (all) =>
  all.flatMap((e) => (!e.shown ? [] : e.tag === 'img' ? [e] : e.words)).filter((w) => w.width > 0);

/** A line at the end: beneath everything, within the column, legible; what was there has neither moved nor grown sideways. */
function checkLine(before, after) {
  const { first, count, elements } = added(before, after);
  check(count > 0, 'nothing was added');
  for (const [i, old] of before.entries()) {
    if (!old.shown) continue;
    const now = after[i < first ? i : i + count];
    const isAround = !near(now.height, old.height) && bottom(now) >= bottom(elements.at(-1)) - slack;
    check(
      near(now.x, old.x) && near(now.y, old.y) && near(now.width, old.width),
      `moved: ${show(old)} → ${show(now)}`,
    );
    check(isAround || near(now.height, old.height), `grew: ${show(old)} → ${show(now)}`);
  }
  const old = content(before);
  const words = content(elements);
  check(words.length > 0, 'what was added is not seen');
  const end = Math.max(...old.map(bottom));
  const start = Math.min(...words.map(({ y }) => y));
  check(start >= end - slack, `begins at ${start}, above the end of the content at ${end}`);
  const column = [Math.min(...old.map(({ x }) => x)), Math.max(...old.map(right))];
  const holder = [...before].filter(
    (e) => e.shown && near(e.x, columnOf(before).x) && near(e.width, columnOf(before).width),
  )[0];
  const [from, to] = holder ? [holder.x, right(holder)] : column;
  for (const word of words)
    check(
      word.x >= from - slack && right(word) <= to + slack,
      `stands at ${word.x}–${right(word)}, outside the column ${from}–${to}`,
    );
  for (const { fontSize, text } of elements.filter((e) => e.text !== ''))
    check(fontSize >= 9, `“${text}” has ${fontSize} px`);
  for (const { ink, ground, text } of elements.filter((e) => e.text !== ''))
    check(contrast(ink, ground) >= 2.5, `“${text}” is ${ink} on ${ground}`);
}

/** The block that the last words stand in, or the widest above it that is no wider than a mail. */
function columnOf(all) {
  const last = all.filter((e) => e.shown && e.words.length > 0).at(-1);
  const around = all.filter(
    (e) =>
      e.shown &&
      !e.inline &&
      last &&
      e.x <= last.x + slack &&
      right(e) >= right(last) - slack &&
      e.y <= last.y + slack &&
      bottom(e) >= bottom(last) - slack,
  );
  return around.find((e) => e.width <= 640) ?? around.at(-1) ?? last;
}

/** Something changed in its place: what stands before and beside it is where it was. */
function checkPlace(before, after, use) {
  // Words that only promised a link are one now.
  const { first, count, elements } = added(before, after, false);
  check(count >= 0 && elements.every((e) => e.tag === 'a'), 'elements came or went');
  after = after.toSpliced(first, count);
  const [changed = before.length] = before.flatMap((e, i) =>
    near(e.height, after[i].height) && near(e.width, after[i].width) ? [] : [i],
  );
  for (const [i, old] of before.entries()) {
    const now = after[i];
    // An image that is not loaded takes the room of its words.
    if (old.inline || !old.shown || (use === 'words' && old.tag === 'img')) continue;
    check(near(now.x, old.x) && near(now.width, old.width), `moved: ${show(old)} → ${show(now)}`);
    check(i > changed || near(now.y, old.y), `moved: ${show(old)} → ${show(now)}`);
    if (use !== 'show' && use !== 'words')
      check(near(now.y, old.y) && near(now.height, old.height), `grew: ${show(old)} → ${show(now)}`);
  }
}

const asked = process.argv.slice(2);
const screenshots = path.join(resultsFolder, 'preview');
const { step, write } = collect('preview');

async function render(page, text, name, view) {
  await page.setViewportSize(viewports[view]);
  await page.setContent(text, { waitUntil: 'load' });
  await page.screenshot({ path: path.join(screenshots, `${name}.${view}.png`), fullPage: true });
  return page.evaluate(boxes);
}

async function main() {
  fs.rmSync(screenshots, { recursive: true, force: true });
  fs.mkdirSync(screenshots, { recursive: true });
  const browser = await chromium.launch({
    executablePath: installChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  let failed = 0;
  try {
    const context = await browser.newContext({ javaScriptEnabled: true, offline: true });
    const page = await context.newPage();
    for (const mail of mails().filter(
      ({ name }) => asked.length === 0 || asked.some((a) => name.includes(a)),
    )) {
      const { findings } = await review(
        { text: mail.text, path: `emails/${mail.path}` },
        { configuration, only: rules },
      );
      for (const { ruleId, repairs } of findings)
        for (const [n, { id, edits }] of repairs.entries()) {
          const repaired = applyEdits(mail.text, edits);
          const name = `${mail.name.replace(/\W+/g, '-')}.${ruleId}.${n}`;
          await step(`${mail.name}: ${ruleId}, ${id}`, async () => {
            for (const view of Object.keys(viewports)) {
              const before = await render(page, mail.text, `${name}.before`, view);
              const after = await render(page, repaired, `${name}.after`, view);
              if (lines.has(id)) checkLine(before, after);
              else checkPlace(before, after, id);
            }
          }).catch(() => failed++);
        }
    }
  } finally {
    await browser.close();
    write();
  }
  process.exitCode = failed > 0 ? 1 : 0;
}

try {
  await main();
} catch (error) {
  if (!(error instanceof InstallError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
