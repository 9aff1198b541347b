import type { DocumentUri } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckOptions, CheckResult } from '../engine/engine';
import type { Finding } from '../engine/findings/finding';
import { LineIndex } from '../engine/text/lines';
import type { Settings } from '../features/settings';
import type { Engines } from './engines';
import { describe, type Log, logFailures } from './log';

/** An open draft, checked as it was at one version and under one set of settings. */
export interface CheckedDraft {
  readonly uri: DocumentUri;
  readonly version: number;
  /** Different for every check of this session, so that a draft closed and opened again is never taken for unchanged. */
  readonly resultId: string;
  readonly lines: LineIndex;
  /** As it was checked: all offsets are offsets into it. */
  readonly text: string;
  readonly settings: Settings;
  /** Missing where checking is turned off, or the draft could not be checked. */
  readonly result: CheckResult | undefined;
  /** In document order. */
  readonly findings: readonly Finding[];
}

/** Checks open drafts, each version once, whoever asks: the underlines, a hover, a completion, a link. */
export class DraftChecker {
  private readonly results = new Map<DocumentUri, CheckedDraft>();
  private checks = 0;

  constructor(
    private readonly engines: Engines,
    private readonly log: Log,
  ) {}

  /** Never throws: what the engine cannot digest is a line in the log, and no findings. */
  check(document: TextDocument, settings: Settings): CheckedDraft {
    const { uri, version } = document;
    const last = this.results.get(uri);
    if (last !== undefined && last.version === version && sameSettings(last.settings, settings)) return last;
    const text = document.getText();
    const result = settings.enable ? this.read(text, settings, uri) : undefined;
    const checked: CheckedDraft = {
      uri,
      version,
      resultId: String(++this.checks),
      lines: new LineIndex(text),
      text,
      settings,
      result,
      findings: result?.findings ?? [],
    };
    this.results.set(uri, checked);
    return checked;
  }

  forget(uri: DocumentUri): void {
    this.results.delete(uri);
  }

  /** To be called when drafts are to be read with other knowledge. */
  forgetAll(): void {
    this.results.clear();
  }

  private read(text: string, settings: Settings, uri: DocumentUri): CheckResult | undefined {
    try {
      const result = this.engines.of(uri).check(text, optionsOf(settings));
      logFailures(result, uri, this.log);
      return result;
    } catch (error) {
      this.log.error(`This draft could not be checked: ${uri}\n${describe(error)}`);
      return undefined;
    }
  }
}

/** The settings as the engine takes them. */
export function optionsOf({
  profile,
  respectfulLanguage,
  codeEdition,
  citationStyle,
  peoplePerFte,
  lowestHourlyPay,
}: Settings): CheckOptions {
  return {
    profileDefault: profile,
    language: respectfulLanguage,
    edition: codeEdition,
    citationStyle,
    figures: {
      ...(peoplePerFte > 0 && { 'people-per-fte': peoplePerFte }),
      ...(lowestHourlyPay > 0 && { 'lowest-hourly-pay': lowestHourlyPay }),
    },
  };
}

const sameSettings = (a: Settings, b: Settings): boolean =>
  (Object.keys(a) as (keyof Settings)[]).every((key) => a[key] === b[key]);
