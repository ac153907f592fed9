import { emptySnapshot, type LookUp, type Project } from '../core/project.js';
import type { Dialect, LazyDialect } from '../dialects/dialect.js';
import { dialectById, dialectFor } from '../dialects/index.js';
import { lookUpsOf, readFacts } from '../facts/index.js';
import type { Facts } from '../facts/types/index.js';
import type { Doc } from '../model/nodes.js';
import { type Configuration, defaultConfiguration } from './configuration.js';
import { type Directives, readDirectives } from './directives.js';
import { directivesInSource, joinDirectives, type Part, partsOf } from './embedded.js';
import type { ReviewInput } from './types.js';
import { wholeAnswers } from './wholeAnswers.js';

export interface ReadDocument {
  readonly doc: Doc;
  readonly facts: Facts;
  /** Documents embedded in it, each with the facts of its own text. */
  readonly parts: readonly ReadPart[];
  /** Those of the parts included, at places of the whole text. */
  readonly directives: Directives;
  /** What was asked of other files: when one of them changes, the review is to be repeated. */
  readonly lookUps: readonly LookUp[];
}

export interface ReadPart extends Part {
  readonly facts: Facts;
}

/** The dialect of a text; undefined where none reads this kind of file. Its parser is loaded when a text has to be parsed. */
export function dialectOf(
  { path, languageId, text }: ReviewInput,
  configuration: Configuration = defaultConfiguration,
): Dialect | LazyDialect | undefined {
  const { dialect: id } = configuration;
  return id === undefined ? dialectFor(path, languageId, text) : dialectById(id);
}

/** Parses a text, fetches what its facts want to know from other files, and makes the facts ready. */
export async function readDocument(
  dialect: Dialect,
  { text, path }: ReviewInput,
  configuration: Configuration = defaultConfiguration,
  project?: Project,
): Promise<ReadDocument> {
  const companions = project && text ? (dialect.companions?.(path) ?? []) : [];
  const beside = project && companions.length ? await project.fetch(path, companions) : emptySnapshot;
  const doc = dialect.parse(text, { path, components: configuration.components, snapshot: beside });
  const parts = partsOf(doc);
  const whole = { start: 0, end: text.length };
  const directives = joinDirectives([
    readDirectives(doc),
    ...parts.map((part) => directivesInSource(readDirectives(part.doc), part, whole)),
  ]);
  const lookUps = project ? [doc, ...parts.map((p) => p.doc)].flatMap((d) => lookUpsOf(d, path)) : [];
  const snapshot =
    project && lookUps.length
      ? await wholeAnswers(await project.fetch(path, lookUps), lookUps)
      : emptySnapshot;
  const email = directives.email ?? configuration.email;
  const { provider, vocabulary } = configuration;
  const around = { path, snapshot, email, provider, vocabulary };
  return {
    doc,
    facts: readFacts({ ...around, doc }),
    parts: parts.map((part) => ({
      ...part,
      facts: readFacts({
        ...around,
        doc: part.doc,
        // Of the code around a string, its settings have said what concerns it.
        ...(part.kind === 'mail-part' ? { container: part.container } : { host: part.container }),
      }),
    })),
    directives,
    lookUps: [...companions, ...lookUps],
  };
}
