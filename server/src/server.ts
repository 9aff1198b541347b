import {
  LSPErrorCodes,
  MessageType,
  PositionEncodingKind,
  ResponseError,
  ShowMessageNotification,
  TextDocumentSyncKind,
  type Connection,
  type InitializeError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { Engine } from './engine/engine';
import type { KnowledgeError } from './engine/knowledge/types';
import { describe } from './protocol/log';
import { serveDiagnostics } from './protocol/serve-diagnostics';
import { serveHover } from './protocol/serve-hover';
import { registerForSettings, serveSettings } from './protocol/serve-settings';
import { Session } from './protocol/session';

/** An engine, and the mistakes in its knowledge; with any, it runs without what they are in. */
export interface LoadedEngine {
  readonly engine: Engine;
  readonly errors: readonly KnowledgeError[];
}

/**
 * Serves one client over a connection of whatever kind.
 *
 * @param loadEngine called once, when the client starts; where it fails, the client is told why
 */
export function startServer(connection: Connection, loadEngine: () => LoadedEngine): void {
  connection.onInitialize((params) => {
    try {
      const { engine, errors } = loadEngine();
      const session = new Session(connection, engine, params);
      connection.onInitialized(() => {
        registerForSettings(session);
        if (errors.length > 0) tellMistakes(connection, errors);
      });
      return { capabilities: serve(session), serverInfo: { name: 'Peer Role Check' } };
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
function serve(session: Session): ServerCapabilities {
  const diagnostics = serveDiagnostics(session);
  serveSettings(session, diagnostics.refresh);
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...diagnostics.capabilities,
    ...serveHover(session),
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
