import { EventEmitter, window, type Diagnostic, type Disposable, type LogOutputChannel } from 'vscode';
import {
  CloseAction,
  ErrorAction,
  RevealOutputChannelOn,
  State,
  type BaseLanguageClient,
  type Diagnostic as LspDiagnostic,
  type ErrorHandler,
  type LanguageClientOptions,
} from 'vscode-languageclient';
import { COMMANDS, EXTENSION_NAME, NOT_DRAFTS } from './names';

/** A client for one run of the server. A restart makes a new one: one that failed to start cannot be started again. */
export interface ServerRun {
  readonly client: BaseLanguageClient;
  /** Ends what stopping the client leaves behind. */
  readonly end?: () => void;
}

/** Makes a client for the host that the extension runs in. The server is started by the client's `start`. */
export type CreateRun = (options: LanguageClientOptions) => ServerRun | Promise<ServerRun>;

/** A server that stops by itself is started again this often within `CRASH_WINDOW`; then people are told. */
const MOST_CRASHES = 3;
/** In milliseconds. */
const CRASH_WINDOW = 3 * 60_000;
/** How long the server may take to start, in milliseconds. It needs about one second. */
const START_LIMIT = 60_000;

/** Keeps the language server running, and says so plainly when that cannot be done. */
export class Checker implements Disposable {
  private run: ServerRun | undefined;
  /** Starts and stops wait for each other, however fast someone asks for them. */
  private queue: Promise<void> = Promise.resolve();
  private readonly startedEmitter = new EventEmitter<void>();
  /** Fires each time the server runs, also when it has come back after it had stopped by itself. */
  readonly onDidStart = this.startedEmitter.event;

  constructor(
    private readonly createRun: CreateRun,
    readonly log: LogOutputChannel,
    /** Tells people that drafts are not being checked. */
    private readonly tellTrouble: () => void,
  ) {}

  /** Rejects if the server cannot be started; people have been told by then. */
  start(): Promise<void> {
    return this.inTurn(async () => {
      try {
        await this.startRun();
      } catch (error) {
        this.log.error(`The checker could not start. ${messageOf(error)}`);
        this.tellTrouble();
        throw error;
      }
    });
  }

  restart(): Promise<void> {
    void this.stop();
    return this.start();
  }

  stop(): Promise<void> {
    return this.inTurn(async () => {
      const { run } = this;
      this.run = undefined;
      if (run === undefined) return;
      try {
        await run.client.dispose();
      } catch (error) {
        // It never ran, has already gone, or does not answer. The log is where that belongs.
        this.log.info(`The checker was stopped. ${messageOf(error)}`);
      }
      run.end?.();
    });
  }

  dispose(): void {
    void this.stop();
    this.startedEmitter.dispose();
  }

  get isRunning(): boolean {
    return this.run?.client.isRunning() === true;
  }

  /** Asks the server; undefined where it does not run, or cannot answer. The log says why. */
  async ask<T>(method: string, params: unknown): Promise<T | undefined> {
    const client = this.run?.client;
    if (client?.isRunning() !== true) return undefined;
    try {
      return (await client.sendRequest<T | null>(method, params)) ?? undefined;
    } catch (error) {
      this.log.warn(`No answer to ${method}. ${messageOf(error)}`);
      return undefined;
    }
  }

  /** What the server found in a draft, as VS Code has it. */
  async toDiagnostics(found: readonly LspDiagnostic[]): Promise<Diagnostic[]> {
    return (await this.run?.client.protocol2CodeConverter.asDiagnostics([...found])) ?? [];
  }

  /** Tells the server something; nothing happens where it does not run. */
  tell(method: string, params: unknown): void {
    const client = this.run?.client;
    if (client?.isRunning() !== true) return;
    client.sendNotification(method, params).catch((error: unknown) => {
      this.log.warn(`The checker was not told ${method}. ${messageOf(error)}`);
    });
  }

  private async startRun(): Promise<void> {
    let fail: (error: unknown) => void = () => undefined;
    const failure = new Promise<never>((_, reject) => (fail = reject));
    // A worker whose script is broken reports an error, but leaves the client waiting for an answer.
    const run = await this.createRun(this.options((error) => fail(error)));
    this.run = run;
    const timer = setTimeout(() => fail(new Error('It does not answer.')), START_LIMIT);
    try {
      await Promise.race([run.client.start(), failure]);
    } finally {
      clearTimeout(timer);
    }
    // A process that ends in the middle of it leaves the client's `start` fulfilled.
    if (!run.client.isRunning()) throw new Error('It ended as it started.');
    this.startedEmitter.fire();
    run.client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) this.startedEmitter.fire();
      // It has stopped by itself, and the client has tried in vain to start it again.
      if (newState === State.StartFailed && this.run === run) this.tellTrouble();
    });
  }

  private inTurn(step: () => Promise<void>): Promise<void> {
    const done = this.queue.then(step);
    this.queue = done.catch(() => undefined);
    return done;
  }

  private options(onStartError: (error: unknown) => void): LanguageClientOptions {
    return {
      documentSelector: [{ language: 'markdown' }],
      // A selector cannot leave out a scheme, so the server is simply never told of such a document.
      middleware: {
        didOpen: (document, next) => (isDraft(document) ? next(document) : Promise.resolve()),
        didChange: (change, next) => (isDraft(change.document) ? next(change) : Promise.resolve()),
        didClose: (document, next) => (isDraft(document) ? next(document) : Promise.resolve()),
      },
      initializationOptions: {
        openPageCommand: COMMANDS.openPage,
        allowCommand: COMMANDS.allow,
        ownFiles: { packs: [] },
      },
      // What hovers say of a draft is escaped; the only links in them are ours.
      markdown: { isTrusted: { enabledCommands: [COMMANDS.openPage] } },
      outputChannel: this.log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      errorHandler: this.errorHandler(onStartError),
      // Without this, the client shows the server's reason in a box of its own, beside ours.
      initializationFailedHandler: () => false,
    };
  }

  private errorHandler(onStartError: (error: unknown) => void): ErrorHandler {
    const crashes: number[] = [];
    const starting = (): boolean => this.run?.client.state === State.Starting;
    return {
      error: (error) => {
        if (starting()) onStartError(error);
        return { action: ErrorAction.Continue, handled: true };
      },
      closed: () => {
        // The failed start tells people.
        if (starting()) return { action: CloseAction.DoNotRestart, handled: true };
        const now = Date.now();
        crashes.push(now);
        if (crashes.filter((at) => now - at < CRASH_WINDOW).length <= MOST_CRASHES) {
          return { action: CloseAction.Restart, handled: true };
        }
        this.tellTrouble();
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    };
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const isDraft = (document: { readonly uri: { readonly scheme: string } }): boolean =>
  !NOT_DRAFTS.has(document.uri.scheme);

/** The one log of the extension; it opens only when someone asks for it. */
export const createLog = (): LogOutputChannel => window.createOutputChannel(EXTENSION_NAME, { log: true });
