import type { Span } from '../core/span.js';
import type { Posting } from '../facts/types/index.js';
import { defineRule } from './rule.js';

type FormProvider = Posting['provider'];

export default defineRule({
  id: 'third-party-recipient',
  severity: 'information',
  topic: 'data',
  what: {
    en: 'A form, or the code behind it, sends what people enter straight to another company.',
    fr: 'Un formulaire, ou le code derrière lui, envoie directement à une autre société ce que les personnes saisissent.',
  },
  why: {
    en: 'This is allowed, once documented: people are told who receives their data, and a contract binds the company that processes them for you.',
    fr: 'C’est permis, une fois documenté : les personnes sont informées du destinataire, et un contrat lie la société qui traite les données pour vous.',
  },
  remedy: {
    en: 'Name the recipient in your privacy notice, sign its data processing agreement, check where it keeps the data, and enter it in “recipients” of .privacylint.json (an editor offers to).',
    fr: 'Mentionnez le destinataire dans votre politique de confidentialité, signez son contrat de sous-traitance, vérifiez où il conserve les données et inscrivez-le dans « recipients » de .privacylint.json (un éditeur propose de le faire).',
  },
  basis: [
    {
      name: {
        en: 'GDPR Art. 13(1)(e) and (f), 28(3), 30 and 44 to 46',
        fr: 'RGPD, art. 13(1)(e) et (f), 28(3), 30 et 44 à 46',
      },
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
  ],
  exceptions: [
    {
      en: 'Recipients that the configuration names (“recipients”), and the site’s own hosts (“hosts”, the canonical address, base).',
      fr: 'Les destinataires inscrits dans la configuration (« recipients ») et les hôtes du site lui-même (« hosts », l’adresse canonique, base).',
    },
  ],
  messages: {
    provider: {
      en: 'What is entered here goes straight to {provider} ({host}), which usually keeps data {region}. Name it in your privacy notice and have a processing contract (GDPR Art. 13(1)(e), 28(3)).',
      fr: 'Ce qui est saisi ici part directement chez {provider} ({host}), qui conserve en général les données {region}. Mentionnez-le dans votre politique de confidentialité et signez un contrat de sous-traitance (RGPD, art. 13(1)(e) et 28(3)).',
    },
    unplaced: {
      en: 'What is entered here goes straight to {provider} ({host}). Name it in your privacy notice, have a processing contract and ask where the data are kept (GDPR Art. 13(1)(e), 28(3)).',
      fr: 'Ce qui est saisi ici part directement chez {provider} ({host}). Mentionnez-le dans votre politique de confidentialité, signez un contrat de sous-traitance et demandez où les données sont conservées (RGPD, art. 13(1)(e) et 28(3)).',
    },
    unknown: {
      en: 'What is entered here goes straight to {host}, another site than this one. If it belongs to someone else, name them in your privacy notice and have a contract (GDPR Art. 13(1)(e), 26, 28(3)).',
      fr: 'Ce qui est saisi ici part directement vers {host}, un autre site que celui-ci. S’il appartient à un tiers, mentionnez-le dans votre politique de confidentialité et signez un contrat (RGPD, art. 13(1)(e), 26 et 28(3)).',
    },
  },
  repairs: {},
  examples: {
    bad: [
      {
        language: 'html',
        code: '<form action="https://formspree.io/f/abcdwxyz" method="post">\n  <input type="email" name="email">\n  <button>Send</button>\n</form>',
      },
    ],
    good: [
      {
        language: 'html',
        code: '<form action="/contact" method="post">\n  <input type="email" name="email">\n  <button>Send</button>\n</form>',
      },
    ],
  },
  needs: ['forms', 'collections', 'postings'],
  *check(facts, { hosts, recipients }) {
    const { forms, postings } = facts;
    const named = new Set<string>();
    const isNamed = (host: string) =>
      [...hosts, ...Object.keys(recipients)].some((name) => covers(name, host));
    for (const { recipient, open, aim } of forms) {
      if (!recipient || aim?.purpose === 'search') continue;
      const { host, provider, foreign, personal } = recipient;
      const key = provider?.id ?? host;
      if (named.has(key) || isNamed(host) || (provider ? foreign === false : !foreign)) continue;
      const asks = facts.collections.some((c) => c.open.start === open.start);
      if (!provider && !asks && !personal) continue;
      named.add(key);
      yield draft(host, provider, open);
    }
    for (const { provider, host, span } of postings) {
      if (named.has(provider.id) || isNamed(host)) continue;
      named.add(provider.id);
      yield draft(host, provider, span);
    }
  },
});

function draft(host: string, provider: FormProvider | undefined, span: Span) {
  const register = { host, name: provider?.name ?? host };
  const shown = host.replace(/^\*\./, '');
  if (!provider) return { message: 'unknown' as const, span, register, data: { host: shown } };
  const { name, region } = provider;
  return region
    ? { message: 'provider' as const, span, register, data: { host: shown, provider: name, region } }
    : { message: 'unplaced' as const, span, register, data: { host: shown, provider: name } };
}

/** `*.` stands for any subdomain, and for the host itself. */
function covers(pattern: string, host: string): boolean {
  const name = pattern.toLowerCase();
  if (!name.startsWith('*.')) return name === host;
  return host === name.slice(2) || host.endsWith(name.slice(1));
}
