import type { Finding } from '../engine/findings/finding';

/** One draft and what was found in it; what every report is made from. */
export interface CheckedFile {
  /** As it was named, or below the folder that was named; `-` for standard input. */
  readonly path: string;
  /** The draft as it was checked: findings' spans are offsets into it. */
  readonly source: string;
  /** Id of the profile that was applied. */
  readonly profile: string;
  /** In document order. */
  readonly findings: readonly Finding[];
}
