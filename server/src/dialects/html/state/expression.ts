/** What an attribute reads: a member, its opposite, whether it is a text or has one in it; or a literal. */
export interface Expression {
  readonly path?: string;
  readonly literal?: boolean;
  readonly not: boolean;
  readonly equals?: string;
  /** `equals` is sought in a list. */
  readonly contains?: boolean;
}

const PATH = '([A-Za-z_$][\\w$]*(?:\\.[A-Za-z_$][\\w$]*)*)';
const TEXT = `(["'])((?:(?!\\2)[^\\\\])*)\\2`;
const MEMBER = new RegExp(`^${PATH}$`);
const EQUAL = new RegExp(`^${PATH} ?===? ?${TEXT}$`);
const CONTAINS = new RegExp(`^${PATH}\\.includes\\(${TEXT}\\)$`);
/** In UTF-16 units. */
const LONGEST = 120;

/** Undefined for what is more than that. */
export function readExpression(code: string): Expression | undefined {
  let written = code.trim();
  if (written.length > LONGEST) return undefined;
  let not = false;
  while (written.startsWith('!')) {
    not = !not;
    written = written.slice(1).trim();
  }
  if (written === 'true' || written === 'false') return { literal: written === 'true', not };
  const member = MEMBER.exec(written);
  if (member) return { path: member[1] ?? '', not };
  const equal = EQUAL.exec(written);
  if (equal) return { path: equal[1] ?? '', equals: equal[3] ?? '', not };
  const contains = CONTAINS.exec(written);
  return contains ? { path: contains[1] ?? '', equals: contains[3] ?? '', contains: true, not } : undefined;
}
