import { modify } from 'jsonc-parser';
import type { Edit } from '../core/edit.js';
import type { Recipient } from './configuration.js';
import type { RegisterEntry } from './types.js';

/**
 * The edits that enter a company in the register of a configuration file, in the file's own style. The date of the
 * contract is left to who has signed it.
 * @param text of the configuration; blank where there is none yet.
 */
export function registerRecipient(text: string, { host, name }: RegisterEntry): Edit[] {
  const entry: Recipient = { name, role: 'processor' };
  if (text.trim() === '')
    return [
      {
        span: { start: 0, end: text.length },
        text: `${JSON.stringify({ recipients: { [host]: entry } }, null, 2)}\n`,
      },
    ];
  const insertSpaces = !/\n\t/.test(text);
  const tabSize = /\n( +)\S/.exec(text)?.[1]?.length ?? 2;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return modify(text, ['recipients', host], entry, { formattingOptions: { insertSpaces, tabSize, eol } }).map(
    ({ offset, length, content }) => ({ span: { start: offset, end: offset + length }, text: content }),
  );
}
