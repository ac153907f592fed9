/** How a language writes expressions where languages differ. */
export interface Grammar {
  /** Joins strings: `.` in PHP, `~` in Twig, `+` elsewhere. */
  readonly joins: readonly string[];
  /** Arguments follow a name without parentheses: `{{t "key"}}` in Handlebars and Go. */
  readonly words?: boolean;
  /** Arguments follow a name without parentheses, parted by commas: Ruby's `check_box_tag 'news', 1`. */
  readonly commands?: boolean;
  /** FreeMarker's `value?built_in` and `value!default`. */
  readonly builtins?: boolean;
}

export const MEMBER = new Set(['->', '?->', '::', '?.', '.']);
export const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['nil', null],
  ['none', null],
  ['undefined', null],
]);
export const EQUAL = new Set(['==', '===', 'eq', 'is', 'equalto']);
export const UNEQUAL = new Set(['!=', '!==', 'ne', 'neq']);
export const COMPARE = new Set(['<', '>', '<=', '>=', 'in', 'gt', 'lt', 'gte', 'lte', 'contains', 'matches']);
/** `x is defined`, `x is not empty`. */
export const IS_TEST = new Set(['defined', 'undefined', 'null', 'none', 'empty']);
export const RESERVED = new Set([
  'if',
  'unless',
  'else',
  'and',
  'or',
  'not',
  'is',
  'in',
  'do',
  'as',
  'then',
  'eq',
  'ne',
  'neq',
  'contains',
]);
/** Words that follow a value in Ruby and are no argument of it. */
export const MODIFIERS = new Set(['while', 'until', 'rescue', 'end']);
