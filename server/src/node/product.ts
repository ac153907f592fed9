import * as fs from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locale } from '../rules/rule.js';

export interface Product {
  readonly version: string;
  readonly homepage: string | undefined;
  /** Address of a rule's page: on the homepage where there is one, else the page that came with the product. */
  readonly rulePage: (ruleId: string, locale?: Locale) => string;
}

let read: Product | undefined;

/** What the package says of itself: reads `package.json`, which stands above the bundle and above the compiled sources. */
export function product(): Product {
  read ??= readProduct(packageFolder());
  return read;
}

function readProduct(folder: string): Product {
  const { version = '0.0.0', homepage }: { version?: string; homepage?: string } = JSON.parse(
    fs.readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  const pages =
    homepage === undefined ? pathToFileURL(`${folder}${path.sep}`).href : `${homepage.replace(/\/$/, '')}/`;
  const folderOf = (locale: Locale) => (locale === 'en' ? '' : `${locale}/`);
  return {
    version,
    homepage,
    rulePage: (ruleId, locale = 'en') => `${pages}docs/rules/${folderOf(locale)}${ruleId}.md`,
  };
}

function packageFolder(): string {
  for (let at = __dirname; ; at = path.dirname(at)) {
    if (fs.existsSync(path.join(at, 'package.json'))) return at;
    if (path.dirname(at) === at) throw new Error(`no package.json above ${__dirname}`);
  }
}
