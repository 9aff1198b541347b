import type { DocumentUri } from 'vscode-languageserver';
import { DEFAULT_SETTINGS, ownSection, readSettings, type Choices, type Settings } from '../features/settings';
import { describe, type Log } from './log';

export interface SettingsSourceOptions {
  /** Asks the client for our section as it applies to a document; undefined for clients that cannot be asked. */
  readonly ask: ((uri: DocumentUri) => Promise<unknown>) | undefined;
  /** What the client sent when it started, for clients that cannot be asked. */
  readonly initial: unknown;
  /** Ids of what is known now, that a setting can name. */
  readonly choices: () => Choices;
  readonly log: Log;
}

/**
 * The settings of each open draft. A workspace of several folders can have a profile for each, so they are asked for by
 * document, once, until the client says that something has changed.
 */
export class SettingsSource {
  private readonly asked = new Map<DocumentUri, Promise<Settings>>();
  private readonly reported = new Set<string>();
  private raw: unknown;
  private sent: Settings;

  constructor(private readonly options: SettingsSourceOptions) {
    this.raw = ownSection(options.initial);
    this.sent = this.read(this.raw);
  }

  /** Never rejects: a client that fails to answer gets the defaults. */
  async of(uri: DocumentUri): Promise<Settings> {
    const { ask } = this.options;
    if (ask === undefined) return this.sent;
    const known = this.asked.get(uri);
    if (known !== undefined) return known;
    const answer = ask(uri).then(
      (raw) => this.read(raw),
      (error: unknown) => {
        this.asked.delete(uri);
        this.options.log.warn(`The settings could not be read, the defaults are used. ${describe(error)}`);
        return DEFAULT_SETTINGS;
      },
    );
    this.asked.set(uri, answer);
    return answer;
  }

  /**
   * @param sent what came with the notice: clients that can be asked send nothing of use; undefined where not the
   *   settings have changed, but what they can name
   */
  changed(sent: unknown): void {
    this.asked.clear();
    this.reported.clear();
    if (this.options.ask !== undefined) return;
    if (sent !== undefined) this.raw = ownSection(sent);
    this.sent = this.read(this.raw);
  }

  forget(uri: DocumentUri): void {
    this.asked.delete(uri);
  }

  /** Every document asks for the same settings: a problem with them is worth one line, not one a document. */
  private read(raw: unknown): Settings {
    const { settings, problems } = readSettings(raw, this.options.choices());
    for (const problem of problems.filter((text) => !this.reported.has(text))) {
      this.reported.add(problem);
      this.options.log.warn(`Settings: ${problem}`);
    }
    return settings;
  }
}
