import type { Mailing } from '../facts/types/index.js';
import { defineRule, type RuleContext } from './rule.js';

export default defineRule({
  id: 'missing-one-click-unsubscribe',
  severity: 'information',
  topic: 'mail',
  what: {
    en: 'A marketing mail is sent without the headers by which mail programs let readers unsubscribe with one click.',
    fr: 'Un message commercial est envoyé sans les en-têtes par lesquels les messageries permettent de se désabonner en un clic.',
  },
  why: {
    en: 'Mail programs show a button to unsubscribe beside the sender where two headers say how. Large mailbox providers ask bulk senders for both; readers who find no button report the mail as spam instead.',
    fr: 'Les messageries affichent un bouton de désabonnement à côté de l’expéditeur quand deux en-têtes indiquent comment faire. Les grands fournisseurs de boîtes aux lettres exigent les deux des expéditeurs en nombre ; sans bouton, le lecteur signale le message comme indésirable.',
  },
  remedy: {
    en: 'Send `List-Unsubscribe` with an https address that unsubscribes whoever posts to it, and `List-Unsubscribe-Post: List-Unsubscribe=One-Click`. Keep the link in the body as well.',
    fr: 'Envoyez `List-Unsubscribe` avec une adresse https qui désabonne dès qu’elle reçoit un POST, et `List-Unsubscribe-Post: List-Unsubscribe=One-Click`. Gardez aussi le lien dans le corps du message.',
  },
  basis: [
    {
      name: { en: 'RFC 2369 (List-Unsubscribe)', fr: 'RFC 2369 (List-Unsubscribe)' },
      url: 'https://www.rfc-editor.org/rfc/rfc2369',
    },
    {
      name: { en: 'RFC 8058 (one-click unsubscription)', fr: 'RFC 8058 (désabonnement en un clic)' },
      url: 'https://www.rfc-editor.org/rfc/rfc8058',
    },
    {
      name: {
        en: 'Sender guidelines of Gmail and Yahoo, since 2024: terms of mailbox providers for more than 5,000 mails a day, no law',
        fr: 'Règles de Gmail et de Yahoo pour les expéditeurs, depuis 2024 : conditions de fournisseurs de messagerie au-delà de 5 000 messages par jour, non une loi',
      },
      url: 'https://support.google.com/mail/answer/81126',
    },
    {
      name: {
        en: 'GDPR Art. 7(3) and 21(2): withdrawing and objecting made easy',
        fr: 'RGPD, art. 7(3) et 21(2) : retrait et opposition faciles',
      },
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
  ],
  exceptions: [
    {
      en: 'Receipts, confirmations and other service mails; mails whose sending service writes the headers; headers that another file may add, as where the code takes in an object from elsewhere.',
      fr: 'Reçus, confirmations et autres messages de service ; messages dont le service d’envoi écrit les en-têtes ; en-têtes qu’un autre fichier peut ajouter, par exemple quand le code reprend un objet venu d’ailleurs.',
    },
  ],
  messages: {
    missing: {
      en: 'This marketing mail is sent without `List-Unsubscribe` and `List-Unsubscribe-Post`: mail programs cannot offer to unsubscribe with one click (RFC 8058), which Gmail and Yahoo ask of bulk senders. Add both headers, with an https address that takes the request.',
      fr: 'Ce message commercial part sans `List-Unsubscribe` ni `List-Unsubscribe-Post` : les messageries ne peuvent pas proposer le désabonnement en un clic (RFC 8058), que Gmail et Yahoo exigent des envois en nombre. Ajoutez les deux en-têtes, avec une adresse https qui reçoit la demande.',
    },
    byProvider: {
      en: 'This code sends a marketing mail without `List-Unsubscribe` and `List-Unsubscribe-Post`. {provider} adds both itself where its unsubscribe handling is on: check that it is for this mail, or send the headers yourself (RFC 8058).',
      fr: 'Ce code envoie un message commercial sans `List-Unsubscribe` ni `List-Unsubscribe-Post`. {provider} ajoute les deux lorsque sa gestion des désabonnements est active : vérifiez qu’elle l’est pour ce message, ou envoyez vous-même les en-têtes (RFC 8058).',
    },
    noAddress: {
      en: '`List-Unsubscribe` names only a mailbox or an unprotected address: one click takes an https address that mail programs can post to (RFC 8058). Add it, together with `List-Unsubscribe-Post`.',
      fr: '`List-Unsubscribe` ne donne qu’une boîte aux lettres ou une adresse non protégée : le désabonnement en un clic demande une adresse https à laquelle les messageries envoient un POST (RFC 8058). Ajoutez-la, avec `List-Unsubscribe-Post`.',
    },
    noPost: {
      en: '`List-Unsubscribe` stands without `List-Unsubscribe-Post: List-Unsubscribe=One-Click`: mail programs then open a page, or show no button (RFC 8058). Add it, once the address unsubscribes whoever posts to it.',
      fr: '`List-Unsubscribe` figure sans `List-Unsubscribe-Post: List-Unsubscribe=One-Click` : les messageries ouvrent alors une page, ou n’affichent aucun bouton (RFC 8058). Ajoutez-le dès que l’adresse désabonne à la réception d’un POST.',
    },
  },
  repairs: {
    headers: {
      title: {
        en: 'Add the headers for one-click unsubscription',
        fr: 'Ajouter les en-têtes de désabonnement en un clic',
      },
      safety: 'offer',
      follow: {
        en: 'Whoever posts “List-Unsubscribe=One-Click” to {route} must be unsubscribed without another step: add what tells the reader to the address. The DKIM signature must cover both headers.',
        fr: 'Un POST « List-Unsubscribe=One-Click » vers {route} doit désabonner sans autre étape : ajoutez à l’adresse ce qui désigne le lecteur. La signature DKIM doit couvrir les deux en-têtes.',
      },
    },
  },
  examples: {
    bad: [
      {
        language: 'ts',
        code: "import nodemailer from 'nodemailer';\nawait nodemailer.createTransport(smtp).sendMail({ from: 'Hotel <hello@hotel.example>', to: guest.email, subject: 'Our newsletter: offers for the summer', html: body });",
      },
    ],
    good: [
      {
        language: 'ts',
        code: "import nodemailer from 'nodemailer';\nawait nodemailer.createTransport(smtp).sendMail({ from: 'Hotel <hello@hotel.example>', to: guest.email, subject: 'Our newsletter: offers for the summer', html: body, headers: { 'List-Unsubscribe': '<https://hotel.example/leave>', 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } });",
      },
      {
        language: 'ts',
        code: "import nodemailer from 'nodemailer';\nawait nodemailer.createTransport(smtp).sendMail({ from: 'Hotel <hello@hotel.example>', to: guest.email, subject: 'Your booking confirmation', html: body });",
      },
    ],
  },
  needs: ['mailings'],
  *check({ mailings }, { contact }) {
    for (const mailing of mailings) {
      const message = MESSAGES[mailing.oneClick];
      if (mailing.kind !== 'marketing' || !message) continue;
      const { provider, header, span } = mailing;
      if (message === 'missing' && provider?.addsHeader === 'yes') continue;
      const byProvider = message === 'missing' && provider?.addsHeader === 'setting';
      yield {
        message: byProvider ? ('byProvider' as const) : message,
        span: header ?? span,
        ...(byProvider && { data: { provider: provider.name } }),
        repairs: repairsFor(mailing, contact),
      };
    }
  },
});

const MESSAGES = {
  complete: undefined,
  unknown: undefined,
  missing: 'missing',
  'no-address': 'noAddress',
  'no-post': 'noPost',
} as const satisfies Record<Mailing['oneClick'], string | undefined>;

/** Only an address that can be posted to will do, and only whoever configured one knows that there is such. */
function repairsFor({ complete }: Mailing, { unsubscribe }: RuleContext['contact']) {
  if (!complete || !unsubscribe?.startsWith('https://')) return [];
  return [{ use: 'headers' as const, edits: complete(unsubscribe), data: { route: unsubscribe } }];
}
