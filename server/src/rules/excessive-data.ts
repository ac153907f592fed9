import type { Aim, Collection, Control, Field } from '../facts/types/index.js';
import { type Draft, defineRule } from './rule.js';

export default defineRule({
  id: 'excessive-data',
  severity: 'information',
  topic: 'data',
  what: {
    en: 'A form asks for data that its purpose does not need.',
    fr: 'Un formulaire demande des données inutiles à sa finalité.',
  },
  why: {
    en: 'Only what is necessary for the purpose may be collected; what is not collected cannot be lost.',
    fr: 'Seules les données nécessaires à la finalité peuvent être recueillies ; ce qu’on ne recueille pas ne peut pas fuiter.',
  },
  remedy: {
    en: 'Remove the field, or make it optional and say what it serves.',
    fr: 'Supprimez le champ, ou rendez-le facultatif et dites à quoi il sert.',
  },
  basis: [
    {
      name: { en: 'GDPR Art. 5(1)(c), 6(1)(b) and 25(2)', fr: 'RGPD, art. 5(1)(c), 6(1)(b) et 25(2)' },
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
    {
      name: {
        en: 'CJEU 9 January 2025, C-394/23 (Mousse): a compulsory title is not indispensable',
        fr: 'CJUE, 9 janvier 2025, C-394/23 (Mousse) : la civilité obligatoire n’est pas indispensable',
      },
      url: 'https://curia.europa.eu/juris/liste.jsf?num=C-394/23',
    },
  ],
  exceptions: [
    {
      en: 'Data that a law wants (police form of foreign hotel guests, sales with an age limit), delivery and call-back. The configuration’s “fields” says what your forms need (purpose → kinds of data).',
      fr: 'Les données qu’une loi exige (fiche de police des clients étrangers d’un hôtel, vente soumise à une limite d’âge), la livraison et le rappel téléphonique. « fields », dans la configuration, dit ce dont vos formulaires ont besoin (finalité → types de données).',
    },
  ],
  messages: {
    excessive: {
      en: '“{label}” asks for something ({kind}) that this form ({purpose}) does not need (GDPR Art. 5(1)(c)). Remove it, unless you need it for a reason such as: {exceptions}.',
      fr: '« {label} » demande une donnée ({kind}) inutile à ce formulaire ({purpose} ; RGPD, art. 5(1)(c)). Supprimez-la, sauf motif particulier, par exemple : {exceptions}.',
    },
    required: {
      en: '“{label}” requires something ({kind}) that this form ({purpose}) does not need (GDPR Art. 5(1)(c)). Remove it or make it optional, unless you need it for a reason such as: {exceptions}.',
      fr: '« {label} » rend obligatoire une donnée ({kind}) inutile à ce formulaire ({purpose} ; RGPD, art. 5(1)(c)). Supprimez-la ou rendez-la facultative, sauf motif particulier, par exemple : {exceptions}.',
    },
    requiredTitle: {
      en: '“{label}” is required: a {kind} is not indispensable, courtesy is no reason (GDPR Art. 5(1)(c), CJEU C-394/23). Make it optional or remove it.',
      fr: '« {label} » est obligatoire : cette donnée ({kind}) n’est pas indispensable, la politesse n’est pas un motif (RGPD, art. 5(1)(c), CJUE C-394/23). Rendez-la facultative ou supprimez-la.',
    },
  },
  repairs: {
    optional: {
      title: { en: 'Make it optional', fr: 'La rendre facultative' },
      safety: 'offer',
      follow: {
        en: 'What receives the form must accept an empty answer.',
        fr: 'Ce qui reçoit le formulaire doit accepter une réponse vide.',
      },
    },
    removed: {
      title: { en: 'Remove the field', fr: 'Supprimer le champ' },
      safety: 'offer',
      follow: {
        en: 'What receives the form, and code that uses the field, must do without it.',
        fr: 'Ce qui reçoit le formulaire, et le code qui utilise le champ, doivent s’en passer.',
      },
    },
  },
  examples: {
    bad: [
      {
        language: 'html',
        code: '<form action="/newsletter" method="post">\n  <h2>Subscribe to our newsletter</h2>\n  <label>E-mail <input type="email" name="email"></label>\n  <label>Date of birth <input type="date" name="birthdate"></label>\n  <button>Subscribe</button>\n</form>',
      },
    ],
    good: [
      {
        language: 'html',
        code: '<form action="/newsletter" method="post">\n  <h2>Subscribe to our newsletter</h2>\n  <label>E-mail <input type="email" name="email"></label>\n  <button>Subscribe</button>\n</form>',
      },
    ],
  },
  needs: ['collections', 'controls', 'message'],
  *check(facts, { fields: configured }) {
    const { controls } = facts;
    if (controls.length === 0 || facts.message) return;
    for (const collection of facts.collections) {
      const { aim, fields, staff } = collection;
      if (staff) continue;
      const allowed = aim ? (configured[aim.purpose] ?? []) : [];
      const told = new Set<string>();
      // What asks for many such things serves something else than it seems to.
      const kinds = new Set(
        fields.filter(({ data }) => collection.need(data) === 'excessive').map(({ data }) => data),
      );
      const isDoubtful = kinds.size > MOST_EXCESSIVE && !isTwiceSaid(aim);
      for (const field of fields) {
        const control = controls[field.control];
        if (!control || allowed.includes(field.data) || told.has(field.data)) continue;
        const found = judge(field, control, collection);
        if (!found || (isDoubtful && found.message !== 'requiredTitle')) continue;
        told.add(field.data);
        yield found;
      }
    }
  },
});

const MOST_EXCESSIVE = 2;

type Found = Draft<'excessive' | 'required' | 'requiredTitle', 'optional' | 'removed'>;

function judge(field: Field, control: Control, { aim, need }: Collection): Found | undefined {
  const required = control.required.state === 'known' && control.required.value;
  const label = labelOf(control, field);
  if (need(field.data) === 'unrequired') {
    if (!required || aim?.purpose === 'settings') return undefined;
    return {
      message: 'requiredTitle',
      severity: 'warning',
      span: control.span,
      data: { label, kind: field.title },
      repairs: repairsOf(field, required),
    };
  }
  if (need(field.data) !== 'excessive' || !field.confirmed || !aim || !isSure(aim)) return undefined;
  return {
    message: required ? 'required' : 'excessive',
    ...(required && { severity: 'warning' as const }),
    span: control.span,
    data: { label, kind: field.title, purpose: aim.title, exceptions: aim.exceptions ?? '' },
    repairs: repairsOf(field, required),
  };
}

function repairsOf({ release, removal }: Field, required: boolean): NonNullable<Found['repairs']> {
  return [
    ...(required && release ? [{ use: 'optional' as const, edits: release }] : []),
    ...(removal ? [{ use: 'removed' as const, edits: removal }] : []),
  ];
}

/** Both the heading and the button say what the form is for. */
function isTwiceSaid(aim: Aim | undefined): boolean {
  const says = (by: Aim['evidence'][number]['by']) => aim?.evidence.some((evidence) => evidence.by === by);
  return Boolean(says('heading') && says('button'));
}

/** Words, or two things of other kinds, say what the form is for. */
function isSure({ evidence }: Aim): boolean {
  return (
    evidence.some(({ by }) => by === 'heading' || by === 'button') ||
    new Set(evidence.map(({ by }) => by)).size > 1
  );
}

function labelOf({ label, name }: Control, { words }: Field): string {
  if (label.text.state === 'known') return label.text.value;
  return name.state === 'known' ? name.value : words;
}
