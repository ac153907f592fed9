import { once } from '../core/memo.js';
import type { Span } from '../core/span.js';
import { providerOfForms } from '../knowledge/formHosts.js';
import { exceptionsOf } from '../knowledge/formNeeds.js';
import {
  type FormHit,
  type FormPurpose,
  formPurposeOf,
  purposesInName,
  purposesInWords,
  titleOfPurpose,
} from '../knowledge/forms.js';
import type { Element } from '../model/nodes.js';
import { attribute, descendants, elements, knownText, LARGEST_FORM, visibleText } from '../model/query.js';
import { hostOf } from './formRecipient.js';
import type { ElementIndex, FactSource } from './source.js';
import type { Aim, AimEvidence, Control } from './types/index.js';

/** What each kind of evidence counts; two points settle it. */
const WEIGHT: Readonly<Record<AimEvidence['by'], number>> = {
  button: 3,
  heading: 3,
  recipient: 3,
  name: 2,
  fields: 2,
  file: 1,
};
const LEAST = 2;
/** "Sign up for the newsletter": a word for signing up says less than what one signs up for. */
const GENERIC: ReadonlySet<FormPurpose> = new Set<FormPurpose>(['account', 'login', 'search']);
const HEADING = /^(h[1-6]|legend|title)$/;
const NAMES = ['action', 'id', 'name', 'aria-label', 'data-form', 'class'];

type Vote = AimEvidence & { readonly purpose: FormPurpose };

/** What a form is for: its headings, buttons, names and fields, and the file's name. */
export function aimOfForm(form: Element, controls: readonly Control[], source: FactSource): Aim | undefined {
  const inside = elements(form, LARGEST_FORM);
  const headings = inside.filter((e) => HEADING.test(e.tag));
  const before = headings.length ? undefined : headingBefore(form, source);
  return settle([
    ...[...headings, ...(before ? [before] : [])].flatMap((e) =>
      votes('heading', visibleText(e), e.open, source),
    ),
    ...invitations(controls, source),
    ...buttonsOf(inside).flatMap(([words, at]) => votes('button', words, at, source)),
    ...namesOf(form).flatMap(([name, at]) => named('name', name, at)),
    ...ofRecipient(form, controls),
    ...fieldsOf(controls),
    ...ofFile(source),
  ]);
}

/** "Subscribe to our newsletter" as the label of an address says what the form is for. */
function invitations(controls: readonly Control[], source: FactSource): Vote[] {
  return controls
    .filter(({ kind }) => kind === 'email')
    .flatMap(({ label: { text, span } }) =>
      text.state === 'known' ? votes('heading', text.value, span, source) : [],
    )
    .filter(({ purpose }) => purpose === 'newsletter');
}

/** What a page is about, for choices that stand in no form. */
export function aimOfPage(source: FactSource): Aim | undefined {
  const headings = source.index.all.filter((e) => /^(h1|h2|title)$/.test(e.tag));
  return settle([
    ...headings.flatMap((e) => votes('heading', visibleText(e), e.open, source)),
    ...ofFile(source).map((vote) => ({ ...vote, by: 'name' as const })),
  ]);
}

function settle(found: readonly Vote[]): Aim | undefined {
  const points = new Map<FormPurpose, number>();
  for (const { purpose, by } of found) points.set(purpose, (points.get(purpose) ?? 0) + WEIGHT[by]);
  // "Stay informed" over a button "Sign up": of equal ones the generic gives way.
  const rank = (purpose: FormPurpose) => (GENERIC.has(purpose) ? 1 : 0);
  const [first, second] = [...points].sort((a, b) => b[1] - a[1] || rank(a[0]) - rank(b[0]));
  if (!first || first[1] < LEAST || (second && second[1] === first[1] && rank(second[0]) === rank(first[0])))
    return undefined;
  const [purpose] = first;
  const evidence = found.filter((vote) => vote.purpose === purpose);
  return {
    purpose,
    title: titleOfPurpose(purpose),
    exceptions: exceptionsOf(purpose),
    evidence: evidence.map(({ by, words, span }) => ({ by, words, span })),
  };
}

function votes(by: AimEvidence['by'], text: string, span: Span | undefined, { wording }: FactSource): Vote[] {
  const words = text.slice(0, MAX_WORDS);
  const configured = wording.configured(words).flatMap(({ meaning, start, end }): FormHit[] => {
    const purpose = formPurposeOf(meaning);
    return purpose ? [{ purpose, words: words.slice(start, end), start, end }] : [];
  });
  return specific([...configured, ...purposesInWords(words)]).map(({ purpose, words }) => ({
    purpose,
    by,
    words,
    span,
  }));
}

function named(by: AimEvidence['by'], name: string, span: Span | undefined): Vote[] {
  return specific(purposesInName(name)).map(({ purpose, words }) => ({ purpose, by, words, span }));
}

const MAX_WORDS = 200;

/** Each purpose once, and what is generic only where nothing else is said. */
function specific(hits: readonly FormHit[]): FormHit[] {
  const first = hits.filter((hit, i) => hits.findIndex((h) => h.purpose === hit.purpose) === i);
  const telling = first.filter((hit) => !GENERIC.has(hit.purpose));
  return telling.length ? telling : first;
}

const headingsOf = once(({ all }: ElementIndex) => all.filter((e) => HEADING.test(e.tag)));

function headingBefore(form: Element, { index }: FactSource): Element | undefined {
  return headingsOf(index).findLast((e) => e.span.end <= form.span.start);
}

function buttonsOf(inside: readonly Element[]): (readonly [string, Span])[] {
  return inside.flatMap((e) => {
    const type = knownText(e, 'type')?.toLowerCase();
    if (e.tag === 'button' && type !== 'button' && type !== 'reset') return [[wordsOn(e), e.open]];
    const isSubmit = e.tag === 'input' && (type === 'submit' || type === 'image');
    return isSubmit ? [[knownText(e, 'value') ?? '', e.open]] : [];
  });
}

/** The words on a button, also those that code chooses among: `{sending ? 'One moment …' : 'Subscribe'}`. */
function wordsOn(button: Element): string {
  const chosen = descendants(button).flatMap((node) =>
    node.kind === 'hole' && node.value.state === 'dynamic' ? (node.value.candidates ?? []) : [],
  );
  return [visibleText(button), ...chosen.map(({ value }) => String(value ?? ''))].join(' ');
}

function namesOf(form: Element): (readonly [string, Span])[] {
  const own: (readonly [string, Span])[] = NAMES.flatMap((name) => {
    const value = attribute(form, name)?.value;
    if (value?.state === 'known' && typeof value.value === 'string') return [[value.value, value.span]];
    return value?.state === 'dynamic' ? [[value.code, value.span]] : [];
  });
  return form.name === form.tag ? own : [[form.name, form.open], ...own];
}

/** Name and address, and the field or two against robots that such forms bring along; who asks for more wants more. */
const FEW = 4;

/** A service for mailing lists takes what the form sends. */
function ofRecipient(form: Element, controls: readonly Control[]): Vote[] {
  if (controls.filter((c) => FIELDS.has(c.kind)).length > FEW) return [];
  const host = hostOf(knownText(form, 'action')?.trim() ?? '');
  const provider = host === undefined ? undefined : providerOfForms(host);
  return provider?.enrols
    ? [
        {
          purpose: 'newsletter',
          by: 'recipient',
          words: provider.name,
          span: attribute(form, 'action')?.span,
        },
      ]
    : [];
}

/** The last folder and the file's name. */
function ofFile({ path }: FactSource): Vote[] {
  return path
    .split('/')
    .slice(-2)
    .flatMap((part) => named('file', part.replace(/\.[^.]*$/, ''), undefined));
}

/** Forms whose fields leave little doubt. */
function fieldsOf(controls: readonly Control[]): Vote[] {
  const fields = controls.filter((c) => FIELDS.has(c.kind));
  const count = (kind: Control['kind']) => fields.filter((c) => c.kind === kind).length;
  const emails = fields.filter((c) => c.kind === 'email' || isEmail(c)).length;
  const vote = (purpose: FormPurpose): Vote[] => [{ purpose, by: 'fields', words: '', span: undefined }];
  if (count('search') > 0 && fields.length <= 2) return vote('search');
  if (count('password') > 0) return vote(count('password') > 1 || fields.length > 3 ? 'account' : 'login');
  if (emails > 0 && count('textarea') > 0) return vote('contact');
  return emails === 1 && fields.length === 1 ? vote('newsletter') : [];
}

const FIELDS: ReadonlySet<Control['kind']> = new Set<Control['kind']>([
  'text',
  'email',
  'tel',
  'url',
  'password',
  'date',
  'number',
  'search',
  'file',
  'textarea',
  'select',
]);

function isEmail({ name }: Control): boolean {
  return name.state === 'known' && /e-?mail/i.test(name.value);
}
