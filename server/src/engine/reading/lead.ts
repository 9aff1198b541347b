import type { Block, Draft, Located } from '../markdown/draft';
import { clauses } from '../prose/clauses';
import { findPattern } from '../prose/pattern';
import { readSentences, type Sentence } from '../prose/sentence';
import { actorAt, type Actor, type ReadableSentence, type Surroundings } from './actor';
import type { Grammar } from './compile';
import type { DraftRoles } from './document';
import type { ModeReading } from './mode';
import { findMentions } from './roles';

/** What stands around a block: who acts in its fragments, and whether its list is a list of prohibitions or of reports. */
export interface BlockFrame {
  readonly inherited: Actor | undefined;
  readonly addressee: Actor | undefined;
  /** Set where lead-ins or headings decide for the whole block. */
  readonly mode?: ModeReading;
}

const NOBODY: Surroundings = { previous: undefined, inherited: undefined, addressee: undefined };

export function makeReadable(sentence: Sentence, offset: number, grammar: Grammar, roles: DraftRoles): ReadableSentence {
  const mentions = findMentions(sentence, grammar, roles.aliases);
  return { sentence, mentions, clauses: clauses(sentence, mentions), offset };
}

export function frameOf(block: Block, draft: Draft, grammar: Grammar, roles: DraftRoles): BlockFrame {
  const { context } = block;
  const section = [...context.headings].reverse().map((h) => roles.ofHeading(h)).find((a) => a !== undefined);
  const addressee = section?.kind === 'peer' || section?.kind === 'other' ? section : roles.subject;
  let inherited = section ?? roles.subject;
  let mode: ModeReading | undefined;
  const heading = context.headings.at(-1);
  if (heading) mode = listMode(heading, grammar, 'heading');
  for (const lead of context.leadIns) {
    const sentence = readSentences(lead.text, grammar.trie).at(-1);
    if (!sentence) continue;
    const s = makeReadable(sentence, lead.start, grammar, roles);
    const end = s.sentence.tokens.length;
    const actor = actorAt(s, end, { ...NOBODY, inherited, addressee }, grammar);
    if (actor) inherited = { ...actor, origin: actor === inherited ? actor.origin : 'lead-in' };
    const own = listMode(lead, grammar, 'lead-in');
    if (own) mode = own;
    else if (actor?.negated) mode = { mode: 'forbidden', cue: lead.text.trim() };
    else if (/\b(?:will|shall|must|does|do|duties|responsibilities|functions|may)\s*[:—–-]?\s*$/i.test(lead.text)) mode = undefined;
  }
  if (context.cell) inherited = cellActor(block, draft, grammar, roles) ?? inherited;
  return { inherited, addressee, ...(mode ? { mode } : {}) };
}

/** Whether a heading or a lead-in makes what follows a list of prohibitions or of reports. */
function listMode(where: Located, grammar: Grammar, kind: 'heading' | 'lead-in'): ModeReading | undefined {
  const sentence = readSentences(where.text, grammar.trie).at(-1);
  if (!sentence) return undefined;
  const n = sentence.tokens.length;
  const find = (id: string): number[] | undefined => {
    const traps = grammar.cues('not-forbidding', sentence).flatMap((p) => findPattern(p, sentence, 0, n));
    for (const p of grammar.cues(id, sentence))
      for (const h of findPattern(p, sentence, 0, n)) if (!traps.some((t) => t.from <= h.from && h.from < t.to)) return [h.from, h.to];
    return undefined;
  };
  const cue = (range: number[]): string => sentence.tokens.slice(range[0], range[1]).map((t) => t.text).join(' ');
  const forbidden = find('forbid-list');
  if (forbidden) return { mode: 'forbidden', cue: cue(forbidden) };
  const reported = find('report-list');
  if (reported && (kind === 'heading' || sentence.tokens.some((t) => t.lower === ':'))) return { mode: 'reported', cue: cue(reported) };
  return undefined;
}

/** Who acts in a table cell: its column's head, else its row's first cell, if they name a role. */
function cellActor(block: Block, draft: Draft, grammar: Grammar, roles: DraftRoles): Actor | undefined {
  const { cell } = block.context;
  const table = cell && draft.tables[cell.table];
  if (!table) return undefined;
  const roleIn = (where: Located | undefined, origin: 'column' | 'row'): Actor | undefined => {
    const sentence = where && readSentences(where.text, grammar.trie)[0];
    if (!where || !sentence) return undefined;
    const s = makeReadable(sentence, where.start, grammar, roles);
    const found = s.mentions.filter((m) => m.kind !== 'person');
    const m = found.find((x) => x.kind === 'peer') ?? found[0];
    if (!m || s.sentence.tokens.length > m.to - m.from + 8) return undefined;
    const tokens = s.sentence.tokens;
    return {
      kind: m.kind,
      text: tokens.slice(m.from, m.to).map((t) => t.text).join(' '),
      span: { start: where.start + tokens[m.from]!.start, end: where.start + tokens[m.to - 1]!.end },
      origin,
      negated: false,
    };
  };
  const column = roleIn(table.head[cell.column], 'column');
  if (column) return column;
  const row = table.rows[cell.row];
  if (!row) return undefined;
  if (cell.column > 0) {
    const first = roleIn(row[0], 'row');
    if (first) return first;
  }
  const owner = table.head.findIndex((h) => /\b(?:who|owner|responsible|lead|role|position|staff|done by|assigned)\b/i.test(h.text));
  return owner >= 0 && owner !== cell.column ? roleIn(row[owner], 'row') : undefined;
}
