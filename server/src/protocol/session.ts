import {
  TextDocuments,
  type CancellationToken,
  type Connection,
  type DocumentUri,
  type InitializeParams,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Engine } from '../engine/engine';
import type { KnowledgeError } from '../engine/knowledge/types';
import { catalogPage } from '../features/catalog/pages';
import { SETTINGS_SECTION, type Choices } from '../features/settings';
import { traitsOf, type ClientTraits } from './client-traits';
import { DraftChecker, type CheckedDraft } from './draft-checker';
import type { Engines, OwnPack } from './engines';
import type { Log } from './log';
import { SettingsSource } from './settings-source';

/** What every service of the server works with: one client, its engines, the drafts that are open. */
export class Session {
  readonly client: ClientTraits;
  readonly documents = new TextDocuments(TextDocument);
  readonly settings: SettingsSource;
  readonly log: Log;
  private readonly checker: DraftChecker;
  private readonly whenInitialized: (() => void)[] = [];

  constructor(
    readonly connection: Connection,
    private readonly engines: Engines,
    { capabilities, initializationOptions }: InitializeParams,
  ) {
    this.client = traitsOf(capabilities, initializationOptions);
    this.log = connection.console;
    this.checker = new DraftChecker(engines, this.log);
    this.settings = new SettingsSource({
      ask: this.client.answersConfiguration
        ? (scopeUri) => connection.workspace.getConfiguration({ scopeUri, section: SETTINGS_SECTION })
        : undefined,
      initial: initializationOptions,
      choices: () => this.choices(),
      log: this.log,
    });
    this.documents.onDidClose(({ document: { uri } }) => {
      this.checker.forget(uri);
      this.settings.forget(uri);
    });
    this.documents.listen(connection);
  }

  /** The engine that reads a draft. */
  engineOf(uri: DocumentUri): Engine {
    return this.engines.of(uri);
  }

  /** A page of the catalog; what an organization has added, or put in the place of something, comes first. */
  page(path: string): string | undefined {
    for (const { knowledge } of [...this.engines.all].reverse()) {
      const page = catalogPage(path, knowledge);
      if (page !== undefined) return page;
    }
    return undefined;
  }

  /** Mistakes in the knowledge that comes with the product. */
  get builtinErrors(): readonly KnowledgeError[] {
    return this.engines.errors;
  }

  /** Reads drafts with these files from now on; returns the mistakes in each folder's own. */
  useOwnFiles(packs: readonly OwnPack[]): ReadonlyMap<DocumentUri, readonly KnowledgeError[]> {
    const mistakes = this.engines.use(packs);
    this.checker.forgetAll();
    // A setting may name what these files bring.
    this.settings.changed(undefined);
    return mistakes;
  }

  /** Calls back once the client is ready to be asked and told things. */
  onInitialized(then: () => void): void {
    this.whenInitialized.push(then);
  }

  initialized(): void {
    for (const then of this.whenInitialized) then();
  }

  /** Ids of what any engine knows, that a setting can name. */
  private choices(): Choices {
    const ids = (of: (engine: Engine) => Iterable<string>): string[] => [
      ...new Set(this.engines.all.flatMap((e) => [...of(e)])),
    ];
    return { profiles: ids((e) => e.knowledge.profiles.keys()), editions: ids((e) => e.knowledge.editions.keys()) };
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

/** Lets whatever has come in meanwhile be heard. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
