import type { Rule } from '../knowledge/types';
import type { Table } from '../markdown/draft';
import type { Actor } from '../reading/readable';
import type { Span } from '../text/span';
import { mark } from './marked';
import type { CheckedDraft, Passage } from './passage';
import { arithmetic, fteIn } from './ratio';
import { isStated, type TermHit } from './terms';

interface Figure {
  readonly value: number;
  readonly passage: Passage;
  readonly span: Span;
}

const PEOPLE_HEAD =
  /\b(?:people|persons|individuals|members|clients|enroll?(?:ed|ment|ees)|census|capacity|served|residents|tenants|participants|guests)\b/i;
const FTE_HEAD = /\b(?:fte|ftes|wte|full[- ]time equivalents?)\b/i;

/** Compares figures that stand apart: FTE in a table or sentence with the people served elsewhere. */
export function ratioAcrossDraft(rule: Rule, checked: CheckedDraft, most: number): TermHit[] {
  const people = onlyOne(checked.passages.flatMap(peopleServed));
  if (!people) return [];
  const tables = checked.draft.tables
    .map((table, index) => fteInTable(checked, table, index))
    .filter((rows) => rows.length > 0);
  const told = checked.passages.flatMap(fteTold);
  if (tables.length > 1) return [];
  const rows = tables[0] ?? [];
  const stated = onlyOne(told);
  const fte = rows.length > 0 ? rows.reduce((sum, row) => sum + row.value, 0) : stated?.value;
  const largest = [...rows].sort((a, b) => b.value - a.value)[0] ?? stated;
  if (fte === undefined || !largest || people.value / fte <= most) return [];
  const notes = [arithmetic({ people: people.value, fte }, most)];
  const related = [{ span: people.span, message: `${String(people.value)} people` }];
  return [{ ...hitAt(rule, largest.passage), notes, related }];
}

/** A site to a row, with the people served and the FTE in peer roles in columns of their own. */
export function ratioInRows(rule: Rule, checked: CheckedDraft, table: Table, index: number, most: number): TermHit[] {
  const served = table.head.findIndex((h) => PEOPLE_HEAD.test(h.text) && !/\bpeers?\b/i.test(h.text));
  const peers = table.head.findIndex(
    (h) => /\b(?:peers?|cps)\b/i.test(h.text) && !/supervis|train|pay|wage|rate|ratio/i.test(h.text),
  );
  if (served < 0 || peers < 0 || served === peers) return [];
  return table.rows.flatMap((row, r): TermHit[] => {
    const [people, fte] = [figure(row[served]?.text), figure(row[peers]?.text)];
    const passage = cellAt(checked, index, r, peers);
    if (people === undefined || !fte || !passage || people / fte <= most) return [];
    const cell = row[served]!;
    const related = [
      { span: { start: cell.start, end: cell.start + cell.text.length }, message: `${String(people)} people` },
    ];
    return [{ ...hitAt(rule, passage), notes: [arithmetic({ people, fte }, most)], related }];
  });
}

/** The FTE of each row about a peer role, in a table of posts. */
function fteInTable(checked: CheckedDraft, table: Table, index: number): Figure[] {
  const column = table.head.findIndex((h) => FTE_HEAD.test(h.text));
  if (column < 0) return [];
  return table.rows.flatMap((row, r): Figure[] => {
    const value = figure(row[column]?.text);
    const passage = cellAt(checked, index, r, column);
    const actor: Actor | undefined =
      checked.roles.ofTable(index)?.actorOf(r, column)?.actor ?? postOf(checked, index, r);
    if (!value || !passage || actor?.kind !== 'peer') return [];
    return [
      { value, passage, span: { start: passage.block.start, end: passage.block.start + passage.block.text.length } },
    ];
  });
}

/** The post that a row is about, where it stands behind a line number. */
function postOf(checked: CheckedDraft, table: number, row: number): Actor | undefined {
  for (const column of [0, 1]) {
    const s = cellAt(checked, table, row, column)?.sentences[0];
    const m = s?.mentions.find((x) => x.kind === 'peer' || x.kind === 'other');
    if (s && m)
      return { kind: m.kind, text: '', span: { start: s.offset, end: s.offset }, origin: 'row', negated: false };
  }
  return undefined;
}

const cellAt = (checked: CheckedDraft, table: number, row: number, column: number): Passage | undefined =>
  checked.passages.find(
    ({ block: { context } }) =>
      context.cell?.table === table && context.cell.row === row && context.cell.column === column,
  );

const figure = (text: string | undefined): number | undefined => {
  const match = /^\D{0,3}(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(?:fte|people|members)?\.?$/i.exec(text?.trim() ?? '');
  return match ? Number(match[1]!.replaceAll(',', '') + (match[2] ?? '')) : undefined;
};

const hitAt = (rule: Rule, passage: Passage): TermHit => {
  const sentence = passage.sentences[0]!;
  const whole = { from: 0, to: sentence.sentence.tokens.length };
  return { rule, passage, sentence, whole, parts: [whole], actor: undefined, by: rule.id };
};

const SERVED = [
  /(?:people|persons|individuals|members|clients|residents|tenants|participants|@person|enrollment|enrolment|census|capacity|population|area) (?:@person )?(?:to be )?(?:served|supported|enrolled|covered)?(?: \( \S+ \))? ?: N(\d+)(?![\d.])/,
  /(?:area|population|total|people|persons) (?:@person )?served : N(\d+)/,
  /\b(?:serves?|serving|supports?|supporting|enrolls?|enrolling|capacity (?:of|is)|census (?:of|is)|enrollment (?:of|is)|membership of|to serve|will serve|house for|home to)(?: (?:about|up to|around|some|approximately|a total of))? N(\d+)(?: (?![N@M]\S)[^ ;.]+){0,3} @person/,
];
/** Numbers of people that are not the people whom the draft's peers support. */
const OTHER_COUNT = /\b(?:each|per|every|last year|payee|event|conference|group|hours|training|beds)\b|@other|\bif\b/;

function peopleServed(passage: Passage): Figure[] {
  if (passage.block.context.quoted) return [];
  return passage.sentences.flatMap((s): Figure[] => {
    const all = mark(s, { from: 0, to: s.sentence.tokens.length });
    const match = SERVED.map((p) => p.exec(all.text)).find((m) => m !== null);
    if (!match || OTHER_COUNT.test(match[0].includes(':') ? match[0] : all.text)) return [];
    const range = all.tokens(match.index, match.index + match[0].length);
    const value = Number(match[1]);
    if (value < 10 || !isStated(s, [range])) return [];
    const { tokens } = s.sentence;
    return [
      {
        value,
        passage,
        span: passage.place({ start: s.offset + tokens[range.from]!.start, end: s.offset + tokens[range.to - 1]!.end }),
      },
    ];
  });
}

/** "We employ 4.0 FTE peer specialists." */
function fteTold(passage: Passage): Figure[] {
  if (passage.block.context.quoted || passage.block.context.cell) return [];
  return passage.sentences.flatMap((s): Figure[] => {
    const all = mark(s, { from: 0, to: s.sentence.tokens.length });
    if (
      !all.text.includes('@peer') ||
      !/N[\d.]+ (?:\S+ ){0,2}?(?:fte|ftes|wte)\b/.test(all.text) ||
      /@other|\bper\b|\beach\b|\bfewer\b|\bless\b|\bunder\b|\bevery\b/.test(all.text)
    )
      return [];
    const fte = fteIn(` ${all.text} `, false);
    const whole = { from: 0, to: s.sentence.tokens.length };
    if (!fte || !isStated(s, [whole])) return [];
    return [{ value: fte.value, passage, span: { start: s.offset, end: s.offset } }];
  });
}

/** The figure, if all agree on one. */
function onlyOne(figures: readonly Figure[]): Figure | undefined {
  return new Set(figures.map((f) => f.value)).size === 1 ? figures[0] : undefined;
}
