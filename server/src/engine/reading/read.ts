import type { Block } from '../markdown/draft';
import { readSentences } from '../prose/sentence';
import type { Span } from '../text/span';
import { actorAt, asActor, joinedTo } from './actor';
import type { Actor, ReadableSentence } from './readable';
import type { Grammar } from './compile';
import type { DraftRoles } from './document';
import { frameOf, makeReadable, type BlockFrame } from './lead';
import { modeAt, type ModeReading } from './mode';

/** Who does what the words at some place of a sentence speak of, and what the sentence does with it. */
export interface Reading {
  readonly actor: Actor | undefined;
  readonly mode: ModeReading;
}

/** A sentence of a block, ready to be asked about any of its words. */
export interface ReadSentence extends ReadableSentence {
  /** In a table: the cell that says who does the task, document offsets. */
  readonly mark: Span | undefined;
  /** Whether the finding belongs to that cell (a name in a rota), rather than to the task. */
  readonly rota: boolean;
  /** `from` and `to`: token range of the words that name a duty. */
  read(from: number, to: number): Reading;
  /** The peer role among the words that a pattern matched, where it names one itself ("briefs the peer on …"). */
  named(parts: readonly { readonly from: number; readonly to: number }[]): Actor | undefined;
  /** Who has a part in what an actor does: roles joined to it ("nurses and peers"), or marked beside it in a table. */
  sharing(actor: Actor): readonly Actor[];
}

/** Reads one block's sentences. A function of the block, its frame, and the draft's roles alone. */
export function readBlock(
  block: Block,
  grammar: Grammar,
  roles: DraftRoles,
  reference?: { actor: Actor; mode: ModeReading },
): ReadSentence[] {
  const own = frameOf(block, grammar, roles);
  const frame: BlockFrame = reference
    ? { ...own, inherited: reference.actor, ...(reference.mode.mode === 'assigned' ? {} : { mode: reference.mode }) }
    : own;
  let previous: Actor | undefined;
  return readSentences(block.text, grammar.trie).map((sentence) => {
    const s = makeReadable(sentence, block.start, grammar, roles);
    const around = { previous, inherited: frame.inherited, addressee: frame.addressee };
    const reader: ReadSentence = {
      ...s,
      mark: frame.mark,
      rota: frame.rota === true,
      read: (from, to) => readAt(s, from, to, around, block, frame, grammar),
      named: (parts) => {
        const m = s.mentions.find((x) => x.kind === 'peer' && parts.some((p) => p.from < x.to && x.from < p.to));
        return m && asActor(s, m, 'subject');
      },
      sharing: (actor) => [...joinedTo(s, actor), ...(actor === frame.inherited ? frame.beside : [])],
    };
    const last = s.sentence.tokens.length;
    const subject = actorAt(s, last, { ...around, inherited: undefined }, grammar);
    // A sentence about somebody who is no role ("Our drivers are here at all hours") leaves a later "they" unknown.
    if (!subject) previous = last > 3 ? UNKNOWN : previous;
    else if (subject.kind !== 'person') previous = subject;
    return reader;
  });
}

const UNKNOWN: Actor = { kind: 'unknown', text: '', span: { start: 0, end: 0 }, origin: 'subject', negated: false };

type Around = Parameters<typeof actorAt>[2];

function readAt(
  s: ReadableSentence,
  from: number,
  to: number,
  around: Around,
  block: Block,
  frame: BlockFrame,
  grammar: Grammar,
): Reading {
  // Words of a role's name are no verb ("Staff count …", "the peer lead …"): the duty begins behind them.
  const name = s.mentions.find((m) => m.from <= from && from < m.to && m.to < to);
  const actor = actorAt(s, name?.to ?? from, around, grammar);
  if (block.context.quoted) return { actor, mode: { mode: 'quoted', cue: '>' } };
  const mode = modeAt(s, from, to, actor, grammar);
  if (mode.mode !== 'assigned' || !frame.mode) return { actor, mode };
  // A list under "do not" forbids its items, unless an item names an actor of its own ("the nurse does that").
  const ownSubject = actor?.origin === 'subject' && block.kind !== 'list-item';
  return ownSubject ? { actor, mode } : { actor, mode: frame.mode };
}
