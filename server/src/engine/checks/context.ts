import type { ProfileLens } from '../duties/lens';
import type { Rule } from '../knowledge/types';
import type { DraftFigures } from './draft-figures';
import type { Measures } from './measures';
import type { TermHit } from './terms';

/** What a check that calculates or compares is given, besides its rule. */
export interface CheckContext {
  readonly figures: DraftFigures;
  readonly measures: Measures;
  readonly lens: ProfileLens;
}

/** A check that looks for itself, where patterns do not suffice: figures, mostly. */
export type Check = (rule: Rule, context: CheckContext) => TermHit[];
