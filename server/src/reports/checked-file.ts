import type { CheckResult } from '../engine/engine';

/** One draft and what was found in it; what every report is made from. */
export interface CheckedFile extends CheckResult {
  /** As it was named, or below the folder that was named; `-` for standard input. */
  readonly path: string;
  /** The draft as it was checked: spans are offsets into it. */
  readonly source: string;
}
