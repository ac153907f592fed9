import type { RecipientKind, Resource } from '../facts/types/index.js';
import { type Draft, defineRule, type Severity } from './rule.js';

type MessageId =
  | 'advertising'
  | 'replay'
  | 'analytics'
  | 'social'
  | 'embed'
  | 'map'
  | 'chat'
  | 'font'
  | 'captcha';

const MESSAGES: Readonly<Partial<Record<RecipientKind, readonly [MessageId, Severity]>>> = {
  advertising: ['advertising', 'error'],
  'session-replay': ['replay', 'error'],
  analytics: ['analytics', 'warning'],
  social: ['social', 'warning'],
  embed: ['embed', 'information'],
  map: ['map', 'information'],
  chat: ['chat', 'information'],
  // No more than an address on the internet goes to these, and authorities differ.
  font: ['font', 'hint'],
  captcha: ['captcha', 'hint'],
};
/** Each of them shows something of its own; of the others one script is enough. */
const SINGLE: ReadonlySet<RecipientKind> = new Set(['embed', 'map', 'social']);

export default defineRule({
  id: 'tracker-before-consent',
  severity: 'warning',
  topic: 'cookies',
  what: {
    en: 'Code of a third party that tracks visitors is loaded before they have chosen.',
    fr: 'Un code tiers qui suit les visiteurs est chargé avant qu’ils aient choisi.',
  },
  why: {
    en: 'Storing or reading anything on a visitor’s device, or letting somebody else do so, needs consent unless it is strictly necessary for what the visitor asked for. Whoever puts the code on the page answers for what it collects and sends.',
    fr: 'Déposer ou lire une information sur l’appareil d’un visiteur, ou laisser un tiers le faire, demande un consentement, sauf si c’est strictement nécessaire au service demandé. Celui qui place le code sur la page répond de ce qu’il collecte et transmet.',
  },
  remedy: {
    en: 'Load it only after consent, load it when the visitor asks for it, or use a service or setting that stores and sends nothing beforehand.',
    fr: 'Ne le chargez qu’après le consentement, chargez-le quand le visiteur le demande, ou choisissez un service ou un réglage qui ne dépose et ne transmet rien avant.',
  },
  basis: [
    {
      name: {
        en: 'ePrivacy Directive 2002/58/EC Art. 5(3); France: Loi Informatique et Libertés Art. 82',
        fr: 'Directive 2002/58/CE, art. 5(3) ; France : loi Informatique et Libertés, art. 82',
      },
      url: 'https://eur-lex.europa.eu/eli/dir/2002/58/oj',
    },
    {
      name: {
        en: 'CNIL, guidelines 2020-091 and recommendation 2020-092 on cookies',
        fr: 'CNIL, lignes directrices 2020-091 et recommandation 2020-092 sur les cookies',
      },
      url: 'https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000042388197',
    },
    {
      name: {
        en: 'CJEU C-40/17 Fashion ID (social plug-ins: joint control)',
        fr: 'CJUE C-40/17 Fashion ID (modules sociaux : responsabilité conjointe)',
      },
      url: 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:62017CJ0040',
    },
  ],
  exceptions: [
    {
      en: 'Code that waits for consent: a script type that browsers do not run, the marks of a consent platform, a platform that blocks by itself, a condition that speaks of consent. A condition on the environment or the configuration is none.',
      fr: 'Le code qui attend le consentement : un type de script que les navigateurs n’exécutent pas, les marques d’une plateforme de consentement, une plateforme qui bloque d’elle-même, une condition qui parle de consentement. Une condition sur l’environnement ou la configuration n’en est pas une.',
    },
    {
      en: 'Code that is loaded by a click on it; audience measurement without cookies, or set up as the CNIL exempts it; YouTube’s privacy-enhanced mode.',
      fr: 'Le code chargé par un clic ; la mesure d’audience sans cookie, ou réglée comme la CNIL l’exempte ; le mode de confidentialité avancée de YouTube.',
    },
    {
      en: 'Tag managers and components that other files draw: what they load, and when, stands elsewhere. They are listed as not reviewed.',
      fr: 'Les gestionnaires de balises et les composants que d’autres fichiers affichent : ce qu’ils chargent, et quand, se décide ailleurs. Ils figurent comme non examinés.',
    },
  ],
  messages: {
    advertising: {
      en: '{name} is loaded before the visitor has chosen, and follows them for advertising: without consent that may breach ePrivacy Art. 5(3). Load it after consent only.',
      fr: '{name} est chargé avant que le visiteur ait choisi, et le suit à des fins publicitaires : sans consentement, cela peut enfreindre l’art. 5(3) ePrivacy. Ne le chargez qu’après le consentement.',
    },
    replay: {
      en: '{name} records what visitors do on the page, and starts before they have chosen: without consent that may breach ePrivacy Art. 5(3). Load it after consent only.',
      fr: '{name} enregistre ce que font les visiteurs sur la page et démarre avant leur choix : sans consentement, cela peut enfreindre l’art. 5(3) ePrivacy. Ne le chargez qu’après le consentement.',
    },
    analytics: {
      en: '{name} measures visitors before they have chosen. Unless it is set up so that no consent is needed, load it after consent only (ePrivacy Art. 5(3)).',
      fr: '{name} mesure la fréquentation avant le choix du visiteur. Sauf réglage qui dispense de consentement, ne le chargez qu’après celui-ci (art. 5(3) ePrivacy).',
    },
    social: {
      en: 'Through {name}, the network learns of every visitor before any choice; you answer for that jointly with it (CJEU C-40/17). Load this after consent or on a click, or use a plain link.',
      fr: 'Avec {name}, le réseau voit passer chaque visiteur avant tout choix ; vous en êtes coresponsable (CJUE C-40/17). Ne chargez ce module qu’après consentement ou sur un clic, ou mettez un simple lien.',
    },
    embed: {
      en: '{name} is embedded at once: it learns who opens the page and may store cookies before any choice. Show it after consent or on a click.',
      fr: '{name} est intégré d’emblée : il apprend qui ouvre la page et peut déposer des cookies avant tout choix. Affichez-le après consentement ou sur un clic.',
    },
    map: {
      en: '{name} shows its map at once: it learns who opens the page and may store cookies before any choice. Show it after consent or on a click, or show an image.',
      fr: '{name} affiche sa carte d’emblée : il apprend qui ouvre la page et peut déposer des cookies avant tout choix. Affichez-la après consentement ou sur un clic, ou montrez une image.',
    },
    chat: {
      en: '{name} starts with the page and may store cookies before the visitor asks for a chat. Load it when they do, or after consent.',
      fr: '{name} démarre avec la page et peut déposer des cookies avant que le visiteur demande à discuter. Chargez-le à sa demande, ou après consentement.',
    },
    font: {
      en: '{name} learns the IP address of every visitor (a German court held that unlawful without consent: LG München I, 3 O 17493/20). Serve the fonts from your own site.',
      fr: '{name} reçoit l’adresse IP de chaque visiteur (un tribunal allemand l’a jugé illicite sans consentement : LG München I, 3 O 17493/20). Hébergez les polices sur votre site.',
    },
    captcha: {
      en: '{name} reads more of the visitor’s device than telling robots apart needs, unless it guards a form only: load it with that form, or after consent.',
      fr: '{name} lit sur l’appareil du visiteur plus que la lutte contre les robots n’exige, sauf s’il protège un seul formulaire : chargez-le avec ce formulaire, ou après consentement.',
    },
    disputed: {
      en: '{name} is loaded at once, with consent denied beforehand (Consent Mode): it still sends requests, and whether that needs consent is disputed. To be safe, load it after consent only.',
      fr: '{name} est chargé d’emblée, consentement refusé par défaut (Consent Mode) : des requêtes partent quand même, et la nécessité d’un consentement est discutée. Par prudence, ne le chargez qu’après celui-ci.',
    },
    container: {
      en: 'What {name} loads, and whether it waits for consent, is set up in its own account: review it there.',
      fr: 'Ce que {name} charge, et s’il attend le consentement, se règle dans son propre compte : vérifiez-le là.',
    },
    drawn: {
      en: 'Other code decides when {name} is loaded from here: check there that it waits for consent.',
      fr: 'Un autre code décide quand {name} est chargé d’ici : vérifiez qu’il attend le consentement.',
    },
    again: { en: '{name} is loaded here as well.', fr: '{name} est aussi chargé ici.' },
  },
  repairs: {
    hold: {
      title: {
        en: 'Let {platform} hold {name} back until consent',
        fr: 'Laisser {platform} retenir {name} jusqu’au consentement',
      },
      safety: 'offer',
      follow: {
        en: 'The category must be the one that your banner asks about.',
        fr: 'La catégorie doit être celle que votre bandeau propose.',
      },
    },
    wait: {
      title: { en: 'Let it wait: {what}', fr: 'Le faire attendre : {what}' },
      safety: 'offer',
      follow: {
        en: 'Call {after} once the visitor has agreed.',
        fr: 'Appelez {after} une fois que le visiteur a accepté.',
      },
    },
    instead: {
      title: { en: 'Load it with {what}', fr: 'Le charger avec {what}' },
      safety: 'offer',
      follow: {
        en: 'Once it plays, the vendor may still store data on the device: name it in your notice.',
        fr: 'À la lecture, le fournisseur peut encore stocker des données sur l’appareil : citez-le dans votre politique de confidentialité.',
      },
    },
  },
  examples: {
    bad: [
      {
        language: 'html',
        code: '<script async src="https://www.googletagmanager.com/gtag/js?id=G-ABC123"></script>',
      },
      { language: 'html', code: '<iframe src="https://www.youtube.com/embed/abc123"></iframe>' },
      {
        language: 'tsx',
        code: 'import Script from "next/script";\nexport default function RootLayout({ children }) {\n  return <html><body>{children}<Script src="https://static.hotjar.com/c/hotjar-1.js" /></body></html>;\n}',
      },
    ],
    good: [
      {
        language: 'html',
        code: '<script type="text/plain" data-category="analytics" src="https://www.googletagmanager.com/gtag/js?id=G-ABC123"></script>',
      },
      { language: 'html', code: '<iframe src="https://www.youtube-nocookie.com/embed/abc123"></iframe>' },
      {
        language: 'tsx',
        code: 'import Script from "next/script";\nexport default function RootLayout({ children }) {\n  const { analytics } = useConsent();\n  return <html><body>{children}{analytics.consented && <Script src="https://static.hotjar.com/c/hotjar-1.js" />}</body></html>;\n}',
      },
    ],
  },
  needs: ['resources', 'message'],
  *check(facts) {
    const { resources } = facts;
    // What mails load is another matter.
    if (resources.length === 0 || facts.message) return;
    const candidates = resources.filter(({ recipient }) => !recipient.cookieless);
    const open = candidates.filter((r) => r.gate === undefined || (r.gate === 'elsewhere' && isShown(r)));
    const told = new Set<string>();
    for (const resource of open) {
      const { recipient, span, deniedFirst } = resource;
      const { id, name, kind } = recipient;
      const data = { name };
      if (told.has(id)) continue;
      if (!isSingle(resource)) told.add(id);
      const [text, severity] = MESSAGES[kind] ?? [];
      if (!text || !severity) {
        if (kind === 'tag-manager') yield { message: 'container' as const, span, data, elsewhere: true };
        continue;
      }
      const others = isSingle(resource) ? [] : open.filter((r) => r !== resource && r.recipient.id === id);
      yield {
        message: deniedFirst ? ('disputed' as const) : text,
        severity: deniedFirst ? ('information' as const) : severity,
        span,
        data,
        related: others.map((r) => ({ span: r.span, message: 'again' as const, data })),
        repairs: repairsFor(resource, others),
      };
    }
    for (const { recipient, gate, span } of candidates) {
      if (gate !== 'elsewhere' || open.some((r) => r.recipient.id === recipient.id)) continue;
      if (!told.has(recipient.id))
        yield { message: 'drawn' as const, span, data: { name: recipient.name }, elsewhere: true };
      told.add(recipient.id);
    }
  },
});

function isSingle({ recipient, by }: Resource): boolean {
  return SINGLE.has(recipient.kind) && (by === 'frame' || by === 'code');
}

/** Where a component shows something, those that draw it seldom stand between it and the visitor. */
function isShown({ by, recipient: { kind } }: Resource): boolean {
  return by !== 'template' && (SINGLE.has(kind) || kind === 'font' || kind === 'captcha');
}

function repairsFor({ hold, wait, instead, recipient }: Resource, others: readonly Resource[]) {
  const repairs: NonNullable<Draft<never, 'hold' | 'wait' | 'instead'>['repairs']>[number][] = [];
  const holds = [hold, ...others.map((o) => o.hold)];
  if (hold && holds.every((h) => h !== undefined)) {
    const edits = holds.flatMap((h) => h?.edits ?? []);
    repairs.push({ use: 'hold', edits, data: { platform: hold.platform, name: recipient.name } });
  }
  if (wait && others.every((o) => o.by === 'script'))
    repairs.push({ use: 'wait', edits: wait.edits, data: { what: wait.what, after: wait.after } });
  if (instead) repairs.push({ use: 'instead', edits: instead.edits, data: { what: instead.what } });
  return repairs;
}
