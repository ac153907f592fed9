import fs from 'node:fs';
import path from 'node:path';
import { BenchError } from './error.mjs';

/** The two kinds of files that are measured apart: each has its own parser and its own peers. */
export const kinds = {
  html: {
    title: 'HTML',
    endings: ['.html', '.htm', '.xhtml'],
    mark: (n) => `\n<!-- copy ${n} -->\n`,
  },
  tsx: {
    title: 'TSX, JSX, TS, JS',
    endings: ['.tsx', '.jsx', '.ts', '.js', '.mts', '.cts', '.mjs', '.cjs'],
    mark: (n) => `\n// copy ${n}\n`,
  },
};

const skipped = new Set(['node_modules', 'bower_components']);

/** All files of a kind beneath a folder, in the order of their paths, relative to it. */
export function findFiles(folder, { endings }) {
  const found = [];
  const walk = (inside) => {
    for (const entry of fs.readdirSync(path.join(folder, inside), { withFileTypes: true })) {
      const name = path.join(inside, entry.name);
      if (entry.isDirectory()) {
        if (!skipped.has(entry.name) && !entry.name.startsWith('.')) walk(name);
      } else if (entry.isFile() && endings.includes(path.extname(entry.name).toLowerCase())) found.push(name);
    }
  };
  try {
    walk('');
  } catch (error) {
    throw new BenchError(`${folder} cannot be read: ${error.code ?? error.message}`);
  }
  return found.sort();
}

/**
 * Copies exactly `count` files of a kind to a folder of their own, so that every tool is given the same ones and none of
 * them finds a configuration or an ignore file on its way. Where the source has more, files are taken at even distances; where it
 * has fewer, copies are added, each with a comment at its end that makes its text a new one.
 * @returns undefined where the source has none; sizes in bytes.
 */
export function stage(source, kind, count, target) {
  const files = findFiles(source, kind).filter((name) => fs.statSync(path.join(source, name)).size < 10e6);
  if (files.length === 0) return undefined;
  const own = Math.min(files.length, count);
  const chosen = Array.from({ length: own }, (_, i) => files[Math.floor((i * files.length) / own)]);
  let bytes = 0;
  for (let i = 0; i < count; i++) {
    const copy = Math.floor(i / own) + 1;
    const name = chosen[i % own];
    const place = path.join(target, `copy${copy}`, name);
    fs.mkdirSync(path.dirname(place), { recursive: true });
    const content = fs.readFileSync(path.join(source, name));
    const text = copy === 1 ? content : Buffer.concat([content, Buffer.from(kind.mark(copy))]);
    fs.writeFileSync(place, text);
    bytes += text.length;
  }
  return { folder: target, count, own, bytes };
}

/** How a set came about, for the heading of its table. */
export function describe({ count, own, bytes }) {
  const made = own < count ? `, replicated from ${own}` : '';
  return `${count.toLocaleString('en')} files, ${(bytes / 1e6).toFixed(1)} MB${made}`;
}
