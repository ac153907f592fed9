import * as fs from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ReportedProduct } from '../report/types.js';

let read: ReportedProduct | undefined;

/** What the package says of itself: reads `package.json`, which stands above the bundle and above the compiled sources. */
export function product(): ReportedProduct {
  read ??= readProduct(packageFolder());
  return read;
}

function readProduct(folder: string): ReportedProduct {
  const { version = '0.0.0', homepage }: { version?: string; homepage?: string } = JSON.parse(
    fs.readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  const pages =
    homepage === undefined ? pathToFileURL(`${folder}${path.sep}`).href : `${homepage.replace(/\/$/, '')}/`;
  return { version, homepage, rulePage: (ruleId) => `${pages}docs/rules/${ruleId}.md` };
}

function packageFolder(): string {
  for (let at = __dirname; ; at = path.dirname(at)) {
    if (fs.existsSync(path.join(at, 'package.json'))) return at;
    if (path.dirname(at) === at) throw new Error(`no package.json above ${__dirname}`);
  }
}
