import { Literals } from '../core/literals.js';
import { namesPlatform, platformMarks } from './consentPlatforms.js';
import leaving from './leaving.json';
import { mailMarks } from './mail.js';
import data from './prefilter.json';
import { trackingMarks } from './providers.js';
import { namesRecipient, recipientFiles } from './recipients.js';

/** What a text has to mention somewhere before something can be found in it. */
const TOPICS = {
  /** A box, radio or select. */
  choices: data.choices,
  switches: data.switches,
  /** A sentence that takes an act or silence for consent. */
  statements: data.statements,
  /** A value that code or a hidden field sends, and the names of what is consented to. */
  sent: data.sent,
  names: data.names,
  /** A notice about cookies. */
  notices: data.notices,
  signUps: data.signUps,
  /** A field, and the names of what fields ask for. */
  inputs: data.inputs,
  asked: data.asked,
  noticeNames: data.noticeNames,
  directives: data.directives,
  leaving: leaving.stems,
  platforms: platformMarks,
  recipientFiles,
  mailMarks,
  images: ['<img', '<mj-image', '<amp-img', '<amp-pixel'],
  tracking: ['track'],
  /** A provider's tag that adds an image. */
  trackingMarks,
  tables: ['<table'],
  cookies: ['cookie'],
  subject: ['subject', 'mail('],
  addresses: ['@', '&#', '&commat', 'x40', '0040'],
  written: ['textarea', 'select', 'field', 'input', 'textbox', 'form'],
} as const;

type Topic = keyof typeof TOPICS;
const bits = Object.fromEntries(Object.keys(TOPICS).map((topic, i) => [topic, 1 << i])) as Record<
  Topic,
  number
>;

let literals: Literals | undefined;
/** One review asks more than once about the same text. */
let latest: { readonly text: string; readonly topics: number } | undefined;

/** True where a text mentions something of each of these topics. */
export function mentions(text: string, ...topics: readonly Topic[]): boolean {
  literals ??= new Literals(Object.values(TOPICS));
  if (latest?.text !== text) latest = { text, topics: literals.topicsIn(text) };
  const found = latest.topics;
  return topics.every((topic) => (found & bits[topic]) !== 0);
}

/** The name of an element or of a class that stands for one, or a word that is all of a value. */
const SWITCH = new RegExp(
  `<[\\w.:-]{0,40}(?:${data.switches.join('|')})|["'](?:${data.switches.join('|')})["']|(?:${data.switches.join('|')})(?:::|Type\\b)|createElement|\\bh\\(`,
  'i',
);

/** True where a text may hold a box, switch, radio or select. */
export function mayHoldChoices(text: string): boolean {
  return mentions(text, 'choices') || (mentions(text, 'switches') && SWITCH.test(text));
}

/** True where a text may send a consent that nobody gives: a hidden field, a constant in a request. */
export function maySendConsent(text: string): boolean {
  return mentions(text, 'sent', 'names') && SENT.test(text);
}

/** A hidden field, as a tag or as a call, or a value that code sends. */
const SENT =
  /type["']?\s?(?:=>|[=:])\s?["'{\\]{0,3}:?hidden|<[\w.:-]{0,40}hidden|hidden(?:_|Type|For|Field|Input|\s?\(|\s?:)|as:\s?:hidden|:\s?true|append\(/i;

/** True where a text may configure a consent platform. */
export function mayConfigureConsent(text: string): boolean {
  return mentions(text, 'platforms') && namesPlatform(text);
}

/** True where a text may hold an image that counts who sees it, or an option that adds one. */
export function mayHoldPixels(text: string): boolean {
  return (mentions(text, 'images') && holdsPixel(text)) || (mentions(text, 'tracking') && OPENING.test(text));
}

/** What a tag says of itself stands near its name; templates may make it long. */
const LONGEST_TAG = 2000;

function holdsPixel(text: string): boolean {
  IMAGE.lastIndex = 0;
  for (let image = IMAGE.exec(text); image; image = IMAGE.exec(text)) {
    const tag = text.slice(image.index, image.index + LONGEST_TAG);
    const next = tag.slice(1).search(/<[a-z/!]/i);
    if (PIXEL.test(next < 0 ? tag : tag.slice(0, next + 1))) return true;
  }
  return false;
}

const IMAGE = /<(?:img|mj-image|amp-img|amp-pixel)/gi;
const PIXEL = /1x1|pixel|beacon|track|\b(?:width|height)\s*[=:]\s*\{?["']?[01](?![\d.%])/i;
const OPENING = /(?:open|opens)[\s_-]{0,2}tracking|track(?:ing)?[\s_-]{0,2}(?:email[\s_-]{0,2})?opens?/i;

/** True where a text may hold a notice about cookies with a button. */
export function mayHoldNotices(text: string): boolean {
  return mentions(text, 'notices') && /<a\b|button|btn|<input/i.test(text);
}

/** True where a text may hold a form for a newsletter. */
export function mayHoldSignUps(text: string): boolean {
  return mentions(text, 'signUps') && /<[\w.-]*form\b/i.test(text);
}

/** True where a text may hold a form by which one leaves a mailing. */
export function mayHoldLeaving(text: string): boolean {
  return mentions(text, 'leaving') && /<[\w.-]*form\b|form_/i.test(text);
}

/** Tags of fields and of components that draw one, but for those that nobody writes into. */
const WRITTEN =
  /<[\w.:-]{0,40}(?:textarea|select|field|input(?![^>]{0,200}type=["']?(?:hidden|submit|checkbox|radio|button|search|reset|image)))/i;

/** Names of functions and types that draw a field, in the ways in which code uses them; members of a form. */
const CALLED =
  /(?:input|textarea|field|textbox)\w{0,40}(?:\s?\(|\s?:{1,2}\s?["'\w]|["'])|form\w{0,20}(?:\.|:{1,2})\s?["'\w]/i;

/** True where a text may hold a field that asks for personal data. */
export function mayHoldFields(text: string): boolean {
  return (
    mentions(text, 'written') &&
    (WRITTEN.test(text) || (mentions(text, 'inputs', 'asked') && CALLED.test(text)))
  );
}

let implying: Literals | undefined;

/** False where no sentence can take an act or silence for consent: for a sentence as readers see it. */
export function impliesByItsLetters(sentence: string): boolean {
  implying ??= new Literals([[...data.statements, ...data.implied]]);
  return implying.test(sentence);
}

/** True where a text may load something that needs consent: where it names a host, package, plug-in or file of a recipient. */
export function mayNameRecipient(text: string): boolean {
  return (
    namesRecipient(text) ||
    // One pass for all topics finds the few texts in which the names are worth looking for one by one.
    (mentions(text, 'recipientFiles') && recipientFiles.some((name) => text.includes(name)))
  );
}

/** True where a text may hold a link to a privacy notice. */
export function mayHoldNoticeLinks(text: string): boolean {
  return mentions(text, 'noticeNames') && /<a\b|link|href|\]\((?:#|\)|javascript)/i.test(text);
}
