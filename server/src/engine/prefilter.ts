import { findBlanks } from '../core/blank.js';
import { maySetCookies } from '../knowledge/cookies.js';
import { mayPostForms } from '../knowledge/formHosts.js';
import { mailFolder, mailMarkup, mentionsMailModule } from '../knowledge/mail.js';
import { maySendMarkup } from '../knowledge/markupStrings.js';
import { findNoReplyAddresses } from '../knowledge/noReply.js';
import {
  mayConfigureConsent,
  mayHoldChoices,
  mayHoldFields,
  mayHoldLeaving,
  mayHoldNoticeLinks,
  mayHoldNotices,
  mayHoldPixels,
  mayHoldSignUps,
  mayNameRecipient,
  maySendConsent,
  mentions,
} from '../knowledge/prefilter.js';
import { mayBePolicy } from '../knowledge/privacyPolicy.js';
import { identifyProvider } from '../knowledge/providers.js';
import { maySendMails } from '../knowledge/sending.js';
import { mayHoldVocabulary } from '../knowledge/vocabulary.js';
import type { Configuration } from './configuration.js';
import type { ReviewInput } from './types.js';

/**
 * False only where no rule can report anything, so that the text need not be parsed: it holds no choice, no field that
 * asks for personal data, no link to a privacy notice and no sentence about consent, is no mail, and names neither an
 * address that nobody reads nor somebody that pages load trackers from. Each test is wider than the facts it stands for.
 */
export function mayHoldFindings(
  { text, path }: ReviewInput,
  { components, email, vocabulary }: Configuration,
): boolean {
  return (
    mayHoldChoices(text) ||
    mentions(text, 'statements') ||
    mentions(text, 'directives') ||
    mayHoldFields(text) ||
    mayHoldNoticeLinks(text) ||
    mayHoldNotices(text) ||
    maySendConsent(text) ||
    mayHoldSignUps(text) ||
    mayHoldLeaving(text) ||
    mayConfigureConsent(text) ||
    mayHoldPixels(text) ||
    mayBePolicy(text, path) ||
    findBlanks(text).length > 0 ||
    Object.keys(components).length > 0 ||
    mayHoldVocabulary(text, vocabulary) ||
    mayNameNoReply(text) ||
    mayNameRecipient(text) ||
    (mentions(text, 'cookies') && maySetCookies(text)) ||
    maySendMails(text) ||
    (text.includes('FormData') && mayPostForms(text)) ||
    email !== undefined ||
    mayBeMail(text, path)
  );
}

/** Escapes and entities may hide an address from a search of the raw text; such texts are parsed. */
function mayNameNoReply(text: string): boolean {
  if (!mentions(text, 'addresses')) return false;
  if (/&(?:#0*64|#x0*40|commat);|\\(?:x40|u0040|u\{0*40\})/i.test(text)) return true;
  return text.includes('@') && findNoReplyAddresses(text).length > 0;
}

/** The traits of `facts/message.ts`, read off the raw text: a mail shows two of them, or imports a mail library. */
function mayBeMail(text: string, path: string): boolean {
  const isMarked = mentions(text, 'mailMarks');
  if ((isMarked && mentionsMailModule(text)) || (mentions(text, 'subject') && maySendMarkup(text)))
    return true;
  let traits = mailFolder(path) === undefined ? 0 : 1;
  if (mentions(text, 'tables')) traits++;
  if (isMarked && mailMarkup(text).length > 0) traits++;
  return traits >= 2 || (traits === 1 && identifyProvider(text) !== undefined);
}
