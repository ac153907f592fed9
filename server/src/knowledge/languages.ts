import data from './languages.json';

const dialects: Readonly<Record<string, { languageIds: readonly string[]; extensions: readonly string[] }>> =
  data.dialects;
const generic = new Set(data.generic);

/** What a dialect is known by in editors and file names. */
export function namesOf(dialect: string): {
  readonly languageIds: readonly string[];
  readonly extensions: readonly string[];
} {
  return dialects[dialect] ?? { languageIds: [], extensions: [] };
}

/** The name of the language of forms or mails that a file is in but that no dialect reads, by the end of its path. */
export function unreadLanguage(path: string): string | undefined {
  const name = path.toLowerCase();
  return Object.entries(data.unread).find(([, endings]) => endings.some((e) => name.endsWith(e)))?.[0];
}

/** True for an identifier that editors also give to files of other languages. */
export function isGeneric(languageId: string): boolean {
  return generic.has(languageId);
}

/** True where files with this ending are of several languages, so that only their text tells. */
export function isUncertain(extension: string): boolean {
  return data.uncertain.includes(extension);
}

let marks: readonly { readonly dialect: string; readonly pattern: RegExp }[] | undefined;

/** None of the languages shows itself without one of these. */
const ANY_MARK = /<mjml|\{[{%#*$a-z]|<[%?#]|<\/[#c]|\sth:|xmlns:t?h|\s(?:\*ng|\[|\()|formControlName/;

/**
 * The language that a text's marks give away; undefined where it shows none.
 * @param known a language that the text is in, so that another one is asked for.
 */
export function sniff(text: string, known?: string): string | undefined {
  if (!ANY_MARK.test(text)) return undefined;
  marks ??= data.marks.map(({ dialect, pattern }) => ({ dialect, pattern: new RegExp(pattern) }));
  return marks.find(({ dialect, pattern }) => dialect !== known && pattern.test(text))?.dialect;
}

/** A control, a form or a mail's header, in markup or in the languages that stand for it. */
const FORM =
  /<(?:form|input|select|textarea|mj-body)[\s>/]|type\s*[:=]>?\s*["':]?checkbox|\bcheck_?box\b|^List-Unsubscribe:/im;

/** True where a text of an unknown language seems to hold a form or a mail. */
export function mayHoldForm(text: string): boolean {
  return FORM.test(text);
}
