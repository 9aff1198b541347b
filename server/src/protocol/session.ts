import {
  TextDocuments,
  type CancellationToken,
  type Connection,
  type DocumentUri,
  type InitializeParams,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Engine } from '../engine/engine';
import { SETTINGS_SECTION } from '../features/settings';
import { traitsOf, type ClientTraits } from './client-traits';
import { DraftChecker, type CheckedDraft } from './draft-checker';
import type { Log } from './log';
import { SettingsSource } from './settings-source';

/** What every service of the server works with: one client, one engine, the drafts that are open. */
export class Session {
  readonly client: ClientTraits;
  readonly documents = new TextDocuments(TextDocument);
  readonly settings: SettingsSource;
  readonly log: Log;
  private readonly checker: DraftChecker;

  constructor(
    readonly connection: Connection,
    readonly engine: Engine,
    { capabilities, initializationOptions }: InitializeParams,
  ) {
    this.client = traitsOf(capabilities);
    this.log = connection.console;
    this.checker = new DraftChecker(engine, this.log);
    this.settings = new SettingsSource({
      ask: this.client.answersConfiguration
        ? (scopeUri) => connection.workspace.getConfiguration({ scopeUri, section: SETTINGS_SECTION })
        : undefined,
      initial: initializationOptions,
      choices: { profiles: [...engine.knowledge.profiles.keys()], editions: [...engine.knowledge.editions.keys()] },
      log: this.log,
    });
    this.documents.onDidClose(({ document: { uri } }) => {
      this.checker.forget(uri);
      this.settings.forget(uri);
    });
    this.documents.listen(connection);
  }

  /**
   * An open draft as it is now, checked.
   *
   * @returns undefined for a draft that is not open (any longer), or where the client has given up on the answer
   */
  async checked(uri: DocumentUri, token?: CancellationToken): Promise<CheckedDraft | undefined> {
    const settings = await this.settings.of(uri);
    // A check cannot be interrupted: what has already come in behind this request is heard first.
    await nextTurn();
    if (token?.isCancellationRequested) return undefined;
    // Only now: during the waits, the text may have changed, or the draft been closed.
    const document = this.documents.get(uri);
    return document === undefined ? undefined : this.checker.check(document, settings);
  }
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
