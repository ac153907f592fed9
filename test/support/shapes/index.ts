import { jsxShapes } from './jsx.js';
import { otherShapes } from './others.js';
import { templateShapes } from './templates.js';
import type { Shape } from './types.js';
import { vueShapes } from './vue.js';

export type { Box, Shape } from './types.js';

/** Ways in which frameworks write a form with a box. */
export const shapes: readonly Shape[] = [...jsxShapes, ...vueShapes, ...otherShapes, ...templateShapes];
