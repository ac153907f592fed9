import { defineRule } from './rule.js';

export default defineRule({
  id: 'partial-unsubscribe',
  severity: 'hint',
  topic: 'mail',
  what: {
    en: 'Unsubscribing leaves one list, others go on, and nothing stops them all.',
    fr: 'Le désabonnement ne vaut que pour une liste, d’autres continuent, et rien ne permet de tout arrêter.',
  },
  why: {
    en: 'Whoever objects to advertising objects to all of it unless they say otherwise.',
    fr: 'Qui s’oppose à la prospection s’oppose à toute prospection, sauf s’il en décide autrement.',
  },
  remedy: {
    en: 'Add a second link, or a choice on the page, that stops every advertising mail.',
    fr: 'Ajoutez un second lien, ou un choix sur la page, qui arrête tous les messages publicitaires.',
  },
  basis: [
    {
      name: { en: 'GDPR Art. 21(2) and 21(3)', fr: 'RGPD, art. 21(2) et 21(3)' },
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
  ],
  exceptions: [
    {
      en: 'Mails that go on because an account, an order or a contract needs them; mails that also link to a page of preferences, or offer to leave everything.',
      fr: 'Messages qui continuent parce qu’un compte, une commande ou un contrat les exige ; messages qui mènent aussi à une page de préférences, ou qui proposent de tout arrêter.',
    },
  ],
  messages: {
    others: {
      en: '“{words}”: other mailings go on after unsubscribing, and nothing here stops them all. Whoever objects to advertising may object to all of it (GDPR Art. 21(2)).',
      fr: '« {words} » : d’autres envois continuent après le désabonnement, et rien ici ne les arrête tous. Le lecteur peut s’opposer à toute prospection (RGPD, art. 21(2)).',
    },
  },
  repairs: {},
  examples: {
    bad: [
      {
        language: 'html',
        code: '<!doctype html>\n<html lang="en">\n<body>\n<table role="presentation" width="600" cellpadding="0"><tr><td>Our newsletter: special offers. <a href="{{ unsubscribe }}">Unsubscribe from this newsletter</a>; you will still receive our partner offers after you unsubscribe.</td></tr></table>\n</body>\n</html>',
      },
    ],
    good: [
      {
        language: 'html',
        code: '<!doctype html>\n<html lang="en">\n<body>\n<table role="presentation" width="600" cellpadding="0"><tr><td>Our newsletter: special offers. <a href="{{ unsubscribe }}">Unsubscribe from all our mailings</a>; after you unsubscribe you will still receive mails about your orders.</td></tr></table>\n</body>\n</html>',
      },
    ],
  },
  needs: ['hurdles', 'message', 'links'],
  *check(facts) {
    if (facts.message?.kind !== 'marketing') return;
    const others = facts.hurdles.filter(({ asks }) => asks === 'others');
    if (others.length === 0) return;
    if (facts.links.some(({ purpose, all }) => purpose === 'preferences' || all)) return;
    for (const { words, span } of others) {
      yield { message: 'others' as const, span, data: { words } };
    }
  },
});
