import {
  CancellationTokenSource,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  createProtocolConnection,
  type ClientCapabilities,
  type ConfigurationItem,
  type ConfigurationParams,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type InitializeParams,
  type InitializeResult,
  type MessageReader,
  type MessageWriter,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type RegistrationParams,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';

export const URI = 'file:///drafts/job.md';

export const PULL: ClientCapabilities = {
  textDocument: { diagnostic: { relatedInformation: true, dataSupport: true }, hover: { contentFormat: ['markdown'] } },
  workspace: { diagnostics: { refreshSupport: true } },
};
export const PUSH: ClientCapabilities = { textDocument: { publishDiagnostics: { relatedInformation: true } } };

/** An editor as the server sees one: a client that speaks the protocol and notes down what it is told. */
export class Editor {
  readonly connection: ProtocolConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly logged: string[] = [];
  readonly shown: string[] = [];
  readonly registered: string[] = [];
  /** For each time it was asked for settings, the document and section. */
  readonly asked: ConfigurationItem[] = [];
  refreshes = 0;
  /** Its settings, by section. */
  configuration: Record<string, unknown> = {};

  constructor(reader: MessageReader, writer: MessageWriter) {
    this.connection = createProtocolConnection(reader, writer);
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
    });
    this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logged.push(message);
    });
    this.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      this.shown.push(message);
    });
    this.connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      this.registered.push(...registrations.map(({ method }) => method));
    });
    this.connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) => {
      this.asked.push(...items);
      return items.map(({ section }) => this.configuration[section ?? ''] ?? null);
    });
    this.connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
    });
    this.connection.listen();
  }

  async start(capabilities: ClientCapabilities, more: Partial<InitializeParams> = {}): Promise<InitializeResult> {
    const params: InitializeParams = { processId: null, rootUri: null, capabilities, ...more };
    const result = await this.connection.sendRequest(InitializeRequest.type, params);
    await this.connection.sendNotification(InitializedNotification.type, {});
    return result;
  }

  open(text: string, uri = URI, version = 1): Promise<void> {
    const textDocument = { uri, languageId: 'markdown', version, text };
    return this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  change(version: number, contentChanges: TextDocumentContentChangeEvent[], uri = URI): Promise<void> {
    const textDocument = { uri, version };
    return this.connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument, contentChanges });
  }

  close(uri = URI): Promise<void> {
    return this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  pull(previousResultId?: string, uri = URI): Promise<DocumentDiagnosticReport> {
    const previous = previousResultId === undefined ? {} : { previousResultId };
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri }, ...previous });
  }

  /** Asks, and takes the question back at once. */
  pullAndCancel(uri = URI): Promise<DocumentDiagnosticReport> {
    const source = new CancellationTokenSource();
    const answer = this.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } }, source.token);
    source.cancel();
    return answer;
  }

  /** The diagnostics of a full report. */
  async marks(uri = URI): Promise<Diagnostic[]> {
    const report = await this.pull(undefined, uri);
    if (report.kind !== 'full') throw new Error(`a ${report.kind} report without a previous one`);
    return report.items;
  }

  hover(line: number, character: number, uri = URI): Promise<Hover | null> {
    return this.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position: { line, character } });
  }

  configure(settings: unknown): Promise<void> {
    return this.connection.sendNotification('workspace/didChangeConfiguration', { settings });
  }
}

/** Waits for something that an editor is told unasked. */
export async function until<T>(what: string, look: () => T | undefined | false, limit = 5000): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const seen = look();
    if (seen !== undefined && seen !== false) return seen;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await pause(10);
  }
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

export const hoverText = (hover: Hover | null): string => {
  if (hover === null) return '';
  const { contents } = hover;
  return typeof contents === 'object' && 'value' in contents ? contents.value : JSON.stringify(contents);
};
