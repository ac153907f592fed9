import {
  type FormModule,
  type FormProvider,
  formModule,
  hostOfProvider,
  mayPostForms,
  providerOfCall,
  providerOfForms,
} from '../knowledge/formHosts.js';
import { sendsTo } from '../knowledge/submission.js';
import { importedNames, isOf } from './code/imports.js';
import type { Frame, Mention } from './code/reader.js';
import { codeOf } from './resources/documentCode.js';
import type { FactSource } from './source.js';
import type { Posting } from './types/index.js';

/** What code sends to companies that receive forms for others: requests, calls of their packages, their components. */
export function readPostings(source: FactSource): readonly Posting[] {
  const found = [...componentsOf(source), ...requestsOf(source)];
  return found.sort((a, b) => a.span.start - b.span.start);
}

function* componentsOf({ doc, index }: FactSource): Generator<Posting> {
  for (const module of doc.modules) {
    const { components = [], provider } = formModule(module) ?? {};
    if (!provider || components.length === 0) continue;
    for (const { name, open } of index.all)
      if (components.includes(name)) yield { provider, host: hostOfProvider(provider), span: open };
  }
}

function* requestsOf({ doc, index }: FactSource): Generator<Posting> {
  // Servers send to such companies too, which is no form.
  if (index.all.length === 0 && !doc.text.includes('FormData')) return;
  const packages = doc.modules.flatMap((name) => formModule(name) ?? []);
  if (packages.length === 0 && !mayPostForms(doc.text) && !CALLED.test(doc.text)) return;
  const mentions = [...codeOf(doc).mentions()];
  const imported = importsOf(mentions.map(([mention]) => mention));
  /** Addresses that are kept under a name: `const endpoint = 'https://…'`. */
  const kept = new Map<string, { readonly provider: FormProvider; readonly host: string }>();
  for (const [mention, text] of mentions) {
    const { kind, span, before, frame, call } = mention;
    const called = call && (providerOfCall(mention.text) ?? providerByImport(mention, call, text, imported));
    if (called) {
      yield { provider: called, host: hostOfProvider(called), span: { start: span.start, end: call.end } };
      continue;
    }
    const target = kind === 'string' ? targetOf(mention.text) : kept.get(mention.text);
    if (!target) continue;
    const name = kind === 'string' ? GIVEN.exec(before)?.[1] : undefined;
    if (name !== undefined) kept.set(name, target);
    else if (isSent(frame, text)) yield { ...target, span };
  }
}

const CALLED = /\bhbspt\b|\bemailjs\b/;
const GIVEN = /(?:const|let|var)\s+([\w$]+)\s*(?::[^=]{0,100})?=$/;

function targetOf(address: string): Pick<Posting, 'provider' | 'host'> | undefined {
  const host = /^\s*(?:https?:)?\/\/([\w-]+(?:\.[\w-]+)+)/i.exec(address)?.[1]?.toLowerCase();
  const provider = host === undefined ? undefined : providerOfForms(host);
  return provider && host !== undefined ? { provider, host } : undefined;
}

/** The call around an address sends something there: it says so, or its function does. */
export function isSent(frame: Frame, text: string): boolean {
  for (let up: Frame | undefined = frame; up; up = up.outer) {
    if (up.bracket === '[' || (up.bracket === '{' && !/[(,:=]$|^$/.test(up.head))) return false;
    if (up.bracket !== '(') continue;
    return sendsTo(up.head, text.slice(up.start, up.end));
  }
  return false;
}

type Imports = readonly { readonly module: FormModule; readonly names: ReadonlySet<string> }[];

function importsOf(mentions: readonly Mention[]): Imports {
  return mentions.flatMap((mention) => {
    const module = mention.kind === 'string' ? formModule(mention.text) : undefined;
    const names = module && importedNames(mention);
    return module && names ? [{ module, names }] : [];
  });
}

function providerByImport(
  { text: path }: Mention,
  call: Frame,
  text: string,
  imports: Imports,
): FormProvider | undefined {
  const steps = path.split(/\??\./);
  const found = imports.find(
    ({ module, names }) => module.starts.includes(steps.at(-1) ?? '') && isOf(steps, names, call, text),
  );
  return found?.module.provider;
}
