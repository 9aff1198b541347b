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
  /** The sentences behind it in its block: the vote on a motion, the answer to a question. */
  readonly following: readonly Sentence[];
}

/** What surrounds a sentence and may name its actor, asked for only where the sentence itself does not. */
export interface Surroundings {
  /** The actor of the sentence before, for pronouns. */
  readonly previous: Actor | undefined;
  /** The role last named in the sentence before, for "have them …". */
  readonly mentioned: Actor | undefined;
  /** Who a passive without an agent speaks of ("Notes are entered daily"): the inherited actor, where that is near enough. */
  readonly topic: Actor | undefined;
  /** Lead-in, table head, heading or document: who acts in a fragment without a subject. */
  readonly inherited: Actor | undefined;
  /** Who "you" or "the post holder" is. */
  readonly addressee: Actor | undefined;
}

/** A mention as the actor of a duty; its span in document offsets. */
export function asActor(s: Pick<ReadableSentence, 'sentence' | 'offset'>, m: Mention, origin: ActorOrigin): Actor {
  const { tokens } = s.sentence;
  const start = tokens[m.from]!.start;
  const end = tokens[m.to - 1]!.end;
  return {
    kind: m.kind,
    text: tokens
      .slice(m.from, m.to)
      .map((t) => t.text)
      .join(' '),
    span: { start: s.offset + start, end: s.offset + end },
    origin,
    negated: m.negated,
  };
}
