import {
  type CancellationToken,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { type Context, sourceToReport } from './context.js';
import { debounce, pause } from './timing.js';
import { resultId } from './toProtocol.js';

/** A review quicker than this, in milliseconds, need not wait for the next keystroke. */
const QUICK = 15;

/** Answers `textDocument/diagnostic`; of several requests for a text that goes on changing only the last one costs a review. */
export async function pullDiagnostics(
  context: Context,
  { textDocument: { uri }, previousResultId }: DocumentDiagnosticParams,
  token: CancellationToken,
): Promise<DocumentDiagnosticReport> {
  const { documents, reviews, protocol } = context;
  const source = await settled(context, uri, token);
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
  if (!source) return { kind: 'full', items: [] };
  // reviewed on save only: the client moves what it shows along with the typing better than an older text could
  const stale = source.version !== null && source.version !== documents.version(uri);
  if (stale && previousResultId !== undefined) return { kind: 'unchanged', resultId: previousResultId };
  const items = protocol.diagnostics(await reviews.of(source));
  const id = resultId(items);
  return id === previousResultId
    ? { kind: 'unchanged', resultId: id }
    : { kind: 'full', resultId: id, items };
}

/** The text to report on, as soon as it rests for a moment; right away where reviewing it is quick. */
async function settled(context: Context, uri: string, token: CancellationToken) {
  const { documents, reviews } = context;
  for (;;) {
    const source = await sourceToReport(context, uri);
    const duration = reviews.duration(uri);
    if (!source || source.version === null || duration < QUICK || reviews.holds(source)) return source;
    const version = documents.version(uri);
    await pause(debounce(duration), token);
    if (token.isCancellationRequested || documents.version(uri) === version) return source;
  }
}
