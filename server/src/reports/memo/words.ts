import type { Authority } from '../../engine/findings/finding';
import { printable } from '../printable';
import { title, type Line } from './blocks';
import type { Authoritative, LeftOut, Place, ReviewFigure, SuggestedWording } from '../review/model';

/* The memo's words for what a review holds in ids and numbers. */

/** What a limit rests on, with a capital, as a cell of a table. */
export const RESTS_ON: Readonly<Record<Authority, string>> = {
  contract: 'The contract',
  ethics: 'A code of ethics',
  practice: 'A recommendation',
};

/** Whose word it is, after "Who says so:". */
export const WHO_SAYS_SO: Readonly<Record<Authority, string>> = {
  contract: 'the contract itself.',
  ethics: 'a code of ethics, or the field in applying one.',
  practice: 'a recommendation of the papers, and no rule of the contract.',
};

export const DECIDED: Readonly<Record<LeftOut['by'], string>> = {
  comment: 'At this place, in a comment',
  'front-matter': 'For the whole draft',
  workspace: "For all of the organization's drafts",
};

export const FIGURE: Readonly<Record<ReviewFigure['kind'], string>> = {
  fte: 'FTE in peer roles',
  people: 'People supported',
  caseload: 'People for each person in a peer role',
  ratio: 'People for each FTE in peer roles',
  pay: 'Pay by the hour',
  certification: 'Months until certification',
  'team-size': 'People in a peer team',
};

/** "$22.50", "8.0", "30 to 45". */
export function amount({ kind, value, most }: ReviewFigure): string {
  const show = (n: number): string => {
    if (kind === 'pay') return `$${n.toFixed(2)}`;
    const rounded = Math.round(n * 100) / 100;
    return kind === 'fte' && Number.isInteger(rounded) ? rounded.toFixed(1) : String(rounded);
  };
  return most === undefined ? show(value) : `${show(value)} to ${show(most)}`;
}

export const fileName = (path: string): string => (path === '-' ? 'standard input' : printable(path));

export const lines = ({ line, endLine }: Place): string =>
  line === endLine ? `line ${String(line)}` : `lines ${String(line)} to ${String(endLine)}`;

/** "job.md, line 12, under “Duties”". */
export const where = (place: Place): string =>
  `${at(place)}${place.section === undefined ? '' : `, under ${quoted(place.section, 80)}`}`;

/** "job.md, line 12". */
export const at = (place: Place): string => `${fileName(place.path)}, ${lines(place)}`;

/** "job.md, lines 12, 30" for the places of one draft. */
export function places(of: readonly [Place, ...Place[]]): string {
  const numbers = [...new Set(of.map(({ line }) => line))];
  return `${fileName(of[0].path)}, line${numbers.length === 1 ? '' : 's'} ${numbers.join(', ')}`;
}

const LONGEST = 300; // characters of a quotation: a clause, not a page

/** “The draft's words”, shortened where they are very long. */
export function quoted(words: string, longest = LONGEST): string {
  const text = words.length > longest ? `${words.slice(0, longest - 1).trimEnd()}…` : words;
  return `“${text}”`;
}

/** "*The Paper*, 7.5 a". */
export const paper = ({ title: name, section }: Authoritative): Line => [
  title(name),
  section === undefined ? '' : `, ${section}`,
];

/** The new wording as it would stand; what the quick fix does, where that is not a passage. */
export const suggestion = ({ title, text }: SuggestedWording): string =>
  text === undefined ? title : quoted(text, Infinity);

/** "22 November 2026" for "2026-11-22". */
export function dateWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  const name = MONTHS[(month ?? 0) - 1];
  return name === undefined ? date : `${String(day)} ${name} ${String(year)}`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
