import type { Localized } from '../rules/rule.js';

/** What can be wrong with a directive. `{directive}`, `{id}`, `{near}` … are data of the problem. */
export const directiveMessages = {
  'missing-reason': {
    en: '“{directive}” gives no reason, so nobody can tell later why the finding may stay. Write it after a colon: “{example}”.',
    fr: '« {directive} » ne donne pas de motif ; plus tard, personne ne saura pourquoi le constat peut rester. Écrivez-le après un deux-points : « {example} ».',
  },
  'unwritten-reason': {
    en: 'The reason of “{directive}” is still to be written. Put it in place of “{reason}”.',
    fr: 'Le motif de « {directive} » reste à écrire. Mettez-le à la place de « {reason} ».',
  },
  'missing-colon': {
    en: 'A colon is missing between the rules and the reason, so “{words}” is taken for ids of rules. Write it after the last id.',
    fr: 'Il manque un deux-points entre les règles et le motif ; « {words} » passe pour des identifiants de règles. Écrivez-le après le dernier identifiant.',
  },
  'missing-ids': {
    en: '“{directive}” names no rule and has no effect. Name the rules that it means: “{example}”.',
    fr: '« {directive} » ne nomme aucune règle et reste sans effet. Nommez les règles visées : « {example} ».',
  },
  'unknown-rule': {
    en: 'There is no rule “{id}”, so this has no effect. Write the id that the finding shows, or take it away.',
    fr: 'La règle « {id} » n’existe pas ; ceci reste sans effet. Écrivez l’identifiant affiché par le constat, ou retirez-le.',
  },
  'unknown-rule-near': {
    en: 'There is no rule “{id}”, so this has no effect. Did you mean “{near}”?',
    fr: 'La règle « {id} » n’existe pas ; ceci reste sans effet. Vouliez-vous dire « {near} » ?',
  },
  'unknown-directive': {
    en: 'There is no directive “{directive}”, so this has no effect. Known: {names}.',
    fr: 'La directive « {directive} » n’existe pas ; ceci reste sans effet. Directives connues : {names}.',
  },
  'unknown-directive-near': {
    en: 'There is no directive “{directive}”, so this has no effect. Did you mean “{near}”?',
    fr: 'La directive « {directive} » n’existe pas ; ceci reste sans effet. Vouliez-vous dire « {near} » ?',
  },
  'unknown-ground': {
    en: '“{ground}” is not one of the grounds, so it is left out of the records. Write one of: {names}, or drop the brackets.',
    fr: '« {ground} » ne fait pas partie des fondements ; il n’est pas repris au dossier. Écrivez l’un de ceux-ci : {names}, ou retirez les crochets.',
  },
  'unknown-ground-near': {
    en: '“{ground}” is not one of the grounds, so it is left out of the records. Did you mean “{near}”?',
    fr: '« {ground} » ne fait pas partie des fondements ; il n’est pas repris au dossier. Vouliez-vous dire « {near} » ?',
  },
  'unknown-date': {
    en: '“{until}” is no date, so the directive holds without end. Write it as YYYY-MM-DD, for example 2027-01-31.',
    fr: '« {until} » n’est pas une date ; la directive vaut sans fin. Écrivez-la sous la forme AAAA-MM-JJ, par exemple 2027-01-31.',
  },
  'unknown-kind': {
    en: '“privacylint-email” is followed by marketing or transactional, not by “{kind}”, and has no effect. Write one of the two.',
    fr: '« privacylint-email » est suivi de marketing ou de transactional, et non de « {kind} » ; il reste sans effet. Écrivez l’un des deux.',
  },
  'conflicting-kinds': {
    en: 'This mail is already declared to be {kind} above; the first declaration counts. Keep one of them.',
    fr: 'Cet e-mail est déjà déclaré {kind} plus haut ; la première déclaration l’emporte. N’en gardez qu’une.',
  },
  unused: {
    en: 'This directive suppresses nothing: {ids} finds nothing here. Take it away, so that it cannot hide a later defect.',
    fr: 'Cette directive ne supprime rien : {ids} ne trouve rien ici. Retirez-la, pour qu’elle ne masque pas un défaut à venir.',
  },
  'nothing-to-enable': {
    en: 'Nothing is disabled before this “privacylint-enable”. Take it away.',
    fr: 'Rien n’est désactivé avant ce « privacylint-enable ». Retirez-le.',
  },
  expired: {
    en: 'This directive ended on {until} and holds no longer. Repair what it covered, or decide anew until when it may stay.',
    fr: 'Cette directive a pris fin le {until} et ne vaut plus. Corrigez ce qu’elle couvrait ou fixez une nouvelle échéance.',
  },
} as const satisfies Record<string, Localized>;

export type DirectiveMessage = keyof typeof directiveMessages;

export const directiveRepairs = {
  remove: { title: { en: 'Take the directive away', fr: 'Retirer la directive' }, safety: 'offer' },
  'remove-id': {
    title: { en: 'Take “{id}” out of the directive', fr: 'Retirer « {id} » de la directive' },
    safety: 'offer',
  },
  correct: { title: { en: 'Write “{near}”', fr: 'Écrire « {near} »' }, safety: 'offer' },
  'add-colon': { title: { en: 'Write the colon', fr: 'Écrire le deux-points' }, safety: 'offer' },
  'write-reason': {
    title: { en: 'Write a reason', fr: 'Écrire un motif' },
    safety: 'offer',
    follow: { en: 'Put the reason in place of “{blank}”.', fr: 'Mettez le motif à la place de « {blank} ».' },
  },
} as const satisfies Record<string, { title: Localized; safety: 'offer'; follow?: Localized }>;

export type DirectiveRepair = keyof typeof directiveRepairs;
