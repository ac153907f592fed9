import { insert } from '../core/edit.js';
import type { DocumentFacts, Message, Obscured } from '../facts/types/index.js';
import { type Datum, type Draft, defineRule, type RuleContext } from './rule.js';

type Repairs = NonNullable<Draft<never, 'show' | 'footer' | 'words'>['repairs']>;

export default defineRule({
  id: 'obscured-unsubscribe',
  severity: 'warning',
  topic: 'mail',
  what: {
    en: 'The way to unsubscribe is there, but readers can hardly find it.',
    fr: 'Le moyen de se désabonner existe, mais le lecteur ne peut guère le trouver.',
  },
  why: {
    en: 'The right to object must be brought to the reader’s attention clearly, and withdrawing must be as easy as agreeing. No law gives a number: the thresholds are ours.',
    fr: 'Le droit de s’opposer doit être présenté clairement, et se retirer doit être aussi simple que d’accepter. Aucun texte ne donne de chiffre : les seuils sont les nôtres.',
  },
  remedy: {
    en: 'Show the link in the footer of every version of the mail, in a size and colour that the rest of the text has.',
    fr: 'Affichez le lien au pied de chaque version du message, dans la taille et la couleur du reste du texte.',
  },
  basis: [
    {
      name: { en: 'GDPR Art. 7(3), 12(1), 12(2) and 21(4)', fr: 'RGPD, art. 7(3), 12(1), 12(2) et 21(4)' },
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
    {
      name: {
        en: 'Germany: UWG § 7(3) no. 4 (“clearly and plainly”); United States: CAN-SPAM, 15 U.S.C. 7704(a)(5) (“clear and conspicuous”)',
        fr: 'Allemagne : UWG § 7(3), n° 4 (« clairement et nettement ») ; États-Unis : CAN-SPAM, 15 U.S.C. 7704(a)(5) (« clair et visible »)',
      },
    },
    {
      name: {
        en: 'EDPB Guidelines 03/2022 on deceptive design patterns (“hindering”, by analogy)',
        fr: 'CEPD, lignes directrices 03/2022 sur les interfaces trompeuses (« entrave », par analogie)',
      },
    },
  ],
  exceptions: [
    {
      en: 'Preheaders and spacers, which are no links; a link that is shown again elsewhere; colours and sizes that only code or an image behind the words decides; service mails that must go out anyway. A link beyond the size at which mails are cut off gets no repair: only whoever wrote the mail can shorten it. What a style sheet hides is left hidden, for the rule may be meant for others as well; a line that everybody sees is offered beside it.',
      fr: 'Textes d’aperçu et cales, qui ne sont pas des liens ; lien montré une seconde fois ailleurs ; couleurs et tailles que seul le code, ou une image de fond, décide ; messages de service qui doivent partir de toute façon. Un lien placé au-delà de la taille où les messages sont tronqués ne reçoit pas de correction : seul l’auteur peut raccourcir le message. Ce qu’une feuille de style masque reste masqué, car la règle peut viser autre chose ; une ligne que chacun voit est proposée à côté.',
    },
  ],
  messages: {
    hidden: {
      en: 'The link “{words}” is not shown ({style}): readers cannot find the way to unsubscribe, which must be presented clearly (GDPR Art. 21(4)). Let it be seen.',
      fr: 'Le lien « {words} » n’est pas affiché ({style}) : le lecteur ne trouve pas comment se désabonner, alors que ce droit doit être présenté clairement (RGPD, art. 21(4)). Affichez-le.',
    },
    small: {
      en: 'The link “{words}” is {size} px high, below our threshold of legibility: the way to unsubscribe must be presented clearly (GDPR Art. 21(4)). Write it in the size of the text.',
      fr: 'Le lien « {words} » mesure {size} px, sous notre seuil de lisibilité : le moyen de se désabonner doit être présenté clairement (RGPD, art. 21(4)). Donnez-lui la taille du texte.',
    },
    pale: {
      en: 'The link “{words}” is written in {color} on {background} (contrast {ratio} to 1): it can hardly be read. The way to unsubscribe must be presented clearly (GDPR Art. 21(4)).',
      fr: 'Le lien « {words} » est écrit en {color} sur {background} (contraste de {ratio} pour 1) : il est presque illisible. Le moyen de se désabonner doit être présenté clairement (RGPD, art. 21(4)).',
    },
    faint: {
      en: 'The link “{words}” is almost transparent: it can hardly be read. The way to unsubscribe must be presented clearly (GDPR Art. 21(4)).',
      fr: 'Le lien « {words} » est presque transparent : il est quasi illisible. Le moyen de se désabonner doit être présenté clairement (RGPD, art. 21(4)).',
    },
    wordless: {
      en: 'The link to unsubscribe is an image without alternative text: many mail programs do not load images, and readers see nothing. Give it an alt text, or better, words.',
      fr: 'Le lien de désabonnement est une image sans texte de remplacement : beaucoup de messageries ne chargent pas les images, et le lecteur ne voit rien. Donnez-lui un texte alt, ou mieux, des mots.',
    },
    outlookOnly: {
      en: 'The only link to unsubscribe stands in a comment that desktop Outlook alone reads: in every other mail program there is none. Put it among the visible content.',
      fr: 'Le seul lien de désabonnement se trouve dans un commentaire que seul Outlook pour ordinateur lit : ailleurs, il n’y en a pas. Placez-le dans le contenu visible.',
    },
    narrowOnly: {
      en: 'The link “{words}” is shown on narrow screens only: on others readers cannot find the way to unsubscribe.',
      fr: 'Le lien « {words} » n’est affiché que sur les écrans étroits : sur les autres, le lecteur ne trouve pas comment se désabonner.',
    },
    wideOnly: {
      en: 'On narrow screens the link “{words}” cannot be seen ({style}): readers on a phone cannot find the way to unsubscribe.',
      fr: 'Sur les écrans étroits, le lien « {words} » ne se voit pas ({style}) : sur un téléphone, le lecteur ne trouve pas comment se désabonner.',
    },
    lightOnly: {
      en: 'In a dark scheme the link “{words}” cannot be seen ({style}): its readers cannot find the way to unsubscribe.',
      fr: 'En mode sombre, le lien « {words} » ne se voit pas ({style}) : le lecteur ne trouve pas comment se désabonner.',
    },
    clipped: {
      en: 'More than 102 KB of HTML stand before the link “{words}”: Gmail cuts mails off there, and the link with them. Shorten the mail, or offer the link at its top as well.',
      fr: 'Plus de 102 Ko de HTML précèdent le lien « {words} » : Gmail tronque les messages à cet endroit, et le lien avec eux. Raccourcissez le message, ou proposez aussi le lien en tête.',
    },
    markupOnly: {
      en: 'The plain text of this mail has no way to unsubscribe, only its HTML has: readers of the text find none. Add the address to its end.',
      fr: 'Le texte brut de ce message ne permet pas de se désabonner, seul son HTML le permet : qui lit le texte ne trouve rien. Ajoutez l’adresse à la fin.',
    },
  },
  repairs: {
    show: { title: { en: 'Let the link be seen', fr: 'Rendre le lien visible' }, safety: 'offer' },
    words: {
      title: { en: 'Give the image the words “{words}”', fr: 'Donner à l’image les mots « {words} »' },
      safety: 'offer',
    },
    footer: {
      title: {
        en: 'Add a line that everybody sees, with a link to unsubscribe',
        fr: 'Ajouter une ligne que chacun voit, avec un lien de désabonnement',
      },
      safety: 'offer',
    },
  },
  examples: {
    bad: [
      {
        language: 'html',
        code: '<!doctype html>\n<html lang="en">\n<body>\n<table role="presentation" width="600" cellpadding="0"><tr><td bgcolor="#ffffff">Our newsletter. <a href="*|UNSUB|*" style="color: #fefefe;">Unsubscribe</a></td></tr></table>\n</body>\n</html>',
      },
    ],
    good: [
      {
        language: 'html',
        code: '<!doctype html>\n<html lang="en">\n<body>\n<table role="presentation" width="600" cellpadding="0"><tr><td bgcolor="#ffffff">Our newsletter. <a href="*|UNSUB|*" style="color: #666666;">Unsubscribe</a></td></tr></table>\n</body>\n</html>',
      },
    ],
  },
  needs: ['message', 'document'],
  *check({ message, document }, context) {
    if (!message) return;
    for (const way of message.obscured) {
      // What may have to go out anyway need offer nothing more than its own text does.
      if (message.kind !== 'marketing' && !INTENDED.has(way.cause)) continue;
      yield {
        message: MESSAGES[way.cause],
        span: way.span,
        ...(UNSEEN.has(way.cause) && { severity: 'error' as const }),
        data: dataOf(way),
        repairs: repairsOf(way, message, document, context),
      };
    }
  },
});

const MESSAGES = {
  hidden: 'hidden',
  small: 'small',
  pale: 'pale',
  faint: 'faint',
  wordless: 'wordless',
  'outlook-only': 'outlookOnly',
  'narrow-only': 'narrowOnly',
  'wide-only': 'wideOnly',
  'light-only': 'lightOnly',
  clipped: 'clipped',
  'markup-only': 'markupOnly',
} as const satisfies Record<Obscured['cause'], string>;

/** Most readers see no link at all. */
const UNSEEN: ReadonlySet<Obscured['cause']> = new Set(['hidden', 'outlook-only']);

/** Whoever sets these means that the link is not read, whatever the mail. */
const INTENDED: ReadonlySet<Obscured['cause']> = new Set(['hidden', 'small', 'pale', 'faint']);

function dataOf({ words, appearance, by }: Obscured): Record<string, Datum> {
  const { fontSize, contrast, color, background } = appearance ?? {};
  return {
    words,
    style: by ? `${by.property}: ${by.value}` : '',
    size: fontSize?.state === 'known' ? decimal(fontSize.value) : '',
    ratio: contrast?.state === 'known' ? decimal(contrast.value) : '',
    color: color?.state === 'known' ? color.value : '',
    background: background?.state === 'known' ? background.value : '',
  };
}

function decimal(value: number): Datum {
  const en = String(Math.round(value * 10) / 10);
  return { en, fr: en.replace('.', ',') };
}

function repairsOf(
  { cause, show, describe, target }: Obscured,
  { footer, provider }: Message,
  document: DocumentFacts,
  context: RuleContext,
): Repairs {
  if (show) return [{ use: 'show', edits: show }];
  const language = document.language.state === 'known' ? document.language.value : context.locale;
  const sentence = footer?.sentence(language);
  if (describe && sentence)
    return [{ use: 'words', edits: describe(sentence.link), data: { words: sentence.link } }];
  // A line at the end would be cut off as well.
  if (!footer || !sentence || cause === 'clipped') return [];
  const href = target ?? context.unsubscribeTag(provider?.id, language) ?? context.contact.unsubscribe;
  if (href === undefined) return [];
  return [
    {
      use: 'footer',
      edits: [insert(footer.at, footer.compose(sentence.before, sentence.link, href, sentence.after))],
    },
  ];
}
