// The floor of HTML: read every file beneath a folder (or one file), parse it with locations, do nothing else.
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'parse5';

const [start] = process.argv.slice(2);
const files = fs.statSync(start).isFile()
  ? [start]
  : fs
      .readdirSync(start, { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile())
      .map((e) => path.join(e.parentPath ?? e.path, e.name));
let nodes = 0;
for (const file of files)
  nodes += parse(fs.readFileSync(file, 'utf8'), { sourceCodeLocationInfo: true }).childNodes.length;
console.log(`${files.length} files, ${nodes} nodes`);
