import { type Data, localize } from '../engine/localize.js';
import type { Locale, Localized, Severity } from '../rules/rule.js';

/** What the reports for people say beside the findings; the formats for machines need none of it. */
const texts = {
  error: { en: 'error', fr: 'erreur' },
  warning: { en: 'warning', fr: 'avertissement' },
  information: { en: 'information', fr: 'information' },
  hint: { en: 'hint', fr: 'indication' },
  errors: { en: '{n} errors', fr: '{n} erreurs' },
  warnings: { en: '{n} warnings', fr: '{n} avertissements' },
  informations: { en: '{n} for information', fr: '{n} pour information' },
  hints: { en: '{n} hints', fr: '{n} indications' },
  oneError: { en: '1 error', fr: '1 erreur' },
  oneWarning: { en: '1 warning', fr: '1 avertissement' },
  oneInformation: { en: '1 for information', fr: '1 pour information' },
  oneHint: { en: '1 hint', fr: '1 indication' },
  look: { en: 'to check by eye', fr: 'à vérifier' },
  fix: { en: '--fix: {title}', fr: '--fix : {title}' },
  see: { en: 'see {place}: {message}', fr: 'voir {place} : {message}' },
  repaired: { en: 'repaired', fr: 'corrigé' },
  wouldRepair: { en: 'would be repaired', fr: 'serait corrigé' },
  total: { en: '{counts} in {some} of {all}.', fr: '{counts} dans {someFiles} sur {n}.' },
  files: { en: '{n} files', fr: '{n} fichiers' },
  oneFile: { en: '1 file', fr: '1 fichier' },
  nothing: {
    en: 'These checks found nothing in {files}.',
    fr: 'Ces contrôles n’ont rien relevé dans {files}.',
  },
  fixable: { en: '{n} can be repaired with --fix.', fr: '{n} corrigeables avec --fix.' },
  oneFixable: { en: '1 can be repaired with --fix.', fr: '1 corrigeable avec --fix.' },
  repairs: { en: '{n} repaired.', fr: '{n} corrigés.' },
  oneRepair: { en: '1 repaired.', fr: '1 corrigé.' },
  trialRepairs: {
    en: '{n} would be repaired; nothing was written.',
    fr: '{n} seraient corrigés ; rien n’a été écrit.',
  },
  oneTrialRepair: {
    en: '1 would be repaired; nothing was written.',
    fr: '1 serait corrigé ; rien n’a été écrit.',
  },
  suppressed: { en: '{n} suppressed with a reason.', fr: '{n} ignorés avec un motif.' },
  oneSuppressed: { en: '1 suppressed with a reason.', fr: '1 ignoré avec un motif.' },
  unreadable: { en: '{n} files could not be read.', fr: '{n} fichiers n’ont pas pu être lus.' },
  oneUnreadable: { en: '1 file could not be read.', fr: '1 fichier n’a pas pu être lu.' },
  notReviewed: { en: 'Not reviewed', fr: 'Non examiné' },
  mails: { en: 'Mails', fr: 'Messages' },
  findings: { en: 'Findings', fr: 'Constats' },
  columnFile: { en: 'File', fr: 'Fichier' },
  columnKind: { en: 'Kind', fr: 'Nature' },
  columnProvider: { en: 'Provider', fr: 'Prestataire' },
  columnWayOut: { en: 'Way out', fr: 'Désabonnement' },
  columnSender: { en: 'Sender', fr: 'Expéditeur' },
  columnPixels: { en: 'Pixels', fr: 'Pixels' },
  columnIdentity: { en: 'Identity', fr: 'Identité' },
  kindMarketing: { en: 'marketing', fr: 'commercial' },
  kindTransactional: { en: 'transactional', fr: 'de service' },
  kindUnclear: { en: 'unclear', fr: 'incertaine' },
  kindPart: { en: '{kind} (part)', fr: '{kind} (fragment)' },
  unknown: { en: 'not seen', fr: 'non vu' },
  none: { en: 'none', fr: 'aucun' },
  noIdentity: { en: 'none', fr: 'aucune' },
  wayWorks: { en: 'present', fr: 'présent' },
  wayHidden: { en: 'hard to find', fr: 'difficile à trouver' },
  wayDead: { en: 'leads nowhere', fr: 'ne mène nulle part' },
  notNeeded: { en: 'none (not needed)', fr: 'aucun (non requis)' },
  byProvider: { en: 'added by the provider', fr: 'ajouté par le prestataire' },
  identityByProvider: { en: 'added by the provider', fr: 'ajoutée par le prestataire' },
  elsewhere: { en: 'in another file', fr: 'dans un autre fichier' },
  senderNoReply: { en: 'no-reply: {address}', fr: 'sans réponse : {address}' },
  senderAnswered: {
    en: 'no-reply, with a reply address: {address}',
    fr: 'sans réponse, avec adresse de réponse : {address}',
  },
  more: { en: 'and {n} more', fr: 'et {n} autres' },
} satisfies Record<string, Localized>;

export type TextKey = keyof typeof texts;

export function say(key: TextKey, locale: Locale, data?: Data): string {
  return localize(texts[key], locale, data);
}

/** A number with its noun. */
export function count(n: number, one: TextKey, many: TextKey, locale: Locale): string {
  return say(n === 1 ? one : many, locale, { n });
}

export const severityCounts: Readonly<Record<Severity, readonly [one: TextKey, many: TextKey]>> = {
  error: ['oneError', 'errors'],
  warning: ['oneWarning', 'warnings'],
  information: ['oneInformation', 'informations'],
  hint: ['oneHint', 'hints'],
};
