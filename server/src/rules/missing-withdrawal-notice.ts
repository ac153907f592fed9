import { insert } from '../core/edit.js';
import type { Control, FormPurpose, Purpose } from '../facts/types/index.js';
import { defineRule } from './rule.js';

/** What is done by consent alone; a contract's data may have other grounds. */
const BY_CONSENT: ReadonlySet<Purpose> = new Set<Purpose>([
  'newsletter',
  'marketing',
  'partners',
  'profiling',
  'sensitive',
  'publication',
  'data-processing',
]);
/** There, the box itself is how one withdraws. */
const WITHDRAWING: ReadonlySet<FormPurpose> = new Set<FormPurpose>(['settings', 'unsubscribe', 'rights']);

export default defineRule({
  id: 'missing-withdrawal-notice',
  severity: 'hint',
  topic: 'consent',
  what: {
    en: 'Consent is asked, and nothing says that it can be withdrawn.',
    fr: 'Un accord est demandé, et rien ne dit qu’il peut être retiré.',
  },
  why: {
    en: 'People must be told, before they agree, that they may change their mind at any time.',
    fr: 'La personne doit savoir, avant d’accepter, qu’elle peut changer d’avis à tout moment.',
  },
  remedy: {
    en: 'Add one sentence to the label or beside the button.',
    fr: 'Ajoutez une phrase au libellé ou près du bouton.',
  },
  basis: [
    {
      name: {
        en: 'GDPR Art. 7(3) (told prior to giving consent), 13(2)(c)',
        fr: 'RGPD, art. 7(3) (informée avant de donner son consentement), 13(2)(c)',
      },
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
  ],
  exceptions: [
    {
      en: 'A page that says it anywhere; settings and unsubscribe pages; boxes that show a stored choice.',
      fr: 'Une page qui le dit où que ce soit ; les pages de préférences et de désabonnement ; les cases qui montrent un choix enregistré.',
    },
  ],
  messages: {
    missing: {
      en: '“{label}” asks for consent, and nothing here says that it can be withdrawn (GDPR Art. 7(3)). Add a sentence.',
      fr: '« {label} » demande un consentement, et rien ici ne dit qu’il peut être retiré (RGPD, art. 7(3)). Ajoutez une phrase.',
    },
  },
  repairs: {
    say: {
      title: {
        en: 'Say that consent can be withdrawn',
        fr: 'Dire que le consentement peut être retiré',
      },
      safety: 'offer',
      follow: {
        en: 'There must be a way to withdraw that is as easy as the box.',
        fr: 'Il faut un moyen de le retirer aussi simple que la case.',
      },
    },
  },
  examples: {
    bad: [
      {
        language: 'html',
        code: '<form><input type="email" name="email"><label><input type="checkbox" name="newsletter"> I would like to receive the newsletter</label></form>',
      },
    ],
    good: [
      {
        language: 'html',
        code: '<form><input type="email" name="email"><label><input type="checkbox" name="newsletter"> I would like to receive the newsletter. You can unsubscribe at any time.</label></form>',
      },
      {
        language: 'html',
        code: '<form><label><input type="checkbox" name="newsletter"> I would like to receive the newsletter</label><p>You can withdraw your consent at any time.</p></form>',
      },
    ],
  },
  needs: ['controls', 'forms', 'tellsWithdrawal', 'document', 'links'],
  *check(facts) {
    const { controls, document } = facts;
    if (!controls.some(asks) || facts.tellsWithdrawal) return;
    const { forms, links } = facts;
    if (links.some((l) => l.purpose === 'unsubscribe' || l.purpose === 'preferences')) return;
    if (document.aim && WITHDRAWING.has(document.aim.purpose)) return;
    const told = new Set(controls.filter(isStored).map(({ form }) => form));
    for (const control of controls) {
      const { consent, span, form } = control;
      if (!consent || told.has(form) || !asks(control)) continue;
      // A box without its form is a part of something that may say it.
      if (form === undefined && document.extent !== 'whole') continue;
      const aim = form === undefined ? undefined : forms[form]?.aim;
      if (aim && WITHDRAWING.has(aim.purpose)) continue;
      told.add(form);
      yield {
        message: 'missing' as const,
        span,
        data: { label: consent.quoted },
        evidence: consent.quotes,
        repairs: sentence(control),
      };
    }
  },
});

/** It shows what the person chose before: whoever comes back can change it. */
function isStored({ consent, default: start }: Control): boolean {
  return consent !== undefined && start.state === 'dynamic';
}

/** Words that are shown ask, even where what is behind them is a hidden field. */
function asks({ consent, kind, displayed, label }: Control): boolean {
  const isShown = displayed || (kind === 'hidden' && (label.source === 'wrapping' || label.source === 'for'));
  if (consent?.certainty !== 'certain' || kind === 'select' || !isShown) return false;
  // Who ticks to refuse gives nothing that could be taken back.
  if (consent.polarity === 'refuse') return false;
  return consent.purposes.some(({ purpose, requested }) => requested && BY_CONSENT.has(purpose));
}

/** The sentence behind the words of the label. */
function sentence({ consent, unit, kind, label, coded }: Control) {
  if (!consent || kind === 'radio') return [];
  const ends = label.text.state === 'known' && /[.!?]\s*$/.test(label.text.value);
  const words = `${ends ? '' : '.'} ${consent.withdrawalNotice}`;
  const inCode = label.text.state === 'known' ? coded?.(label.text.value.trimEnd() + words) : undefined;
  if (inCode) return [{ use: 'say' as const, edits: [inCode] }];
  if (unit?.wordsEnd === undefined) return [];
  return [{ use: 'say' as const, edits: [insert(unit.wordsEnd, unit.write([{ words }]))] }];
}
