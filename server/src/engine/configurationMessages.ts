import type { Localized } from '../rules/rule.js';

/** What can be wrong with a configuration. `{key}`, `{value}`, `{near}` … are data of the problem. */
export const configurationMessages = {
  'broken-json': {
    en: 'This is no valid JSON: a comma, colon, quotation mark or bracket is missing or misplaced here. Correct it; what could be read is in force.',
    fr: 'Ce JSON n’est pas valide : une virgule, un deux-points, un guillemet ou un crochet manque ou est mal placé ici. Corrigez-le ; ce qui a pu être lu s’applique.',
  },
  'missing-comma': {
    en: 'A comma is missing before this place. Add it; what could be read is in force.',
    fr: 'Il manque une virgule avant cet endroit. Ajoutez-la ; ce qui a pu être lu s’applique.',
  },
  'missing-value': {
    en: 'A value is missing here. Write one, or take the key away; what could be read is in force.',
    fr: 'Il manque une valeur ici. Écrivez-la ou retirez la clé ; ce qui a pu être lu s’applique.',
  },
  'missing-quotes': {
    en: 'Names and texts stand in double quotation marks (") in JSON. Add them; what could be read is in force.',
    fr: 'En JSON, les noms et les textes s’écrivent entre guillemets doubles ("). Ajoutez-les ; ce qui a pu être lu s’applique.',
  },
  'not-closed': {
    en: 'Something opened before this place is not closed: a bracket, a quotation mark or a comment. Close it; what could be read is in force.',
    fr: 'Un crochet, un guillemet ou un commentaire ouvert avant cet endroit n’est pas fermé. Fermez-le ; ce qui a pu être lu s’applique.',
  },
  'not-json': {
    en: 'This file is no JSON text. Replace it by an object: { "extends": "privacylint:recommended" }.',
    fr: 'Ce fichier n’est pas un texte JSON. Remplacez-le par un objet : { "extends": "privacylint:recommended" }.',
  },
  'not-an-object': {
    en: 'A configuration is an object: put its keys between braces.',
    fr: 'Une configuration est un objet : mettez ses clés entre accolades.',
  },
  'unknown-key': {
    en: 'The key “{key}” is not known here and has no effect. Known: {names}.',
    fr: 'La clé « {key} » n’est pas connue ici et reste sans effet. Clés connues : {names}.',
  },
  'unknown-key-near': {
    en: 'The key “{key}” is not known here and has no effect. Did you mean “{near}”?',
    fr: 'La clé « {key} » n’est pas connue ici et reste sans effet. Vouliez-vous dire « {near} » ?',
  },
  'not-in-overrides': {
    en: '“{key}” cannot stand in an override. Move it to the top of the file.',
    fr: '« {key} » ne peut pas figurer dans une surcharge. Déplacez cette clé au premier niveau du fichier.',
  },
  'duplicate-key': {
    en: 'The key “{key}” stands here a second time; the last one counts. Keep one of them.',
    fr: 'La clé « {key} » figure ici une seconde fois ; la dernière l’emporte. N’en gardez qu’une.',
  },
  'missing-key': {
    en: '“{key}” is missing here, so this entry has no effect. Add it.',
    fr: 'Il manque « {key} » ici ; cette entrée reste sans effet. Ajoutez cette clé.',
  },
  'unknown-rule': {
    en: 'There is no rule “{value}”; this entry has no effect. Take it away or write the id of a rule: “privacylint explain” lists them.',
    fr: 'La règle « {value} » n’existe pas ; cette entrée reste sans effet. Retirez-la ou écrivez l’identifiant d’une règle : « privacylint explain » les énumère.',
  },
  'unknown-rule-near': {
    en: 'There is no rule “{value}”; this entry has no effect. Did you mean “{near}”?',
    fr: 'La règle « {value} » n’existe pas ; cette entrée reste sans effet. Vouliez-vous dire « {near} » ?',
  },
  'unknown-name': {
    en: '“{value}” is not known here and has no effect. Known: {names}.',
    fr: '« {value} » n’est pas connu ici et reste sans effet. Valeurs connues : {names}.',
  },
  'unknown-name-near': {
    en: '“{value}” is not known here and has no effect. Did you mean “{near}”?',
    fr: '« {value} » n’est pas connu ici et reste sans effet. Vouliez-vous dire « {near} » ?',
  },
  'expected-choice': {
    en: '{value} is not one of the values possible here. Write one of: {names}.',
    fr: '{value} ne fait pas partie des valeurs possibles ici. Écrivez l’une de celles-ci : {names}.',
  },
  'expected-choice-near': {
    en: '{value} is not one of the values possible here. Did you mean “{near}”?',
    fr: '{value} ne fait pas partie des valeurs possibles ici. Vouliez-vous dire « {near} » ?',
  },
  'expected-text': {
    en: 'A text in quotation marks is expected here, not {value}.',
    fr: 'Un texte entre guillemets est attendu ici, et non {value}.',
  },
  'expected-boolean': {
    en: 'true or false is expected here, without quotation marks, not {value}.',
    fr: 'true ou false est attendu ici, sans guillemets, et non {value}.',
  },
  'expected-list': {
    en: 'A list is expected here, in square brackets, not {value}.',
    fr: 'Une liste entre crochets est attendue ici, et non {value}.',
  },
  'expected-object': {
    en: 'An object is expected here, in braces, not {value}.',
    fr: 'Un objet entre accolades est attendu ici, et non {value}.',
  },
  'expected-setting': {
    en: 'A rule is set to {names}, or to an object with “severity” and “options”, not to {value}.',
    fr: 'Une règle se règle sur {names}, ou sur un objet avec « severity » et « options », et non sur {value}.',
  },
  'expected-date': {
    en: '{value} is no date. Write it as YYYY-MM-DD, for example 2027-01-31.',
    fr: '{value} n’est pas une date. Écrivez-la sous la forme AAAA-MM-JJ, par exemple 2027-01-31.',
  },
  'expected-fingerprint': {
    en: '{value} is no fingerprint: it has 16 hexadecimal digits. Copy it from a finding (“privacylint check --format json”).',
    fr: '{value} n’est pas une empreinte : elle compte 16 chiffres hexadécimaux. Copiez-la d’un constat (« privacylint check --format json »).',
  },
  'expected-jurisdiction': {
    en: '{value} names no jurisdiction. Write “eu”, a country code of two letters, or one with a part of the country, such as “us-ca”.',
    fr: '{value} ne désigne pas une juridiction. Écrivez « eu », un code de pays à deux lettres, ou un code avec une partie du pays, comme « us-ca ».',
  },
  'empty-text': {
    en: 'This text is empty and has no effect. Write one, or take it away.',
    fr: 'Ce texte est vide et reste sans effet. Écrivez-en un ou retirez-le.',
  },
  'unknown-preset': {
    en: 'There is no preset “{value}”. Write one of: {names}, or the path of a file.',
    fr: 'Le préréglage « {value} » n’existe pas. Écrivez l’un de ceux-ci : {names}, ou le chemin d’un fichier.',
  },
  'not-relative': {
    en: '“{value}” is no path relative to this file. Write one, such as "./base.json": a configuration must work on every machine.',
    fr: '« {value} » n’est pas un chemin relatif à ce fichier. Écrivez-en un, comme "./base.json" : une configuration doit fonctionner sur toute machine.',
  },
  'file-not-found': {
    en: 'The file “{value}” is not there, so nothing is taken from it. Correct the path, which is relative to this file.',
    fr: 'Le fichier « {value} » est introuvable ; rien n’en est repris. Corrigez le chemin, qui est relatif à ce fichier.',
  },
  unreadable: {
    en: 'The file “{value}” cannot be read ({cause}). Check that it is a text file and may be read.',
    fr: 'Le fichier « {value} » est illisible ({cause}). Vérifiez qu’il s’agit d’un fichier texte et qu’il peut être lu.',
  },
  cycle: {
    en: 'This file extends itself: {chain}. Take one of the steps away.',
    fr: 'Ce fichier s’étend lui-même : {chain}. Retirez l’une des étapes.',
  },
  'expired-suppression': {
    en: 'This suppression ended on {until}; the finding is reported again. Repair the finding, or decide anew until when it may stay.',
    fr: 'Cette dérogation a pris fin le {until} ; le constat réapparaît. Corrigez le défaut ou fixez une nouvelle échéance.',
  },
} as const satisfies Record<string, Localized>;

export type ConfigurationMessage = keyof typeof configurationMessages;
