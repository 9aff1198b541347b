import type { Block } from '../markdown/draft';
import { AUXILIARIES, MODALS } from '../prose/clauses';
import { readSentences } from '../prose/sentence';
import type { Span } from '../text/span';
import { actorAt, asActor, joinedTo } from './actor';
import { isVerbAt } from './cues';
import { echoBehind, type Echo } from './echo';
import type { Actor, ReadableSentence, Surroundings } from './readable';
import type { Mention } from './roles';
import type { Grammar } from './compile';
import type { Reference } from './references';
import type { DraftRoles } from './document';
import { frameOf, makeReadable, type BlockFrame } from './lead';
import { modeAt, type ModeReading } from './mode';

/** Who does what the words at some place of a sentence speak of, and what the sentence does with it. */
export interface Reading {
  readonly actor: Actor | undefined;
  readonly mode: ModeReading;
  /** The token at which it is said, where that is another clause ("… and so does the peer"). */
  readonly at?: number;
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
  /** The subject that a pronoun behind this sentence stands for, as far as it is known. */
  readonly last?: Actor | undefined;
  /** Who has a part in what an actor does: roles joined to it ("nurses and peers"), or marked beside it in a table. */
  sharing(actor: Actor): readonly Actor[];
}

/** Reads one block's sentences. A function of the block, its frame, and the draft's roles alone. */
export function readBlock(
  block: Block,
  grammar: Grammar,
  roles: DraftRoles,
  { reference, carried }: { readonly reference?: Reference; readonly carried?: Actor } = {},
): ReadSentence[] {
  const own = frameOf(block, grammar, roles);
  const frame: BlockFrame = reference
    ? { ...own, inherited: reference.actor, ...(reference.mode.mode === 'assigned' ? {} : { mode: reference.mode }) }
    : own;
  let inherited = frame.inherited;
  let previous: Actor | undefined;
  let mentioned: Actor | undefined;
  const sentences = readSentences(block.text, grammar.trie);
  const readable = sentences.map((sentence, i) =>
    makeReadable(sentence, block.start, grammar, roles, sentences.slice(i + 1)),
  );
  // In running text where another role acts, a passive is not left to the heading's role.
  const told = block.kind === 'paragraph' && readable.some((s) => s.mentions.some(isOther));
  return readable.map((s, i) => {
    // "They …" at the beginning of an item or paragraph: whoever acted in the one before.
    if (i === 0 && carried !== undefined && opensWithPronoun(s)) previous = carried;
    const around: Surroundings = {
      previous,
      mentioned,
      topic: told && inherited?.kind === 'peer' ? undefined : inherited,
      inherited,
      addressee: frame.addressee,
    };
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
    const subject = actorAt(s, last, { ...around, inherited: undefined, topic: undefined }, grammar);
    // A sentence about somebody who is no role ("Our drivers are here at all hours") leaves a later "they" unknown.
    if (!subject) previous = last > 3 && !opensWithPronoun(s) ? UNKNOWN : previous;
    else if (subject.kind !== 'person') previous = subject;
    if (i === 0 && isUnknownPost(s)) previous = inherited = UNKNOWN;
    // "Nurse, 0.5 FTE." at the head of a paragraph: the rest of it is about the nurse.
    const entry = i === 0 && readable.length > 1 ? runInRole(s) : undefined;
    if (entry) previous = inherited = asActor(s, entry, 'lead-in');
    const named = s.mentions.filter((m) => m.kind !== 'person').at(-1);
    if (named) mentioned = asActor(s, named, 'pronoun');
    return { ...reader, last: previous };
  });
}

/** "House Attendant (1.0 FTE)": a post that is no known role, at the head of its paragraph or row. */
const isUnknownPost = ({ sentence: { tokens }, mentions }: ReadableSentence): boolean => {
  const fte = tokens.findIndex(({ lower }) => lower === 'fte' || lower === 'ftes');
  return (
    fte > 1 &&
    fte < 8 &&
    /^\p{Lu}/u.test(tokens[0]!.text) &&
    tokens[0]!.kind === 'word' &&
    !mentions.some((m) => m.from < fte)
  );
};

/** A short first sentence without a verb that begins with a role: a heading run into its paragraph. */
function runInRole(s: ReadableSentence): Mention | undefined {
  const { tokens } = s.sentence;
  const first = s.mentions.find((m) => m.kind !== 'person');
  if (!first || first.from > 1 || first.negated || tokens.length > 24) return undefined;
  const outside = (at: number): boolean => !s.mentions.some((m) => m.from <= at && at < m.to);
  const verb = tokens.some(
    (t, i) =>
      outside(i) && (MODALS.has(t.lower) || AUXILIARIES.has(t.lower) || s.sentence.lexicons.get('verb')?.has(i)),
  );
  return verb ? undefined : first;
}

/** "They also …", "On arrival he …": a pronoun is the subject, and no role is named before it. */
function opensWithPronoun(s: ReadableSentence): boolean {
  const at = s.sentence.tokens.findIndex(({ lower }) => /^(?:they|he|she|both)$/.test(lower));
  return at >= 0 && at < 8 && !s.mentions.some((m) => m.from < at);
}

const isOther = (m: Mention): boolean => m.kind === 'other' && !m.governed;

const UNKNOWN: Actor = { kind: 'unknown', text: '', span: { start: 0, end: 0 }, origin: 'subject', negated: false };

function readAt(
  s: ReadableSentence,
  from: number,
  to: number,
  around: Surroundings,
  block: Block,
  frame: BlockFrame,
  grammar: Grammar,
): Reading {
  const actor = actorAt(s, dutyAt(s, from, to), around, grammar);
  if (block.context.quoted) return { actor, mode: { mode: 'quoted', cue: '>' } };
  const mode = modeAt(s, relativeVerb(s, from, to) ?? from, to, actor, grammar);
  const echoed = echoOf(s, to, actor, mode, around, grammar);
  if (echoed) return echoed;
  if (mode.mode !== 'assigned' || !frame.mode) return { actor, mode };
  // A list under "do not" forbids its items, unless an item names an actor of its own ("the nurse does that").
  const ownSubject = actor?.origin === 'subject' && block.kind !== 'list-item';
  return ownSubject ? { actor, mode } : { actor, mode: frame.mode };
}

/** The token of a duty's words that has to have an actor. */
function dutyAt(s: ReadableSentence, from: number, to: number): number {
  // Words of a role's name are no verb ("Staff count …", "the peer lead …"): the duty begins behind them.
  const name = s.mentions.find((m) => m.from <= from && from < m.to && m.to < to);
  if (name) return name.to;
  const relative = relativeVerb(s, from, to);
  if (relative !== undefined) return relative;
  // "Notes are entered daily": what is done to a thing is done where its verb stands.
  const passive = s.sentence.tokens.findIndex(
    (t, i) =>
      i > from &&
      i < to - 1 &&
      /^(?:is|are|be|being|been)$/.test(t.lower) &&
      isParticiple(s.sentence.tokens[i + 1]!.lower),
  );
  const named = s.mentions.some((m) => m.from >= from && m.to <= passive);
  return passive > 0 && !named && !isVerbAt(s, from) ? passive + 1 : from;
}

/** "Tablets that the peer counts": the object stands first, and the verb behind its subject. */
function relativeVerb(s: ReadableSentence, from: number, to: number): number | undefined {
  const clause = s.clauses.find((c) => c.from <= from && from < c.to);
  for (const m of s.mentions) {
    if (m.kind === 'person' || m.governed || m.possessive || m.from <= from || m.to >= Math.min(to, clause?.to ?? to))
      continue;
    const verb = activeVerb(s, m.to, Math.min(m.to + 3, to));
    if (verb !== undefined && relativeOpens(s, m.from, m.to)) return verb;
  }
  return undefined;
}

const isParticiple = (word: string): boolean =>
  /(?:ed|en|wn|pt|ld)$|^(?:put|read|set|sent|made|kept|done|drawn)$/.test(word);

/** The first verb between two tokens, if it is active: "have drafted", not "is informed" or "stocking". */
function activeVerb(s: ReadableSentence, lo: number, hi: number): number | undefined {
  for (let i = lo; i < hi; i++) {
    const word = s.sentence.tokens[i]!.lower;
    if (/^(?:am|is|are|was|were|be|been|being)$|ing$/.test(word)) return undefined;
    if (isVerbAt(s, i) && !AUXILIARIES.has(word) && !MODALS.has(word)) return i;
  }
  return undefined;
}

/** "that" or "which", or the noun itself, stands before the role's noun phrase. */
function relativeOpens(s: ReadableSentence, start: number, end: number): boolean {
  const { tokens } = s.sentence;
  let i = start - 1;
  while (i >= 0 && /^(?:the|a|an|our|your|their|its|two|all)$/.test(tokens[i]!.lower)) i--;
  const before = tokens[i];
  if (!before || before.kind !== 'word') return false;
  const phrase = i < start - 1 || /s$/.test(tokens[end - 1]!.lower);
  return (
    /^(?:that|which)$/.test(before.lower) ||
    (phrase &&
      !isVerbAt(s, i) &&
      !/^(?:and|or|nor|but|when|where|if|while|as|so|then|because|before|after|than|until|unless|since|whereas)$|ly$/.test(
        before.lower,
      ))
  );
}

/** Where a later clause gives the duty to a peer role ("… and so does the peer"): that reading, instead of one that finds nothing. */
function echoOf(
  s: ReadableSentence,
  to: number,
  actor: Actor | undefined,
  { mode }: ModeReading,
  around: Surroundings,
  grammar: Grammar,
): Reading | undefined {
  const found = mode === 'forbidden' || (mode === 'assigned' && actor?.kind !== 'peer' && actor?.kind !== 'person');
  const echo = found ? echoBehind(s, to, grammar) : undefined;
  const who = echo && echoActor(s, echo, actor, around, grammar);
  if (!echo || who?.kind !== 'peer') return undefined;
  const again = modeAt(s, echo.at, echo.at + 1, who, grammar);
  return again.mode === 'assigned' ? { actor: who, mode: again, at: echo.at } : undefined;
}

const echoActor = (
  s: ReadableSentence,
  echo: Echo,
  before: Actor | undefined,
  around: Surroundings,
  grammar: Grammar,
): Actor | undefined =>
  echo.who === 'they' ? (actorAt(s, echo.at, around, grammar) ?? before) : asActor(s, echo.who, 'subject');
