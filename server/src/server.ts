import {
  LSPErrorCodes,
  MessageType,
  PositionEncodingKind,
  ResponseError,
  ShowMessageNotification,
  TextDocumentSyncKind,
  type Connection,
  type InitializeError,
  type InitializeParams,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { KnowledgeError } from './engine/knowledge/types';
import { Engines, type LoadEngine } from './protocol/engines';
import { describe } from './protocol/log';
import { serveAllow } from './protocol/serve-allow';
import { serveCatalog } from './protocol/serve-catalog';
import { serveCodeActions } from './protocol/serve-code-actions';
import { serveCompletion } from './protocol/serve-completion';
import { serveDiagnostics } from './protocol/serve-diagnostics';
import { serveDraft } from './protocol/serve-draft';
import { serveHover } from './protocol/serve-hover';
import { serveLinks } from './protocol/serve-links';
import { serveOwnFiles, type ReadOwnFiles } from './protocol/serve-own-files';
import { registerForSettings, serveSettings } from './protocol/serve-settings';
import { serveReview } from './protocol/serve-review';
import { serveWordings } from './protocol/serve-wordings';
import { Session } from './protocol/session';

/**
 * Serves one client over a connection of whatever kind.
 *
 * @param loadEngine called when the client starts; where it fails, the client is told why
 * @param readOwnFiles reads a workspace folder's own files, where the host can; a client may hand them over instead
 */
export function startServer(connection: Connection, loadEngine: LoadEngine, readOwnFiles?: ReadOwnFiles): void {
  connection.onInitialize((params) => {
    try {
      const session = new Session(connection, new Engines(loadEngine), params);
      const capabilities = serve(session, params, readOwnFiles);
      connection.onInitialized(() => {
        registerForSettings(session);
        if (session.builtinErrors.length > 0) tellMistakes(connection, session.builtinErrors);
        session.initialized();
      });
      return { capabilities, serverInfo: { name: 'Peer Role Check' } };
    } catch (error) {
      connection.console.error(`The checker could not start.\n${describe(error)}`);
      const message = error instanceof Error ? error.message : String(error);
      const data: InitializeError = { retry: false };
      return new ResponseError(LSPErrorCodes.RequestFailed, `The checker could not start: ${message}`, data);
    }
  });
  connection.listen();
}

/**
 * Puts the services together. Each registers its handlers and hands back the capabilities that go with them, so that
 * none is advertised that nobody answers.
 */
function serve(session: Session, params: InitializeParams, readOwnFiles?: ReadOwnFiles): ServerCapabilities {
  const diagnostics = serveDiagnostics(session);
  serveAllow(session);
  serveCatalog(session);
  serveDraft(session);
  serveReview(session);
  serveWordings(session);
  serveOwnFiles(session, params, readOwnFiles, diagnostics.refresh);
  serveSettings(session, diagnostics.refresh);
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...diagnostics.capabilities,
    ...serveHover(session),
    ...serveCodeActions(session),
    ...serveCompletion(session),
    ...serveLinks(session),
  };
}

/** Rules that are missing find nothing, which looks like a sound draft: that is worth a message. */
function tellMistakes(connection: Connection, errors: readonly KnowledgeError[]): void {
  for (const { path, line, message } of errors) connection.console.error(`${path}:${line}: ${message}`);
  const message =
    'Peer Role Check runs without some of its rules, because there are mistakes in them. Its log lists them.';
  // `connection.window` would ask, and wait for someone to answer.
  void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
}
