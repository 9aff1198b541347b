import type { Located, Table } from '../markdown/draft';
import type { ReadSentence } from '../reading/read';
import type { Span } from '../text/span';
import type { Range } from './concern';
import { mark } from './marked';
import { spanIn, type CheckedDraft, type Passage } from './passage';
import { fteIn, type Amount } from './staffing';
import type { NumberTold, StaffingTold } from './staffing-told';
import { clausesAround, isStated } from './terms';

/** A number with the sentence that it stands in. */
interface Apart extends NumberTold {
  readonly passage: Passage;
  readonly sentence: ReadSentence;
  readonly range: Range;
  /** Counted by heads: at most so many FTE. */
  readonly heads?: true;
  /** The peer role that it is about, as the draft names it. */
  readonly role?: string;
}

const PEOPLE_HEAD =
  /\b(?:people|persons|individuals|members|clients|enroll?(?:ed|ment|ees)|census|capacity|served|residents|tenants|participants|guests)\b/i;
const FTE_HEAD = /\b(?:fte|ftes|wte|full[- ]time equivalents?)\b/i;
const isPeople = (text: string): boolean => PEOPLE_HEAD.test(text) && !/\bpeers?\b/i.test(text);
const isPeers = (text: string): boolean =>
  /\b(?:peers?|cps)\b/i.test(text) && !/supervis|train|pay|wage|rate|ratio|lead|manager|director/i.test(text);
const isTotal = (cell: Located | undefined): boolean => /^\W*(?:grand |sub-?)?totals?\b/i.test(cell?.text ?? '');

/** A site to a row, or to a column, with the people served and the FTE in peer roles beside each other. */
export function staffingInRows(checked: CheckedDraft, table: Table, index: number): StaffingTold[] {
  const served = table.head.findIndex((h) => isPeople(h.text));
  const peers = table.head.findIndex((h) => isPeers(h.text));
  if (served >= 0 && peers >= 0 && served !== peers) {
    const rows = table.rows.map((_, row) => row).filter((row) => !isTotal(table.rows[row]![0]));
    const each = rows.length > 0 ? rows : table.rows.map((_, row) => row);
    return each.flatMap((row) => pair(checked, index, { row, column: served }, { row, column: peers }));
  }
  const title = (wanted: (text: string) => boolean): number =>
    table.rows.findIndex((cells) => wanted(cells[0]?.text ?? ''));
  const [people, fte] = [title(isPeople), title(isPeers)];
  if (people < 0 || fte < 0 || people === fte) return [];
  const columns = table.head.map((_, column) => column).slice(1);
  const sites = columns.filter((column) => !isTotal(table.head[column]));
  return (sites.length > 0 ? sites : columns).flatMap((column) =>
    pair(checked, index, { row: people, column }, { row: fte, column }),
  );
}

interface Cell {
  readonly row: number;
  readonly column: number;
}

function pair(checked: CheckedDraft, table: number, served: Cell, peers: Cell): StaffingTold[] {
  const cell = ({ row, column }: Cell): Located | undefined => checked.draft.tables[table]?.rows[row]?.[column];
  const [people, fte] = [amountIn(cell(served)?.text), amountIn(cell(peers)?.text)];
  const passage = passageAt(checked, table, peers);
  if (!people || !fte || fte.low <= 0 || !passage) return [];
  return [
    {
      ...atCell(passage),
      how: 'total',
      people: { amount: people, span: spanOfCell(cell(served)!) },
      ftes: [{ amount: fte, span: spanOfCell(cell(peers)!) }],
      fte,
    },
  ];
}

/** Figures that stand apart: FTE in one table or in sentences, with the people served elsewhere. Silent where they differ. */
export function staffingAcross(checked: CheckedDraft): StaffingTold[] {
  const people = onlyOne(peopleApart(checked));
  if (!people) return [];
  const tables = new Map<number, Apart[]>();
  for (const row of fteInTables(checked)) {
    const { table } = row.passage.block.context.cell!;
    tables.set(table, [...(tables.get(table) ?? []), row]);
  }
  if (tables.size > 1) return [];
  const [rows = []] = tables.values();
  const told = fteInSentences(checked);
  const stated = onlyOne(told);
  if (rows.length === 0 && !stated) return [];
  const fte =
    rows.length > 0
      ? {
          low: rows.reduce((sum, { amount }) => sum + amount.low, 0),
          high: rows.reduce((sum, { amount }) => sum + amount.high, 0),
        }
      : stated!.amount;
  // A table and a sentence that do not agree: which of them is meant is not ours to guess.
  const known = new Set([fte.low, ...rows.map(({ amount }) => amount.low)]);
  if (rows.length > 0 && told.some(({ amount }) => !known.has(amount.low))) return [];
  const ftes = rows.length > 0 ? rows : [stated!];
  const largest = [...ftes].sort((a, b) => b.amount.high - a.amount.high)[0]!;
  const { passage, sentence, range, heads } = largest;
  const whole = passage.block.context.cell ? range : clausesAround(sentence, range);
  const at = { passage, sentence, whole, parts: [range], actor: undefined };
  return [{ how: 'total', people, ftes, fte, ...(heads && { heads }), ...at, said: true }];
}

/** People served, where no FTE stand beside them. */
export const peopleApart = (checked: CheckedDraft): Apart[] => checked.passages.flatMap(peopleServed);

/** FTE in peer roles, where no people served stand beside them. */
export const fteApart = (checked: CheckedDraft): Apart[] => [...fteInTables(checked), ...fteInSentences(checked)];

/** The FTE of each row about a peer role, in tables of posts. */
function fteInTables(checked: CheckedDraft): Apart[] {
  return checked.draft.tables.flatMap((table, index) => {
    const column = table.head.findIndex((h) => FTE_HEAD.test(h.text));
    if (column < 0) return [];
    return table.rows.flatMap((row, r): Apart[] => {
      const amount = amountIn(row[column]?.text);
      const passage = passageAt(checked, index, { row: r, column });
      const actor = checked.roles.ofTable(index)?.actorOf(r, column)?.actor ?? postOf(checked, index, r);
      if (!amount || amount.low <= 0 || !passage || actor?.kind !== 'peer') return [];
      const { sentence, whole: range } = atCell(passage);
      return [{ amount, passage, sentence, range, span: spanOfCell(row[column]!), role: actor.text }];
    });
  });
}

/** The post that a row is about, where it stands behind a line number. */
function postOf(
  checked: CheckedDraft,
  table: number,
  row: number,
): { kind: 'peer' | 'other'; text: string } | undefined {
  for (const column of [0, 1]) {
    const s = passageAt(checked, table, { row, column })?.sentences[0];
    const m = s?.mentions.find((x) => x.kind === 'peer' || x.kind === 'other');
    if (s && m) {
      const words = s.sentence.tokens.slice(m.from, m.to).map((t) => t.text);
      return { kind: m.kind === 'peer' ? 'peer' : 'other', text: words.join(' ') };
    }
  }
  return undefined;
}

const passageAt = (checked: CheckedDraft, table: number, { row, column }: Cell): Passage | undefined =>
  checked.passages.find(
    ({ block: { context } }) =>
      context.cell?.table === table && context.cell.row === row && context.cell.column === column,
  );

const spanOfCell = ({ start, text }: Located): Span => ({ start, end: start + text.length });

/** "120", "1,200 people", "2.5 FTE", "30-40". */
function amountIn(text: string | undefined): Amount | undefined {
  const match =
    /^\D{0,3}(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:\s*(?:-|–|to)\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?)?\s*(?:fte|people|members)?\.?$/i.exec(
      text?.trim() ?? '',
    );
  if (!match) return undefined;
  const low = Number(match[1]!.replaceAll(',', '') + (match[2] ?? ''));
  const high = match[3] === undefined ? low : Number(match[3].replaceAll(',', '') + (match[4] ?? ''));
  return { low, high };
}

function atCell(passage: Passage): Pick<StaffingTold, 'passage' | 'sentence' | 'whole' | 'parts' | 'actor' | 'said'> {
  const sentence = passage.sentences[0]!;
  const whole = { from: 0, to: sentence.sentence.tokens.length };
  return { passage, sentence, whole, parts: [whole], actor: undefined, said: true };
}

const SERVED = [
  /(?:people|persons|individuals|members|clients|residents|tenants|participants|@person|enrollment|enrolment|census|capacity|population|area) (?:@person )?(?:to be )?(?:served|supported|enrolled|covered)?(?: \( \S+ \))? ?: N(\d+)(?![\d.])/,
  /(?:area|population|total|people|persons) (?:@person )?served : N(\d+)/,
  /\b(?:serves?|serving|supports?|supporting|enrolls?|enrolling|capacity (?:of|is)|census (?:of|is)|enrollment (?:of|is)|membership of|to serve|will serve|house for|home to)(?: (?:about|up to|around|some|approximately|a total of))? N(\d+)(?: (?![N@M]\S)[^ ;.]+){0,3} @person/,
];
/** Numbers of people that are not the people whom the draft's peers support. */
const OTHER_COUNT = /\b(?:each|per|every|last year|payee|event|conference|group|hours|training|beds)\b|@other|\bif\b/;

function peopleServed(passage: Passage): Apart[] {
  if (passage.block.context.quoted) return [];
  return passage.sentences.flatMap((s): Apart[] => {
    const all = mark(s, { from: 0, to: s.sentence.tokens.length });
    const match = SERVED.map((p) => p.exec(all.text)).find((m) => m !== null);
    if (!match || OTHER_COUNT.test(match[0].includes(':') ? match[0] : all.text)) return [];
    const range = all.tokens(match.index, match.index + match[0].length);
    const value = Number(match[1]);
    if (value < 10 || !isStated(s, [range])) return [];
    return [{ amount: { low: value, high: value }, passage, sentence: s, range, span: spanIn(passage, s, range) }];
  });
}

/** "We employ 4.0 FTE peer specialists." */
function fteInSentences(checked: CheckedDraft): Apart[] {
  return checked.passages.flatMap((passage) => {
    const { quoted, cell } = passage.block.context;
    if (quoted || cell) return [];
    return passage.sentences.flatMap((s): Apart[] => {
      const whole = { from: 0, to: s.sentence.tokens.length };
      const all = mark(s, whole);
      if (
        !all.text.includes('@peer') ||
        /@other|\bper\b|\beach\b|\bfewer\b|\bless\b|\bunder\b|\bevery\b/.test(all.text)
      )
        return [];
      const inFte = /N[\d.]+ (?:\S+ ){0,2}?(?:fte|ftes|wte)\b/.test(all.text);
      const fte = inFte ? fteIn(` ${all.text} `, false) : headsIn(all.text);
      if (!fte || !isStated(s, [whole])) return [];
      const range = fte.length > 0 ? all.tokens(fte.at - 1, fte.at - 1 + fte.length) : whole;
      const role = s.mentions.find((m) => m.kind === 'peer')!;
      const words = s.sentence.tokens.slice(role.from, role.to).map((t) => t.text);
      const span = spanIn(passage, s, range);
      const heads = fte.heads ? { heads: true as const } : {};
      return [{ amount: fte.value, passage, sentence: s, range, span, role: words.join(' '), ...heads }];
    });
  });
}

const HEADS =
  /(?:^| )N(\d+) (?:(?:full-time|half-time|part-time|certified|paid|peer|recovery|support) ){0,4}\S+ @peer/g;
const EMPLOYS =
  /\b(?:employ\w*|has|have|there (?:are|is|will be)|is staffed|are staffed|will be staffed|budgets?|funds?|proposes?|consists? of|works? full[- ]time)\b/;
/** Some of them only, or others than those who do the work here. */
const NOT_ALL =
  /\b(?:additional|more|another|new|other|others|further|elsewhere|former|previous|first|at least|up to|of (?:them|our|the|whom)|conference|training|trained|visit\w*|interview\w*|spoke|met|attend\w*|hir\w+|vacan\w+|supervis\w+)\b/;

/** "It employs four peer specialists": each of them is at most one FTE. */
function headsIn(text: string): ReturnType<typeof fteIn> {
  const [match, ...others] = [...text.matchAll(HEADS)];
  if (!match || others.length > 0 || !EMPLOYS.test(text) || NOT_ALL.test(text)) return undefined;
  const value = Number(match[1]);
  const lead = match[0].length - match[0].trimStart().length;
  // Places count from a leading space, as those of `fteIn` do.
  return {
    value: { low: value, high: value },
    heads: true,
    at: match.index + lead + 1,
    length: match[0].length - lead,
  };
}

/** The number, if all agree on one. */
function onlyOne(told: readonly Apart[]): Apart | undefined {
  return new Set(told.map(({ amount }) => `${amount.low}-${amount.high}`)).size === 1 ? told[0] : undefined;
}
