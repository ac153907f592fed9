import { type Edit, replace } from '../core/edit.js';
import type { Span } from '../core/span.js';
import type { Doc } from '../model/nodes.js';
import { removal } from './commentPlace.js';
import { type EmailKind, emailKinds } from './configuration.js';
import { reachOfNext } from './directiveReach.js';
import { readReason } from './directiveReason.js';
import { directivesIn, type WrittenDirective } from './directiveText.js';
import type { DirectiveProblem, Directives, SuppressingDirective } from './directiveTypes.js';
import { nearest } from './nearest.js';

export { applyDirectives } from './applyDirectives.js';
export type * from './directiveTypes.js';

const PREFIX = 'privacylint-';
const suppressingKinds = ['disable-next', 'disable', 'disable-file'] as const;
const names = [...suppressingKinds, 'enable', 'email'].map((name) => PREFIX + name);

/** Reads the directives in a document's comments, and what is wrong with the way they are written. */
export function readDirectives(doc: Doc): Directives {
  const reader = new Reader(doc);
  for (const written of directivesIn(doc)) reader.read(written);
  return reader.finish();
}

/** A `disable` whose end is not yet known. */
interface Open {
  readonly id: string;
  readonly start: number;
  readonly covers: Span[];
  readonly directive: WrittenDirective;
}

class Reader {
  readonly #doc: Doc;
  readonly #suppressing: { readonly directive: SuppressingDirective; readonly written: WrittenDirective }[] =
    [];
  readonly #problems: DirectiveProblem[] = [];
  /** Each `enable` with the directives that it ended. */
  readonly #enables: { readonly written: WrittenDirective; readonly ended: ReadonlySet<WrittenDirective> }[] =
    [];
  #open: Open[] = [];
  #email: EmailKind | undefined;

  constructor(doc: Doc) {
    this.#doc = doc;
  }

  read(written: WrittenDirective): void {
    const kind = suppressingKinds.find((k) => written.word === PREFIX + k);
    if (kind) this.#suppress(kind, written);
    else if (written.word === `${PREFIX}enable`) this.#enable(written);
    else if (written.word === `${PREFIX}email`) this.#declare(written);
    else this.#unknown(written);
  }

  finish(): Directives {
    for (const { covers, start } of this.#open) covers.push({ start, end: this.#doc.text.length });
    const suppressing = this.#suppressing.map(({ directive, written }) => ({
      ...directive,
      removal: [this.#removal(written), ...this.#endings(written)],
    }));
    return { suppressing, ...(this.#email && { email: this.#email }), problems: this.#problems };
  }

  #suppress(kind: SuppressingDirective['kind'], written: WrittenDirective): void {
    const { words, colon, span } = written;
    if (words.length === 0) {
      this.#useless('missing-ids', written, { example: `${PREFIX}${kind} …: …` });
      return;
    }
    const { problems, ...reason } = readReason(written);
    this.#problems.push(...problems);
    const ids = words.map(({ word: id, span: idSpan }) => ({
      id,
      span: idSpan,
      covers: this.#covers(kind, id, written),
    }));
    this.#suppressing.push({ directive: { kind, ids, colon, span, ...reason, removal: [] }, written });
  }

  #covers(kind: SuppressingDirective['kind'], id: string, written: WrittenDirective): readonly Span[] {
    if (kind === 'disable-file') return [{ start: 0, end: this.#doc.text.length }];
    if (kind === 'disable-next') return reachOfNext(this.#doc, written.comment);
    const covers: Span[] = [];
    this.#open.push({ id, start: written.comment.end, covers, directive: written });
    return covers;
  }

  #enable(written: WrittenDirective): void {
    const ids = written.words.map(({ word }) => word);
    const ending = this.#open.filter(({ id }) => ids.length === 0 || ids.includes(id));
    if (ending.length === 0) {
      this.#useless('nothing-to-enable', written);
      return;
    }
    for (const { covers, start } of ending) covers.push({ start, end: written.comment.start });
    this.#open = this.#open.filter((open) => !ending.includes(open));
    this.#enables.push({ written, ended: new Set(ending.map(({ directive }) => directive)) });
  }

  #declare(written: WrittenDirective): void {
    const said = written.words[0];
    const kind = emailKinds.find((k) => k === said?.word);
    if (kind && this.#email && kind !== this.#email)
      this.#useless('conflicting-kinds', written, { kind: this.#email });
    else if (kind) this.#email = kind;
    else {
      const near = nearest(said?.word ?? '', emailKinds);
      const repairs = said && near ? [correct(said.span, near)] : [];
      const data = { kind: said?.word ?? '' };
      this.#problems.push({ message: 'unknown-kind', data, span: said?.span ?? written.span, repairs });
    }
  }

  #unknown({ word: directive, wordSpan: span }: WrittenDirective): void {
    const near = nearest(
      directive.slice(PREFIX.length),
      names.map((name) => name.slice(PREFIX.length)),
    );
    const data = { directive, names: names.join(', ') };
    if (near === undefined) this.#problems.push({ message: 'unknown-directive', data, span });
    else {
      const meant = PREFIX + near;
      const repairs = [correct(span, meant)];
      this.#problems.push({
        message: 'unknown-directive-near',
        data: { ...data, near: meant },
        span,
        repairs,
      });
    }
  }

  #useless(
    message: 'missing-ids' | 'nothing-to-enable' | 'conflicting-kinds',
    written: WrittenDirective,
    data = {},
  ): void {
    this.#problems.push({
      message,
      data: { directive: written.word, ...data },
      span: written.span,
      ...(message === 'nothing-to-enable' && { severity: 'hint' as const }),
      repairs: [{ use: 'remove', edits: [this.#removal(written)] }],
    });
  }

  /** What goes with a `disable` that is taken away: each `enable` that ends nothing else. */
  #endings(directive: WrittenDirective): Edit[] {
    return this.#enables
      .filter(({ ended }) => ended.size === 1 && ended.has(directive))
      .map(({ written }) => this.#removal(written));
  }

  #removal({ alone, comment, span }: WrittenDirective): Edit {
    return removal(this.#doc.text, alone ? comment : span);
  }
}

function correct(span: Span, near: string): NonNullable<DirectiveProblem['repairs']>[number] {
  return { use: 'correct', edits: [replace(span, near)], data: { near } };
}
