import type { Block, Located } from '../markdown/draft';
import { clauses } from '../prose/clauses';
import { findPattern } from '../prose/pattern';
import { readSentences, type Sentence } from '../prose/sentence';
import type { Span } from '../text/span';
import { actorAt, joinedTo } from './actor';
import type { Actor, ReadableSentence, Surroundings } from './readable';
import type { Grammar } from './compile';
import type { DraftRoles } from './document';
import { modeAt, type ModeReading } from './mode';
import { polarityAt } from './polarity';
import { findMentions } from './roles';

/** What stands around a block: who acts in its fragments, and whether its list is a list of prohibitions or of reports. */
export interface BlockFrame {
  readonly inherited: Actor | undefined;
  readonly addressee: Actor | undefined;
  /** Set where lead-ins or headings decide for the whole block. */
  readonly mode?: ModeReading;
  /** For the cell that names a task: the cell of the same row that says who does it. */
  readonly mark?: Span;
  /** In a rota: the finding belongs to that cell. */
  readonly rota?: boolean;
  /** Who shares what `inherited` does: named with it in the lead-in, or marked for the same task in the table. */
  readonly beside: readonly Actor[];
}

const SUBORDINATE = /^(?:if|when|where|whenever|because|since|unless|until|while)$/;
const NOBODY: Surroundings = {
  previous: undefined,
  mentioned: undefined,
  topic: undefined,
  inherited: undefined,
  addressee: undefined,
};

export function makeReadable(
  sentence: Sentence,
  offset: number,
  grammar: Grammar,
  roles: DraftRoles,
  following: readonly Sentence[] = [],
): ReadableSentence {
  const mentions = findMentions(sentence, grammar, roles.aliases);
  return { sentence, mentions, clauses: clauses(sentence, mentions), offset, following };
}

export function frameOf(block: Block, grammar: Grammar, roles: DraftRoles): BlockFrame {
  const { context } = block;
  const section = [...context.headings]
    .reverse()
    .map((h) => roles.ofHeading(h))
    .find((a) => a !== undefined);
  const addressee = section?.kind === 'peer' || section?.kind === 'other' ? section : roles.subject;
  let inherited = section ?? roles.subject;
  let beside: readonly Actor[] = [];
  let mode: ModeReading | undefined;
  const heading = context.headings.at(-1);
  if (heading) mode = listMode(heading, grammar, roles, 'heading');
  for (const lead of context.leadIns) {
    const sentence = readSentences(lead.text, grammar.trie).at(-1);
    if (!sentence) continue;
    const s = makeReadable(sentence, lead.start, grammar, roles);
    // The main clause introduces the list, not the condition behind it ("… when the nurse cannot:").
    const main = [...s.clauses].reverse().find((c, i, all) => i === all.length - 1 || !SUBORDINATE.test(c.joint));
    const end = main?.to ?? s.sentence.tokens.length;
    const actor = actorAt(s, end, { ...NOBODY, inherited, topic: inherited, addressee }, grammar);
    if (actor && actor !== inherited) beside = joinedTo(s, actor);
    if (actor) inherited = { ...actor, origin: actor === inherited ? actor.origin : 'lead-in' };
    const own = leadMode(s, end - 1, lead, actor, grammar, roles);
    if (own) mode = own;
    else if (actor?.negated) mode = { mode: 'forbidden', cue: lead.text.trim() };
    else if (/\b(?:will|shall|must|does|do|duties|responsibilities|functions|may)\s*[:—–-]?\s*$/i.test(lead.text))
      mode = undefined;
  }
  const { cell } = context;
  const found = cell && roles.ofTable(cell.table)?.actorOf(cell.row, cell.column);
  return {
    inherited: found?.actor ?? inherited,
    addressee,
    ...(mode ? { mode } : {}),
    ...(found?.mark ? { mark: found.mark, rota: found.rota === true } : {}),
    beside: found ? (found.beside ?? []) : beside,
  };
}

/** What a lead-in does with the list behind it: as its own words at the end of its main clause, or by a name for such lists. */
function leadMode(
  s: ReadableSentence,
  at: number,
  lead: Located,
  actor: Actor | undefined,
  grammar: Grammar,
  roles: DraftRoles,
): ModeReading | undefined {
  const named = listMode(lead, grammar, roles, 'lead-in');
  if (!/:\s*$/.test(lead.text)) return named;
  const k = s.clauses.findIndex((c) => c.from <= at && at < c.to);
  // "Peer specialists are not exempt from:"
  if (named?.mode === 'forbidden' && polarityAt(s, k, at, at + 1, grammar).cancelled) return undefined;
  if (named || actor?.kind !== 'peer') return named;
  const own = modeAt(s, at, at + 1, actor, grammar);
  return own.mode === 'assigned' || own.mode === 'quoted' ? undefined : own;
}

/** Whether a heading or a lead-in makes what follows a list of prohibitions or of reports. */
function listMode(
  where: Located,
  grammar: Grammar,
  roles: DraftRoles,
  kind: 'heading' | 'lead-in',
): ModeReading | undefined {
  const sentence = readSentences(where.text, grammar.trie).at(-1);
  if (!sentence) return undefined;
  const n = sentence.tokens.length;
  // A paragraph that merely stands before a list says nothing of it; one that opens it ends with a colon or without a stop.
  if (kind === 'lead-in' && /[.!?]\s*$/.test(where.text)) return undefined;
  const cut = kind === 'lead-in' ? clauses(sentence, findMentions(sentence, grammar, roles.aliases)) : [];
  // "Peer specialists cover when the nurse cannot:" forbids the list nothing.
  const subordinate = (at: number): boolean => cut.some((c) => c.from <= at && at < c.to && SUBORDINATE.test(c.joint));
  const find = (id: string): number[] | undefined => {
    const traps = grammar.cues('not-forbidding', sentence).flatMap((p) => findPattern(p, sentence, 0, n));
    for (const p of grammar.cues(id, sentence))
      for (const h of findPattern(p, sentence, 0, n))
        if (!subordinate(h.from) && !traps.some((t) => t.from <= h.from && h.from < t.to)) return [h.from, h.to];
    return undefined;
  };
  const cue = (range: number[]): string =>
    sentence.tokens
      .slice(range[0], range[1])
      .map((t) => t.text)
      .join(' ');
  const forbidden = find('forbid-list');
  if (forbidden) return { mode: 'forbidden', cue: cue(forbidden) };
  const reported = find('report-list');
  if (reported && (kind === 'heading' || sentence.tokens.some((t) => t.lower === ':')))
    return { mode: 'reported', cue: cue(reported) };
  return undefined;
}
