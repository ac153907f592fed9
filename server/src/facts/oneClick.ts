import { type Edit, insert, joined } from '../core/edit.js';
import type { Span } from '../core/span.js';
import { namesHeaders, roleInOneClick, type Transport } from '../knowledge/sending.js';
import type { Setting } from '../model/nodes.js';
import type { Mailing } from './types/index.js';

type Leaving = Pick<Mailing, 'oneClick' | 'header'> & { readonly setting: Setting | undefined };

/** RFC 8058, section 3.1: the only value that the second header has. */
const POST = { key: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' };
const ADDRESS = 'List-Unsubscribe';

/**
 * What a mail's headers say of leaving by one click.
 * @param own what is said of the mail itself.
 * @param all the same, with what may be said of it elsewhere in the text.
 * @param span where code puts the mail together; what is taken in there from elsewhere may hold anything.
 */
export function leavingOf(
  own: readonly Setting[],
  all: readonly Setting[],
  text: string,
  span?: Span,
): Leaving {
  const address = own.find((s) => roleOf(s) === 'address');
  const loose = all.filter((s) => !own.includes(s)).map(roleOf);
  const found = { header: address?.span, setting: address };
  if (own.some((s) => roleOf(s) === 'service')) return { ...found, oneClick: 'complete' };
  if (loose.some((role) => role !== undefined)) return { ...found, oneClick: 'unknown' };
  if (!address) return { ...found, oneClick: span && takesMore(own, text, span) ? 'unknown' : 'missing' };
  const written = valueBeside(address, own);
  if (written !== undefined && !/https:/i.test(written) && /^\s*(?:<\s*)?(?:mailto|http):/i.test(written))
    return { ...found, oneClick: 'no-address' };
  const post = own.find((s) => roleOf(s) === 'post');
  if (!post) return { ...found, oneClick: 'no-post' };
  const value = valueBeside(post, own);
  return { ...found, oneClick: value === undefined || value.trim() === POST.value ? 'complete' : 'no-post' };
}

/** By its own name, the one with what holds it (`list: { unsubscribe }`), or what it names in a list of headers. */
function roleOf({ key, context, value }: Setting): ReturnType<typeof roleInOneClick> {
  const named = roleInOneClick(key) ?? roleInOneClick(`${context[0] ?? ''} ${key}`);
  if (named || value.state !== 'known' || typeof value.value !== 'string') return named;
  return value.value.length < LONGEST_NAME && !value.value.includes('=')
    ? roleInOneClick(value.value)
    : undefined;
}

const LONGEST_NAME = 40;

/** The header's value: its own, or that of the pair that it is the name in. */
function valueBeside(header: Setting, own: readonly Setting[]): string | undefined {
  const isNamed = roleInOneClick(header.key) ?? roleInOneClick(`${header.context[0] ?? ''} ${header.key}`);
  const holder = isNamed ? header : own.find((s) => s !== header && s.group === header.group);
  const { value } = holder ?? header;
  return value.state === 'known' && typeof value.value === 'string' ? value.value : undefined;
}

/** Headers that are put together elsewhere, or an object that is taken in with all that it holds. */
function takesMore(own: readonly Setting[], text: string, { start, end }: Span): boolean {
  const headers = own.filter(({ key }) => namesHeaders(key));
  const unseen = headers.some(
    ({ value }) => value.state === 'dynamic' && !/^\s*(?:[[{]|array\b|dict\()/.test(value.code),
  );
  if (unseen) return true;
  const near = text.slice(Math.max(0, start - NEAR), end + NEAR);
  return SPREAD.test(near);
}

/** Far enough for a name and a comma. */
const NEAR = 60;
const SPREAD = /(?:\.\.\.|\*\*)[\w$(]/;

/** Writes what lacks, as the mail's own headers are written. */
export function completer(
  { oneClick, setting }: Leaving,
  within: readonly Setting[],
  beside: Setting,
  headers: NonNullable<Transport['headers']>,
  text: string,
): Mailing['complete'] {
  if (oneClick === 'no-post')
    return setting?.beside && roleInOneClick(setting.key) ? () => postBeside(setting) : undefined;
  if (oneClick === 'no-address') return setting && addressBefore(setting, text);
  if (oneClick !== 'missing') return undefined;
  if (headers.functions && !beside.context.some((name) => headers.functions?.includes(name)))
    return undefined;
  const existing = within.find(({ key }) => namesHeaders(key));
  const inner = existing && within.find((s) => s.context[0] === existing.key && s.beside);
  const at =
    headers.form === 'map' && existing ? inner : existing && headers.form === 'pairs' ? undefined : beside;
  const write = at?.beside;
  if (!at || !write) return undefined;
  const form = at === beside ? headers : ({ form: 'arguments' } as const);
  return (route) => writeHeaders(write, form, `<${route}>`);
}

/** The web address before the mailbox, where that is written as it reads. */
function addressBefore(setting: Setting, text: string): Mailing['complete'] {
  const { start, end } = setting.value.span;
  const at = text.slice(start, end).indexOf('<');
  if (at < 0 || !setting.beside || !roleInOneClick(setting.key)) return undefined;
  return (route) => [insert(start + at, `<${route}>, `), ...postBeside(setting)];
}

function postBeside(setting: Setting): readonly Edit[] {
  const key = setting.key.replace(/List-Unsubscribe/i, (name) => `${name}-Post`);
  return setting.beside ? [setting.beside(key, POST.value)] : [];
}

function writeHeaders(
  write: NonNullable<Setting['beside']>,
  { form, key = 'headers', prefix = '', pair = [] }: NonNullable<Transport['headers']>,
  address: string,
): readonly Edit[] {
  const [name = 'name', value = 'value'] = pair;
  switch (form) {
    case 'map':
      return [write(key, { [ADDRESS]: address, [POST.key]: POST.value })];
    case 'pairs':
      return [
        write(key, [
          { [name]: ADDRESS, [value]: address },
          { [name]: POST.key, [value]: POST.value },
        ]),
      ];
    default:
      return joined([write(prefix + ADDRESS, address), write(prefix + POST.key, POST.value)]);
  }
}
