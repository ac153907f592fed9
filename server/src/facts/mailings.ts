import { contains, type Span } from '../core/span.js';
import { kindOfWord, type StatedKind } from '../knowledge/mail.js';
import { providerById } from '../knowledge/providers.js';
import {
  isTestPath,
  namesMailBody,
  namesSubject,
  roleOfAddress,
  type Transport,
  takesMail,
  transportOf,
} from '../knowledge/sending.js';
import type { Setting } from '../model/nodes.js';
import { visibleText } from '../model/query.js';
import { kindOfWords } from './mailKind.js';
import { completer, leavingOf } from './oneClick.js';
import type { FactSource } from './source.js';
import type { Mailing, Message } from './types/index.js';

/** The mails that code hands to a library or service, and the mail whose header the document is. */
export function readMailings(source: FactSource, message: () => Message | undefined): readonly Mailing[] {
  const { doc, path, host } = source;
  // Of a text in code, that code tells how it is sent.
  if (host || doc.settings.length === 0) return [];
  if (doc.mail) return ofHeader(source, message());
  if (!doc.settings.some(({ key }) => namesSubject(key)) || isTestPath(path)) return [];
  const transport = transportOf(doc.modules, doc.text);
  return transport ? ofCode(source, transport) : [];
}

/** A mail as it travels: all that it says of itself stands in its header. */
function ofHeader({ doc }: FactSource, message: Message | undefined): readonly Mailing[] {
  const fields = doc.settings.filter(({ kind }) => kind === 'header');
  const first = fields.find(({ key }) => namesSubject(key)) ?? fields[0];
  if (!message || !first) return [];
  const leaving = leavingOf(fields, fields, doc.text);
  return [
    {
      kind: message.kind,
      span: first.span,
      provider: providerOf(message.provider?.id),
      ...leaving,
      complete: completer(leaving, fields, first, { form: 'arguments' }, doc.text),
    },
  ];
}

function ofCode(source: FactSource, transport: Transport): readonly Mailing[] {
  const { settings, text } = source.doc;
  const mails = [...byGroup(settings)].flatMap((own) => {
    const subject = own.find(({ key }) => namesSubject(key));
    return subject && describesMail(subject, own) ? [{ own, subject, span: around(own) }] : [];
  });
  // What stands in none of them, and names the header, may be given to each.
  const loose = settings.filter((s) => !mails.some(({ span }) => contains(span, s.span)));
  return mails.map(({ own, subject, span }) => {
    const within = settings.filter((s) => contains(span, s.span));
    const leaving = leavingOf(within, [...within, ...loose], text, span);
    const { headers } = transport;
    return {
      kind: source.email ?? kindOfMail(source, subject, within, span, mails.length === 1),
      span: subject.span,
      provider: providerOf(transport.provider),
      ...leaving,
      complete: headers && completer(leaving, within, ownOf(own, subject), headers, text),
    };
  });
}

function byGroup(settings: readonly Setting[]): Iterable<Setting[]> {
  const groups = new Map<number, Setting[]>();
  for (const setting of settings) {
    const group = groups.get(setting.group);
    if (group) group.push(setting);
    else groups.set(setting.group, [setting]);
  }
  return groups.values();
}

/** A subject alone may be a field's name, or a course's. */
function describesMail(subject: Setting, own: readonly Setting[]): boolean {
  if (subject.kind === 'parameter' || subject.kind === 'variable') return false;
  if (subject.kind === 'argument' || subject.context.some(takesMail)) return true;
  return own.some(
    (s) =>
      s !== subject && [s.key, ...s.context].some((n) => roleOfAddress(n) !== undefined || namesMailBody(n)),
  );
}

function around(settings: readonly Setting[]): Span {
  return {
    start: Math.min(...settings.map(({ span }) => span.start)),
    end: Math.max(...settings.map(({ span }) => span.end)),
  };
}

/** What new headers are written beside: whatever of the mail can be written beside. */
function ownOf(own: readonly Setting[], subject: Setting): Setting {
  return subject.beside ? subject : (own.find(({ beside }) => beside) ?? subject);
}

function kindOfMail(
  { doc, path }: FactSource,
  subject: Setting,
  within: readonly Setting[],
  span: Span,
  only: boolean,
): Mailing['kind'] {
  const subjects = within.filter(
    (s) => s === subject || (contains(subject.span, s.span) && namesSubject(s.context[0] ?? '')),
  );
  const title = subjects.flatMap((s) => knownWords(s) ?? []).join(' ');
  const bodies = (doc.embedded ?? []).filter((e) => only || contains(span, placeOf(e.map, e.doc.text)));
  const body = bodies.map((e) => visibleText(e.doc.root)).join(' \n ');
  const said = within.flatMap((s) => (namesMailBody(s.key) ? (knownWords(s) ?? []) : [])).join(' \n ');
  return kindOfWords(
    title,
    `${body} \n ${said}`,
    kindOfNames([...subject.context, ...said.split(/\s+/, 2), path]),
  );
}

function placeOf(map: { toSource(span: Span): { span: Span } }, { length }: string): Span {
  return map.toSource({ start: 0, end: length }).span;
}

function knownWords({ value }: Setting): string | undefined {
  return value.state === 'known' && typeof value.value === 'string' ? value.value : undefined;
}

/** What the names around say together; names that say both say nothing. */
function kindOfNames(names: readonly string[]): StatedKind | undefined {
  const kinds = new Set(names.flatMap((name) => kindOfWord(name) ?? []));
  return kinds.size === 1 ? [...kinds][0] : undefined;
}

function providerOf(id: string | undefined): Mailing['provider'] {
  const provider = id === undefined ? undefined : providerById(id);
  return provider && { name: provider.name, addsHeader: provider.addsListUnsubscribeHeader };
}
