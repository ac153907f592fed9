import { answerOf } from '../knowledge/answers.js';
import { purposesInName } from '../knowledge/forms.js';
import { appendsField, isOfPerson, isTechnicalField, submits } from '../knowledge/submission.js';
import type { Setting } from '../model/nodes.js';
import type { FactSource } from './source.js';
import type { Submission } from './types/index.js';

/**
 * Consents that code sends with a person's data and whose answer it decides itself: `{ email, newsletter: true }` in the
 * body of a request. What only some condition sends is left out, and what is kept rather than sent.
 */
export function readSubmissions({ doc, wording }: FactSource): readonly Submission[] {
  return doc.settings.flatMap((setting) => {
    const { key, context, value, span, keySpan } = setting;
    const isYes = value.state === 'known' && !value.origin && saysYes(value.value);
    if (!isYes || setting.conditional || isTechnicalField(key) || !isSent(setting, doc.settings)) return [];
    const { purposes, polarity } = wording.readIdentifier(key);
    const asked = purposes.filter((p) => p.requested);
    if (asked.length === 0 || polarity === 'refuse') return [];
    const isAsked = context.some((name) => purposesInName(name).some((hit) => hit.purpose === 'newsletter'));
    return [{ name: key, span, keySpan, purposes: asked, isAsked }];
  });
}

function saysYes(value: unknown): boolean {
  return value === true || (typeof value === 'string' && answerOf(undefined, value) === 'yes');
}

/** It stands in what is sent, beside something that the person has given. */
function isSent(setting: Setting, settings: readonly Setting[]): boolean {
  const { kind, context, group } = setting;
  const [around = ''] = context;
  if (kind === 'header') {
    const beside = settings.filter((s) => s.kind === 'header' && s.context[0] === around);
    return appendsField(around) && beside.some(isGiven);
  }
  if (kind !== 'property' || !context.some(submits)) return false;
  return settings.some((s) => s.group === group && isGiven(s));
}

/** A field about the person whose content the program reads from somewhere. */
function isGiven({ key, value }: Setting): boolean {
  return isOfPerson(key) && (value.state === 'dynamic' || value.origin !== undefined);
}
