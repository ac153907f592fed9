import {
  type CancellationToken,
  type ExecuteCommandParams,
  MessageType,
  ShowMessageNotification,
} from 'vscode-languageserver';
import {
  commands,
  type ExplainParams,
  type Explanation,
  methods,
  type ReviewWorkspaceParams,
} from '../protocol.js';
import type { Locale } from '../rules/rule.js';
import type { Context } from './context.js';
import { describeRule, explain, summarize } from './explain.js';
import type { Push } from './push.js';
import { reviewWorkspace } from './reviewWorkspace.js';
import { say } from './texts.js';
import { addCounts } from './toProtocol.js';

/** Privacylint's own requests, and the commands by which clients that do not know them get the same. */
export function listenToRequests(context: Context, push: Push | undefined): void {
  const { connection, fence, reviews, engine } = context;
  connection.onRequest(
    methods.reviewWorkspace,
    fence.around(
      methods.reviewWorkspace,
      (params: ReviewWorkspaceParams | null, token: CancellationToken) =>
        reviewWorkspace(context, params ?? {}, token, push),
      { files: [], reviewed: 0, notReviewed: [], cancelled: true },
    ),
  );
  connection.onRequest(
    methods.explain,
    fence.around(
      methods.explain,
      async ({ ruleId }: ExplainParams) => explanation(context, ruleId, await reviews.locale()),
      null,
    ),
  );
  connection.onRequest(
    methods.rules,
    fence.around(methods.rules, async () => summarize(engine.rules, await reviews.locale()), []),
  );
  connection.onExecuteCommand(
    fence.around(
      'workspace/executeCommand',
      ({ command, arguments: given }: ExecuteCommandParams, token: CancellationToken): Promise<unknown> =>
        execute(context, push, command, given?.[0], token),
      null,
    ),
  );
}

function explanation({ engine, host }: Context, ruleId: unknown, locale: Locale): Explanation | null {
  const rule = engine.rules.find(({ id }) => id === ruleId);
  return rule ? explain(rule, locale, host.rulePage(rule.id, locale)) : null;
}

async function execute(
  context: Context,
  push: Push | undefined,
  command: string,
  argument: unknown,
  token: CancellationToken,
): Promise<unknown> {
  const { connection, client, engine, host, reviews } = context;
  const locale = await reviews.locale();
  if (command === commands.reviewWorkspace) {
    const result = await reviewWorkspace(context, {}, token, push);
    const none = { error: 0, warning: 0, information: 0, hint: 0 };
    const counts = result.files.map((file) => file.counts).reduce(addCounts, none);
    const data = { files: result.reviewed, ...counts };
    const texts = Object.fromEntries(Object.entries(data).map(([name, count]) => [name, String(count)]));
    tell(context, say('done', locale, texts));
    return result;
  }
  if (command !== commands.explain) return null;
  const rule = engine.rules.find(({ id }) => id === argument);
  if (!rule) return null;
  const href = host.rulePage(rule.id, locale);
  const shown =
    client.showDocument &&
    (await connection.window.showDocument({ uri: href, external: !href.startsWith('file:') })).success;
  if (!shown) tell(context, describeRule(rule, locale, href, 'plaintext'));
  return explain(rule, locale, href);
}

/** A message without buttons: the connection's own functions would ask for an answer. */
function tell({ connection }: Context, message: string): void {
  void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
}
