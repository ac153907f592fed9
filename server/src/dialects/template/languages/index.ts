import type { TemplateLanguage } from '../language.js';
import { blade } from './blade.js';
import { ejs } from './ejs.js';
import { erb } from './erb.js';
import { freemarker } from './freemarker.js';
import { go } from './go.js';
import { handlebars } from './handlebars.js';
import { jinja } from './jinja.js';
import { jsp } from './jsp.js';
import { liquid } from './liquid.js';
import { php } from './php.js';
import { razor } from './razor.js';
import { smarty } from './smarty.js';
import { thymeleaf } from './thymeleaf.js';
import { twig } from './twig.js';

export const languages: readonly TemplateLanguage[] = [
  handlebars,
  liquid,
  twig,
  jinja,
  ejs,
  erb,
  php,
  blade,
  go,
  razor,
  smarty,
  jsp,
  freemarker,
  thymeleaf,
];
