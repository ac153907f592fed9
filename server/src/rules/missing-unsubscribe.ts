import { blankAddress } from '../core/blank.js';
import { insert } from '../core/edit.js';
import type { Message } from '../facts/types/index.js';
import { type Draft, defineRule, type RuleContext } from './rule.js';

/** RFC 2606: no such host can ever exist, so a placeholder cannot be mistaken for an address. */
const PLACEHOLDER = blankAddress('unsubscribe-address');

export default defineRule({
  id: 'missing-unsubscribe',
  severity: 'error',
  topic: 'mail',
  what: {
    en: 'A marketing mail gives its readers no way to stop it.',
    fr: 'Un message commercial ne permet pas à ses lecteurs d’y mettre fin.',
  },
  why: {
    en: 'Every marketing message must let the reader stop it, easily and free of charge.',
    fr: 'Chaque message commercial doit permettre de s’y opposer simplement et gratuitement.',
  },
  remedy: {
    en: 'Add an unsubscribe link to the footer, with the tag or address of the service that sends the mail.',
    fr: 'Ajoutez en pied de message un lien de désabonnement, avec la balise ou l’adresse du service d’envoi.',
  },
  basis: [
    {
      name: {
        en: 'ePrivacy Directive 2002/58/EC Art. 13(2) and 13(4)',
        fr: 'Directive 2002/58/CE « vie privée et communications électroniques », art. 13(2) et 13(4)',
      },
      url: 'https://eur-lex.europa.eu/eli/dir/2002/58/oj',
    },
    {
      name: { en: 'GDPR Art. 7(3), 21(2) and 21(3)', fr: 'RGPD, art. 7(3), 21(2) et 21(3)' },
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
    {
      name: {
        en: 'France: CPCE Art. L. 34-5; Germany: UWG § 7; United Kingdom: PECR reg. 22; United States: CAN-SPAM, 15 U.S.C. 7704(a)(3)',
        fr: 'France : CPCE, art. L. 34-5 ; Allemagne : UWG § 7 ; Royaume-Uni : PECR, reg. 22 ; États-Unis : CAN-SPAM, 15 U.S.C. 7704(a)(3)',
      },
    },
  ],
  exceptions: [
    {
      en: 'Receipts, confirmations, password resets and other service mails; partials and layouts; mails whose footer stands in another file.',
      fr: 'Reçus, confirmations, réinitialisations de mot de passe et autres messages de service ; fragments et gabarits ; messages dont le pied de page se trouve dans un autre fichier.',
    },
  ],
  messages: {
    missing: {
      en: 'This marketing mail has no way to unsubscribe. Every such message must offer one, easily and free of charge (ePrivacy Directive Art. 13): add a link to its footer.',
      fr: 'Ce message commercial ne permet pas de se désabonner. Tout message de ce type doit le permettre, simplement et gratuitement (directive 2002/58/CE, art. 13) : ajoutez un lien en pied de message.',
    },
    mixed: {
      en: 'This mail serves a contract and advertises as well (“{words}”): with that it is direct marketing, and must offer a way to unsubscribe (ePrivacy Directive Art. 13). Add a link to its footer, or take the advertising out.',
      fr: 'Ce message sert un contrat et fait aussi de la publicité (« {words} ») : il devient de la prospection, et doit permettre de se désabonner (directive 2002/58/CE, art. 13). Ajoutez un lien en pied de message, ou retirez la publicité.',
    },
    addedByProvider: {
      en: 'This mail has no unsubscribe link of its own. {provider} usually adds a footer with one when it sends; check that it does, or place its tag yourself.',
      fr: 'Ce message n’a pas de lien de désabonnement. {provider} en ajoute en général un à l’envoi : vérifiez-le, ou placez vous-même sa balise.',
    },
    elsewhere: {
      en: 'The foot of this mail stands in another file: whether it can be stopped was not reviewed.',
      fr: 'Le pied de ce message se trouve dans un autre fichier : la possibilité d’y mettre fin n’a pas été examinée.',
    },
    unclear: {
      en: 'This mail has no unsubscribe link. If it is ever sent as advertising, it needs one; a comment “privacylint-email transactional” says that it is not.',
      fr: 'Ce message n’a pas de lien de désabonnement. S’il sert un jour de publicité, il en faut un ; un commentaire « privacylint-email transactional » indique que non.',
    },
  },
  repairs: {
    footer: {
      title: {
        en: 'Add a footer with an unsubscribe link',
        fr: 'Ajouter un pied de message avec un lien de désabonnement',
      },
      safety: 'offer',
    },
    placeholder: {
      title: {
        en: 'Add a footer with a link to fill in',
        fr: 'Ajouter un pied de message avec un lien à compléter',
      },
      safety: 'offer',
      follow: {
        en: 'Replace {href} by the tag or address of the service that sends the mail.',
        fr: 'Remplacez {href} par la balise ou l’adresse du service d’envoi.',
      },
    },
  },
  examples: {
    bad: [
      {
        language: 'html',
        code: '<!doctype html>\n<html lang="en" xmlns:v="urn:schemas-microsoft-com:vml">\n<body>\n<table role="presentation" width="600" cellpadding="0"><tr><td>Our newsletter: special offers for the summer. Book now and save 20 % off.</td></tr></table>\n</body>\n</html>',
      },
    ],
    good: [
      {
        language: 'html',
        code: '<!doctype html>\n<html lang="en" xmlns:v="urn:schemas-microsoft-com:vml">\n<body>\n<table role="presentation" width="600" cellpadding="0"><tr><td>Our newsletter: special offers for the summer. Book now and save 20 % off. <a href="*|UNSUB|*">Unsubscribe</a></td></tr></table>\n</body>\n</html>',
      },
    ],
  },
  needs: ['message', 'document'],
  *check({ message, document }, context) {
    // A way out that leads nowhere is reported where it stands.
    if (!message || message.kind === 'transactional' || message.deadEnds.length > 0) return;
    if (!message.whole) {
      const { kind, frame, waysOut } = message;
      const isOpen = waysOut.every(({ how }) => how === 'include');
      if (kind === 'marketing' && frame && isOpen)
        yield { message: 'elsewhere' as const, span: frame, elsewhere: true };
      return;
    }
    if (message.waysOut.length > 0) {
      const [first] = message.waysOut;
      if (first && message.waysOut.every(({ how }) => how === 'include'))
        yield { message: 'elsewhere' as const, span: first.span, elsewhere: true };
      return;
    }
    if (message.kind === 'unclear' && message.bare) return;
    const repairs = repairsFor(
      message,
      document.language.state === 'known' ? document.language.value : context.locale,
      context,
    );
    const { provider } = message;
    if (message.kind === 'unclear')
      yield { message: 'unclear' as const, severity: 'hint' as const, span: message.open, repairs };
    else if (provider?.addsFooter === 'yes') {
      yield {
        message: 'addedByProvider' as const,
        severity: 'information' as const,
        span: message.open,
        data: { provider: provider.name },
        repairs,
      };
    } else if (message.mixed !== undefined)
      yield {
        message: 'mixed' as const,
        severity: 'warning' as const,
        span: message.open,
        data: { words: message.mixed },
        repairs,
      };
    else yield { message: 'missing' as const, span: message.open, repairs };
  },
});

function repairsFor(
  { footer, provider }: Message,
  language: string,
  context: RuleContext,
): NonNullable<Draft<never, 'footer' | 'placeholder'>['repairs']> {
  if (!footer) return [];
  const href = context.unsubscribeTag(provider?.id, language) ?? context.contact.unsubscribe;
  const { before, link, after } = footer.sentence(language);
  const edits = [insert(footer.at, footer.compose(before, link, href ?? PLACEHOLDER, after))];
  return href === undefined
    ? [{ use: 'placeholder', edits, data: { href: PLACEHOLDER } }]
    : [{ use: 'footer', edits }];
}
