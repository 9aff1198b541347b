import type { ActorOrigin } from '../findings/finding';
import type { Draft, Located, Table } from '../markdown/draft';
import { findPattern } from '../prose/pattern';
import { readSentences } from '../prose/sentence';
import type { Span } from '../text/span';
import { asActor } from './actor';
import type { Actor } from './readable';
import type { Grammar } from './compile';
import { findMentions, type Aliases } from './roles';

/** Who acts in a cell; `mark` is the cell that says so, where it is another one in the row. */
export interface CellActor {
  readonly actor: Actor;
  readonly mark?: Span;
  /** The cell itself is the assignment: a name in a rota. */
  readonly rota?: boolean;
  /** Others whose cells are marked for the same task. */
  readonly beside?: readonly Actor[];
}

/** What a table's head and key say about who does what, worked out once for each table. */
export interface TableRoles {
  actorOf(row: number, column: number): CellActor | undefined;
}

const OWNER =
  /^\s*(?:who|owner|owners|responsible|lead|role|position|staff|person responsible|done by|assigned to|assigned|by whom|who does it|performed by|actor|carried out by|post holder|responsibility of)\b/i;
const TASK =
  /\b(?:task|tasks|duty|duties|function|functions|step|activity|activities|responsibilit|post|item|what|action|work|service|area)\b/i;
const DENIED = /^\s*(?:no|none|never|not|n\/?a|n|c|i|0|no role|–|—|-|x̶|✗|✘|doesn't|does not|informed|consulted)?\s*$/i;
const MARK =
  /^\s*(?:x|✓|✔|☑|●|•|■|yes|y|r|a|s|l|p|d|b|r\s*\/\s*a|a\s*\/\s*r|lead|leads|does|does it|both|all|primary|shared|assists?|helps?|backup|back-up|supports?)\s*$/iu;
/** Heads of columns that tell what was. */
const PAST =
  /^\s*(?:(?:then|before|previously|former|formerly|old|past|was|19\d\d.*|20\d\d.*)\s*$|(?:as it was|how it was|what was|until|through|up to|before)\b)/i;
/** Heads of columns that tell who has no part. */
const NEGATIVE = /\b(?:not|never|no|nobody|except|excluded|excepted)\b/i;
/** Heads of columns that name who does the task when the first one does not. */
const SECOND = /^\s*(?:back-?\s?up|second|deputy|cover|covered by|stand-?in|alternate|relief|otherwise|if absent)\b/i;
/** What may stand behind a mark and says only when: "yes, evenings", "backup on weekends". */
const WHEN =
  /^\s*(?:on |at |in |during |after |before |until |from |for )?(?:the |all |most )?(?:weekends?|week|evenings?|nights?|days?|mornings?|afternoons?|weekdays?|holidays?|overnights?|shifts?|\w+days|noon|always|often|daily|weekly|monthly|too|also|as needed|when short|\d.*)\b/i;
const NO_PART = /\b(?:no|not|never|none|inform|consult|kept)/i;

export function readTable(table: Table, draft: Draft, grammar: Grammar, aliases: Aliases): TableRoles {
  const roleIn = (where: Located | undefined, origin: ActorOrigin): Actor | undefined =>
    soleRole(where, origin, grammar, aliases);
  const columns = new Map<number, Actor>();
  table.head.forEach((head, c) => {
    const actor = roleIn(head, 'column');
    if (actor) columns.set(c, actor);
  });
  const owner = table.head.findIndex((h, c) => OWNER.test(h.text) && !columns.has(c));
  const task = taskColumn(table, columns, owner);
  const denied = deniedLetters(draft);
  const isDone = (text: string): boolean => {
    const [first = '', ...rest] = parts(text);
    return (
      (MARK.test(first) ||
        (rest.length > 0 && rest.every((p) => MARK.test(p) || WHEN.test(p)) && DENIED.test(first))) &&
      rest.every((p) => MARK.test(p) || DENIED.test(p) || WHEN.test(p)) &&
      [first, ...rest].some((p) => MARK.test(p) && !DENIED.test(p) && !denied.has(p.toLowerCase()))
    );
  };

  const inMatrix = (row: readonly Located[]): CellActor | undefined => {
    const does: { actor: Actor; mark: Span }[] = [];
    let marked = false;
    for (const [c, actor] of columns) {
      const cell = row[c];
      if (!cell) continue;
      if (DENIED.test(cell.text) || MARK.test(parts(cell.text)[0] ?? '')) marked = true;
      if (isDone(cell.text)) does.push({ actor, mark: spanOfText(cell) });
    }
    const first = does.find(({ actor }) => actor.kind === 'peer') ?? does[0];
    if (first) return { ...first, beside: does.filter((d) => d !== first).map(({ actor }) => actor) };
    return marked ? { actor: nobody(row[0]) } : undefined;
  };

  return {
    actorOf(rowIndex, column) {
      const own = columns.get(column);
      if (own) return { actor: own };
      const row = table.rows[rowIndex];
      if (!row) return undefined;
      if (columns.size > 0 && column === task) {
        const matrix = inMatrix(row);
        if (matrix) return matrix;
      }
      if (owner >= 0 && owner !== column) {
        const cell = row[owner];
        const second = row[table.head.findIndex((h) => SECOND.test(h.text))];
        const actor = roleIn(cell, 'row');
        const standIn = actor?.kind === 'peer' ? undefined : roleIn(second, 'row');
        if (standIn?.kind === 'peer') return { actor: standIn, mark: spanOfText(second!) };
        if (actor) return { actor, mark: spanOfText(cell!) };
        if (cell && /\p{L}/u.test(cell.text)) return { actor: nobody(cell) };
      }
      if (column > 0) {
        const first = roleIn(row[0], 'row');
        if (first) return { actor: first };
      }
      if (column === task && columns.size === 0) {
        // A rota: posts in rows, and somebody's title or name in the cells.
        let someone: Actor | undefined;
        let over = false;
        for (const [c, cell] of row.entries()) {
          const head = table.head[c]?.text ?? '';
          if (c === 0 || NEGATIVE.test(head)) continue;
          const actor = roleIn(cell, 'row');
          if (PAST.test(head)) {
            over ||= actor?.kind === 'peer';
            continue;
          }
          if (actor?.kind === 'peer') return { actor, mark: spanOfText(cell), rota: true };
          someone ??= actor;
        }
        // What peers had until then is another's now.
        if (over && someone) return { actor: someone };
      }
      return undefined;
    },
  };
}

/** "R, A", "yes (evenings)", "backup on weekends": a mark, and what is said of it. */
const parts = (text: string): string[] =>
  text
    // "R*", "X†": a mark with a note.
    .replace(/\\?[*†‡§¹²³]+\s*$/u, '')
    .replace(/^(\s*(?:yes|lead|leads|assists?|helps?|back-?up|supports?|primary|shared|does it|does))\s+(?=\w)/i, '$1,')
    .split(/[,;/()]/)
    .map((p) => p.trim())
    .filter((p, i) => i === 0 || p !== '');

const nobody = (where: Located | undefined): Actor => ({
  kind: 'unknown',
  text: '',
  span: { start: where?.start ?? 0, end: where?.start ?? 0 },
  origin: 'row',
  negated: false,
});

const spanOfText = (cell: Located): Span => {
  const lead = cell.text.length - cell.text.trimStart().length;
  return { start: cell.start + lead, end: cell.start + Math.max(cell.text.trimEnd().length, lead + 1) };
};

function taskColumn(table: Table, columns: ReadonlyMap<number, Actor>, owner: number): number {
  const free = table.head.map((_, c) => c).filter((c) => !columns.has(c) && c !== owner);
  const named = free.find((c) => TASK.test(table.head[c]!.text));
  if (named !== undefined) return named;
  const words = (c: number): number => table.rows.filter((r) => /\p{L}{3}/u.test(r[c]?.text ?? '')).length;
  return free.find((c) => words(c) * 2 > table.rows.length) ?? 0;
}

/** Letters that a key explains as having no part in the task: "N no role", "C = consulted". */
function deniedLetters(draft: Draft): ReadonlySet<string> {
  const denied = new Set<string>();
  for (const block of draft.blocks)
    for (const [, letter, meaning] of block.text.matchAll(
      /(?:^|[\s,;("])([A-Z])"?\s*(?:=|:|–|—|-|means|is|for)?\s*"?([a-z][a-z ]{2,24})/g,
    ))
      if (NO_PART.test(meaning!)) denied.add(letter!.toLowerCase());
  return denied;
}

/** The role that a short cell names: a title with little around it, not a sentence about somebody. */
function soleRole(
  where: Located | undefined,
  origin: ActorOrigin,
  grammar: Grammar,
  aliases: Aliases,
): Actor | undefined {
  const sentence = where && readSentences(where.text, grammar.trie)[0];
  if (!where || !sentence) return undefined;
  const { tokens } = sentence;
  // "case managers (peer team exempt)"
  const mentions = findMentions(sentence, grammar, aliases).filter(
    (m) => !/^(?:exempt|exempted|excused|excluded|excepted|only)$/.test(tokens[m.to]?.lower ?? ''),
  );
  if (mentions.length === 0 || tokens.some((t) => /^(?:not|never|except|but|no)$/.test(t.lower))) return undefined;
  const wanted =
    grammar.cues('request', sentence).some((p) => findPattern(p, sentence, 0, tokens.length).length > 0) ||
    tokens.some((t) => /^(?:wanted|asked|invited|welcome)$/.test(t.lower));
  const m = (wanted ? undefined : mentions.find((x) => x.kind === 'peer')) ?? mentions[0]!;
  // A remark in brackets leaves a title a title: "Peer Specialist (certified within six months of hire)".
  const aside = inBrackets(tokens);
  const around = tokens.filter(
    (t, i) => t.kind === 'word' && !aside[i] && !mentions.some((x) => x.from <= i && i < x.to),
  ).length;
  if (around > 6) return undefined;
  return asActor({ sentence, offset: where.start }, m, origin);
}

/** For each token, whether it stands between brackets. */
function inBrackets(tokens: readonly { readonly lower: string }[]): boolean[] {
  let depth = 0;
  return tokens.map(({ lower }) => {
    if (lower === ')') depth = Math.max(0, depth - 1);
    const inside = depth > 0;
    if (lower === '(') depth++;
    return inside;
  });
}
