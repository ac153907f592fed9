import { type Edit, insert, replace } from '../../core/edit.js';
import { once } from '../../core/memo.js';
import { type ConsentPlatform, isConsentAttribute, isRunType } from '../../knowledge/gates.js';
import type { Recipient, Wait } from '../../knowledge/recipients.js';
import type { CodeReading, Frame, Mention } from '../code/reader.js';
import { indentOf } from '../indent.js';

/** Strings by the brackets that they stand in. */
const stringsOf = once((reading: CodeReading): ReadonlyMap<Frame, readonly Mention[]> => {
  const found = new Map<Frame, Mention[]>();
  for (const mention of reading.mentions) {
    if (mention.kind !== 'string') continue;
    const others = found.get(mention.frame);
    if (others) others.push(mention);
    else found.set(mention.frame, [mention]);
  }
  return found;
});

const TYPE = /^["']?type["']?\s*:$/;
const SOURCE = /(["']?)src\1\s*:$/;
const SCRIPTS = /\bscripts?["']?\s*:$/i;
/** How many brackets stand between a script and the list of all. */
const DEEPEST = 3;

/** Whether an object that describes a script says that it waits: `{ src, type: 'text/plain' }`. */
export function isHeldObject({ frame }: Mention, reading: CodeReading): boolean {
  if (frame.bracket !== '{') return false;
  const strings = stringsOf(reading).get(frame) ?? [];
  return strings.some(
    ({ before, text }) =>
      (TYPE.test(before) && !isRunType(text)) ||
      isConsentAttribute(/^["']([\w-]+)["']\s*:$/.exec(before)?.[1] ?? ''),
  );
}

/** An object from which a framework makes a script: of a list `script`, or beside the word itself. */
function isScriptObject({ frame, before }: Mention, reading: CodeReading): boolean {
  if (frame.bracket !== '{' || !SOURCE.test(before)) return false;
  let up: Frame | undefined = frame;
  for (let depth = 0; up && depth < DEEPEST; depth++, up = up.outer) {
    if (SCRIPTS.test(up.head)) return true;
    if (
      up !== frame &&
      stringsOf(reading)
        .get(up)
        ?.some(({ text }) => text === 'script')
    )
      return true;
  }
  return false;
}

/** Marks the object of a script for a consent platform. */
export function markObject(
  { mark }: ConsentPlatform,
  { id, kind }: Recipient,
  mention: Mention,
  reading: CodeReading,
): readonly Edit[] | undefined {
  if (!mark || !isScriptObject(mention, reading)) return undefined;
  const { source } = reading;
  const { start, end } = mention.span;
  const written = source.charAt(start - 1);
  const quote = written === '`' ? "'" : written;
  const key = SOURCE.exec(mention.before);
  const isQuoted = key?.[1] !== '';
  const nameOf = (name: string) => (isQuoted || !/^\w+$/.test(name) ? `${quote}${name}${quote}` : name);
  const category = mark.values[kind === 'analytics' ? 'analytics' : 'advertising'].replace('$recipient', id);
  const entries = [
    ['type', mark.type],
    ...(mark.as ? [[mark.as.attribute, mark.as.value]] : []),
    [mark.attribute, category],
  ];
  const edits = [
    insert(
      end + 1,
      entries.map(([name = '', value]) => `, ${nameOf(name)}: ${quote}${value}${quote}`).join(''),
    ),
  ];
  if (!mark.address) return edits;
  const from = source.lastIndexOf('src', start);
  const shift = isQuoted ? 1 : 0;
  return [replace({ start: from - shift, end: from + 'src'.length + shift }, nameOf(mark.address)), ...edits];
}

/** Sets what starts a service so that it waits: the object of its call, or the settings of its plug-in. */
export function waitIn(
  { setting, in: place, plugin }: Wait,
  mention: Mention,
  reading: CodeReading,
): readonly Edit[] | undefined {
  if (plugin !== undefined)
    return mention.text === plugin ? settingOfPlugin(setting, place, mention, reading) : undefined;
  const { call, text } = mention;
  if (!call || text.split('.').at(-1) !== place) return undefined;
  const { source } = reading;
  const given = reading.frames.find(
    (f) => f.outer === call && f.bracket === '{' && /(?:^|,)$/.test(f.head.trim()),
  );
  if (given) return [entry(source, given, setting)];
  // What else it is given may be the object.
  const inner = source.slice(call.start + 1, call.end - 1).trimEnd();
  return /^\s*[^,(]+$/.test(inner) ? [insert(call.start + 1 + inner.length, `, { ${setting} }`)] : undefined;
}

function settingOfPlugin(
  setting: string,
  key: string,
  mention: Mention,
  reading: CodeReading,
): readonly Edit[] | undefined {
  const { source, frames } = reading;
  const { frame, before, span } = mention;
  const isEntry = frame.bracket === '{';
  const names = new RegExp(`(?:^|[^\\w$])["']?${key}["']?\\s*:$`);
  const settings = frames.find(
    (f) => f.bracket === '{' && f.outer === (isEntry ? frame : frame.outer) && names.test(f.head),
  );
  if (settings) return [entry(source, settings, setting)];
  if (isEntry) return /:$/.test(before) ? [insert(span.end + 1, `, ${key}: { ${setting} }`)] : undefined;
  if (frame.bracket !== '[' || !frame.outer || source.charAt(frame.end - 1) !== ']' || before !== '')
    return undefined;
  if (key === 'options') return undefined;
  const indent = indentOf(source, source.lastIndexOf('modules', frame.start));
  return [insert(frame.end, `,${indent}${key}: { ${setting} }`)];
}

/** Writes an entry at the beginning of an object, laid out as the first one is. */
function entry(source: string, { start, end }: Frame, setting: string): Edit {
  const inner = source.slice(start + 1, Math.max(start + 1, end - 1));
  if (inner.trim() === '') return replace({ start, end }, `{ ${setting} }`);
  const blank = /^\s*/.exec(inner)?.[0] ?? '';
  return insert(start + 1, blank.includes('\n') ? `${blank}${setting},` : ` ${setting},`);
}
