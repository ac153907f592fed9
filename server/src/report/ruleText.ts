import type { BuiltinRule } from '../engine/builtinRules.js';
import { wordsIn } from '../engine/wordsIn.js';
import type { Basis, Locale, Localized, Rule } from '../rules/rule.js';
import { codeBlock, escapeMarkdown, markdownLink } from './markdown.js';

/** A rule as far as its documentation goes: one of the rules, or of the engine's own checks. */
export type DocumentedRule = Rule | BuiltinRule;

/** A rule's documentation, its headings included, in one language. */
export interface RuleText {
  readonly id: string;
  readonly what: string;
  readonly sections: readonly Section[];
}

export interface Section {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly items: readonly { readonly text: string; readonly url?: string }[];
  readonly examples: readonly { readonly language: string; readonly code: string }[];
}

const headings = {
  why: { en: 'Why', fr: 'Pourquoi' },
  basis: { en: 'Basis', fr: 'Fondement' },
  remedy: { en: 'What to do', fr: 'Que faire' },
  repairs: { en: 'Repairs', fr: 'Corrections' },
  exceptions: { en: 'What passes', fr: 'Ce qui est admis' },
  bad: { en: 'Reported', fr: 'Signalé' },
  good: { en: 'Not reported', fr: 'Non signalé' },
} satisfies Record<string, Localized>;

const safeties: Readonly<Record<'fix' | 'offer', Localized>> = {
  fix: { en: 'safe, also with --fix', fr: 'sans risque, aussi avec --fix' },
  offer: { en: 'in the editor, on request', fr: 'dans l’éditeur, sur demande' },
};

export function ruleText(rule: DocumentedRule, locale: Locale): RuleText {
  const section = (key: keyof typeof headings, rest: Partial<Omit<Section, 'heading'>>): Section => ({
    heading: wordsIn(headings[key], locale),
    paragraphs: [],
    items: [],
    examples: [],
    ...rest,
  });
  const basisItem = ({ name, url }: Basis) => ({
    text: wordsIn(name, locale),
    ...(url !== undefined && { url }),
  });
  const sections = [
    section('why', { paragraphs: [wordsIn(rule.why, locale)] }),
    section('remedy', { paragraphs: [wordsIn(rule.remedy, locale)] }),
    section('basis', { items: rule.basis.map(basisItem) }),
    section('exceptions', { items: (rule.exceptions ?? []).map((e) => ({ text: wordsIn(e, locale) })) }),
    section('repairs', {
      items: Object.values(rule.repairs).map((r) => ({
        text: `${titleText(wordsIn(r.title, locale))} (${wordsIn(safeties[r.safety], locale)})`,
      })),
    }),
    section('bad', { examples: rule.examples.bad }),
    section('good', { examples: rule.examples.good }),
  ];
  return { id: rule.id, what: wordsIn(rule.what, locale), sections: sections.filter(isNotEmpty) };
}

/** A title as it reads before there is a finding to fill it from. */
function titleText(title: string): string {
  return title.replace(/\{\w+\}/g, '…');
}

/** As Markdown, without the title that the place it is shown in gives. */
export function ruleMarkdown(rule: DocumentedRule, locale: Locale): string {
  const { what, sections } = ruleText(rule, locale);
  return [escapeMarkdown(what), ...sections.flatMap(sectionMarkdown)].join('\n\n');
}

function sectionMarkdown({ heading, paragraphs, items, examples }: Section): string[] {
  const list = items.map(({ text, url }) => `- ${markdownLink(text, url)}`);
  return [
    `## ${heading}`,
    ...paragraphs.map(escapeMarkdown),
    ...(list.length > 0 ? [list.join('\n')] : []),
    ...examples.map(({ language, code }) => codeBlock(language, code)),
  ];
}

function isNotEmpty({ paragraphs, items, examples }: Section): boolean {
  return paragraphs.length + items.length + examples.length > 0;
}
