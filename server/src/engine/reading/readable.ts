import type { ActorOrigin } from '../findings/finding';
import type { Clause } from '../prose/clauses';
import type { Sentence } from '../prose/sentence';
import type { Span } from '../text/span';
import type { RoleKind } from './compile';
import type { Mention } from './roles';

/** Who acts, and where the draft says so. `span` is in document offsets. */
export interface Actor {
  readonly kind: RoleKind | 'unknown';
  readonly text: string;
  readonly span: Span;
  readonly origin: ActorOrigin;
  /** The actor itself is denied: "no peer specialist", "neither peers nor …". */
  readonly negated: boolean;
}

/** A sentence with its roles and clauses, and the offset of its block in the document. */
export interface ReadableSentence {
  readonly sentence: Sentence;
  readonly mentions: readonly Mention[];
  readonly clauses: readonly Clause[];
  /** Offset of the block in the document: tokens are relative to it. */
  readonly offset: number;
}

/** What surrounds a sentence and may name its actor, asked for only where the sentence itself does not. */
export interface Surroundings {
  /** The actor of the sentence before, for pronouns. */
  readonly previous: Actor | undefined;
  /** Lead-in, table head, heading or document: who acts in a fragment without a subject. */
  readonly inherited: Actor | undefined;
  /** Who "you" or "the post holder" is. */
  readonly addressee: Actor | undefined;
}
