import type ts from 'typescript';
import { type Edit, replace } from '../../../core/edit.js';
import { isName } from '../beside.js';
import type { Scope } from '../scope.js';
import type { Source } from '../source.js';
import { besideEntry, besideStatement } from './duplicate.js';

/** A field that gets a neighbour. */
export interface Renaming {
  readonly from: string;
  readonly to: string;
}

/** What types and schemas of the same text have to say of a new field beside an old one. */
export class Declared {
  readonly #edits = new Map<number, Edit>();

  constructor(
    readonly source: Source,
    readonly scope: Scope,
    readonly field: Renaming,
  ) {}

  get edits(): Edit[] {
    return [...this.#edits.values()];
  }

  /** Adds the field to what a type declares; false where the type stands elsewhere or says too much. */
  type(node: ts.TypeNode | undefined, depth = 0): boolean {
    const { ts } = this.source;
    if (!node) return true;
    if (depth > 8) return false;
    if (ts.isTypeLiteralNode(node)) return this.#members(node.members, depth);
    if (ts.isParenthesizedTypeNode(node) || ts.isTypeOperatorNode(node))
      return this.type(node.type, depth + 1);
    if (ts.isIntersectionTypeNode(node)) return node.types.some((type) => this.type(type, depth + 1));
    if (ts.isUnionTypeNode(node)) return node.types.every((type) => this.type(type, depth + 1));
    if (ts.isTypeQueryNode(node)) return ts.isIdentifier(node.exprName) && this.#schemaNamed(node.exprName);
    if (ts.isTypeReferenceNode(node)) return this.#reference(node, depth);
    return KEYWORDS.has(this.source.slice(node));
  }

  #reference({ typeName, typeArguments }: ts.TypeReferenceNode, depth: number): boolean {
    const { ts, file } = this.source;
    const name = this.source.lastName(typeName) ?? '';
    if (name === 'Record') return true;
    if (typeArguments) return typeArguments.every((type) => this.type(type, depth + 1));
    for (const statement of file.statements) {
      if (ts.isInterfaceDeclaration(statement) && statement.name.text === name)
        return this.#members(statement.members, depth);
      if (ts.isTypeAliasDeclaration(statement) && statement.name.text === name)
        return this.type(statement.type, depth + 1);
    }
    return false;
  }

  #members(members: ts.NodeArray<ts.TypeElement>, depth: number): boolean {
    const { ts } = this.source;
    for (const member of members) {
      if (ts.isIndexSignatureDeclaration(member)) return true;
      if (!ts.isPropertySignature(member)) continue;
      const key = this.source.keyOf(member.name);
      if (key === this.field.to) return false;
      if (key === this.field.from) return this.#member(member);
    }
    // The field may stand in a record of its own.
    return members.some(
      (m) =>
        ts.isPropertySignature(m) &&
        m.type &&
        ts.isTypeLiteralNode(m.type) &&
        this.#members(m.type.members, depth + 1),
    );
  }

  #member(member: ts.PropertySignature): boolean {
    const { source } = this;
    const type = member.type ? source.slice(member.type) : '';
    if (!/\b(?:boolean|true|false)\b/.test(type)) return false;
    const edits = [this.renamed(member.name)];
    if (member.type && !/\bboolean\b/.test(type)) edits.push(replace(source.span(member.type), 'boolean'));
    const ends = /[;,]$/.test(source.slice(member));
    const edit = ends
      ? besideStatement(source, member, edits)
      : besideEntry(source, member, edits, /^\s*[\n\r]/.test(source.text.slice(member.end)) ? '' : ';');
    if (edit) this.add(edit);
    return edit !== undefined;
  }

  /** Adds the field to the schema that a name stands for. */
  #schemaNamed(name: ts.Identifier): boolean {
    const found = this.scope.find(name.text, this.source.start(name))?.initial;
    return found !== undefined && this.schema(found);
  }

  /** Adds the field to the object of a schema (Zod, Yup, Valibot, Joi); false where it is not to be found. */
  schema(root: ts.Expression): boolean {
    const { ts } = this.source;
    const seen = new Set<ts.Node>();
    const pending: ts.Node[] = [root];
    for (let node = pending.pop(); node && seen.size < MOST; node = pending.pop()) {
      if (seen.has(node)) continue;
      seen.add(node);
      if (ts.isObjectLiteralExpression(node)) {
        const entry = node.properties.find((p) => this.source.keyOf(p.name) === this.field.from);
        if (node.properties.some((p) => this.source.keyOf(p.name) === this.field.to)) return false;
        if (entry && ts.isPropertyAssignment(entry)) return this.#rule(entry);
      }
      const named = ts.isIdentifier(node)
        ? this.scope.find(node.text, this.source.start(node))?.initial
        : undefined;
      if (named) pending.push(named);
      else ts.forEachChild(node, (child) => void pending.push(child));
    }
    return false;
  }

  /** `terms: z.literal(true)` gets `newsletter: z.boolean()`. */
  #rule(entry: ts.PropertyAssignment): boolean {
    const { ts } = this.source;
    let root: ts.Expression = entry.initializer;
    let first: ts.CallExpression | undefined;
    while (ts.isCallExpression(root) || ts.isPropertyAccessExpression(root)) {
      if (ts.isCallExpression(root)) first = root;
      root = root.expression;
    }
    if (!first || !ts.isIdentifier(root)) return false;
    const own = this.source.lastName(first.expression) ?? '';
    const makes = own === 'boolean' || own === 'bool' ? own : 'boolean';
    if (first.expression === root && makes !== own) return false;
    const written = first.expression === root ? `${makes}()` : `${root.text}.${makes}()`;
    this.add(
      besideEntry(this.source, entry, [
        this.renamed(entry.name),
        replace(this.source.span(entry.initializer), written),
      ]),
    );
    return true;
  }

  /** The new name in place of the old one, quoted as that. */
  renamed(name: ts.Node): Edit {
    const inner = this.source.inner(name);
    const isQuoted = inner.start > this.source.start(name);
    return replace(inner, isQuoted || isName(this.field.to) ? this.field.to : `'${this.field.to}'`);
  }

  add(edit: Edit): void {
    this.#edits.set(edit.span.start, edit);
  }
}

const KEYWORDS: ReadonlySet<string> = new Set([
  'boolean',
  'any',
  'unknown',
  'object',
  'true',
  'false',
  'null',
  'undefined',
]);
const MOST = 2000;
