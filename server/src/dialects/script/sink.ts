import type ts from 'typescript';

/** Nodes that give what stands in them a name, innermost first. */
export interface Frame {
  readonly node: ts.Node;
  readonly up: Frame | undefined;
}

export type NamedNode =
  | ts.VariableDeclaration
  | ts.ParameterDeclaration
  | ts.BindingElement
  | ts.PropertyDeclaration
  | ts.EnumMember;

/** Takes what may be a setting, in source order. */
export interface SettingSink {
  object(node: ts.ObjectLiteralExpression, frame: Frame | undefined): void;
  call(node: ts.CallExpression, frame: Frame | undefined, statement: boolean): void;
  assignment(node: ts.BinaryExpression, frame: Frame | undefined): void;
  callable(node: ts.FunctionLikeDeclaration, frame: Frame | undefined): void;
  named(node: NamedNode, frame: Frame | undefined): void;
}
