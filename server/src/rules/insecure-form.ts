import type { Collection, Control, Field, Form, Unprotected } from '../facts/types/index.js';
import { type Draft, defineRule } from './rule.js';

export default defineRule({
  id: 'insecure-form',
  severity: 'warning',
  topic: 'data',
  what: {
    en: 'A form sends personal data without encryption, beside scripts that come without it, or in the address of the next page.',
    fr: 'Un formulaire envoie des données personnelles en clair, à côté de scripts reçus en clair, ou dans l’adresse de la page suivante.',
  },
  why: {
    en: 'Without https anyone on the way can read the data; by GET they end up in the address bar, the history, logs and the Referer header.',
    fr: 'Sans https, les données sont lisibles en chemin ; par GET, elles restent dans la barre d’adresse, l’historique, les journaux et l’en-tête Referer.',
  },
  remedy: {
    en: 'Send the form to an https address, with method="post".',
    fr: 'Envoyez le formulaire à une adresse en https, avec method="post".',
  },
  basis: [
    {
      name: { en: 'GDPR Art. 5(1)(f) and 32(1)(a)', fr: 'RGPD, art. 5(1)(f) et 32(1)(a)' },
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
    {
      name: {
        en: 'CWE-598: use of the GET method with sensitive query strings',
        fr: 'CWE-598 : méthode GET avec des données sensibles dans l’adresse',
      },
      url: 'https://cwe.mitre.org/data/definitions/598.html',
    },
  ],
  exceptions: [
    {
      en: 'Search forms; a developer’s own machine; forms that a script takes over before they are sent (see get-before-hydration); fields without a name, which are not sent.',
      fr: 'Les formulaires de recherche ; la machine du développeur ; les formulaires qu’un script prend en charge avant l’envoi (voir get-before-hydration) ; les champs sans nom, qui ne sont pas envoyés.',
    },
  ],
  messages: {
    mixed: {
      en: 'This comes from {host} without encryption, on a page that asks for personal data ({data}): who changes it on the way can read along (GDPR Art. 32(1)(a)). Load it over HTTPS.',
      fr: 'Ceci vient de {host} sans chiffrement, sur une page qui demande des données personnelles ({data}) : qui le modifie en chemin peut tout lire (RGPD, art. 32(1)(a)). Chargez-le en HTTPS.',
    },
    request: {
      en: 'This request goes to {host} without encryption: what is entered here ({data}) can be read on the way (GDPR Art. 32(1)(a)). Use an https address.',
      fr: 'Cette requête part vers {host} sans chiffrement : la saisie ({data}) peut être lue en chemin (RGPD, art. 32(1)(a)). Utilisez une adresse en https.',
    },
    unprotected: {
      en: 'This form is sent to {host} without encryption: what is entered ({data}) can be read on the way (GDPR Art. 32(1)(a)). Use an https address.',
      fr: 'Ce formulaire est envoyé à {host} sans chiffrement : la saisie ({data}) peut être lue en chemin (RGPD, art. 32(1)(a)). Utilisez une adresse en https.',
    },
    secretByGet: {
      en: 'This form is sent by GET: what is entered ({data}) will stand in the address bar, the history and server logs (GDPR Art. 32, CWE-598). Write method="post".',
      fr: 'Ce formulaire est envoyé par GET : la saisie ({data}) figurera dans la barre d’adresse, l’historique et les journaux du serveur (RGPD, art. 32, CWE-598). Écrivez method="post".',
    },
    byGet: {
      en: 'This form is sent by GET{fallback}: what is entered ({data}) will stand in the address bar, the history and server logs (GDPR Art. 32). Write method="post".',
      fr: 'Ce formulaire est envoyé par GET{fallback} : la saisie ({data}) figurera dans la barre d’adresse, l’historique et les journaux du serveur (RGPD, art. 32). Écrivez method="post".',
    },
  },
  repairs: {
    load: {
      title: { en: 'Load it by https', fr: 'Le charger en https' },
      safety: 'offer',
      follow: { en: 'The host must answer by https.', fr: 'Le serveur doit répondre en https.' },
    },
    https: {
      title: { en: 'Send it by https', fr: 'L’envoyer en https' },
      safety: 'offer',
      follow: { en: 'The host must answer by https.', fr: 'Le serveur doit répondre en https.' },
    },
    post: {
      title: { en: 'Send it by POST', fr: 'L’envoyer par POST' },
      safety: 'offer',
      follow: {
        en: 'What receives the form must read the data from the body of a POST request.',
        fr: 'Ce qui reçoit le formulaire doit lire les données dans le corps d’une requête POST.',
      },
    },
  },
  examples: {
    bad: [
      {
        language: 'html',
        code: '<form action="/account/login">\n  <input type="email" name="email">\n  <input type="password" name="password">\n  <button>Log in</button>\n</form>',
      },
    ],
    good: [
      {
        language: 'html',
        code: '<form action="/account/login" method="post">\n  <input type="email" name="email">\n  <input type="password" name="password">\n  <button>Log in</button>\n</form>',
      },
    ],
  },
  needs: ['collections', 'controls', 'forms', 'document', 'unprotected'],
  *check(facts) {
    const { collections, controls, forms, document } = facts;
    if (collections.length === 0) return;
    yield* besideForms(collections, facts.unprotected);
    for (const collection of collections) {
      const form = collection.form === undefined ? undefined : forms[collection.form];
      if (!form || collection.aim?.purpose === 'search') continue;
      const personal = collection.fields.filter(isPersonal);
      const unprotected = form.recipient?.unprotected ? unprotectedForm(form, personal) : undefined;
      if (unprotected) yield unprotected;
      const sent = personal.filter(({ control }) => isSent(controls[control]));
      if (form.sending.method !== 'get' || form.sending.taken || sent.length === 0) continue;
      const secret = sent.filter(({ protection }) => isSecret(protection));
      if (secret.length === 0 && !isNative(form, document.extent)) continue;
      yield sentByGet(collection, form, secret, sent);
    }
  },
});

/** What comes without encryption can read what people enter beside it. */
function* besideForms(
  collections: readonly Collection[],
  unprotected: readonly Unprotected[],
): Generator<Found> {
  const asked = collections
    .filter(({ aim }) => aim?.purpose !== 'search')
    .flatMap(({ fields }) => fields.filter(isPersonal));
  if (asked.length === 0) return;
  for (const { how, host, span, secure } of unprotected) {
    if (how === 'sent')
      yield {
        message: 'request',
        severity: 'error',
        span,
        data: { host, data: titlesOf(asked) },
        repairs: secure ? [{ use: 'https', edits: secure }] : [],
      };
    else
      yield {
        message: 'mixed',
        span,
        data: { host, data: titlesOf(asked) },
        repairs: secure ? [{ use: 'load', edits: secure }] : [],
      };
  }
}

type Found = Draft<'unprotected' | 'request' | 'mixed' | 'secretByGet' | 'byGet', 'https' | 'load' | 'post'>;

function unprotectedForm({ open, recipient, sending }: Form, personal: readonly Field[]): Found | undefined {
  if (!recipient || personal.length === 0) return undefined;
  return {
    message: 'unprotected',
    severity: 'error',
    span: open,
    data: { host: recipient.host, data: titlesOf(personal) },
    repairs: sending.secure ? [{ use: 'https', edits: sending.secure }] : [],
  };
}

function sentByGet(
  { open }: Collection,
  { sending }: Form,
  secret: readonly Field[],
  sent: readonly Field[],
): Found {
  const isGrave = secret.length > 0;
  return {
    message: isGrave ? 'secretByGet' : 'byGet',
    ...(isGrave && { severity: 'error' as const }),
    span: open,
    data: {
      data: titlesOf(isGrave ? secret : sent),
      fallback: sending.isWritten
        ? { en: '', fr: '' }
        : { en: ', the method of forms that name none', fr: ', la méthode par défaut' },
    },
    repairs: sending.post ? [{ use: 'post', edits: sending.post }] : [],
  };
}

/** A fragment without an action may be taken over by a script that only the page around it knows. */
function isNative({ action, sending }: Form, extent: string): boolean {
  return extent === 'whole' || sending.isWritten || action.state !== 'absent';
}

function isPersonal({ reaches, protection }: Field): boolean {
  return reaches || isSecret(protection);
}

function isSecret(protection: Field['protection']): boolean {
  return protection !== undefined && protection !== 'revealing';
}

/** Only what has a name is sent; a tag that code may add to has none of its own. */
function isSent(control: Control | undefined): boolean {
  if (control?.name.state === 'known') return true;
  return control?.name.state === 'dynamic' && control.name.code !== '';
}

function titlesOf(fields: readonly Field[]): { en: string; fr: string } {
  const titles = [...new Map(fields.map(({ data, title }) => [data, title])).values()];
  return { en: titles.map((t) => t.en).join(', '), fr: titles.map((t) => t.fr).join(', ') };
}
