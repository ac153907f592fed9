import {
  type CancellationToken,
  CancellationTokenSource,
  type Diagnostic,
  type WorkDoneProgressReporter,
} from 'vscode-languageserver';
import type { FileSummary, ReviewWorkspaceParams, ReviewWorkspaceResult } from '../protocol.js';
import type { Context } from './context.js';
import type { Push } from './push.js';
import type { Reviewed } from './reviews.js';
import { say } from './texts.js';
import { countFindings, openFindings } from './toProtocol.js';
import { reviewFiles, workspaceFiles } from './workspace.js';

/** Milliseconds between two words about progress. */
const INTERVAL = 100;

/** Reviews every file of the workspace once, shows how far it is, and can be cancelled by request or progress. */
export async function reviewWorkspace(
  context: Context,
  params: ReviewWorkspaceParams,
  token: CancellationToken,
  push?: Push,
): Promise<ReviewWorkspaceResult<Diagnostic>> {
  const locale = await context.reviews.locale();
  const progress = await startProgress(context, params);
  const either = eitherToken(token, progress.token);
  progress.reporter.begin(say('reviewing', locale), 0, undefined, true);
  try {
    const paths = await workspaceFiles(context, either.token);
    const files: FileSummary<Diagnostic>[] = [];
    const notReviewed: { uri: string; message: string }[] = [];
    let done = 0;
    let told = context.host.now();
    for await (const item of reviewFiles(context, paths, either.token)) {
      done++;
      if ('reviewed' in item) {
        const summary = summarize(context, item.reviewed, params.diagnostics === true, push);
        if (summary) files.push(summary);
        const { uri } = item.reviewed.source;
        notReviewed.push(...item.reviewed.report.notReviewed.map(({ message }) => ({ uri, message })));
      } else {
        const error = item.error instanceof Error ? item.error.message : String(item.error);
        notReviewed.push({ uri: item.uri, message: say('unreadable', locale, { error }) });
      }
      if (context.host.now() - told < INTERVAL) continue;
      told = context.host.now();
      progress.reporter.report((100 * done) / paths.length, `${done} / ${paths.length}`);
    }
    return { files, reviewed: done, notReviewed, cancelled: either.token.isCancellationRequested };
  } finally {
    progress.reporter.done();
    either.dispose();
  }
}

function summarize(
  { protocol }: Context,
  reviewed: Reviewed,
  withDiagnostics: boolean,
  push: Push | undefined,
): FileSummary<Diagnostic> | undefined {
  const { uri, version } = reviewed.source;
  const findings = openFindings(reviewed);
  const diagnostics = withDiagnostics || push ? protocol.diagnostics(reviewed) : [];
  if (version === null) push?.publish(uri, diagnostics);
  if (findings.length === 0) return undefined;
  return { uri, counts: countFindings(findings), ...(withDiagnostics && { diagnostics }) };
}

interface Progress {
  readonly reporter: WorkDoneProgressReporter;
  readonly token: CancellationToken | undefined;
}

/** Progress under the client's token, else under one that the server asks for. */
async function startProgress(
  { connection, client, fence }: Context,
  params: ReviewWorkspaceParams,
): Promise<Progress> {
  const given = connection.window.attachWorkDoneProgress(params.workDoneToken);
  if (params.workDoneToken !== undefined || !client.progress) return { reporter: given, token: undefined };
  try {
    const reporter = await connection.window.createWorkDoneProgress();
    return { reporter, token: reporter.token };
  } catch (error) {
    fence.report('showing progress', error);
    return { reporter: given, token: undefined };
  }
}

/** Cancelled as soon as one of the two is. */
function eitherToken(...tokens: (CancellationToken | undefined)[]) {
  const either = new CancellationTokenSource();
  const listeners = tokens.map((token) => token?.onCancellationRequested(() => either.cancel()));
  if (tokens.some((token) => token?.isCancellationRequested)) either.cancel();
  const dispose = () => {
    for (const listener of listeners) listener?.dispose();
  };
  return { token: either.token, dispose };
}
