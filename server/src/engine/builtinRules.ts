import type { Example, Rule } from '../rules/rule.js';
import { configurationMessages } from './configurationMessages.js';
import { directiveMessages, directiveRepairs } from './directiveMessages.js';

/** What the engine itself reports, described as rules are, so that pages, hovers and SARIF know it. */
export interface BuiltinRule extends Omit<Rule, 'topic' | 'needs' | 'check' | 'examples'> {
  readonly topic: 'tool';
  readonly examples: { readonly bad: readonly BuiltinExample[]; readonly good: readonly BuiltinExample[] };
}

interface BuiltinExample {
  readonly language: Example['language'] | 'json';
  readonly code: string;
}

export const directiveProblem: BuiltinRule = {
  id: 'directive-problem',
  severity: 'warning',
  topic: 'tool',
  what: {
    en: 'A directive in a comment is wrong, is not needed, has run out, or gives no reason.',
    fr: 'Une directive dans un commentaire est erronée, inutile, échue ou sans motif.',
  },
  why: {
    en: 'A directive that does not do what it says hides a defect or leaves one reported; without a reason, nobody can account for it later (GDPR Art. 5(2)).',
    fr: 'Une directive qui ne fait pas ce qu’elle dit masque un défaut ou en laisse un signalé ; sans motif, personne ne peut en rendre compte plus tard (RGPD art. 5(2)).',
  },
  remedy: {
    en: 'Correct the directive, write its reason after a colon, or take it away.',
    fr: 'Corrigez la directive, écrivez son motif après un deux-points, ou retirez-la.',
  },
  basis: [],
  messages: directiveMessages,
  repairs: directiveRepairs,
  examples: {
    bad: [
      {
        language: 'html',
        code: '<!-- privacylint-disable-next prechecked-consent -->\n<label><input type="checkbox" name="newsletter" checked> Send me the newsletter</label>',
      },
      {
        language: 'html',
        code: '<!-- privacylint-disable-nxt prechecked-consent: asked on paper -->\n<p>Welcome</p>',
      },
    ],
    good: [{ language: 'html', code: '<p>Welcome</p>\n<!-- A comment that is no directive. -->' }],
  },
};

export const configurationProblem: BuiltinRule = {
  id: 'configuration-problem',
  severity: 'warning',
  topic: 'tool',
  what: {
    en: 'A configuration file holds something that cannot be read or has no effect.',
    fr: 'Un fichier de configuration contient un élément illisible ou sans effet.',
  },
  why: {
    en: 'What is wrong is left out, so files are reviewed otherwise than the file seems to say.',
    fr: 'Ce qui est erroné est laissé de côté : les fichiers sont examinés autrement que le fichier ne semble le dire.',
  },
  remedy: {
    en: 'Correct the place that is shown; the published JSON Schema describes every key.',
    fr: 'Corrigez l’endroit indiqué ; le schéma JSON publié décrit chaque clé.',
  },
  basis: [],
  messages: configurationMessages,
  repairs: {},
  examples: {
    bad: [{ language: 'json', code: '{ "rules": { "prechecked-consnt": "warning" } }' }],
    good: [
      {
        language: 'json',
        code: '{\n  // comments and trailing commas are fine\n  "rules": { "prechecked-consent": "warning" },\n}',
      },
    ],
  },
};

export const builtinRules: readonly BuiltinRule[] = [configurationProblem, directiveProblem];
