import type { ConsentSetting, CookieNotice } from '../facts/types/index.js';
import { defineRule } from './rule.js';

export default defineRule({
  id: 'cookie-banner',
  severity: 'error',
  topic: 'cookies',
  what: {
    en: 'A cookie notice offers no refusal that is as easy as acceptance, or does not say what the cookies are for.',
    fr: 'Un bandeau de cookies n’offre pas de refus aussi simple que l’acceptation, ou ne dit pas à quoi servent les cookies.',
  },
  why: {
    en: 'Cookies that the service can do without need a free and informed choice beforehand. Where one can only accept, there is no choice.',
    fr: 'Les cookies dont le service peut se passer demandent un choix libre et éclairé, au préalable. Là où l’on ne peut qu’accepter, il n’y a pas de choix.',
  },
  remedy: {
    en: 'Put “Refuse all” beside “Accept all”, of the same size and on the same level, name the purposes, and set nothing before the choice. Where only strictly necessary cookies are used, say so.',
    fr: 'Placez « Tout refuser » à côté de « Tout accepter », de même taille et au même niveau, nommez les finalités et ne déposez rien avant le choix. Si seuls des cookies strictement nécessaires sont utilisés, dites-le.',
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
        en: 'GDPR Art. 4(11) and 7(3): withdrawing is as easy as giving',
        fr: 'RGPD, art. 4(11) et 7(3) : retirer est aussi simple que donner',
      },
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
    {
      name: {
        en: 'CNIL guidelines 2020-091 and recommendation 2020-092 of 17 September 2020',
        fr: 'CNIL, lignes directrices 2020-091 et recommandation 2020-092 du 17 septembre 2020',
      },
      url: 'https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000042388197',
    },
    {
      name: {
        en: 'CJEU C-673/17 Planet49 § 75–81: duration and access by third parties are part of the information',
        fr: 'CJUE, C-673/17 Planet49, § 75 à 81 : durée et accès de tiers font partie de l’information',
      },
    },
  ],
  exceptions: [
    {
      en: 'Notices that name only strictly necessary cookies; “continue without accepting”; boxes that can be left empty and saved; what asks before it shows one map or video.',
      fr: 'Les bandeaux qui ne nomment que des cookies strictement nécessaires ; « continuer sans accepter » ; des cases que l’on peut laisser vides et enregistrer ; ce qui demande avant d’afficher une carte ou une vidéo.',
    },
    {
      en: 'What other rules report: words that take browsing on for consent (`implied-consent`), and categories that are ticked beforehand (`prechecked-consent`).',
      fr: 'Ce que d’autres règles signalent : les mots qui prennent la navigation pour un accord (`implied-consent`) et les catégories cochées d’avance (`prechecked-consent`).',
    },
  ],
  messages: {
    noRefusal: {
      en: 'This cookie notice can be answered with “{accept}” only. Refusing must be as easy as accepting (ePrivacy Art. 5(3), GDPR Art. 7): put a refusal beside it, on the same level.',
      fr: 'On ne peut répondre à ce bandeau de cookies que par « {accept} ». Refuser doit être aussi simple qu’accepter (directive 2002/58/CE, art. 5(3) ; RGPD, art. 7) : placez un refus à côté, au même niveau.',
    },
    deeper: {
      en: 'Accepting takes one click (“{accept}”), refusing goes through “{settings}”. Refusing must be as easy as accepting (CNIL 2020-092): put a refusal on the same level.',
      fr: 'Accepter prend un clic (« {accept} »), refuser passe par « {settings} ». Refuser doit être aussi simple qu’accepter (CNIL 2020-092) : placez un refus au même niveau.',
    },
    wall: {
      en: 'This notice makes the site depend on accepting cookies. A consent that one cannot refuse without losing the service is rarely free (GDPR Art. 7(4), EDPB Guidelines 05/2020; France decides case by case): let visitors in without it.',
      fr: 'Ce bandeau subordonne l’accès au site à l’acceptation des cookies. Un consentement que l’on ne peut refuser sans perdre le service est rarement libre (RGPD, art. 7(4) ; lignes directrices 05/2020 du CEPD ; en France, au cas par cas) : laissez entrer sans lui.',
    },
    noWithdrawal: {
      en: 'Neither this cookie notice nor the page says how to change one’s mind. Withdrawing must be as easy as accepting (GDPR Art. 7(3)): keep a link such as “Cookie settings” on every page.',
      fr: 'Ni ce bandeau ni la page ne disent comment changer d’avis. Retirer son accord doit être aussi simple que le donner (RGPD, art. 7(3)) : gardez sur chaque page un lien comme « Gérer les cookies ».',
    },
    noPurposes: {
      en: 'This cookie notice does not say what the cookies are for. Consent to unnamed purposes is not valid under GDPR Art. 4(11): name each purpose in a few words.',
      fr: 'Ce bandeau de cookies ne dit pas à quoi servent les cookies. Un consentement sans finalité nommée n’est pas valable au regard du RGPD, art. 4(11) : nommez chaque finalité en quelques mots.',
    },
    platform: {
      en: '{platform} shows no refusal here, because `{setting}` is not set. Refusing must be as easy as accepting (ePrivacy Art. 5(3), GDPR Art. 7): set it.',
      fr: '{platform} ne montre ici aucun refus, car `{setting}` n’est pas défini. Refuser doit être aussi simple qu’accepter (directive 2002/58/CE, art. 5(3) ; RGPD, art. 7) : définissez ce paramètre.',
    },
    platformDeeper: {
      en: '{platform} shows no refusal beside the acceptance here, because `{setting}` is not set: refusing goes through the settings. It must be as easy as accepting (CNIL 2020-092).',
      fr: '{platform} ne montre ici aucun refus à côté de l’acceptation, car `{setting}` n’est pas défini : refuser passe par les paramètres. Cela doit être aussi simple qu’accepter (CNIL 2020-092).',
    },
    button: { en: 'This is how it is answered.', fr: 'Voici comment on y répond.' },
  },
  repairs: {
    set: {
      safety: 'offer',
      title: { en: 'Let {platform} show a refusal', fr: 'Faire afficher un refus par {platform}' },
      follow: {
        en: 'Load what needs consent only once it is given, and check that the refusal is kept.',
        fr: 'Ne chargez ce qui exige un consentement qu’une fois celui-ci donné, et vérifiez que le refus est retenu.',
      },
    },
  },
  examples: {
    bad: [
      {
        language: 'html',
        code: '<div id="cookie-banner"><p>We use cookies to improve our site.</p><button>Accept</button></div>',
      },
      {
        language: 'html',
        code: '<div class="cookie-notice"><p>Our partners use cookies for advertising.</p><button>Accept all</button><button>Settings</button></div>',
      },
    ],
    good: [
      {
        language: 'html',
        code: '<div id="cookie-banner"><p>We use cookies to count visits.</p><button>Accept</button><button>Refuse</button></div>',
      },
      {
        language: 'html',
        code: '<div id="cookie-banner"><p>We only use strictly necessary cookies.</p><button>OK</button></div>',
      },
    ],
  },
  needs: ['cookieNotices', 'consentSettings', 'document', 'notices'],
  *check(facts) {
    const { document } = facts;
    yield* fromPlatforms(facts.consentSettings);
    for (const notice of facts.cookieNotices) {
      if (notice.onlyNecessary || notice.forContent) continue;
      yield* withoutRefusal(notice);
      if (!notice.refusable) continue;
      const span = notice.open;
      if (notice.wall) yield { message: 'wall' as const, severity: 'warning' as const, span };
      if (notice.purposes === 'unnamed')
        yield { message: 'noPurposes' as const, severity: 'warning' as const, span };
      else if (document.extent === 'whole' && !notice.changeable && facts.notices.length === 0)
        yield { message: 'noWithdrawal' as const, severity: 'information' as const, span };
    }
  },
});

function* withoutRefusal({ buttons, open, refusable, refusableBeyond, purposes, wall }: CookieNotice) {
  if (refusable) return;
  const accept = buttons.find(({ act }) => act === 'accept') ?? buttons.find(({ act }) => act === 'dismiss');
  const settings = buttons.find(({ act }) => act === 'settings');
  if (!accept) return;
  // Of a notice whose words only code knows, a cross in its corner tells nothing.
  if (accept.act === 'dismiss' && accept.words.trim() === '' && purposes === 'unknown') return;
  const related = [{ span: accept.span, message: 'button' as const }];
  const data = { accept: accept.quoted, settings: settings?.quoted ?? '…' };
  if (wall) yield { message: 'wall' as const, span: open, data, related };
  else if (settings)
    yield { message: 'deeper' as const, severity: 'warning' as const, span: open, data, related };
  else if (!refusableBeyond) yield { message: 'noRefusal' as const, span: open, data, related };
}

/** What a platform leaves out unless it is told otherwise. */
function* fromPlatforms(settings: readonly ConsentSetting[]) {
  for (const { platform, key, effect, missing, span, change } of settings) {
    if (!missing) continue;
    const data = { platform: platform.name, setting: key };
    yield {
      message: effect === 'harder' ? ('platformDeeper' as const) : ('platform' as const),
      severity: effect === 'harder' ? ('warning' as const) : ('error' as const),
      span,
      data,
      repairs: change ? [{ use: 'set' as const, edits: change, data }] : [],
    };
  }
}
