import type { DeadEnd, DocumentFacts, Message } from '../facts/types/index.js';
import { type Datum, type Draft, defineRule, type RuleContext, type Severity } from './rule.js';

type Repairs = NonNullable<Draft<never, 'repoint' | 'tag'>['repairs']>;

export default defineRule({
  id: 'broken-unsubscribe',
  severity: 'error',
  topic: 'mail',
  what: {
    en: 'A link that offers to unsubscribe leads nowhere.',
    fr: 'Un lien qui propose de se désabonner ne mène nulle part.',
  },
  why: {
    en: 'Readers must be able to stop the mails as easily as they agreed to them; a link that does nothing keeps them on the list.',
    fr: 'Le lecteur doit pouvoir mettre fin aux messages aussi simplement qu’il les a acceptés ; un lien sans effet le retient sur la liste.',
  },
  remedy: {
    en: 'Give the link the tag of the service that sends the mail, or the full address of a page that unsubscribes.',
    fr: 'Donnez au lien la balise du service d’envoi, ou l’adresse complète d’une page qui désabonne.',
  },
  basis: [
    {
      name: { en: 'GDPR Art. 7(3) and 12(2)', fr: 'RGPD, art. 7(3) et 12(2)' },
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
    {
      name: {
        en: 'ePrivacy Directive 2002/58/EC Art. 13(2) and 13(4)',
        fr: 'Directive 2002/58/CE « vie privée et communications électroniques », art. 13(2) et 13(4)',
      },
      url: 'https://eur-lex.europa.eu/eli/dir/2002/58/oj',
    },
    {
      name: {
        en: 'France: CPCE Art. L. 34-5; Germany: UWG § 7; United States: CAN-SPAM, 15 U.S.C. 7704(a)(3)',
        fr: 'France : CPCE, art. L. 34-5 ; Allemagne : UWG § 7 ; États-Unis : CAN-SPAM, 15 U.S.C. 7704(a)(3)',
      },
    },
  ],
  exceptions: [
    {
      en: 'Targets that a template or a helper fills; relative addresses in a mail with a base address. In a template whose other links are to be filled in as well, it is a warning; a sample host or a bare home page is a hint.',
      fr: 'Cibles que remplit un gabarit ou une fonction ; adresses relatives d’un message qui déclare une adresse de base. Dans un gabarit dont d’autres liens restent à compléter, c’est un avertissement ; un hôte d’exemple ou une simple page d’accueil est un indice.',
    },
  ],
  messages: {
    nowhere: {
      en: '“{words}” has {lack}: it unsubscribes nobody. Readers must be able to stop the mails as easily as they agreed (GDPR Art. 7(3)): give it the tag or address of your mailing service.',
      fr: '« {words} » {lack} : ce lien ne désabonne personne. Se retirer doit être aussi simple que d’accepter (RGPD, art. 7(3)) : donnez-lui la balise ou l’adresse de votre service d’envoi.',
    },
    draft: {
      en: '“{words}” has {lack}, like other links of this mail: before it is sent, this one must lead to where readers can unsubscribe (GDPR Art. 7(3)).',
      fr: '« {words} » {lack}, comme d’autres liens de ce message : avant l’envoi, celui-ci doit mener là où l’on se désabonne (RGPD, art. 7(3)).',
    },
    relative: {
      en: '“{words}” leads to “{target}”, a relative address: a mail belongs to no site, so mail programs cannot open it. Write the full address, with https:// and the host.',
      fr: '« {words} » mène à « {target} », une adresse relative : un message n’appartient à aucun site, les messageries ne peuvent donc pas l’ouvrir. Écrivez l’adresse complète, avec https:// et l’hôte.',
    },
    noReply: {
      en: '“{words}” writes to an address that nobody reads (“{target}”): a request sent there is lost. Name an address that someone reads, or use the tag of your mailing service.',
      fr: '« {words} » écrit à une adresse que personne ne lit (« {target} ») : la demande s’y perd. Indiquez une adresse lue, ou la balise de votre service d’envoi.',
    },
    foreignTag: {
      en: '{tag} is a tag of {provider}, but this mail is sent with another service, which will not fill it in: readers get it as it stands and cannot unsubscribe.',
      fr: '{tag} est une balise de {provider}, mais un autre service envoie ce message et ne la remplacera pas : le lecteur la recevra telle quelle et ne pourra pas se désabonner.',
    },
    deadTag: {
      en: '{provider} does not fill in {tag}: the link will be empty and unsubscribe nobody. Its tag is {instead}.',
      fr: '{provider} ne remplace pas {tag} : le lien sera vide et ne désabonnera personne. Sa balise est {instead}.',
    },
    noLink: {
      en: 'The words “{words}” promise a way to unsubscribe, but no link stands behind them. Readers must be able to stop the mails easily (GDPR Art. 7(3)): make them a link.',
      fr: 'Les mots « {words} » promettent un moyen de se désabonner, mais aucun lien ne s’y trouve. Mettre fin aux messages doit être simple (RGPD, art. 7(3)) : faites-en un lien.',
    },
    placeholder: {
      en: '“{words}” leads to “{target}”, a sample address. Before the mail is sent, it must lead to where readers can unsubscribe.',
      fr: '« {words} » mène à « {target} », une adresse d’exemple. Avant l’envoi, elle doit mener là où l’on se désabonne.',
    },
    homePage: {
      en: '“{words}” leads to the front page of a site (“{target}”). Check that readers can unsubscribe there without searching or logging in.',
      fr: '« {words} » mène à la page d’accueil d’un site (« {target} »). Vérifiez que l’on s’y désabonne sans chercher ni se connecter.',
    },
  },
  repairs: {
    repoint: {
      title: {
        en: 'Lead it to where readers unsubscribe: {href}',
        fr: 'Le faire mener là où l’on se désabonne : {href}',
      },
      safety: 'offer',
    },
    tag: {
      title: { en: 'Write {href} instead', fr: 'Écrire {href} à la place' },
      safety: 'offer',
    },
  },
  examples: {
    bad: [
      {
        language: 'html',
        code: '<!doctype html>\n<html lang="en">\n<body>\n<table role="presentation" width="600" cellpadding="0"><tr><td>Our newsletter. <a href="#">Unsubscribe</a></td></tr></table>\n</body>\n</html>',
      },
    ],
    good: [
      {
        language: 'html',
        code: '<!doctype html>\n<html lang="en">\n<body>\n<table role="presentation" width="600" cellpadding="0"><tr><td>Our newsletter. <a href="{{ unsubscribe }}">Unsubscribe</a></td></tr></table>\n</body>\n</html>',
      },
    ],
  },
  needs: ['message', 'document'],
  *check({ message, document }, context) {
    if (!message) return;
    const { deadEnds } = message;
    const offersLeaving = deadEnds.some(({ purpose }) => purpose === 'unsubscribe');
    for (const end of deadEnds) {
      // Beside a link for leaving, a dead one to the settings keeps nobody on the list.
      if (end.purpose === 'preferences' && (!end.alone || offersLeaving)) continue;
      yield {
        message: messageOf(end),
        span: end.span,
        severity: severityOf(end),
        data: {
          words: end.words,
          target: end.target,
          tag: end.target,
          lack: lackOf(end.cause),
          provider: end.provider ?? '',
          instead: end.instead ?? '',
        },
        repairs: repairsOf(end, message, document, context),
      };
    }
  },
});

function messageOf({ cause, draft }: DeadEnd) {
  switch (cause) {
    case 'relative':
      return 'relative';
    case 'no-reply':
      return 'noReply';
    case 'foreign-tag':
      return 'foreignTag';
    case 'dead-tag':
      return 'deadTag';
    case 'no-link':
      return 'noLink';
    case 'placeholder':
      return 'placeholder';
    case 'home-page':
      return 'homePage';
    default:
      return draft ? 'draft' : 'nowhere';
  }
}

const UNFILLED: ReadonlySet<DeadEnd['cause']> = new Set(['no-target', 'empty', 'fragment']);

function severityOf({ cause, draft }: DeadEnd): Severity {
  if (cause === 'placeholder' || cause === 'home-page') return 'hint';
  return draft && UNFILLED.has(cause) ? 'warning' : 'error';
}

function lackOf(cause: DeadEnd['cause']): Datum {
  if (cause === 'fragment') return { en: 'no target but “#”', fr: 'n’a pour cible que « # »' };
  if (cause === 'script')
    return {
      en: 'a script as its target, which mail programs do not run',
      fr: 'a pour cible un script, que la messagerie n’exécute pas',
    };
  if (cause === 'empty') return { en: 'an empty target', fr: 'a une cible vide' };
  return { en: 'no target', fr: 'n’a pas de cible' };
}

function repairsOf(
  end: DeadEnd,
  { provider }: Message,
  document: DocumentFacts,
  context: RuleContext,
): Repairs {
  const { repoint, instead } = end;
  if (!repoint) return [];
  if (instead !== undefined) return [{ use: 'tag', edits: repoint(instead), data: { href: instead } }];
  const language = document.language.state === 'known' ? document.language.value : context.locale;
  const href = context.unsubscribeTag(provider?.id, language) ?? context.contact.unsubscribe;
  const edits = href === undefined ? [] : repoint(href);
  return href === undefined || edits.length === 0 ? [] : [{ use: 'repoint', edits, data: { href } }];
}
