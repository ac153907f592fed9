import type { InitializeParams } from 'vscode-languageserver';
import { commands, type InitializationOptions } from '../protocol.js';
import type { Locale } from '../rules/rule.js';

/** What the client can do, as plain answers. */
export interface Client {
  readonly pull: boolean;
  readonly pullRegistration: boolean;
  readonly refresh: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly diagnosticData: boolean;
  readonly publishedVersion: boolean;
  readonly markdownHover: boolean;
  readonly codeActions: boolean;
  readonly snippetEdits: boolean;
  readonly versionedEdits: boolean;
  readonly createsFiles: boolean;
  readonly configuration: boolean;
  readonly configurationRegistration: boolean;
  readonly folders: boolean;
  readonly watch: boolean;
  readonly progress: boolean;
  readonly showDocument: boolean;
  /** It wants `privacylint/status`. */
  readonly status: boolean;
  /** Server commands that it does not have itself. */
  readonly commands: readonly string[];
  readonly locale: string | undefined;
  readonly settings: unknown;
}

export function readClient(params: InitializeParams): Client {
  const { textDocument, workspace, window } = params.capabilities;
  const published = textDocument?.publishDiagnostics;
  const pulled = textDocument?.diagnostic;
  const options = readOptions(params.initializationOptions);
  return {
    pull: pulled !== undefined,
    pullRegistration: pulled?.dynamicRegistration === true,
    refresh: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: (pulled?.relatedInformation ?? published?.relatedInformation) === true,
    codeDescription: (pulled?.codeDescriptionSupport ?? published?.codeDescriptionSupport) === true,
    diagnosticData: (pulled?.dataSupport ?? published?.dataSupport) === true,
    publishedVersion: published?.versionSupport === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    codeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    configuration: workspace?.configuration === true,
    configurationRegistration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    folders: workspace?.workspaceFolders === true,
    watch: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    progress: window?.workDoneProgress === true,
    showDocument: window?.showDocument?.support === true,
    status: options.status === true,
    commands: Object.values(commands).filter((id) => !options.commands?.includes(id)),
    locale: params.locale,
    settings: options.settings,
  };
}

function readOptions(raw: unknown): InitializationOptions {
  if (typeof raw !== 'object' || raw === null) return {};
  const { commands: own, status, settings } = raw as Record<string, unknown>;
  return {
    ...(Array.isArray(own) && { commands: own.filter((id) => typeof id === 'string') }),
    ...(status === true && { status }),
    ...(settings !== undefined && { settings }),
  };
}

/** The language to speak with an editor set to a BCP 47 tag. */
export function localeOf(tag: string | undefined): Locale {
  return /^fr\b/i.test(tag ?? '') ? 'fr' : 'en';
}
