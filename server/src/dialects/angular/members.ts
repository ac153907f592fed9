import type ts from 'typescript';
import { Effects } from '../script/effects.js';
import type { Evaluator } from '../script/evaluate.js';
import { type Thing, unknown, via } from '../script/things.js';
import { beginningsOf } from './beginnings.js';
import { FormThing } from './forms.js';

/** What the class of a component hands to its template and to `this`. */
export class ClassMembers {
  readonly #memo = new Map<string, Thing | undefined>();
  #effects: Effects | 'being read' | undefined;

  /** @param component undefined where the code is not known. */
  constructor(
    readonly evaluator: Evaluator,
    readonly component: ts.ClassLikeDeclaration | undefined,
  ) {}

  find(name: string): Thing | undefined {
    if (this.#memo.has(name)) return this.#memo.get(name);
    // Looking for it must not ask for it again.
    this.#memo.set(name, undefined);
    const declared = this.declared(name);
    const thing = this.#assigned(name, declared);
    this.#memo.set(name, thing);
    return thing;
  }

  /** What the component does to its members before anyone acts; undefined while that is being found out. */
  get effects(): Effects | undefined {
    if (this.#effects === undefined) {
      this.#effects = 'being read';
      this.#effects = new Effects(this.evaluator, beginningsOf(this));
    }
    return this.#effects === 'being read' ? undefined : this.#effects;
  }

  #assigned(name: string, declared: Thing | undefined): Thing | undefined {
    const { effects } = this;
    if (!effects) return declared;
    const thing = effects.member(name, declared ?? unknown(this.evaluator.source.file));
    if (thing.is !== 'unknown') return thing;
    // A form that is made when its data has come begins as it is made then.
    const given = effects.lastGiven(name);
    const made = given && this.evaluator.resolve(given);
    return made instanceof FormThing ? made : declared && thing;
  }

  /** What a member's declaration says. */
  declared(name: string): Thing | undefined {
    const { source } = this.evaluator;
    const { ts } = source;
    for (const member of this.component?.members ?? []) {
      if (!member.name || !ts.isPropertyName(member.name) || source.keyOf(member.name) !== name) continue;
      if (ts.isPropertyDeclaration(member)) return this.#property(member, name);
      if (ts.isMethodDeclaration(member)) return { is: 'node', node: member };
      const body = ts.isGetAccessorDeclaration(member) ? member.body : undefined;
      const returned = body && source.lastReturned(body);
      if (returned) return this.evaluator.resolve(returned);
      if (!ts.isSetAccessorDeclaration(member)) return unknown(member);
    }
    return undefined;
  }

  #property(member: ts.PropertyDeclaration, name: string): Thing {
    const { initializer } = member;
    if (!initializer) return unknown(member);
    const kind = this.#isInput(member) ? ('parameter' as const) : ('state' as const);
    return via(this.evaluator.resolve(initializer), { kind, name, exported: false });
  }

  /** `@Input() optIn = true`: the component's user may say otherwise. */
  #isInput({ modifiers }: ts.PropertyDeclaration): boolean {
    const { source } = this.evaluator;
    return modifiers?.some((m) => source.ts.isDecorator(m) && /^@Input\b/.test(source.slice(m))) ?? false;
  }
}
