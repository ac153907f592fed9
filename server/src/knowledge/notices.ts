import { PhraseFinder } from './matching/phrases.js';
import { wordsOfText } from './matching/words.js';
import data from './notices.json';

export interface NoticeLine {
  readonly before: string;
  readonly link: string;
  readonly after: string;
}

interface Language {
  readonly names: readonly string[];
  readonly sentences: readonly string[];
  readonly line: NoticeLine;
}

const languages = data.languages as Readonly<Record<string, Language>>;
/** A text of fewer words is a heading or a caption. */
const SHORTEST_SENTENCE = 5;

let compiled: ReturnType<typeof compile> | undefined;
const finders = () => {
  compiled ??= compile();
  return compiled;
};

function compile() {
  const of = (phrases: readonly string[]) => new PhraseFinder<true>().add(phrases, true);
  const every = Object.values(languages);
  return {
    names: of(every.flatMap((l) => l.names)),
    sentences: of(every.flatMap((l) => l.sentences)),
    inCode: of(data.names),
    administration: of(data.administration),
  };
}

/** Words that name a privacy notice or tell how data are used; UTF-16 offsets into the text. */
export function findNoticeWords(text: string): { readonly start: number; readonly end: number } | undefined {
  const [named] = finders().names.inText(text);
  if (named) return named;
  const [said] = finders().sentences.inText(text);
  return said && wordsOfText(text).length >= SHORTEST_SENTENCE ? said : undefined;
}

/** Whether a path, an address, a name or an expression is that of a notice. */
export function namesNotice(name: string): boolean {
  return finders().inCode.inCode(name).length > 0;
}

/** Whether a path is that of pages for the staff. */
export function isAdministration(path: string): boolean {
  return finders().administration.inCode(path).length > 0;
}

/** A line that leads to the notice, in a language (BCP 47 primary subtag), else in English. */
export function noticeLine(language: string): NoticeLine {
  return (languages[language] ?? data.languages.en).line;
}
