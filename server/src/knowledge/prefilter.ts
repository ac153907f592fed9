import data from './prefilter.json';

const anyOf = (spellings: readonly string[]) =>
  new RegExp(spellings.map((s) => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'i');

const choices = anyOf(data.choices);
const statements = anyOf(data.statements);
const sent = anyOf(data.sent);
const names = anyOf(data.names);
const notices = anyOf(data.notices);
const signUps = anyOf(data.signUps);
const inputs = anyOf(data.inputs);
const asked = anyOf(data.asked);
const noticeNames = anyOf(data.noticeNames);
const directives = anyOf(data.directives);

/** True where a text may hold a box, switch, radio or select. */
export function mayHoldChoices(text: string): boolean {
  return choices.test(text);
}

/** True where a sentence of a text may take an act or silence for consent. */
export function mayHoldStatements(text: string): boolean {
  return statements.test(text);
}

/** True where a text may send a consent that nobody gives: a hidden field, a constant in a request. */
export function maySendConsent(text: string): boolean {
  return sent.test(text) && names.test(text);
}

/** True where a text may hold a notice about cookies with a button. */
export function mayHoldNotices(text: string): boolean {
  return notices.test(text) && /<a\b|button|btn|<input/i.test(text);
}

/** True where a text may hold a form for a newsletter. */
export function mayHoldSignUps(text: string): boolean {
  return /<[\w.-]*form\b/i.test(text) && signUps.test(text);
}

/** Tags of fields and of components that draw one, but for those that nobody writes into. */
const WRITTEN =
  /<[\w.:-]{0,40}(?:textarea|select|field|input(?![^>]{0,200}type=["']?(?:hidden|submit|checkbox|radio|button|search|reset|image)))/i;

/** True where a text may hold a field that asks for personal data. */
export function mayHoldFields(text: string): boolean {
  return WRITTEN.test(text) || (inputs.test(text) && asked.test(text));
}

/** True where a text may hold a link to a privacy notice. */
export function mayHoldNoticeLinks(text: string): boolean {
  return noticeNames.test(text) && /<a\b|link|href/i.test(text);
}

export function mayHoldDirectives(text: string): boolean {
  return directives.test(text);
}
