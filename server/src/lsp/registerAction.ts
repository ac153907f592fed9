import { type CodeAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver';
import { configurationName } from '../engine/configurationLoad.js';
import { folderOf } from '../engine/paths.js';
import type { Finding } from '../engine/types.js';
import type { Context } from './context.js';
import type { Reviewed } from './reviews.js';
import { say } from './texts.js';
import { isFile, pathOf, uriOf } from './uris.js';

/** The offer to enter a recipient in the register of the configuration that applies, which is begun where there is none. */
export async function registerAction(
  context: Context,
  { source, locale }: Reviewed,
  { register }: Finding,
): Promise<Pick<CodeAction, 'title' | 'kind' | 'edit'> | undefined> {
  if (!register || !isFile(source.uri)) return undefined;
  const edit = await registerEdit(context, source.uri, register);
  return edit && { title: say('register', locale, { ...register }), kind: CodeActionKind.QuickFix, edit };
}

async function registerEdit(
  { client, configurations, documents, engine, host, protocol, settings }: Context,
  uri: string,
  register: NonNullable<Finding['register']>,
): Promise<WorkspaceEdit | undefined> {
  const known = await configurations.pathFor(uri, await settings.of(uri));
  const path =
    known ?? `${configurations.folderOf(pathOf(uri)) ?? folderOf(pathOf(uri))}/${configurationName}`;
  const open = documents.at(path);
  const text = open?.text ?? (await host.readFile(path).catch(() => undefined));
  if (text === undefined && !client.createsFiles) return undefined;
  const target = open ?? { uri: uriOf(path), path, text: text ?? '', version: null };
  const edit = protocol.workspaceEdit(target, engine.register(target.text, register));
  if (text !== undefined) return edit;
  const create = { kind: 'create' as const, uri: target.uri, options: { ignoreIfExists: true } };
  return { documentChanges: [create, ...(edit.documentChanges ?? [])] };
}
