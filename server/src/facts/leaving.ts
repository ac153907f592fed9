import { findLeavingWords, isCaptcha, type LeavingWord } from '../knowledge/leaving.js';
import { findUnsubscribeWords, isUnsubscribeTarget } from '../knowledge/unsubscribe.js';
import { elements, knownText } from '../model/query.js';
import { quote } from './quote.js';
import { type Sentence, sentencesOf } from './sentences.js';
import type { FactSource } from './source.js';
import type { Control, Form, Hurdle } from './types/index.js';

/** What stands in the way of someone who leaves a mailing: what a mail says of it, and what a form for it asks. */
export function readHurdles(
  source: FactSource,
  forms: readonly Form[],
  controls: readonly Control[],
  isMail: boolean,
): readonly Hurdle[] {
  return isMail ? saidHurdles(source) : forms.flatMap((form) => formHurdles(form, controls, source));
}

function saidHurdles({ index, doc }: FactSource): Hurdle[] {
  return index.blocks.flatMap((block) =>
    sentencesOf(block.text).flatMap((sentence): Hurdle[] => {
      const found = hurdleIn(sentence);
      if (!found) return [];
      const { words, span } = quote(doc.text, found.words, block.span);
      return [{ asks: found.asks, words, span: span ?? block.span, by: 'words' }];
    }),
  );
}

/** "To unsubscribe, log in to your account": one thing to do, and what it takes. */
function hurdleIn({ text }: Sentence): { asks: 'login' | 'reason' | 'others'; words: string } | undefined {
  const leave = findUnsubscribeWords(text);
  if (leave?.certainty !== 'certain') return undefined;
  for (const asks of ['login', 'reason', 'others'] as const) {
    const hit = findLeavingWords(text, asks satisfies LeavingWord, leave.language)[0];
    if (!hit) continue;
    const between =
      hit.start < leave.start ? text.slice(hit.end, leave.start) : text.slice(leave.end, hit.start);
    if (between.length > FAR || parts(between, leave.language)) continue;
    if (asks === 'others' && findLeavingWords(text, 'service', leave.language).length > 0) continue;
    return { asks, words: text.slice(hit.start, hit.end) };
  }
  return undefined;
}

const FAR = 90;

/** Two links, or two things of which the reader may do either. */
function parts(between: string, language: string): boolean {
  return /[|•·]/.test(between) || findLeavingWords(between, 'or', language).length > 0;
}

function formHurdles(form: Form, controls: readonly Control[], source: FactSource): Hurdle[] {
  const own = form.controls.flatMap((i) => controls[i] ?? []);
  if (!isForLeaving(form, own)) return [];
  const login = own.find(({ kind }) => kind === 'password');
  const reason = own.find((control) => isRequired(control) && namesReason(control));
  const captcha = captchaIn(form, source);
  return [
    ...(login ? [hurdle('login', login)] : []),
    ...(reason ? [hurdle('reason', reason)] : []),
    ...(captcha ? [{ asks: 'captcha', words: '', span: captcha, by: 'form' } as const] : []),
  ];
}

/** Its button says so, or where it leads and its words do. */
function isForLeaving({ action, text }: Form, own: readonly Control[]): boolean {
  const says = (words: string) => {
    const hit = findUnsubscribeWords(words);
    return hit?.kind === 'unsubscribe' && hit.certainty === 'certain';
  };
  const buttons = own.filter(({ kind }) => kind === 'submit' || kind === 'button');
  if (buttons.some(({ label }) => label.text.state === 'known' && says(label.text.value))) return true;
  const target =
    action.state === 'known' ? action.value : action.state === 'dynamic' ? (action.code ?? '') : '';
  return isUnsubscribeTarget(target) && says(text);
}

function hurdle(asks: 'login' | 'reason', { label, span }: Control): Hurdle {
  const words = label.text.state === 'known' ? label.text.value : '';
  return { asks, words, span, by: 'form' };
}

function isRequired({ required, displayed }: Control): boolean {
  return displayed && required.state === 'known' && required.value;
}

function namesReason({ label, name }: Control): boolean {
  const words = label.text.state === 'known' ? label.text.value : '';
  const key = name.state === 'known' ? name.value : '';
  return [words, key].some((text) => findLeavingWords(text, 'reasonField').length > 0);
}

function captchaIn(form: Form, { index }: FactSource): Hurdle['span'] | undefined {
  const holder = index.all.find(({ open }) => open.start === form.open.start && open.end === form.open.end);
  if (!holder) return undefined;
  const found = elements(holder).find((e) =>
    [e.name, ...(knownText(e, 'class') ?? '').split(/\s+/), knownText(e, 'name') ?? ''].some(isCaptcha),
  );
  return found?.open;
}
