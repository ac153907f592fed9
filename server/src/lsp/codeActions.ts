import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
} from 'vscode-languageserver';
import type { Span } from '../core/span.js';
import type { Finding, Repair } from '../engine/types.js';
import { commands } from '../protocol.js';
import type { Context } from './context.js';
import { registerAction } from './registerAction.js';
import type { Reviewed } from './reviews.js';
import { say } from './texts.js';
import { openFindings, toSpan } from './toProtocol.js';

const fixAllKind = `${CodeActionKind.SourceFixAll}.privacylint`;
export const codeActionKinds = [CodeActionKind.QuickFix, fixAllKind];

/** What can be done about the findings in a range, always for the text as it is now: repairs first, safe ones before offers. */
export async function codeActions(
  context: Context,
  { textDocument, range, context: { only, triggerKind } }: CodeActionParams,
): Promise<CodeAction[]> {
  const source = context.documents.current(textDocument.uri);
  if (!source || !context.client.codeActions) return [];
  const wanted = (kind: string) => only === undefined || only.some((one) => covers(one, kind));
  const reviewed = await context.reviews.of(source);
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix)) {
    const here = openFindings(reviewed).filter(({ span }) => touches(span, toSpan(source, range)));
    actions.push(...(await quickFixes(context, reviewed, here)));
  }
  // repairing all costs several reviews: not for every move of the cursor
  const asked = only !== undefined || triggerKind === CodeActionTriggerKind.Invoked;
  if (asked && wanted(fixAllKind)) actions.push(...(await fixAll(context, reviewed)));
  // a newer text has come in meanwhile, and nothing computed here fits it
  return context.documents.version(source.uri) === source.version ? actions : [];
}

async function quickFixes(
  context: Context,
  reviewed: Reviewed,
  findings: readonly Finding[],
): Promise<CodeAction[]> {
  const { locale } = reviewed;
  const repairs = findings.flatMap((finding) => finding.repairs.map((repair) => ({ finding, repair })));
  const suppressions = await Promise.all(
    findings.map((finding) => suppressAction(context, reviewed, finding)),
  );
  const registered = await Promise.all(
    findings.map(async (finding) => {
      const action = await registerAction(context, reviewed, finding);
      return action ? [{ ...action, ...about(context, reviewed, finding) }] : [];
    }),
  );
  const byIds = [...new Map(findings.map((finding) => [finding.ruleId, finding])).values()];
  return [
    ...repairs
      .filter(({ repair }) => repair.safety === 'fix')
      .map((one) => repairAction(context, reviewed, one)),
    ...repairs
      .filter(({ repair }) => repair.safety !== 'fix')
      .map((one) => repairAction(context, reviewed, one)),
    ...registered.flat(),
    ...suppressions.flat(),
    ...byIds.map((finding) => {
      const title = say('explain', locale, { rule: finding.ruleId });
      const command = { title, command: commands.explain, arguments: [finding.ruleId] };
      return { title, kind: CodeActionKind.QuickFix, ...about(context, reviewed, finding), command };
    }),
  ];
}

function repairAction(
  context: Context,
  reviewed: Reviewed,
  { finding, repair }: { finding: Finding; repair: Repair },
): CodeAction {
  return {
    title: repair.follow ? `${repair.title} – ${repair.follow}` : repair.title,
    kind: CodeActionKind.QuickFix,
    ...(repair.safety === 'fix' && { isPreferred: true }),
    ...about(context, reviewed, finding),
    edit: context.protocol.workspaceEdit(reviewed.source, repair.edits),
  };
}

async function suppressAction(context: Context, reviewed: Reviewed, finding: Finding): Promise<CodeAction[]> {
  if (!reviewed.asked) return [];
  const { input, options } = reviewed.asked;
  const reason = say('reason', reviewed.locale);
  const edit = await context.engine.suppress(input, options, finding, reason);
  if (!edit) return [];
  return [
    {
      title: say('suppress', reviewed.locale, { rule: finding.ruleId }),
      kind: CodeActionKind.QuickFix,
      ...about(context, reviewed, finding),
      edit: context.protocol.workspaceEditSelecting(reviewed.source, edit, reason),
    },
  ];
}

function about({ protocol }: Context, reviewed: Reviewed, finding: Finding): Pick<CodeAction, 'diagnostics'> {
  return { diagnostics: [protocol.diagnostic(reviewed, finding)] };
}

async function fixAll(
  { engine, protocol }: Context,
  { source, asked, locale }: Reviewed,
): Promise<CodeAction[]> {
  if (!asked) return [];
  const { edits } = await engine.fixText(asked.input, asked.options);
  if (edits.length === 0) return [];
  return [{ title: say('fixAll', locale), kind: fixAllKind, edit: protocol.workspaceEdit(source, edits) }];
}

/** Kinds are hierarchical: `source` asks for `source.fixAll.privacylint` too. */
function covers(asked: string, kind: string): boolean {
  return asked === '' || kind === asked || kind.startsWith(`${asked}.`);
}

function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}
