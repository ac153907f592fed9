import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import type { Context } from './context.js';
import { describeRule } from './explain.js';
import { openFindings, toOffset, toRange } from './toProtocol.js';

/** What the rules behind the findings at a place are about, in the user's language. */
export async function hover(
  context: Context,
  { textDocument, position }: HoverParams,
): Promise<Hover | null> {
  const source = context.documents.current(textDocument.uri);
  if (!source) return null;
  const reviewed = await context.reviews.of(source);
  const offset = toOffset(source, position);
  const here = openFindings(reviewed)
    .filter(({ span: { start, end } }) => start <= offset && offset <= Math.max(start, end - 1))
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
  const format = context.client.markdownHover ? 'markdown' : 'plaintext';
  const readIn = (id: string) => here.flatMap((f) => (f.ruleId === id ? (f.evidence ?? []) : []));
  const texts = [...new Set(here.map((finding) => finding.ruleId))].flatMap((id) => {
    const rule = context.engine.rules.find((one) => one.id === id);
    return rule
      ? [describeRule(rule, reviewed.locale, context.host.rulePage(id, reviewed.locale), format, readIn(id))]
      : [];
  });
  const [narrowest] = here;
  if (!narrowest || texts.length === 0) return null;
  const value = texts.join(format === 'markdown' ? '\n\n---\n\n' : '\n\n\n');
  const kind = format === 'markdown' ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { contents: { kind, value }, range: toRange(source, narrowest.span) };
}
