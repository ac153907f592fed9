import { blankWords } from '../core/blank.js';
import { insert } from '../core/edit.js';
import type { Message } from '../facts/types/index.js';
import { defineRule, type RuleContext } from './rule.js';

export default defineRule({
  id: 'missing-sender-identity',
  severity: 'warning',
  topic: 'mail',
  what: {
    en: 'A marketing mail does not say who sends it.',
    fr: 'Un message commercial ne dit pas qui l’envoie.',
  },
  why: {
    en: 'Readers must be able to tell who writes to them and where to turn. Commercial mail that conceals its sender is forbidden throughout the EU.',
    fr: 'Le lecteur doit savoir qui lui écrit et à qui s’adresser. Dissimuler l’expéditeur d’un message commercial est interdit dans toute l’UE.',
  },
  remedy: {
    en: 'Write name and address of the company in the footer, or use the sending service’s address tag. A postal address is compulsory for readers in the United States and Canada.',
    fr: 'Écrivez le nom et l’adresse de la société dans le pied de message, ou utilisez la balise d’adresse du prestataire. Une adresse postale est obligatoire pour des lecteurs aux États-Unis et au Canada.',
  },
  basis: [
    {
      name: {
        en: 'ePrivacy Directive 2002/58/EC Art. 13(4); France: CPCE Art. L.34-5',
        fr: 'Directive « vie privée » 2002/58/CE, art. 13(4) ; CPCE, art. L.34-5',
      },
    },
    {
      name: {
        en: 'E-Commerce Directive 2000/31/EC Art. 5 and 6(b); GDPR Art. 13(1)(a)',
        fr: 'Directive commerce électronique 2000/31/CE, art. 5 et 6(b) ; RGPD, art. 13(1)(a)',
      },
    },
    {
      name: {
        en: 'Postal address: US CAN-SPAM Act 15 U.S.C. 7704(a)(5)(A)(iii); Canada CASL s. 6(2)',
        fr: 'Adresse postale : CAN-SPAM Act (États-Unis), 15 U.S.C. 7704(a)(5)(A)(iii) ; LCAP (Canada), art. 6(2)',
      },
    },
  ],
  exceptions: [
    {
      en: 'Mails whose footer the sending service adds, or whose footer another file holds; a merge tag for name or address; a contact address in the body.',
      fr: 'Les messages dont le prestataire ajoute le pied, ou dont le pied se trouve dans un autre fichier ; une balise de nom ou d’adresse ; une adresse de contact dans le corps.',
    },
  ],
  messages: {
    missing: {
      en: 'This mail does not say who sends it: neither a company name, an address nor a tag for one. Commercial mail must not conceal its sender (ePrivacy Art. 13(4)): write name and address in the footer.',
      fr: 'Ce message ne dit pas qui l’envoie : ni nom de société, ni adresse, ni balise qui en tienne lieu. Un message commercial ne peut dissimuler son expéditeur (directive 2002/58/CE, art. 13(4)) : écrivez nom et adresse dans le pied de message.',
    },
  },
  repairs: {
    blank: {
      safety: 'offer',
      title: {
        en: 'Add a line to fill in to the footer',
        fr: 'Ajouter au pied de message une ligne à compléter',
      },
      follow: {
        en: 'Write who sends the mail, or set `contact.identity` in the configuration.',
        fr: 'Écrivez qui envoie le message, ou indiquez `contact.identity` dans la configuration.',
      },
    },
    identity: {
      safety: 'offer',
      title: { en: 'Add who sends the mail to its footer', fr: 'Ajouter l’expéditeur au pied de message' },
    },
  },
  examples: {
    bad: [
      {
        language: 'html',
        code: '<!doctype html>\n<html lang="en" xmlns:v="urn:schemas-microsoft-com:vml">\n<body>\n<table role="presentation" width="600" cellpadding="0"><tr><td>Special offers for the summer. Book now and save 20 % off. <a href="{{unsubscribe_url}}">Unsubscribe</a></td></tr></table>\n</body>\n</html>',
      },
    ],
    good: [
      {
        language: 'html',
        code: '<!doctype html>\n<html lang="en" xmlns:v="urn:schemas-microsoft-com:vml">\n<body>\n<table role="presentation" width="600" cellpadding="0"><tr><td>Special offers for the summer. Book now and save 20 % off. Harbour Hotel Ltd, 3 Quay Street. <a href="{{unsubscribe_url}}">Unsubscribe</a></td></tr></table>\n</body>\n</html>',
      },
    ],
  },
  needs: ['message', 'document'],
  *check({ message, document }, context) {
    if (message?.kind !== 'marketing' || message.assumed || !message.whole || message.identity.length > 0)
      return;
    if (message.provider?.addsFooter === 'yes' || message.waysOut.some(({ how }) => how === 'include'))
      return;
    const language = document.language.state === 'known' ? document.language.value : context.locale;
    yield {
      message: 'missing' as const,
      span: message.open,
      repairs: repairsFor(message, context, language),
    };
  },
});

function repairsFor({ footer, provider }: Message, { addressTag, contact }: RuleContext, language: string) {
  if (!footer) return [];
  const identity = addressTag(provider?.id) ?? contact.identity;
  const line = identity ?? blankWords(language === 'fr' ? BLANK.fr : BLANK.en);
  const edits = [insert(footer.at, footer.line(line))];
  return [{ use: identity === undefined ? ('blank' as const) : ('identity' as const), edits }];
}

const BLANK = { en: 'name and postal address of the company', fr: 'nom et adresse postale de la société' };
