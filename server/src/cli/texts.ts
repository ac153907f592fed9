import { type Data, localize } from '../engine/localize.js';
import type { Locale, Localized } from '../rules/rule.js';

/** What the command line says on standard error. Usage errors are English: they are about English words. */
const texts = {
  missing: { en: 'there is no such file or folder{hint}', fr: 'aucun fichier ni dossier de ce nom{hint}' },
  'nothing-inside': {
    en: 'holds no file of a kind that can be reviewed, or all of them are ignored; name a file to review it anyway',
    fr: 'ne contient aucun fichier d’un type examinable, ou tous sont ignorés ; nommez un fichier pour l’examiner malgré tout',
  },
  unreadable: { en: 'cannot be read ({code})', fr: 'illisible ({code})' },
  'broken-link': { en: 'is a link to something that is not there', fr: 'est un lien vers une cible absente' },
  'link-loop': {
    en: 'is a link that leads back to itself; not followed',
    fr: 'est un lien qui ramène à lui-même ; il n’est pas suivi',
  },
  'not-a-file': { en: 'is neither a file nor a folder', fr: 'n’est ni un fichier ni un dossier' },
  binary: { en: 'holds no text', fr: 'ne contient pas de texte' },
  'too-large': { en: 'is larger than {limit} MB; not reviewed', fr: 'dépasse {limit} Mo ; non examiné' },
  'folder-like-file': {
    en: 'is a folder; the files in it are reviewed',
    fr: 'est un dossier ; les fichiers qu’il contient sont examinés',
  },
  crashed: { en: 'could not be reviewed ({cause})', fr: 'n’a pas pu être examiné ({cause})' },
  glob: {
    en: '; patterns are for the shell or the configuration: name a folder',
    fr: ' ; les motifs sont l’affaire du shell ou de la configuration : nommez un dossier',
  },
  'read-only': { en: 'is write-protected; not repaired', fr: 'est protégé en écriture ; non corrigé' },
  'changed-meanwhile': {
    en: 'was changed while it was being reviewed; not repaired',
    fr: 'a été modifié pendant l’examen ; non corrigé',
  },
  'not-writable': {
    en: 'cannot be written ({code}); not repaired',
    fr: 'écriture impossible ({code}) ; non corrigé',
  },
  lossy: {
    en: 'is not clean {encoding}, writing it back would lose something; not repaired',
    fr: 'n’est pas du {encoding} correct, le réécrire perdrait quelque chose ; non corrigé',
  },
  unwritable: {
    en: 'is {encoding}, which has no “{character}”; not repaired',
    fr: 'est en {encoding}, qui n’a pas de « {character} » ; non corrigé',
  },
  report: { en: 'the report cannot be written ({code})', fr: 'impossible d’écrire le rapport ({code})' },
  nothing: { en: 'there is nothing to review', fr: 'il n’y a rien à examiner' },
  progress: { en: '{done} of {all} files', fr: '{done} fichiers sur {all}' },
  remaining: {
    en: '{repaired} repaired, {errors} errors and {warnings} warnings remain',
    fr: '{repaired} corrigés, restent {errors} erreurs et {warnings} avertissements',
  },
  statsReviewed: {
    en: '{files} files reviewed ({megabytes} MB), {filtered} of them without parsing',
    fr: '{files} fichiers examinés ({megabytes} Mo), dont {filtered} sans analyse',
  },
  statsPassedOver: {
    en: '{n} files of other kinds not reviewed: {kinds}',
    fr: '{n} fichiers d’autres types non examinés : {kinds}',
  },
  statsUnread: {
    en: '{n} files of forms or mails not reviewed, for their language is not read: {kinds}',
    fr: '{n} fichiers de formulaires ou de messages non examinés, car leur langage n’est pas lu : {kinds}',
  },
  statsForm: {
    en: 'not reviewed, and seems to hold a form or a mail: {file} ({why})',
    fr: 'non examiné, et semble contenir un formulaire ou un message : {file} ({why})',
  },
  statsMoreForms: { en: '… and {n} more', fr: '… et {n} autres' },
  unknownKind: { en: 'no language is known for its name', fr: 'aucun langage connu pour ce nom' },
  unreadKind: { en: '{language} is not read', fr: '{language} n’est pas lu' },
  noExtension: { en: 'no extension', fr: 'sans extension' },
  statsTime: {
    en: 'finding files {walk} ms, reviewing {review} ms',
    fr: 'recherche {walk} ms, examen {review} ms',
  },
} satisfies Record<string, Localized>;

export type TextKey = keyof typeof texts;

export function say(key: TextKey, locale: Locale, data?: Data): string {
  return localize(texts[key], locale, data);
}
