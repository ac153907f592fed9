import { blankWords } from '../core/blank.js';
import { defineRule } from './rule.js';

export default defineRule({
  id: 'incomplete-privacy-policy',
  severity: 'information',
  topic: 'notice',
  what: {
    en: 'A privacy policy does not seem to speak of something that it has to say.',
    fr: 'Une politique de confidentialité ne semble pas parler d’un point qu’elle doit aborder.',
  },
  why: {
    en: 'People must learn who uses their data, what for, how long, who receives them and how to see, change or erase them.',
    fr: 'Les personnes doivent savoir qui utilise leurs données, pourquoi, combien de temps, qui les reçoit et comment les consulter, les modifier ou les effacer.',
  },
  remedy: {
    en: 'Check whether the policy says it in other words; else add a paragraph. The physical place of the data is not asked for as such: say whether they leave the European Economic Area, and how they are protected there.',
    fr: 'Vérifiez si la politique le dit en d’autres termes ; sinon, ajoutez un paragraphe. Le lieu physique des données n’est pas exigé en tant que tel : dites si elles quittent l’Espace économique européen et comment elles y sont protégées.',
  },
  basis: [
    {
      name: { en: 'GDPR Art. 12 and 13(1) and (2)', fr: 'RGPD, art. 12 et 13(1) et (2)' },
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
    {
      name: {
        en: 'CNIL, information of people: reference of three years after the last contact for prospects (guideline)',
        fr: 'CNIL, information des personnes : référence de trois ans après le dernier contact pour les prospects (ligne directrice)',
      },
    },
  ],
  exceptions: [
    {
      en: 'Ticks and compulsory answers where the policy speaks of no form, social networks where it names none.',
      fr: 'Les cases à cocher et les réponses obligatoires si la politique ne parle d’aucun formulaire, les réseaux sociaux si elle n’en nomme aucun.',
    },
    {
      en: 'Pages that only lead to the policy, and policies whose words stand in a message catalogue.',
      fr: 'Les pages qui ne font que renvoyer à la politique, et celles dont les mots se trouvent dans un catalogue de traductions.',
    },
  ],
  messages: {
    missing: {
      en: 'To verify: this privacy policy does not seem to speak of: {points}. Compare it with GDPR Art. 13 (consent: Art. 7; social networks: Art. 26) and add what is missing.',
      fr: 'À vérifier : cette politique de confidentialité ne semble pas traiter de : {points}. Comparez avec le RGPD, art. 13 (consentement : art. 7 ; réseaux sociaux : art. 26) et ajoutez ce qui manque.',
    },
    endless: {
      en: 'To verify: “{words}” sets no end to keeping the data. They may be kept no longer than the purpose needs (GDPR Art. 5(1)(e)): name a period, or how it is decided.',
      fr: 'À vérifier : « {words} » ne fixe aucun terme à la conservation. Les données ne peuvent être gardées plus longtemps que la finalité ne l’exige (RGPD, art. 5(1)(e)) : indiquez une durée, ou comment elle se détermine.',
    },
    long: {
      en: 'To verify: “{words}” is far over the reference of three years after the last contact that the CNIL gives for prospects (a guideline). Keep them shorter, or say why so long (GDPR Art. 5(1)(e)).',
      fr: 'À vérifier : « {words} » dépasse de loin la référence de trois ans après le dernier contact que la CNIL donne pour les prospects (ligne directrice). Conservez-les moins longtemps, ou dites pourquoi (RGPD, art. 5(1)(e)).',
    },
    found: { en: 'This speaks of: {point}.', fr: 'Ceci porte sur : {point}.' },
  },
  repairs: {
    headings: {
      safety: 'offer',
      title: { en: 'Add the missing headings', fr: 'Ajouter les titres manquants' },
      follow: { en: 'Write what belongs under each.', fr: 'Écrivez ce qui convient sous chacun.' },
    },
  },
  examples: {
    bad: [],
    good: [
      { language: 'html', code: '<h1>Privacy policy</h1><p>Our privacy policy is on our main site.</p>' },
    ],
  },
  needs: ['policy', 'document'],
  *check({ policy, document }, context) {
    if (!policy) return;
    const { place, found, missing, endless, long, addHeadings } = policy;
    if (missing.length > 0) {
      const page = document.language.state === 'known' ? document.language.value : context.locale;
      const headings = missing.map(({ heading }) => {
        const words = heading[page] ?? heading.en ?? '';
        return { heading: words, blank: blankWords(words.toLowerCase()) };
      });
      const edits = addHeadings?.(headings);
      yield {
        message: 'missing' as const,
        span: place,
        data: {
          points: {
            en: missing.map(({ title }) => title.en).join('; '),
            fr: missing.map(({ title }) => title.fr).join(' ; '),
          },
        },
        related: found.map(({ title, span }) => ({
          span,
          message: 'found' as const,
          data: { point: title },
        })),
        repairs: edits ? [{ use: 'headings' as const, edits }] : [],
      };
    }
    if (long) {
      yield { message: 'long' as const, span: long.span ?? place, data: { words: long.words } };
    }
    if (endless) {
      yield {
        message: 'endless' as const,
        span: endless.span ?? place,
        data: { words: endless.words },
      };
    }
  },
});
