import type { Facts, Message, Sender } from '../facts/types/index.js';
import { spanInSource } from './embedded.js';
import type { ReadDocument } from './read.js';
import type { MailSummary } from './types.js';

type Read = Pick<ReadDocument, 'facts' | 'parts'>;

/** What each mail of a text is and how it treats its readers, in source order; the parts of a mail as it travels are one. */
export function summarizeMails({ facts, parts }: Read): readonly MailSummary[] {
  const own = parts.filter(({ kind }) => kind === 'mail-part').map((part) => part.facts);
  const { message } = facts;
  const first = message && summarize(message, [facts, ...own]);
  const others = parts.flatMap((part) => {
    if (part.kind === 'mail-part' || !part.facts.message) return [];
    const { span, ...summary } = summarize(part.facts.message, [part.facts]);
    return [{ ...summary, span: spanInSource(span, part) }];
  });
  return first ? [first, ...others] : others;
}

function summarize(message: Message, all: readonly Facts[]): MailSummary {
  const messages = all.flatMap((facts) => facts.message ?? []);
  const provider = messages.find((m) => m.provider)?.provider;
  const addsFooter = provider?.addsFooter === 'yes';
  return {
    span: message.open,
    kind: message.kind,
    whole: messages.some((m) => m.whole),
    provider: provider?.name,
    wayOut: wayOutOf(messages, addsFooter),
    sender: senderOf(
      messages,
      all.flatMap(({ senders }) => senders),
    ),
    pixels: all.reduce((n, { pixels }) => n + pixels.length, 0),
    identity: identityOf(messages, addsFooter),
  };
}

function wayOutOf(messages: readonly Message[], addsFooter: boolean): MailSummary['wayOut'] {
  const dead = messages.flatMap((m) => m.deadEnds);
  const ways = messages
    .flatMap((m) => m.waysOut)
    .filter(({ how }) => how !== 'part' && how !== 'words' && how !== 'outlook');
  const isDead = (span: { start: number; end: number }) =>
    dead.some((d) => d.span.start < span.end && span.start < d.span.end);
  const open = ways.filter(({ how, span }) => how !== 'include' && !isDead(span));
  const hidden = messages.flatMap((m) => m.obscured).filter(({ cause }) => cause !== 'markup-only');
  if (open.length > 0) return hidden.length > 0 ? 'hidden' : 'works';
  if (dead.length > 0) return 'dead';
  if (ways.length > 0 || !messages.some((m) => m.whole)) return 'elsewhere';
  return addsFooter ? 'by-provider' : 'none';
}

function senderOf(messages: readonly Message[], senders: readonly Sender[]): MailSummary['sender'] {
  const silent = senders.find(({ noReply, role }) => noReply === 'no-reply' && role !== 'contact');
  if (silent) return { state: silent.answered ? 'answered' : 'no-reply', address: silent.address };
  const address = messages.find(({ from }) => from !== undefined)?.from;
  return { state: address === undefined ? 'unseen' : 'read', address };
}

function identityOf(messages: readonly Message[], addsFooter: boolean): MailSummary['identity'] {
  const [found] = messages.flatMap((m) => m.identity);
  if (found) return { by: found.what === 'include' ? 'elsewhere' : 'words', words: found.what };
  if (addsFooter) return { by: 'by-provider', words: '' };
  const isElsewhere =
    !messages.some((m) => m.whole) || messages.some((m) => m.waysOut.some(({ how }) => how === 'include'));
  return isElsewhere ? { by: 'elsewhere', words: '' } : undefined;
}
