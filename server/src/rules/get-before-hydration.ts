import type { Control, Field, Form } from '../facts/types/index.js';
import { defineRule } from './rule.js';

export default defineRule({
  id: 'get-before-hydration',
  severity: 'information',
  topic: 'data',
  what: {
    en: 'A form that a script handles names no method: until the script runs, the browser sends it by GET.',
    fr: 'Un formulaire géré par un script n’indique pas de méthode : tant que le script ne tourne pas, le navigateur l’envoie par GET.',
  },
  why: {
    en: 'On a slow connection, or when the script fails, what people typed lands in the address bar, the history and server logs.',
    fr: 'Si la connexion est lente ou si le script échoue, ce que la personne a saisi se retrouve dans la barre d’adresse, l’historique et les journaux du serveur.',
  },
  remedy: {
    en: 'Write method="post" on the form; the script goes on handling it.',
    fr: 'Écrivez method="post" sur le formulaire ; le script continue de le gérer.',
  },
  basis: [
    {
      name: { en: 'GDPR Art. 25(1) and 32(1)', fr: 'RGPD, art. 25(1) et 32(1)' },
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
    {
      name: {
        en: 'HTML Standard, form submission algorithm: GET is the default method',
        fr: 'Norme HTML, algorithme d’envoi des formulaires : GET est la méthode par défaut',
      },
      url: 'https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#form-submission-algorithm',
    },
  ],
  exceptions: [
    {
      en: 'Frameworks that keep the browser from sending the form: a function as action (React, server actions), Angular’s forms; programs that the browser draws by itself (createRoot, createApp in the same file); fields without a name. Where the modules of a component do not tell that a server draws it, only passwords are reported.',
      fr: 'Les cadres logiciels qui empêchent l’envoi par le navigateur : une fonction comme action (React, « server actions »), les formulaires d’Angular ; les programmes que le navigateur dessine seul (createRoot, createApp dans le même fichier) ; les champs sans nom. Lorsque les modules d’un composant ne disent pas qu’un serveur le dessine, seuls les mots de passe sont signalés.',
    },
  ],
  messages: {
    handler: {
      en: 'A script handles this form, but it names no method: before the script runs, or when it fails, the browser sends what is entered ({data}) by GET, in the address. Write method="post".',
      fr: 'Un script gère ce formulaire, qui n’indique pas de méthode : avant que le script ne tourne, ou s’il échoue, le navigateur envoie la saisie ({data}) par GET, dans l’adresse. Écrivez method="post".',
    },
    perhaps: {
      en: 'A script handles this form, but it names no method. If a server renders this page before the script runs, or the script fails, the browser sends what is entered ({data}) by GET, in the address. Write method="post".',
      fr: 'Un script gère ce formulaire, qui n’indique pas de méthode. Si un serveur génère cette page avant que le script ne tourne, ou si le script échoue, le navigateur envoie la saisie ({data}) par GET, dans l’adresse. Écrivez method="post".',
    },
    script: {
      en: 'This form has no action and no method: if a script of the page handles it, the browser sends what is entered ({data}) by GET, in the address, whenever that script has not run yet or fails. Write method="post".',
      fr: 'Ce formulaire n’a ni action ni méthode : si un script de la page le gère, tant qu’il n’a pas tourné ou s’il échoue, le navigateur envoie la saisie ({data}) par GET, dans l’adresse. Écrivez method="post".',
    },
  },
  repairs: {
    post: {
      title: { en: 'Add method="post"', fr: 'Ajouter method="post"' },
      safety: 'offer',
      follow: {
        en: 'The server may answer a POST that arrives before the script runs with an error: that is safer than an address with the data in it.',
        fr: 'Le serveur peut répondre par une erreur à un POST arrivé avant le script : c’est plus sûr qu’une adresse qui contient les données.',
      },
    },
  },
  examples: {
    bad: [
      {
        language: 'tsx',
        code: '\'use client\';\nexport const Login = () => (\n  <form onSubmit={logIn}>\n    <input type="email" name="email" />\n    <input type="password" name="password" />\n    <button>Log in</button>\n  </form>\n);',
      },
    ],
    good: [
      {
        language: 'tsx',
        code: '\'use client\';\nexport const Login = () => (\n  <form method="post" onSubmit={logIn}>\n    <input type="email" name="email" />\n    <input type="password" name="password" />\n    <button>Log in</button>\n  </form>\n);',
      },
    ],
  },
  needs: ['collections', 'controls', 'forms', 'document'],
  *check(facts) {
    const { forms, document } = facts;
    if (forms.length === 0) return;
    const { collections, controls } = facts;
    for (const { form: number, fields, aim } of collections) {
      const form = number === undefined ? undefined : forms[number];
      if (!form || aim?.purpose === 'search') continue;
      const { taken, method, isWritten, rendering, post } = form.sending;
      if (method !== 'get' || isWritten || !taken || taken.by === 'framework' || rendering === 'client')
        continue;
      const sent = fields.filter(({ control }) => isSent(controls[control]?.name));
      const secret = sent.filter(({ protection }) => isSecret(protection));
      const personal = secret.length ? secret : sent.filter(({ reaches }) => reaches);
      const isDrawn = rendering === 'server' || document.extent !== 'part';
      if (personal.length === 0 || (secret.length === 0 && !isDrawn)) continue;
      yield {
        message: isDrawn ? messageFor(taken) : ('perhaps' as const),
        ...(secret.length > 0 && isDrawn && { severity: 'warning' as const }),
        span: form.open,
        data: { data: titlesOf(personal) },
        repairs: post ? [{ use: 'post' as const, edits: post }] : [],
      };
    }
  },
});

function messageFor({ by }: NonNullable<Form['sending']['taken']>): 'handler' | 'script' {
  return by === 'handler' ? 'handler' : 'script';
}

function isSecret(protection: Field['protection']): boolean {
  return protection !== undefined && protection !== 'revealing';
}

/** Only what has a name is sent; where code may add attributes to a tag that names none, nobody knows. */
function isSent(name: Control['name'] | undefined): boolean {
  return name?.state === 'known' || (name?.state === 'dynamic' && name.code !== '');
}

function titlesOf(fields: readonly Field[]): { en: string; fr: string } {
  const titles = [...new Map(fields.map(({ data, title }) => [data, title])).values()];
  return { en: titles.map((t) => t.en).join(', '), fr: titles.map((t) => t.fr).join(', ') };
}
