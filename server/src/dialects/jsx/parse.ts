import { lazily } from '../../core/lazily.js';
import { TreeBuilder } from '../../model/build.js';
import type { Doc, Problem, Setting } from '../../model/nodes.js';
import { inlineTemplates } from '../angular/inline.js';
import type { ParseOptions } from '../dialect.js';
import { Evaluator } from '../script/evaluate.js';
import { handWrapped } from '../script/forms.js';
import { markupStrings } from '../script/markupStrings.js';
import { OriginRegister } from '../script/origins.js';
import { ownStates } from '../script/ownState/index.js';
import { parseSource } from '../script/parseSource.js';
import { Scan } from '../script/scan.js';
import { SettingCollector } from '../script/settings.js';
import { Source } from '../script/source.js';
import type { TypeScript } from '../script/typescript.js';
import { Values } from '../script/values.js';
import { ElementBuilder } from './elements.js';
import { listedBoxes } from './listed.js';
import { Meanings } from './meaning.js';
import { jsxSyntax } from './syntax.js';
import { tiesOf } from './ties.js';

/** Reads a text of JavaScript or TypeScript, with or without JSX. Never throws: what cannot be read becomes a problem. */
export function parse(typescript: TypeScript, text: string, options: ParseOptions): Doc {
  try {
    return readDocument(typescript, text, options);
  } catch (error) {
    // The parser recurses; nothing else is known to fail.
    const why = error instanceof RangeError ? 'it is nested too deeply' : 'it could not be read';
    return unread(text, `This file was not reviewed: ${why}.`);
  }
}

/** As `parse`, but lets failures through: for tests, which want to see them. */
export function readDocument(typescript: TypeScript, text: string, options: ParseOptions): Doc {
  const source = new Source(typescript, parseSource(typescript, text, options.path));
  const collector = new SettingCollector(source);
  const scan = new Scan(source, collector);
  const evaluator = new Evaluator(source, scan.scope);
  handWrapped(evaluator);
  const values = new Values(evaluator);
  const origins = new OriginRegister();
  const tree = new TreeBuilder(text);
  const builder = new ElementBuilder(
    scan,
    values,
    new Meanings(evaluator, options.components),
    origins,
    tree,
  );
  builder.buildAll(listedBoxes(scan, evaluator, options.components));
  origins.settle();
  const problems: Problem[] = [];
  let settings: readonly Setting[] | undefined;
  const readSettings = (): readonly Setting[] => {
    settings ??= collector.settings(values);
    return settings;
  };
  const templates = inlineTemplates(source, options);
  const strings = markupStrings(
    scan,
    values,
    options.path,
    readSettings,
    templates.map((template) => template.node),
  );
  const embedded = [...strings, ...templates.map((template) => template.embedded)];
  if (scan.tooDeep) {
    problems.push({
      message: 'This part is nested too deeply to be reviewed.',
      span: source.span(scan.tooDeep),
    });
  }
  const read = {
    dialect: 'jsx',
    text,
    root: tree.root,
    whole: builder.whole,
    comments: scan.comments.found.map((c) => ({
      text: c.text,
      span: builder.braced.get(c.span.start) ?? c.span,
    })),
    modules: [...scan.scope.modules],
    programs: [{ start: 0, end: text.length }],
    problems,
    ...(embedded.length > 0 && { embedded }),
    syntax: jsxSyntax(scan.roots.length > 0),
    ownState: ownStates(evaluator, (element) => tiesOf(source, element)),
  };
  return lazily(read, { settings: readSettings });
}

function unread(text: string, message: string): Doc {
  const problems = [{ message, span: { start: 0, end: 0 } }];
  const { root } = new TreeBuilder(text);
  return {
    dialect: 'jsx',
    text,
    root,
    whole: false,
    comments: [],
    settings: [],
    modules: [],
    problems,
    syntax: jsxSyntax(true),
  };
}
