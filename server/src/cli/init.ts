import * as fs from 'node:fs';
import * as path from 'node:path';
import { configurationName } from '../engine/configurationLoad.js';
import { codeOf } from '../node/files.js';
import type { Locale } from '../rules/rule.js';
import { type Arguments, UsageError } from './arguments.js';
import type { Terminal } from './terminal.js';

/** `privacylint init`: writes a configuration to start from. One that is there already is left alone. */
export async function run(args: Arguments, terminal: Terminal): Promise<number> {
  try {
    fs.writeFileSync(path.resolve(configurationName), template(args.locale), { flag: 'wx' });
  } catch (error) {
    const { code = 'unknown error' } = codeOf(error);
    if (code === 'EEXIST') throw new UsageError(`${configurationName} is there already; nothing was changed`);
    throw new UsageError(`${configurationName} cannot be written (${code})`);
  }
  terminal.out(`${configurationName}\n`);
  return 0;
}

/** Valid as it is, and with every comment taken away from its `//` keys. */
export function template(locale: Locale): string {
  const say = (en: string, fr: string) => `// ${locale === 'fr' ? fr : en}`;
  return `{
  ${say('privacylint:strict also raises what is only recommended.', 'privacylint:strict relève aussi ce qui n’est que recommandé.')}
  "extends": "privacylint:recommended",

  ${say('Rule id: "off" or the strongest severity. "privacylint explain" lists the rules.', 'Règle : « off » ou la gravité maximale. « privacylint explain » énumère les règles.')}
  "rules": {
    // "no-reply-sender": "information"
  },

  ${say('Files that are not reviewed, as in .gitignore (which counts as well).', 'Fichiers non examinés, comme dans .gitignore (qui compte aussi).')}
  "ignore": [
    // "legacy/"
  ],

  ${say('Which files are mails, and of what kind.', 'Quels fichiers sont des e-mails, et de quel type.')}
  "email": {
    // "emails/newsletter/**": "marketing",
    // "emails/orders/**": "transactional"
  },

  ${say('Written into repairs; without them a repair leaves a blank.', 'Repris dans les corrections ; sans eux, une correction laisse un blanc.')}
  "contact": {
    // "email": "contact@example.com",
    // "privacyNotice": "https://example.com/privacy",
    // "identity": "Example Ltd, 1 Example Street, Exampletown"
  },

  ${say('Whose law applies: eu, fr, de, uk, us, ca …', 'Quel droit s’applique : eu, fr, de, uk, us, ca…')}
  "jurisdiction": ["eu"]
}
`;
}
