import {
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type DocumentUri,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { toDiagnostics } from '../features/diagnostics';
import type { CheckedDraft } from './draft-checker';
import { describe } from './log';
import { PushSchedule } from './push-schedule';
import type { Session } from './session';

export interface DiagnosticsService {
  readonly capabilities: ServerCapabilities;
  /** To be called when drafts have to be judged anew although their text is the same. */
  readonly refresh: () => void;
}

/** Underlines: for clients that ask for them, on request; for all others, sent after each change. Never both. */
export function serveDiagnostics(session: Session): DiagnosticsService {
  return session.client.pullsDiagnostics ? servePull(session) : servePush(session);
}

const EMPTY: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

function servePull(session: Session): DiagnosticsService {
  const { connection, client, log } = session;
  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
    try {
      const checked = await session.checked(uri, token);
      if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
      if (checked === undefined) return EMPTY;
      const { resultId } = checked;
      if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnosticsOf(checked, session) };
    } catch (error) {
      // VS Code's client never asks again for a document whose request failed with an error, so there is none.
      log.error(`No underlines for ${uri}\n${describe(error)}`);
      return EMPTY;
    }
  });
  return {
    capabilities: {
      diagnosticProvider: {
        identifier: 'peer-role-check',
        // A draft is judged by its own text alone, and only open ones are.
        interFileDependencies: false,
        workspaceDiagnostics: false,
      },
    },
    refresh: () => {
      if (!client.refreshesDiagnostics) return;
      connection.languages.diagnostics.refresh().catch((error: unknown) => {
        log.warn(`The editor was not told to ask again. ${describe(error)}`);
      });
    },
  };
}

function servePush(session: Session): DiagnosticsService {
  const { connection, documents, log } = session;
  const send = async (uri: DocumentUri): Promise<void> => {
    try {
      const checked = await session.checked(uri);
      // Nothing is awaited from here on: what is sent belongs to the newest text that the server has seen.
      if (checked === undefined) return;
      const { version } = checked;
      await connection.sendDiagnostics({ uri, version, diagnostics: diagnosticsOf(checked, session) });
    } catch (error) {
      log.error(`No underlines for ${uri}\n${describe(error)}`);
    }
  };
  const schedule = new PushSchedule((uri) => void send(uri));
  // Also fires when a draft is opened.
  documents.onDidChangeContent(({ document }) => schedule.afterPause(document.uri));
  documents.onDidClose(({ document: { uri } }) => {
    schedule.drop(uri);
    // The client would keep them in its list of problems.
    connection.sendDiagnostics({ uri, diagnostics: [] }).catch((error: unknown) => log.warn(describe(error)));
  });
  return {
    capabilities: {},
    refresh: () => documents.keys().forEach((uri) => schedule.now(uri)),
  };
}

function diagnosticsOf(checked: CheckedDraft, { client }: Session): Diagnostic[] {
  const { uri, version, lines, findings } = checked;
  const { relatedInformation, keepsData, linkTo } = client;
  return toDiagnostics(findings, { uri, version, lines, relatedInformation, keepsData, linkTo });
}
