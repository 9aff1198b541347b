import type { TextEdit } from '../findings/finding';
import type { Block } from '../markdown/draft';
import type { Span } from '../text/span';
import { endOf, startOf, type Place, type Range } from './place';
import type { VerbBook } from './verbs';

/** A rewrite that may be offered, once it has been read again. */
export interface Candidate {
  readonly edits: readonly TextEdit[];
  /** The new words, for the title. */
  readonly shown: string;
  /** Another block that the words go to: how they read there depends on what stands around it. */
  readonly beside?: Block;
}

/** What a rewrite works on. */
export interface Desk {
  readonly place: Place;
  readonly source: string;
  readonly verbs: VerbBook;
  /** Where other findings see a duty. */
  readonly duties: readonly Span[];
}

/** One candidate, unless one of its edits would break the draft's Markdown. */
export const candidate = (shown: string, ...edits: readonly (TextEdit | undefined)[]): Candidate[] =>
  edits.every((e) => e !== undefined) ? [{ edits, shown }] : [];

export const spanOf = (place: Place, { from, to }: Range): Span => ({
  start: startOf(place, from),
  end: endOf(place, to),
});

export const isCapital = (place: Place, at: number): boolean => /^\p{Lu}/u.test(place.tokens[at]!.text);
