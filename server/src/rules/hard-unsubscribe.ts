import { defineRule } from './rule.js';

export default defineRule({
  id: 'hard-unsubscribe',
  severity: 'warning',
  topic: 'mail',
  what: {
    en: 'Whoever wants no more mails has to log in, to give a reason or to solve a captcha.',
    fr: 'Pour ne plus recevoir de messages, il faut se connecter, donner un motif ou résoudre un captcha.',
  },
  why: {
    en: 'Withdrawing must be as easy as agreeing, and objecting to advertising needs no reason; nobody logged in to be written to.',
    fr: 'Se retirer doit être aussi simple que d’accepter, et s’opposer à la prospection ne demande aucun motif ; personne n’a dû se connecter pour recevoir ces messages.',
  },
  remedy: {
    en: 'Let a link in the mail be enough: its token says who leaves. Ask for a reason afterwards, if at all, and let it be left out.',
    fr: 'Qu’un lien dans le message suffise : son jeton dit qui se retire. Demandez le motif ensuite, s’il le faut, et laissez-le facultatif.',
  },
  basis: [
    {
      name: { en: 'GDPR Art. 7(3), 12(2), 21(2) and 21(3)', fr: 'RGPD, art. 7(3), 12(2), 21(2) et 21(3)' },
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
    {
      name: {
        en: 'ePrivacy Directive 2002/58/EC Art. 13(2): “free of charge and in an easy manner”',
        fr: 'Directive 2002/58/CE « vie privée et communications électroniques », art. 13(2) : « sans frais et de manière simple »',
      },
      url: 'https://eur-lex.europa.eu/eli/dir/2002/58/oj',
    },
  ],
  exceptions: [
    {
      en: 'A mail that also holds a tag or address that unsubscribes without more; a reason that may be left out.',
      fr: 'Message qui contient aussi une balise ou une adresse qui désabonne sans plus ; motif facultatif.',
    },
  ],
  messages: {
    saidLogin: {
      en: '“{words}”: readers have to log in before they can unsubscribe. Leaving must be as easy as joining (GDPR Art. 7(3)): let a link in the mail be enough.',
      fr: '« {words} » : il faut se connecter avant de pouvoir se désabonner. Se retirer doit être aussi simple que d’accepter (RGPD, art. 7(3)) : qu’un lien dans le message suffise.',
    },
    saidReason: {
      en: '“{words}”: readers are asked for a reason before they can unsubscribe. Objecting to advertising needs none (GDPR Art. 21(2)).',
      fr: '« {words} » : un motif est demandé avant le désabonnement. S’opposer à la prospection n’en exige aucun (RGPD, art. 21(2)).',
    },
    askedLogin: {
      en: 'This form asks for a password before it unsubscribes anyone. Leaving must be as easy as joining (GDPR Art. 7(3)): let the token of the link in the mail be enough.',
      fr: 'Ce formulaire demande un mot de passe avant de désabonner. Se retirer doit être aussi simple que d’accepter (RGPD, art. 7(3)) : que le jeton du lien reçu suffise.',
    },
    askedReason: {
      en: 'The reason (“{words}”) is mandatory before this form unsubscribes anyone. Objecting to advertising needs none (GDPR Art. 21(2)): let it be left out.',
      fr: 'Le motif (« {words} ») est obligatoire avant tout désabonnement. S’opposer à la prospection n’en exige aucun (RGPD, art. 21(2)) : rendez-le facultatif.',
    },
    askedCaptcha: {
      en: 'This form asks whoever leaves to solve a captcha. Leaving must be as easy as joining (GDPR Art. 7(3)): the token of the link in the mail keeps robots out.',
      fr: 'Ce formulaire impose un captcha à qui se désabonne. Se retirer doit être aussi simple que d’accepter (RGPD, art. 7(3)) : le jeton du lien reçu suffit à écarter les robots.',
    },
  },
  repairs: {},
  examples: {
    bad: [
      {
        language: 'html',
        code: '<form action="/newsletter/unsubscribe" method="post">\n<label>E-mail <input type="email" name="email"></label>\n<label>Reason <textarea name="reason" required></textarea></label>\n<button>Unsubscribe</button>\n</form>',
      },
    ],
    good: [
      {
        language: 'html',
        code: '<form action="/newsletter/unsubscribe" method="post">\n<label>E-mail <input type="email" name="email"></label>\n<label>Reason (optional) <textarea name="reason"></textarea></label>\n<button>Unsubscribe</button>\n</form>',
      },
    ],
  },
  needs: ['hurdles', 'message'],
  *check(facts) {
    for (const { asks, by, words, span } of facts.hurdles) {
      if (asks === 'others') continue;
      if (by === 'form') yield { message: ASKED[asks], span, data: { words } };
      // A tag of the mail's provider unsubscribes by itself, whatever the words beside it say of the settings.
      else if (asks !== 'captcha' && !facts.message?.waysOut.some(({ how }) => how === 'tag'))
        yield { message: asks === 'login' ? 'saidLogin' : 'saidReason', span, data: { words } };
    }
  },
});

const ASKED = { login: 'askedLogin', reason: 'askedReason', captcha: 'askedCaptcha' } as const;
