import type { Message, Pixel } from '../facts/types/index.js';
import { defineRule, type Severity } from './rule.js';

export default defineRule({
  id: 'tracking-pixel',
  severity: 'warning',
  topic: 'mail',
  what: {
    en: 'An invisible remote image, or a tag or option that adds one, reports who opens a mail or page.',
    fr: 'Une image distante invisible, ou une balise ou une option qui en ajoute une, signale qui ouvre un message ou une page.',
  },
  why: {
    en: 'It reads information from the reader’s device and tells when, where and by whom a mail is opened. In the EU that needs consent of its own, apart from the consent to the mails, with narrow exceptions.',
    fr: 'Elle lit une information sur l’appareil du lecteur et dit quand, où et par qui un message est ouvert. Dans l’UE, il faut pour cela un accord distinct de celui aux envois, sauf exceptions étroites.',
  },
  remedy: {
    en: 'Take it away, or switch open tracking off at the sending service; otherwise ask for consent to it separately, and let withdrawing it stop the pixels of mails already sent.',
    fr: 'Retirez-la, ou désactivez le suivi des ouvertures chez le prestataire d’envoi ; sinon, demandez un accord distinct, dont le retrait arrête aussi les pixels des messages déjà envoyés.',
  },
  basis: [
    {
      name: {
        en: 'ePrivacy Directive 2002/58/EC Art. 5(3); France: Loi Informatique et Libertés Art. 82',
        fr: 'Directive « vie privée » 2002/58/CE, art. 5(3) ; loi Informatique et Libertés, art. 82',
      },
    },
    {
      name: {
        en: 'EDPB Guidelines 2/2023 on the technical scope of Art. 5(3): pixels in mails are covered',
        fr: 'CEPD, lignes directrices 2/2023 sur le champ technique de l’art. 5(3) : les pixels des messages en relèvent',
      },
    },
    {
      name: {
        en: 'CNIL recommendation of 2026 on tracking pixels in e-mails',
        fr: 'CNIL, recommandation de 2026 sur les pixels de suivi dans les courriels',
      },
    },
  ],
  exceptions: [
    {
      en: 'Images that only keep a distance; the security of a login; the date of the last opening kept for deliverability; rates that are counted without telling readers apart.',
      fr: 'Les images d’espacement ; la sécurité d’une authentification ; la date de la dernière ouverture, conservée pour la délivrabilité ; un taux compté sans distinguer les lecteurs.',
    },
  ],
  messages: {
    image: {
      en: 'This invisible image ({name}) reports when each reader opens the mail. In the EU that may breach ePrivacy Art. 5(3) without consent of its own: take it away or ask.',
      fr: 'Cette image invisible ({name}) signale l’ouverture du message par chaque lecteur. Dans l’UE, sans accord distinct, cela peut enfreindre l’art. 5(3) de la directive 2002/58/CE : retirez-la ou demandez cet accord.',
    },
    page: {
      en: 'This invisible image ({name}) reports each visit to another server. In the EU that may breach ePrivacy Art. 5(3) without consent: take it away or load it after consent.',
      fr: 'Cette image invisible ({name}) signale chaque visite à un autre serveur. Dans l’UE, sans accord, cela peut enfreindre l’art. 5(3) de la directive 2002/58/CE : retirez-la ou chargez-la après accord.',
    },
    tag: {
      en: '{name} puts an invisible image here that reports when each reader opens the mail. In the EU that needs consent of its own (ePrivacy Art. 5(3)).',
      fr: '{name} place ici une image invisible qui signale l’ouverture du message par chaque lecteur. Dans l’UE, il faut pour cela un accord distinct (directive 2002/58/CE, art. 5(3)).',
    },
    option: {
      en: '`{name}` adds an invisible image that reports when each reader opens the mail. In the EU that needs consent of its own (ePrivacy Art. 5(3)).',
      fr: '`{name}` ajoute une image invisible qui signale l’ouverture du message par chaque lecteur. Dans l’UE, il faut pour cela un accord distinct (directive 2002/58/CE, art. 5(3)).',
    },
  },
  repairs: {
    remove: {
      safety: 'offer',
      title: { en: 'Take the pixel away', fr: 'Retirer le pixel' },
      follow: {
        en: 'What counts its calls gets none any more.',
        fr: 'Ce qui compte ses appels n’en recevra plus.',
      },
    },
    switchOff: {
      safety: 'offer',
      title: { en: 'Switch `{name}` off', fr: 'Désactiver `{name}`' },
      follow: {
        en: 'Opening rates are no longer measured.',
        fr: 'Le taux d’ouverture n’est plus mesuré.',
      },
    },
  },
  examples: {
    bad: [
      {
        language: 'html',
        code: '<!doctype html>\n<html lang="en" xmlns:v="urn:schemas-microsoft-com:vml">\n<body>\n<table role="presentation" width="600" cellpadding="0"><tr><td>Your monthly news.<img src="https://track.example/o?m={{id}}" width="1" height="1" alt=""></td></tr></table>\n</body>\n</html>',
      },
    ],
    good: [
      {
        language: 'html',
        code: '<!doctype html>\n<html lang="en" xmlns:v="urn:schemas-microsoft-com:vml">\n<body>\n<table role="presentation" width="600" cellpadding="0"><tr><td>Your monthly news.<img src="https://img.example/spacer.gif" width="1" height="1" alt=""></td></tr></table>\n</body>\n</html>',
      },
    ],
  },
  needs: ['pixels', 'message', 'resources'],
  *check(facts) {
    const { pixels } = facts;
    if (pixels.length === 0) return;
    const { message, resources } = facts;
    for (const pixel of pixels) {
      const { how, span, name, removal } = pixel;
      // In a page, what is known of its recipient, and what it waits for, is said of it as a resource.
      if (!message && resources.some((r) => r.span.start === span.start)) continue;
      const data = { name: short(name) };
      const use = how === 'switch' ? ('switchOff' as const) : ('remove' as const);
      yield {
        message: wordsFor(pixel, message),
        severity: severityOf(how, message),
        span,
        data,
        repairs: removal ? [{ use, edits: removal, data }] : [],
      };
    }
  },
});

function wordsFor({ how }: Pixel, message: Message | undefined) {
  if (how === 'switch') return 'option' as const;
  if (how === 'tag') return 'tag' as const;
  return message ? ('image' as const) : ('page' as const);
}

function severityOf(how: Pixel['how'], message: Message | undefined): Severity {
  if (message?.kind === 'transactional' || how === 'tag' || how === 'switch') return 'information';
  return 'warning';
}

const LONGEST_NAME = 60;

function short(name: string): string {
  if (name === '') return '…';
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
}
