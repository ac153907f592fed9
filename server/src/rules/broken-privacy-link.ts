import { kept } from '../core/memo.js';
import { defineRule } from './rule.js';

export default defineRule({
  id: 'broken-privacy-link',
  severity: 'warning',
  topic: 'notice',
  what: {
    en: 'A link to the privacy notice leads nowhere or is not displayed.',
    fr: 'Un lien vers la politique de confidentialité ne mène nulle part ou n’est pas affiché.',
  },
  why: {
    en: 'A notice that nobody can open informs nobody: it must be easily accessible.',
    fr: 'Une mention que personne ne peut ouvrir n’informe personne : elle doit être aisément accessible.',
  },
  remedy: {
    en: 'Let the link lead to the page of the privacy notice, and show it.',
    fr: 'Faites mener le lien à la page de la politique de confidentialité, et affichez-le.',
  },
  basis: [
    {
      name: { en: 'GDPR Art. 12(1) and 13', fr: 'RGPD, art. 12(1) et 13' },
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
  ],
  exceptions: [
    {
      en: 'Links that a script handles, and those that lead to a place on the same page.',
      fr: 'Les liens pris en charge par un script et ceux qui mènent à un endroit de la même page.',
    },
  ],
  messages: {
    nowhere: {
      en: 'The link “{words}” leads nowhere: people cannot read what becomes of their data (GDPR Art. 12(1), 13). Let it lead to your privacy notice.',
      fr: 'Le lien « {words} » ne mène nulle part : on ne peut pas lire ce que deviennent les données (RGPD, art. 12(1) et 13). Faites-le mener à votre politique de confidentialité.',
    },
    hidden: {
      en: 'The link “{words}” is not displayed: people cannot find what becomes of their data (GDPR Art. 12(1), 13). Show it.',
      fr: 'Le lien « {words} » n’est pas affiché : on ne peut pas trouver ce que deviennent les données (RGPD, art. 12(1) et 13). Affichez-le.',
    },
  },
  repairs: {
    target: {
      title: { en: 'Lead it to {href}', fr: 'Le faire mener à {href}' },
      safety: 'offer',
    },
  },
  examples: {
    bad: [{ language: 'html', code: '<footer><a href="#">Privacy policy</a></footer>' }],
    good: [{ language: 'html', code: '<footer><a href="/privacy">Privacy policy</a></footer>' }],
  },
  needs: ['deadNotices', 'notices', 'message'],
  *check(facts, { contact }) {
    const { deadNotices } = facts;
    if (deadNotices.length === 0 || facts.message) return;
    const works = kept(() => facts.notices.some(({ how, broken }) => how === 'link' && !broken));
    for (const { broken, open, words, repoint } of deadNotices) {
      if (broken === 'not-displayed' && works()) continue;
      const { privacyNotice } = contact;
      const edits = privacyNotice === undefined ? [] : (repoint?.(privacyNotice) ?? []);
      yield {
        message: broken === 'not-displayed' ? ('hidden' as const) : ('nowhere' as const),
        span: open,
        data: { words },
        repairs: edits.length ? [{ use: 'target' as const, edits, data: { href: privacyNotice ?? '' } }] : [],
      };
    }
  },
});
