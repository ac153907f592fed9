#!/usr/bin/env node
// Writes THIRD-PARTY-NOTICES.txt from what the bundles really hold (.cache/meta-*.json, written by scripts/build.mjs)
// and the licence files of those packages.
// usage: node scripts/notices.mjs [--check]      (--check: fail when the file is stale, write nothing)
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const target = path.join(root, 'THIRD-PARTY-NOTICES.txt');

/** Folders, relative to the root, of the packages whose files contribute bytes to a bundle. */
function bundledPackages() {
  const cache = path.join(root, '.cache');
  const metas = fs.existsSync(cache) ? fs.readdirSync(cache).filter((f) => /^meta-.+\.json$/.test(f)) : [];
  if (metas.length === 0) throw new Error('Nothing is built: run `node scripts/build.mjs` first.');
  const folders = new Set();
  for (const file of metas) {
    const { outputs } = JSON.parse(fs.readFileSync(path.join(cache, file), 'utf8'));
    for (const { inputs } of Object.values(outputs))
      for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
        if (folder && bytesInOutput > 0) folders.add(folder);
      }
  }
  return [...folders];
}

function describe(folder) {
  const read = (name) =>
    fs
      .readFileSync(path.join(root, folder, name), 'utf8')
      .replaceAll('\r\n', '\n')
      .trim();
  const manifest = JSON.parse(read('package.json'));
  const texts = fs
    .readdirSync(path.join(root, folder))
    .filter((name) => /^(licen[cs]e|copying|notice|third-?party-?notice)/i.test(name))
    .sort();
  if (texts.length === 0)
    throw new Error(`${folder} ships no licence file: a bundle may not carry it without its licence text.`);
  const repository = typeof manifest.repository === 'string' ? manifest.repository : manifest.repository?.url;
  const source = manifest.homepage ?? repository ?? '';
  return {
    title: `${manifest.name} ${manifest.version}`,
    text: [`${manifest.name} ${manifest.version} (${manifest.license})`, source, '', ...texts.map(read)]
      .join('\n')
      .trim(),
  };
}

function notices() {
  const packages = new Map(
    bundledPackages()
      .map((folder) => describe(folder))
      .map((p) => [p.title, p.text]),
  );
  const sorted = [...packages.keys()].sort();
  const rule = '-'.repeat(80);
  const intro = `Privacylint contains the following packages, each under the licence that follows its name.\n\n${sorted.join('\n')}\n`;
  return `${intro}${sorted.map((title) => `\n${rule}\n${packages.get(title)}\n`).join('')}`;
}

try {
  const text = notices();
  const current = fs.existsSync(target) ? fs.readFileSync(target, 'utf8') : '';
  if (process.argv.includes('--check')) {
    if (text !== current)
      throw new Error('THIRD-PARTY-NOTICES.txt is stale: run `node scripts/notices.mjs`.');
  } else if (text !== current) fs.writeFileSync(target, text);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
