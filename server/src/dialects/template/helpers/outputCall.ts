import type { Grammar } from '../expression/grammar.js';
import type { CodeCall, HoleCode } from '../language.js';
import { trimCode } from '../read.js';

/** The call that an output prints. */
export function outputCall(
  { source, code }: Pick<HoleCode, 'source' | 'code'>,
  trim: RegExp,
  grammar: Grammar,
): readonly CodeCall[] {
  return [{ code: trimCode(source, code, trim), grammar, printed: true }];
}
