import { insert } from '../core/edit.js';
import { kept } from '../core/memo.js';
import type { Control, Form } from '../facts/types/index.js';
import { defineRule } from './rule.js';

const CHOICES: ReadonlySet<Control['kind']> = new Set<Control['kind']>([
  'checkbox',
  'radio',
  'switch',
  'select',
]);

export default defineRule({
  id: 'missing-preference-choice',
  severity: 'hint',
  topic: 'consent',
  what: {
    en: 'A newsletter sign-up leaves no choice of topics or of how often one is written to.',
    fr: 'Une inscription à une newsletter ne laisse choisir ni les thèmes ni la fréquence.',
  },
  why: {
    en: 'No text demands it; but who may choose gets what they asked for, and leaves less often. It is data protection by design, and the easiest way to ask for each purpose separately.',
    fr: 'Aucun texte ne l’impose ; mais qui choisit reçoit ce qu’il a demandé et se désabonne moins. C’est de la protection des données dès la conception, et le moyen le plus simple de demander chaque finalité à part.',
  },
  remedy: {
    en: 'Offer topics or a frequency, here or by a link to a page of preferences.',
    fr: 'Proposez des thèmes ou une fréquence, ici ou par un lien vers une page de préférences.',
  },
  basis: [
    {
      name: {
        en: 'Good practice; GDPR Art. 25 (data protection by design and by default)',
        fr: 'Bonne pratique ; RGPD, art. 25 (protection des données dès la conception et par défaut)',
      },
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
  ],
  exceptions: [
    {
      en: 'Forms that serve more than the newsletter, or of which another file holds a part; a link to a page of preferences.',
      fr: 'Les formulaires qui servent à autre chose, ou dont une partie se trouve dans un autre fichier ; un lien vers une page de préférences.',
    },
  ],
  messages: {
    missing: {
      en: 'This newsletter sign-up leaves no choice of topics or frequency. Good practice: offer one, here or by a link to a page of preferences.',
      fr: 'Cette inscription à la newsletter ne laisse choisir ni thème ni fréquence. Bonne pratique : proposez ce choix, ici ou par un lien vers une page de préférences.',
    },
  },
  repairs: {
    frequency: {
      title: { en: 'Ask how often', fr: 'Demander la fréquence' },
      safety: 'offer',
      follow: {
        en: 'The code that handles the form must store the new field “frequency”, and the sending must follow it.',
        fr: 'Le code qui traite le formulaire doit enregistrer le nouveau champ « frequency », et les envois doivent en tenir compte.',
      },
    },
  },
  examples: {
    bad: [
      {
        language: 'html',
        code: '<form action="/newsletter"><input type="email" name="email"><button>Subscribe</button></form>',
      },
    ],
    good: [
      {
        language: 'html',
        code: '<form action="/newsletter"><input type="email" name="email"><select name="frequency"><option>weekly</option><option>monthly</option></select><button>Subscribe</button></form>',
      },
    ],
  },
  needs: ['forms', 'controls', 'links'],
  *check(facts) {
    const { controls } = facts;
    const leads = kept(() =>
      facts.links.some((l) => l.purpose === 'preferences' || l.purpose === 'unsubscribe'),
    );
    for (const form of facts.forms) {
      if (!isSignUp(form) || !takesAddress(form, controls) || !form.whole || leavesChoice(form, controls))
        continue;
      if (leads()) return;
      const { place } = form;
      yield {
        message: 'missing' as const,
        span: form.open,
        repairs: place
          ? [{ use: 'frequency' as const, edits: [insert(place.at, place.frequency + place.indent)] }]
          : [],
      };
    }
  },
});

/** Words or names say so; one lonely address may be asked for other ends. */
function isSignUp({ aim }: Form): boolean {
  return (
    aim?.purpose === 'newsletter' &&
    aim.evidence.some(({ by }) => by === 'heading' || by === 'button' || by === 'name')
  );
}

/** In an account's page of newsletters the address is known, and the page is the choice. */
function takesAddress(form: Form, controls: readonly Control[]): boolean {
  return form.controls.some((i) => controls[i]?.kind === 'email' || controls[i]?.kind === 'text');
}

/** A choice that is no consent is one of topics, languages or frequency; so are two boxes for one's own messages. */
function leavesChoice(form: Form, controls: readonly Control[]): boolean {
  const choices = form.controls.flatMap((i) => controls[i] ?? []).filter(({ kind }) => CHOICES.has(kind));
  const own = choices.filter(({ consent }) => consent?.purposes.some(({ optional }) => optional));
  return choices.some(({ consent }) => !consent) || own.length > 1;
}
