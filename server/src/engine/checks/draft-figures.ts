import { readTerms, type TermTold } from './certification';
import { inOrder, type FigureRead } from './figures';
import { spanIn, type CheckedDraft, type Passage } from './passage';
import { readStaffing, staffingFigures, type StaffingTold } from './staffing-told';
import { readLines, type SupervisionLine } from './supervision';
import { readSinglePeers, readTeams, type SinglePeer, type TeamTold } from './teams';
import { readWages, type WageTold } from './wages';
import type { Range } from './concern';
import type { ReadSentence } from '../reading/read';

/** What a draft says in figures about its peer roles; read once, used by every check. */
export interface DraftFigures {
  readonly staffing: readonly StaffingTold[];
  readonly wages: readonly WageTold[];
  readonly terms: readonly TermTold[];
  readonly teams: readonly TeamTold[];
  readonly singlePeers: readonly SinglePeer[];
  /** Lines of supervision by people who have worked in a peer role. */
  readonly lines: readonly SupervisionLine[];
  /** The same as data. */
  readonly all: readonly FigureRead[];
}

export function readFigures(checked: CheckedDraft): DraftFigures {
  const staffing = readStaffing(checked);
  const wages = readWages(checked);
  const terms = readTerms(checked);
  const teams = readTeams(checked);
  const singlePeers = readSinglePeers(checked);
  const lines = readLines(checked);
  const { source } = checked.draft;
  const at = (told: Told): Pick<FigureRead, 'text' | 'span' | 'role'> => {
    const span = spanIn(told.passage, told.sentence, told.range);
    const role = told.actor?.text;
    return { text: source.slice(span.start, span.end), span, ...(role !== undefined && role !== '' && { role }) };
  };
  const all = inOrder([
    ...staffingFigures(checked, staffing),
    ...wages.map((t): FigureRead => ({ kind: 'pay', value: t.hourly, unit: 'dollars an hour', ...at(t) })),
    ...terms.map((t): FigureRead => ({ kind: 'certification', value: t.months, unit: 'months', ...at(t) })),
    ...teams.map((t): FigureRead => ({ kind: 'team-size', value: t.size, unit: 'people in peer roles', ...at(t) })),
    ...singlePeers.map((t): FigureRead => ({
      kind: 'team-size',
      value: 1,
      unit: 'people in peer roles on each team',
      ...at(t),
    })),
    ...lines.map((t): FigureRead => ({
      kind: 'supervision',
      value: 1,
      unit: 'line of supervision',
      byPeer: true,
      ...at(t),
    })),
  ]);
  return { staffing, wages, terms, teams, singlePeers, lines, all };
}

interface Told {
  readonly passage: Passage;
  readonly sentence: ReadSentence;
  readonly range: Range;
  readonly actor?: { readonly text: string } | undefined;
}
