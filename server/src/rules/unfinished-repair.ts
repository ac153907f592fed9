import { defineRule } from './rule.js';

export default defineRule({
  id: 'unfinished-repair',
  severity: 'warning',
  topic: 'notice',
  what: {
    en: 'A repair has left a blank that is still to be filled.',
    fr: 'Une correction a laissé un blanc qui reste à remplir.',
  },
  why: {
    en: 'A footer without its address, or a notice without its text, informs nobody; the defect is only hidden.',
    fr: 'Un pied de message sans adresse ou une mention sans texte n’informe personne ; le défaut est seulement caché.',
  },
  remedy: {
    en: 'Replace the blank by what belongs there, or set it once under `contact` in the configuration, so that repairs fill it in.',
    fr: 'Remplacez le blanc par ce qui convient, ou indiquez-le une fois sous `contact` dans la configuration : les corrections le rempliront.',
  },
  basis: [
    {
      name: {
        en: 'That of the rule whose finding was repaired',
        fr: 'Celui de la règle dont le constat a été corrigé',
      },
    },
  ],
  messages: {
    blank: {
      en: '“{blank}” is a blank that a repair has left. Nothing is mended before it is filled: write what belongs there.',
      fr: '« {blank} » est un blanc laissé par une correction. Rien n’est corrigé tant qu’il n’est pas rempli : écrivez ce qui convient.',
    },
  },
  repairs: {},
  examples: {
    bad: [
      {
        language: 'html',
        code: '<p><a href="https://your-unsubscribe-address.invalid/">Unsubscribe</a></p>',
      },
    ],
    good: [{ language: 'html', code: '<p><a href="{{ unsubscribe_url }}">Unsubscribe</a></p>' }],
  },
  needs: ['document'],
  *check({ document }) {
    for (const { written, span } of document.blanks) {
      yield { message: 'blank' as const, span, data: { blank: written } };
    }
  },
});
