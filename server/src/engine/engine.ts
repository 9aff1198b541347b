import type { Finding } from './findings/finding';
import type { Knowledge } from './knowledge/types';

/** Where a profile was named, strongest first: the command line, the draft's front matter, settings. */
export interface CheckOptions {
  /** From the command line: beats the draft's own front matter. */
  readonly profileOverride?: string;
  /** From settings: used when neither the command line nor the front matter names one. */
  readonly profileDefault?: string;
}

export interface CheckResult {
  /** Id of the profile that was applied. */
  readonly profile: string;
  /** In document order. */
  readonly findings: readonly Finding[];
}

export interface Engine {
  readonly knowledge: Knowledge;
  /** Reads a whole draft. Never throws because of the text. */
  check(source: string, options?: CheckOptions): CheckResult;
}
