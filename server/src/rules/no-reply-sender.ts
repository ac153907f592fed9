import { replace } from '../core/edit.js';
import type { Message, Sender } from '../facts/types/index.js';
import { type Draft, defineRule, type RuleContext, type Severity } from './rule.js';

export default defineRule({
  id: 'no-reply-sender',
  severity: 'warning',
  topic: 'mail',
  what: {
    en: 'A no-reply address is given as sender, reply address or contact.',
    fr: 'Une adresse « ne pas répondre » sert d’expéditeur, d’adresse de réponse ou de contact.',
  },
  why: {
    en: 'Readers answer mails to ask for their data or to stop them. No text forbids such a sender, but the person must be able to reach you easily.',
    fr: 'On répond à un e-mail pour exercer ses droits ou se désabonner. Aucun texte n’interdit un tel expéditeur, mais la personne doit pouvoir vous joindre facilement.',
  },
  remedy: {
    en: 'Give an address that someone reads, at least as the reply address.',
    fr: 'Donnez une adresse lue par quelqu’un, au moins comme adresse de réponse.',
  },
  basis: [
    {
      name: {
        en: 'GDPR Art. 12(2) (facilitate the exercise of rights), 13(1)(a)-(b)',
        fr: 'RGPD, art. 12(2) (faciliter l’exercice des droits), 13(1)(a)-(b)',
      },
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
    {
      name: {
        en: 'ePrivacy Directive 2002/58/EC Art. 13(4) (a valid address); France: CPCE Art. L. 34-5',
        fr: 'Directive 2002/58/CE, art. 13(4) (une adresse valable) ; France : CPCE, art. L. 34-5',
      },
      url: 'https://eur-lex.europa.eu/eli/dir/2002/58/oj',
    },
  ],
  exceptions: [
    {
      en: 'A return path; an address that mails are sent to; comments, placeholders and validation messages.',
      fr: 'L’adresse de retour technique ; une adresse de destinataire ; commentaires, exemples de saisie et messages de validation.',
    },
  ],
  messages: {
    sender: {
      en: '“{address}” sends mail that nobody can answer. People reply to use their rights (GDPR Art. 12(2)): add a reply address that someone reads.',
      fr: '« {address} » envoie des messages auxquels personne ne peut répondre. On répond pour exercer ses droits (RGPD, art. 12(2)) : ajoutez une adresse de réponse lue par quelqu’un.',
    },
    answered: {
      en: '“{address}” is a no-reply sender, with a reply address beside it. A sender that can be answered is plainer for readers.',
      fr: '« {address} » est un expéditeur « ne pas répondre », avec une adresse de réponse à côté. Un expéditeur joignable est plus clair pour les lecteurs.',
    },
    replyTo: {
      en: '“{address}” is where answers go, and nobody reads it. People reply to use their rights (GDPR Art. 12(2)): give an address that someone reads.',
      fr: 'Les réponses partent vers « {address} », que personne ne lit. On répond pour exercer ses droits (RGPD, art. 12(2)) : donnez une adresse lue par quelqu’un.',
    },
    contact: {
      en: '“{address}” is offered as contact, and nobody reads it. People must be able to reach you to use their rights (GDPR Art. 12(2)): give an address that someone reads.',
      fr: '« {address} » est donnée comme contact, et personne ne la lit. On doit pouvoir vous joindre pour exercer ses droits (RGPD, art. 12(2)) : donnez une adresse lue par quelqu’un.',
    },
  },
  repairs: {
    addReplyTo: {
      title: { en: 'Add the reply address {contact}', fr: 'Ajouter l’adresse de réponse {contact}' },
      safety: 'offer',
    },
    useContact: {
      title: { en: 'Give {contact} instead', fr: 'Donner {contact} à la place' },
      safety: 'offer',
    },
    sendFrom: {
      title: { en: 'Send from {contact}', fr: 'Envoyer depuis {contact}' },
      safety: 'offer',
      follow: {
        en: 'The domain’s SPF and DKIM records must cover this sender.',
        fr: 'Les enregistrements SPF et DKIM du domaine doivent couvrir cet expéditeur.',
      },
    },
  },
  examples: {
    bad: [
      {
        language: 'ts',
        code: "await transporter.sendMail({ from: 'no-reply@hotel.example', to: guest.email, subject: 'Your stay' });",
      },
      { language: 'html', code: '<p>Questions? Write to <a href="mailto:noreply@hotel.example">us</a>.</p>' },
    ],
    good: [
      {
        language: 'ts',
        code: "await transporter.sendMail({ from: 'reception@hotel.example', to: guest.email, subject: 'Your stay' });",
      },
      {
        language: 'html',
        code: '<p>Questions? Write to <a href="mailto:reception@hotel.example">us</a>.</p>',
      },
    ],
  },
  needs: ['senders', 'message'],
  *check(facts, context) {
    for (const sender of facts.senders) {
      if (sender.noReply === undefined) continue;
      yield {
        message: messageOf(sender),
        severity: severityOf(sender, facts.message),
        span: sender.span,
        data: { address: sender.address },
        repairs: repairsFor(sender, context),
      };
    }
  },
});

function messageOf({ role, answered }: Sender) {
  if (role === 'contact') return 'contact' as const;
  if (role === 'reply-to') return 'replyTo' as const;
  return answered ? ('answered' as const) : ('sender' as const);
}

/** Warning where nothing else lets the reader write; addresses that only look automated are a hint. */
function severityOf({ noReply, answered, role }: Sender, message: Message | undefined): Severity {
  if (noReply === 'automated') return 'hint';
  if (answered || (role === 'from' && message?.contact)) return 'information';
  return message?.kind === 'transactional' ? 'information' : 'warning';
}

type Repairs = NonNullable<Draft<never, 'addReplyTo' | 'useContact' | 'sendFrom'>['repairs']>;

function repairsFor(sender: Sender, { contact }: RuleContext): Repairs {
  const { role, span, exact, shown, addReplyTo, answered } = sender;
  if (contact.email === undefined) return [];
  const data = { contact: contact.email };
  const { email } = contact;
  const edits = [span, ...shown].map((at) => replace(at, email));
  if (role !== 'from') return exact ? [{ use: 'useContact', edits, data }] : [];
  const sendFrom = exact ? [{ use: 'sendFrom' as const, edits, data }] : [];
  return answered || !addReplyTo
    ? sendFrom
    : [{ use: 'addReplyTo', edits: [addReplyTo(contact.email)], data }, ...sendFrom];
}
