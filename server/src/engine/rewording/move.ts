import type { Block, Draft, Located, Table } from '../markdown/draft';
import { tokenize } from '../prose/token';
import type { DraftRoles } from '../reading/document';
import type { BlockFrame } from '../reading/lead';
import type { Actor } from '../reading/readable';
import type { Span } from '../text/span';
import { fitOf, type Rewordings } from './compile';
import { asksForBase, formOfAll } from './context';
import type { Candidate, Desk } from './desk';
import { breakOf } from './edit';
import { formAt } from './forms';
import { hasItems, isOnlySentence, linesOf, listOf, wholeLines } from './lists';
import { itemsIn, predicatesIn, standsAlone } from './parts';
import type { Place } from './place';
import { conjugate, type Form } from './verbs';

/** A place that another role's duties stand in. */
export interface Elsewhere {
  readonly draft: Draft;
  readonly roles: DraftRoles;
  readonly rewordings: Rewordings;
  readonly frameOf: (block: Block) => BlockFrame;
}

/** A rewrite that gives the duty to another role, with that role's name; `shown` is empty where only a mark or a name moves. */
export interface Moved extends Candidate {
  readonly role: string;
}

/** The ways in which the duty can go to another role that the draft has a place for, the best first. */
export const movesOf = (desk: Desk, elsewhere: Elsewhere): Moved[] =>
  desk.place.block.context.cell ? inTable(desk, elsewhere) : toOtherList(desk, elsewhere);

/** The marker of a list item with what stands around it: "  - ", "3. ", "- [ ] ". */
const MARKER = /^[ \t]*(?:[-*+•–]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/;

/** A whole item goes to the end of the list of a role that may have its duty. */
function toOtherList(desk: Desk, { draft, rewordings, frameOf }: Elsewhere): Moved[] {
  const { place, source, verbs } = desk;
  const { block, finding } = place;
  if (block.kind !== 'list-item' || hasItems(block, draft.blocks) || !isOnlySentence(place)) return [];
  const own = listOf(block, draft.blocks);
  const lines = linesOf(block, source);
  const marker = MARKER.exec(source.slice(lines.start, block.start + block.text.length))?.[0];
  if (own.length < 2 || marker === undefined || sayMore(desk)) return [];
  const words = source.slice(lines.start + marker.length, lines.end).replace(/\s*[\r\n]+\s*/g, ' ');
  const found: (Moved & { fit: number })[] = [];
  for (const list of listsOf(draft.blocks)) {
    const first = list[0]!;
    const { inherited, mode } = frameOf(first);
    if (own.includes(first) || mode || inherited?.kind !== 'other' || inherited.negated || first.context.quoted)
      continue;
    const fit = fitOf(rewordings, finding.rule, inherited.text);
    const last = list.findLast((b) => b.context.leadIns.length === first.context.leadIns.length)!;
    const next = nextMarker(last, source);
    if (fit === undefined || next === undefined || hasItems(last, draft.blocks)) continue;
    const lead = first.context.leadIns.at(-1)?.text ?? '';
    const text = inForm(words, asksForBase(lead) ? 'base' : formOfAll(list, verbs), desk);
    const at = linesOf(last, source).end;
    found.push({
      edits: [
        { span: wholeLines(block, source), text: '' },
        { span: { start: at, end: at }, text: breakOf(source) + next + text },
      ],
      shown: text,
      beside: last,
      role: inherited.text,
      fit,
    });
  }
  return found.sort((a, b) => a.fit - b.fit);
}

/** Whether an item says more than its duty. */
function sayMore({ place, verbs }: Desk): boolean {
  const { tokens } = place;
  const whole = { from: 0, to: tokens.length };
  const form = formAt(tokens, 0, verbs);
  const parts = form ? predicatesIn(tokens, whole, form, verbs) : itemsIn(tokens, whole);
  return parts.length > 1 && parts.some((part) => !form || standsAlone(tokens, part, verbs));
}

/** The lists of a draft, each once. */
function listsOf(blocks: readonly Block[]): (readonly Block[])[] {
  const found: (readonly Block[])[] = [];
  for (let i = 0; i < blocks.length; i++) {
    if (blocks[i]!.kind !== 'list-item') continue;
    const list = listOf(blocks[i]!, blocks);
    found.push(list);
    i = blocks.indexOf(list.at(-1)!);
  }
  return found;
}

/** What the item behind `last` begins with. */
function nextMarker(last: Block, source: string): string | undefined {
  const { start } = linesOf(last, source);
  const marker = MARKER.exec(source.slice(start, last.start + last.text.length))?.[0];
  return marker?.replace(/\d+/, (n) => String(Number(n) + 1)).replace(/\[[xX]\]/, '[ ]');
}

/** An item with its verbs in the form that the other list has. */
function inForm(words: string, wanted: Form | undefined, { verbs }: Desk): string {
  const tokens = tokenize(words);
  const form = formAt(tokens, 0, verbs);
  const bases = (f: Form | undefined): boolean => f === 'base' || f === 'imperative';
  if (!form || !wanted || form === wanted || (bases(form) && bases(wanted))) return words;
  let text = words;
  for (const { from } of predicatesIn(tokens, { from: 0, to: tokens.length }, form, verbs).reverse()) {
    const token = tokens[from]!;
    const verb = verbs.get(token.lower);
    if (!verb) return words;
    const put = conjugate(verb.base, wanted);
    const cased = /^\p{Lu}/u.test(token.text) ? put.charAt(0).toUpperCase() + put.slice(1) : put;
    text = text.slice(0, token.start) + cased + text.slice(token.end);
  }
  return text;
}

/** A mark, a name or an entry of a table goes to another column or row. */
function inTable(desk: Desk, elsewhere: Elsewhere): Moved[] {
  const { place } = desk;
  const { draft, roles } = elsewhere;
  const cell = place.block.context.cell!;
  const table = draft.tables[cell.table];
  const row = table?.rows[cell.row];
  const asked = roles.ofTable(cell.table);
  if (!table || !row || !asked) return [];
  const roleAt = (r: number, c: number): Actor | undefined => asked.actorOf(r, c)?.actor;
  const mark = place.s.mark;
  if (!mark) return toOtherCell(desk, elsewhere, table, roleAt);
  const column = row.findIndex((c) => c.start <= mark.start && mark.start < c.start + Math.max(c.text.length, 1));
  if (column < 0 || place.s.rota) return [];
  // Positions in the first column, each with its duties: the entry moves, not the name.
  if (column === 0) return toOtherCell(desk, elsewhere, table, roleAt);
  return roleAt(cell.row, column)?.origin === 'column'
    ? toOtherMark(desk, elsewhere, table, mark, roleAt)
    : toOtherOwner(desk, elsewhere, table, column, mark);
}

/** Whether a table gives the task of its row to somebody else too: other words for it would be for them as well. */
export function isSharedMark({ block, s, finding }: Place, { draft, roles }: Elsewhere): boolean {
  const { cell } = block.context;
  if (!cell || !s.mark) return false;
  // A rota's row is for everybody whose name stands in it.
  if (s.rota) return true;
  if ((roles.ofTable(cell.table)?.actorOf(cell.row, cell.column)?.beside?.length ?? 0) > 0) return true;
  return namesIn(draft.source.slice(s.mark.start, s.mark.end)).some(
    (name) => !name.includes(finding.evidence.actor?.text ?? name),
  );
}

/** The names in an owner's cell: "Peer Navigator and Case Manager". */
const namesIn = (text: string): string[] =>
  text.split(/\s*(?:,|;|\/|&|\+|\band\b|\bor\b|\bwith\b)\s*/).filter((name) => /\p{L}{2}/u.test(name));

const spanOf = ({ start, text }: Located): Span => ({ start, end: start + text.length });

/** Words that say in a cell that a role has no part. */
const NO_PART = /^(?:–|—|-|no|n|none|n\/a)$/i;

/** A mark moves to the column of another role; where another one is marked already, it only goes. */
function toOtherMark(
  { place, source }: Desk,
  { rewordings }: Elsewhere,
  table: Table,
  mark: Span,
  roleAt: (row: number, column: number) => Actor | undefined,
): Moved[] {
  const { cell } = place.block.context;
  const row = table.rows[cell!.row]!;
  const others = row
    .map((c, column) => ({ c, role: roleAt(cell!.row, column) }))
    .filter(({ role }) => role?.origin === 'column' && role.kind === 'other');
  const none =
    table.rows
      .flat()
      .find((c) => NO_PART.test(c.text.trim()))
      ?.text.trim() ?? '–';
  const gone = { span: mark, text: none };
  const own = source.slice(mark.start, mark.end);
  const marked = others.find(({ c }) => c.text.trim() === own);
  if (marked) return [{ edits: [gone], shown: '', role: marked.role!.text }];
  return others
    .map(({ c, role }) => ({ c, role: role!.text, fit: fitOf(rewordings, place.finding.rule, role!.text) }))
    .filter(({ c, fit }) => fit !== undefined && NO_PART.test(c.text.trim()))
    .sort((a, b) => a.fit! - b.fit!)
    .map(({ c, role }) => ({ edits: [gone, { span: spanOf(c), text: own }], shown: '', role }));
}

/** The name of another role takes the peer's place as the owner of a task. */
function toOtherOwner(
  { place }: Desk,
  { rewordings, roles }: Elsewhere,
  table: Table,
  column: number,
  mark: Span,
): Moved[] {
  const { cell } = place.block.context;
  const { rule } = place.finding;
  const asked = roles.ofTable(cell!.table)!;
  const names = new Map<string, number>();
  // "Peer Navigator and Case Manager": the other one is named already.
  const own = table.rows[cell!.row]![column]!.text.trim();
  const others = namesIn(own).filter((name) => !name.includes(place.finding.evidence.actor?.text ?? name));
  if (others.length > 0 && others.length === namesIn(own).length - 1) {
    const left = others.join(' and ');
    return [{ edits: [{ span: mark, text: left }], shown: '', role: left }];
  }
  table.rows.forEach((row, r) => {
    const owner = row[column];
    const actor = asked.actorOf(r, cell!.column)?.actor;
    const name = owner?.text.trim() ?? '';
    if (actor?.kind !== 'other' || actor.text.length < name.length - MOST_AROUND) return;
    const fit = fitOf(rewordings, rule, name);
    if (fit !== undefined && !names.has(name)) names.set(name, fit);
  });
  return [...names]
    .sort((a, b) => a[1] - b[1])
    .map(([name]) => ({ edits: [{ span: mark, text: name }], shown: '', role: name }));
}

/** Letters that an owner's cell may hold beside a role's name ("the", a full stop). */
const MOST_AROUND = 5;

/** An entry moves to the cell of another role: in its own row, where roles are columns; in its column, where they are rows. */
function toOtherCell(
  { place, source, verbs }: Desk,
  { rewordings }: Elsewhere,
  table: Table,
  roleAt: (row: number, column: number) => Actor | undefined,
): Moved[] {
  const cell = place.block.context.cell!;
  const own = roleAt(cell.row, cell.column);
  const entry = table.rows[cell.row]![cell.column]!;
  const { tokens, duty, s } = place;
  if (!own || tokens.length === 0 || s.sentence.start !== 0 || s.sentence.end < place.block.text.length) return [];
  const whole = { from: 0, to: tokens.length };
  const form = formAt(tokens, 0, verbs);
  const items = form ? predicatesIn(tokens, whole, form, verbs) : itemsIn(tokens, whole);
  const hit = items.findIndex((r) => r.from < duty.to && duty.from < r.to);
  const item = items[hit];
  if (!item || (items[hit + 1] && items[hit + 1]!.from < duty.to)) return [];
  const at = (index: number): number => s.offset + tokens[index]!.start;
  const to = s.offset + tokens[item.to - 1]!.end;
  const words = source.slice(at(item.from), to);
  const cut: Span =
    items.length === 1
      ? spanOf(entry)
      : hit === 0
        ? { start: at(0), end: at(items[1]!.from) }
        : { start: s.offset + tokens[items[hit - 1]!.to - 1]!.end, end: to };
  const cells =
    own.origin === 'column'
      ? table.rows[cell.row]!.map((c, column) => ({ c, role: roleAt(cell.row, column) }))
      : table.rows.map((row, r) => ({ c: row[cell.column], role: roleAt(r, cell.column) }));
  return cells
    .flatMap(({ c, role }) => {
      const fit =
        role?.kind === 'other' && role.origin === own.origin
          ? fitOf(rewordings, place.finding.rule, role.text)
          : undefined;
      if (!c || fit === undefined || !/\p{L}/u.test(c.text)) return [];
      const end = c.start + c.text.trimEnd().replace(/[.;]$/, '').length;
      const added = `${/;/.test(c.text + entry.text) ? ';' : ','} ${words}`;
      return [
        {
          edits: [
            { span: cut, text: items.length === 1 ? '–' : '' },
            { span: { start: end, end }, text: added },
          ],
          shown: words,
          role: role!.text,
          fit,
        },
      ];
    })
    .sort((a, b) => a.fit - b.fit);
}
