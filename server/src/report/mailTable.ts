import type { Locale } from '../rules/rule.js';
import { codeSpan, markdownCell } from './markdown.js';
import { say, type TextKey } from './texts.js';
import type { FileResult, PlacedMail } from './types.js';

const COLUMNS: readonly TextKey[] = [
  'columnFile',
  'columnKind',
  'columnProvider',
  'columnWayOut',
  'columnSender',
  'columnPixels',
  'columnIdentity',
];

/** A row a mail: what it is, who sends it, and how readers get out. Empty where there is no mail. */
export function mailTable(files: readonly FileResult[], locale: Locale): readonly string[] {
  const rows = files.flatMap(({ path, mails = [] }) =>
    mails.map((mail) => cellsOf(codeSpan(mails.length > 1 ? `${path}:${mail.line}` : path), mail, locale)),
  );
  if (rows.length === 0) return [];
  const head = COLUMNS.map((key) => say(key, locale));
  const line = COLUMNS.map((key) => (key === 'columnPixels' ? '---:' : '---'));
  return [head, line, ...rows.map((cells) => cells.map(markdownCell))].map(
    (cells) => `| ${cells.join(' | ')} |`,
  );
}

function cellsOf(file: string, mail: PlacedMail, locale: Locale): string[] {
  const tell = (key: TextKey, data?: Readonly<Record<string, string>>) => say(key, locale, data);
  const kind = tell(KINDS[mail.kind]);
  return [
    file,
    mail.whole ? kind : tell('kindPart', { kind }),
    mail.provider ?? tell('unknown'),
    wayOut(mail, tell),
    sender(mail, tell),
    String(mail.pixels),
    identity(mail, tell),
  ];
}

type Tell = (key: TextKey, data?: Readonly<Record<string, string>>) => string;

const KINDS = {
  marketing: 'kindMarketing',
  transactional: 'kindTransactional',
  unclear: 'kindUnclear',
} as const satisfies Record<PlacedMail['kind'], TextKey>;

const WAYS = {
  works: 'wayWorks',
  hidden: 'wayHidden',
  dead: 'wayDead',
  'by-provider': 'byProvider',
  elsewhere: 'elsewhere',
  none: 'none',
} as const satisfies Record<PlacedMail['wayOut'], TextKey>;

function wayOut({ wayOut: way, kind }: PlacedMail, tell: Tell): string {
  return tell(way === 'none' && kind === 'transactional' ? 'notNeeded' : WAYS[way]);
}

function sender({ sender: { state, address } }: PlacedMail, tell: Tell): string {
  if (address === undefined) return tell('unknown');
  if (state === 'read' || state === 'unseen') return address;
  return tell(state === 'no-reply' ? 'senderNoReply' : 'senderAnswered', { address });
}

const LONGEST = 60;

function identity({ identity: found }: PlacedMail, tell: Tell): string {
  if (!found) return tell('noIdentity');
  if (found.by === 'by-provider') return tell('identityByProvider');
  if (found.by === 'elsewhere' || found.words === '') return tell('elsewhere');
  const words = found.words.replace(/\s+/g, ' ').trim();
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}
