import type { DocumentUri } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Engine } from '../engine/engine';
import type { Finding } from '../engine/findings/finding';
import { LineIndex } from '../engine/text/lines';
import type { Settings } from '../features/settings';
import { describe, type Log } from './log';

/** An open draft, checked as it was at one version and under one set of settings. */
export interface CheckedDraft {
  readonly uri: DocumentUri;
  readonly version: number;
  /** Different for every check of this session, so that a draft closed and opened again is never taken for unchanged. */
  readonly resultId: string;
  readonly lines: LineIndex;
  /** In document order. */
  readonly findings: readonly Finding[];
}

/** Checks open drafts, each version once, whoever asks: the underlines, a hover, later the code actions. */
export class DraftChecker {
  private readonly results = new Map<DocumentUri, { readonly settings: Settings; readonly checked: CheckedDraft }>();
  private checks = 0;

  constructor(
    private readonly engine: Engine,
    private readonly log: Log,
  ) {}

  /** Never throws: what the engine cannot digest is a line in the log, and no findings. */
  check(document: TextDocument, settings: Settings): CheckedDraft {
    const { uri, version } = document;
    const last = this.results.get(uri);
    if (last !== undefined && last.checked.version === version && sameSettings(last.settings, settings)) {
      return last.checked;
    }
    const text = document.getText();
    const checked: CheckedDraft = {
      uri,
      version,
      resultId: String(++this.checks),
      lines: new LineIndex(text),
      findings: settings.enable ? this.read(text, settings, uri) : [],
    };
    this.results.set(uri, { settings, checked });
    return checked;
  }

  forget(uri: DocumentUri): void {
    this.results.delete(uri);
  }

  private read(text: string, { profile }: Settings, uri: DocumentUri): readonly Finding[] {
    try {
      return this.engine.check(text, { profileDefault: profile }).findings;
    } catch (error) {
      this.log.error(`This draft could not be checked: ${uri}\n${describe(error)}`);
      return [];
    }
  }
}

const sameSettings = (a: Settings, b: Settings): boolean => a.enable === b.enable && a.profile === b.profile;
