import type { Collection, Control, Field, Protection } from '../facts/types/index.js';
import { type Draft, defineRule } from './rule.js';

export default defineRule({
  id: 'sensitive-data',
  severity: 'warning',
  topic: 'data',
  what: {
    en: 'A form asks for data that the law protects specially: health, beliefs, identity numbers and the like.',
    fr: 'Un formulaire demande des données que la loi protège spécialement : santé, convictions, numéros d’identité, etc.',
  },
  why: {
    en: 'Such data may be processed only under an exception that the law names, and leaks of them do grave harm.',
    fr: 'Ces données ne peuvent être traitées que dans les cas prévus par la loi, et leur fuite cause un tort grave.',
  },
  remedy: {
    en: 'Leave the field out if you can. Else name the exception you rely on, ask explicit consent of its own where that is it, and protect the data accordingly.',
    fr: 'Supprimez le champ si possible. Sinon, déterminez l’exception applicable, demandez au besoin un accord exprès et distinct, et protégez les données en conséquence.',
  },
  basis: [
    {
      name: {
        en: 'GDPR Art. 9(1) and 9(2)(a), 10, 32 and 35',
        fr: 'RGPD, art. 9(1) et 9(2)(a), 10, 32 et 35',
      },
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
    {
      name: {
        en: 'GDPR Art. 87 and national law on identification numbers (France: décret 2019-341)',
        fr: 'RGPD, art. 87, et droit national des numéros d’identification (France : décret 2019-341)',
      },
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
  ],
  exceptions: [
    {
      en: 'Passport and national numbers are not special categories: other rules hold for them, and the message says so. At check-in, the identity document of the police form is information only.',
      fr: 'Les numéros de passeport et d’identification ne sont pas des catégories particulières : d’autres règles s’appliquent, et le message le dit. À l’arrivée à l’hôtel, la pièce d’identité de la fiche de police n’est signalée que pour information.',
    },
  ],
  messages: {
    special: {
      en: '“{label}” asks for specially protected data ({kind}, GDPR Art. 9). It needs one of the exceptions of Art. 9(2), usually explicit consent of its own, and stronger security.',
      fr: '« {label} » demande des données spécialement protégées ({kind} ; RGPD, art. 9). Il faut l’une des exceptions de l’art. 9(2), en général un accord exprès et distinct, et une sécurité renforcée.',
    },
    offences: {
      en: '“{label}” asks about criminal convictions or offences (GDPR Art. 10): only under official authority or where national law allows it.',
      fr: '« {label} » porte sur des condamnations ou infractions (RGPD, art. 10) : seulement sous le contrôle de l’autorité publique ou si le droit national le permet.',
    },
    identifier: {
      en: '“{label}” asks for a national identification number. It is not a special category of Art. 9, but national law limits who may use it (GDPR Art. 87): ask for it only if a law wants it, and protect it.',
      fr: '« {label} » demande un numéro d’identification national. Ce n’est pas une catégorie particulière de l’art. 9, mais le droit national en limite l’usage (RGPD, art. 87) : ne le demandez que si une loi l’exige, et protégez-le.',
    },
    document: {
      en: '“{label}” asks for an identity document. It is not a special category of Art. 9, but seldom necessary (GDPR Art. 5(1)(c)): showing it often suffices; where it must be kept, protect it and delete it early.',
      fr: '« {label} » demande une pièce d’identité. Ce n’est pas une catégorie particulière de l’art. 9, mais c’est rarement nécessaire (RGPD, art. 5(1)(c)) : la présenter suffit souvent ; s’il faut la conserver, protégez-la et supprimez-la tôt.',
    },
    revealing: {
      en: '“{label}” may reveal something about health or belief (GDPR Art. 9). Say what it is for, keep it optional and delete it afterwards.',
      fr: '« {label} » peut révéler la santé ou les convictions (RGPD, art. 9). Dites à quoi cela sert, laissez la réponse facultative et supprimez-la ensuite.',
    },
  },
  repairs: {},
  examples: {
    bad: [
      {
        language: 'html',
        code: '<form action="/join" method="post">\n  <label>Your religion <input name="religion"></label>\n  <button>Join</button>\n</form>',
      },
    ],
    good: [
      {
        language: 'html',
        code: '<form action="/join" method="post">\n  <label>Your name <input name="name"></label>\n  <button>Join</button>\n</form>',
      },
    ],
  },
  needs: ['collections', 'controls', 'fields', 'message'],
  *check(facts) {
    const { fields, controls } = facts;
    if (fields.length === 0 || facts.message) return;
    const purposes = new Map(facts.collections.flatMap((c) => c.fields.map((f) => [f, c] as const)));
    const asked = new Set<string>();
    for (const field of fields) {
      const kind = MESSAGES[field.protection ?? 'secret'];
      const control = controls[field.control];
      if (!kind || !control) continue;
      // The answers of one question are reported once.
      const key = isChoice(control) ? `${field.data} ${control.form ?? ''}` : String(field.control);
      if (asked.has(key)) continue;
      asked.add(key);
      yield draft(kind, field, control, purposes.get(field));
    }
  },
});

type Message = 'special' | 'offences' | 'identifier' | 'document' | 'revealing';

const MESSAGES: Readonly<Record<Protection, Message | undefined>> = {
  special: 'special',
  offences: 'offences',
  identifier: 'identifier',
  document: 'document',
  revealing: 'revealing',
  secret: undefined,
};

function draft(
  message: Message,
  field: Field,
  control: Control,
  collection: Collection | undefined,
): Draft<Message, never> {
  const isExpected = message === 'document' && collection?.aim?.purpose === 'check-in';
  return {
    message,
    ...((message === 'revealing' || isExpected) && { severity: 'information' as const }),
    // Its words say something else: a person has to look.
    ...(!field.confirmed && { severity: 'hint' as const, review: true }),
    span: control.span,
    data: { label: labelOf(control, field), kind: field.title },
  };
}

function isChoice({ kind }: Control): boolean {
  return kind === 'radio' || kind === 'checkbox' || kind === 'switch';
}

function labelOf({ label, name, kind }: Control, { by, words }: Field): string {
  if (kind === 'radio' && by === 'question') return words;
  if (label.text.state === 'known') return label.text.value;
  return name.state === 'known' ? name.value : words;
}
