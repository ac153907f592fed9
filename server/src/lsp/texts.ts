import { say as fill } from '../engine/words.js';
import type { Locale, Localized } from '../rules/rule.js';

/** What the server itself says; findings bring their own words. */
const texts = {
  fixAll: {
    en: 'Fix all safely repairable Privacylint findings',
    fr: 'Corriger tous les constats Privacylint réparables sans risque',
  },
  suppress: { en: 'Suppress {rule} here, with a reason…', fr: 'Ignorer {rule} ici, avec un motif…' },
  register: {
    en: 'Enter {name} ({host}) in the register of recipients – once its contract is signed and your notice names it',
    fr: 'Inscrire {name} ({host}) au registre des destinataires – une fois le contrat signé et votre politique complétée',
  },
  reason: { en: 'reason', fr: 'motif' },
  explain: { en: 'Explain {rule}', fr: 'Expliquer {rule}' },
  why: { en: 'Why', fr: 'Pourquoi' },
  remedy: { en: 'What to do', fr: 'Que faire' },
  basis: { en: 'Legal basis', fr: 'Base légale' },
  exceptions: { en: 'What passes', fr: 'Ce qui est admis' },
  bad: { en: 'Reported', fr: 'Signalé' },
  good: { en: 'Not reported', fr: 'Non signalé' },
  labelled: { en: '{label}: {text}', fr: '{label} : {text}' },
  read: { en: 'Read here', fr: 'Lu ici' },
  named: { en: '“{words}”: {names}', fr: '« {words} » : {names}' },
  page: { en: 'Page of the rule', fr: 'Page de la règle' },
  reviewing: { en: 'Reviewing the workspace', fr: 'Examen de l’espace de travail' },
  failed: {
    en: 'This file could not be reviewed: {error}',
    fr: 'Ce fichier n’a pas pu être examiné : {error}',
  },
  unreadable: { en: 'cannot be read: {error}', fr: 'illisible : {error}' },
  done: {
    en: '{files} files reviewed: {error} errors, {warning} warnings, {information} informations, {hint} hints.',
    fr: '{files} fichiers examinés : {error} erreurs, {warning} avertissements, {information} informations, {hint} indications.',
  },
} satisfies Record<string, Localized>;

export function say(
  key: keyof typeof texts,
  locale: Locale,
  data: Readonly<Record<string, string>> = {},
): string {
  return fill(texts[key], locale, data);
}
