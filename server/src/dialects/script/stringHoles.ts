import { lazily } from '../../core/lazily.js';
import { holdsFooter } from '../../knowledge/mail.js';
import type { ReadHole } from '../strings/language.js';
import { moved } from '../strings/places.js';
import type { Reading } from '../template/reading.js';
import type { ScriptText } from './stringText.js';
import type { Values } from './values.js';

/** What the expressions print that a text is filled in with. */
export function holeReader({ outputs, map }: ScriptText, values: Values): ReadHole {
  return (hole, { context, source }): Reading => {
    const place = { start: hole.start, end: hole.end };
    const code = source.slice(hole.code.start, hole.code.end);
    const expression = outputs.get(hole.number);
    const value = expression && values.of(expression);
    if (!value || value.state === 'absent')
      return { kind: 'print', value: { state: 'dynamic', span: place, code } };
    if (value.state === 'known') {
      const { origin, ...known } = value;
      // A name for a text says no more than the text; what is on or off may change while the program runs.
      const decided = context === 'between' && origin ? moved(value, map).origin : undefined;
      return {
        kind: 'print',
        value: { ...known, span: place, ...(decided && { origin: decided }) },
      };
    }
    const name = /^(?:await\s+)?(?:this\.)?([\w$.]+)/.exec(code)?.[1];
    if (context === 'text' && name !== undefined && holdsFooter(name.replace(/^.*\./, '')))
      return { kind: 'include', path: name };
    const candidates = () => value.candidates?.map((candidate) => moved(candidate, map)) ?? [];
    return { kind: 'print', value: lazily({ state: 'dynamic' as const, span: place, code }, { candidates }) };
  };
}
