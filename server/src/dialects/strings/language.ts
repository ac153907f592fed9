import type { HoleCode, Opener, TemplateLanguage } from '../template/language.js';
import { mergeTags } from '../template/languages/mergeTags.js';
import type { Reading } from '../template/reading.js';
import type { StringHole } from './composer.js';

/** What is known of the code that fills in a place. */
export type ReadHole = (hole: StringHole, code: HoleCode) => Reading;

/** The places of a text that code fills in, as constructs of a language of their own. */
export function stringLanguage(holes: readonly StringHole[], readHole: ReadHole): TemplateLanguage {
  const byStart = new Map(holes.map((hole) => [hole.start, hole]));
  const byCode = new Map(holes.map((hole) => [hole.code.start, hole]));
  const opener: Opener = {
    open: '${',
    kind: 'output',
    when: (_source, at) => byStart.has(at),
    find(_source, from) {
      const hole = byStart.get(from - 2);
      if (!hole) return { looked: from };
      const { end, code, kind } = hole;
      return { end, codeStart: code.start, codeEnd: code.end, kind: kind === 'output' ? 'output' : 'block' };
    },
  };
  return {
    ...mergeTags,
    openers: [opener, ...mergeTags.openers],
    trim: /\s/,
    read(code) {
      const hole = code.open === opener.open ? byCode.get(code.code.start) : undefined;
      if (!hole) return mergeTags.read(code);
      switch (hole.kind) {
        case 'begin':
          return {
            kind: 'begin',
            condition: { code: code.source.slice(hole.code.start, hole.code.end), holds: 'unknown' },
          };
        case 'output':
          return readHole(hole, code);
        default:
          return { kind: hole.kind };
      }
    },
  };
}
