import type ts from 'typescript';
import { bindImport, bindPattern, bindRequire, requiredModule } from './bind.js';
import { CommentFinder } from './comments.js';
import { bindParameters, isExported, type NodeWithModifiers, noteExport } from './declarations.js';
import { type ScanTable, scanTable } from './scanTable.js';
import { type Declaration, NO_STEPS, Scope } from './scope.js';
import type { Frame, SettingSink } from './sink.js';
import type { Source } from './source.js';

type Visit = (node: ts.Node) => void;

/** Deeper code than this is not looked into: nobody writes it, and the stack is finite. */
const MAX_DEPTH = 1200;

/** The one walk through the whole tree: declarations, imports, comments, settings, and where the JSX stands. */
export class Scan {
  readonly scope = new Scope();
  readonly comments: CommentFinder;
  /** JSX that no other JSX holds, in source order. */
  readonly roots: ts.Node[] = [];
  /** Expression containers and attributes that hold further JSX. */
  readonly holders = new Set<ts.Node>();
  /** Functions that draw markup. */
  readonly drawers = new Set<ts.TextRange>();
  /** Strings and pieces of template literals that look as if they held markup, in the order of the walk. */
  readonly markup: { readonly node: ts.Node; readonly frame: Frame | undefined }[] = [];
  readonly objects: ts.ObjectLiteralExpression[] = [];
  tooDeep: ts.Node | undefined;

  readonly #table: ScanTable;
  /** From the first of two offsets on, the next `<` stands at the second. */
  readonly #less = { from: 0, at: -1 };
  #depth = 0;
  #frame: Frame | undefined;
  #block: ts.TextRange;
  #function: ts.TextRange;
  #class: ts.TextRange | undefined;
  #exported = false;
  #statement: ts.Expression | undefined;
  /** The containers between here and the JSX root; undefined outside JSX. */
  #containers: ts.Node[] | undefined;

  /** @param code the text with all that is no code blanked. */
  constructor(
    readonly source: Source,
    readonly sink: SettingSink,
    code: string = source.text,
  ) {
    this.comments = new CommentFinder(code);
    this.#block = this.#function = source.file;
    this.#table = scanTable(source.ts);
    this.children(source.file);
    this.comments.until(source.text.length);
  }

  readonly #visit: Visit = (node) => {
    const action = this.#table[node.kind];
    if (action) action(this, node);
    else this.children(node);
  };

  children(node: ts.Node): void {
    if (this.#depth >= MAX_DEPTH) {
      this.tooDeep ??= node;
      return;
    }
    this.#depth++;
    this.source.ts.forEachChild(node, this.#visit);
    this.#depth--;
  }

  framed(node: ts.Node): void {
    const outer = this.#frame;
    this.#frame = { node, up: outer };
    this.children(node);
    this.#frame = outer;
  }

  importDeclaration(node: ts.ImportDeclaration): void {
    bindImport(this.source, this.scope, node);
    this.children(node);
  }

  variableStatement(node: ts.VariableStatement): void {
    this.#exported = isExported(this.source, node);
    this.children(node);
    this.#exported = false;
  }

  expressionStatement(node: ts.ExpressionStatement): void {
    this.#statement = node.expression;
    this.children(node);
  }

  /** A name with a default, which is no name around what the default holds. */
  initialized(node: ts.BindingElement | ts.ParameterDeclaration | ts.EnumMember): void {
    if (node.initializer) this.sink.named(node, this.#frame);
    this.children(node);
  }

  variable(node: ts.VariableDeclaration): void {
    if (node.initializer) this.sink.named(node, this.#frame);
    this.framed(node);
  }

  enumDeclaration(node: ts.EnumDeclaration): void {
    this.declare(node.name.text, 'enum', node);
    this.framed(node);
  }

  object(node: ts.ObjectLiteralExpression): void {
    this.sink.object(node, this.#frame);
    this.objects.push(node);
    this.children(node);
  }

  attribute(node: ts.JsxAttribute): void {
    const outer = this.#frame;
    this.#frame = { node, up: outer };
    this.container(node);
    this.#frame = outer;
  }

  string(node: ts.Node): void {
    const less = this.#less;
    if (node.pos < less.from || node.pos > less.at) {
      const next = this.source.text.indexOf('<', node.pos);
      less.from = node.pos;
      less.at = next < 0 ? this.source.text.length : next;
    }
    if (less.at < node.end) this.markup.push({ node, frame: this.#frame });
    this.token(node);
  }

  token(node: ts.Node): void {
    if (node.end > this.comments.next) this.comments.token(this.source.start(node), node.end);
  }

  /** Types hold nothing to review; they are walked only where they may hold comments. */
  type(node: ts.Node): void {
    if (this.comments.next < node.end) this.children(node);
  }

  declare(name: string, kind: Declaration['kind'], node: NodeWithModifiers): void {
    const exported = isExported(this.source, node);
    this.scope.declare(name, {
      kind,
      scope: this.#block,
      node,
      initial: undefined,
      steps: NO_STEPS,
      constant: true,
      exported,
    });
  }

  exportDeclaration(node: ts.ExportDeclaration): void {
    noteExport(this.source, this.scope, node);
    this.children(node);
  }

  variables(list: ts.VariableDeclarationList): void {
    const { NodeFlags } = this.source.ts;
    const constant = (list.flags & NodeFlags.Const) !== 0;
    const scope = (list.flags & NodeFlags.BlockScoped) !== 0 ? this.#block : this.#function;
    const exported = this.#exported;
    this.#exported = false;
    for (const node of list.declarations) {
      const initial = node.initializer;
      bindRequire(this.source, this.scope, node);
      bindPattern(this.source, this.scope, node.name, {
        kind: 'variable',
        scope,
        node,
        initial,
        steps: NO_STEPS,
        constant,
        exported,
      });
    }
    this.children(list);
  }

  property(node: ts.PropertyDeclaration): void {
    const key = this.source.keyOf(node.name);
    if (node.initializer) {
      this.sink.named(node, this.#frame);
      if (key !== undefined) this.#hold(key === 'defaultProps' ? 'props' : key, node.initializer);
    }
    this.framed(node);
  }

  #hold(key: string, initial: ts.Expression): void {
    this.scope.hold(key, this.#class ?? this.source.file, initial);
  }

  blockLike(node: ts.Node): void {
    const outer = this.#block;
    this.#block = node;
    this.children(node);
    this.#block = outer;
  }

  callable(node: ts.FunctionLikeDeclaration): void {
    const { ts } = this.source;
    if (ts.isFunctionDeclaration(node) && node.name) this.declare(node.name.text, 'function', node);
    if (ts.isMethodDeclaration(node)) {
      // React.createClass and its heirs.
      const key = this.source.keyOf(node.name);
      const initial = key?.startsWith('get') ? this.source.returned(node) : undefined;
      if (initial && key === 'getInitialState') this.#hold('state', initial);
      if (initial && key === 'getDefaultProps') this.#hold('props', initial);
    }
    bindParameters(this.source, this.scope, node);
    this.sink.callable(node, this.#frame);
    const outer = [this.#block, this.#function] as const;
    this.#block = this.#function = node;
    this.framed(node);
    [this.#block, this.#function] = outer;
  }

  classLike(node: ts.ClassLikeDeclaration): void {
    if (node.name) this.declare(node.name.text, 'class', node);
    const outer = this.#class;
    this.#class = node;
    this.framed(node);
    this.#class = outer;
  }

  binary(node: ts.BinaryExpression): void {
    const { ts } = this.source;
    const operator = node.operatorToken.kind;
    if (operator < ts.SyntaxKind.FirstAssignment || operator > ts.SyntaxKind.LastAssignment) {
      // `agreed && { … }`: the left decides whether it comes to the right.
      const { AmpersandAmpersandToken, BarBarToken, QuestionQuestionToken } = ts.SyntaxKind;
      const chooses =
        operator === AmpersandAmpersandToken ||
        operator === BarBarToken ||
        operator === QuestionQuestionToken;
      if (chooses) this.framed(node);
      else this.children(node);
      return;
    }
    const { left, right } = node;
    if (ts.isIdentifier(left)) this.scope.assigned.add(left.text);
    if (ts.isPropertyAccessExpression(left)) {
      this.sink.assignment(node, this.#frame);
      const { name, expression } = left;
      if (name.text === 'state' && expression.kind === ts.SyntaxKind.ThisKeyword) this.#hold('state', right);
      if (name.text === 'defaultProps' && ts.isIdentifier(expression))
        this.scope.defaultProps.set(expression.text, right);
    }
    this.framed(node);
  }

  callExpression(node: ts.CallExpression): void {
    this.scope.calls.push(node);
    const module = requiredModule(this.source, node);
    if (module !== undefined) this.scope.modules.add(module);
    else this.sink.call(node, this.#frame, this.#statement === node);
    this.call(node);
  }

  /** What is called does not stand in the call; its arguments do. */
  call(node: ts.CallExpression | ts.NewExpression): void {
    if (this.#depth >= MAX_DEPTH) {
      this.tooDeep ??= node;
      return;
    }
    this.#depth++;
    this.#visit(node.expression);
    node.typeArguments?.forEach(this.#visit);
    const outer = this.#frame;
    this.#frame = { node, up: outer };
    node.arguments?.forEach(this.#visit);
    this.#frame = outer;
    this.#depth--;
  }

  element(node: ts.Node): void {
    this.scope.use(this.source, node);
    const outer = this.#containers;
    if (!outer || outer.length > 0) this.drawers.add(this.#function);
    if (!outer) this.roots.push(node);
    else for (const container of outer) this.holders.add(container);
    this.#containers = [];
    this.children(node);
    this.#containers = outer;
  }

  container(node: ts.Node): void {
    this.#containers?.push(node);
    this.children(node);
    this.#containers?.pop();
  }
}
