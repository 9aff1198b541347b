import type { Review, ReviewFigure } from '../review/model';
import { heading, list, paragraph, strong, table, type Block, type Line } from './blocks';
import { amount, at, DECIDED, FIGURE, fileName, quoted, where } from './words';

/** What the drafts say in figures, and what was worked out from them. */
export function figures({ figures: all, sums }: Review): Block[] {
  if (all.length === 0 && sums.length === 0) return [];
  return [
    heading(2, 'Figures'),
    ...(all.length === 0
      ? []
      : [
          table(
            'Figures about peer roles',
            ['Where', 'What', 'Figure', "The draft's words"],
            all.map((figure) => [at(figure.place), whatOf(figure), amount(figure), quoted(figure.quotation)]),
          ),
        ]),
    ...(sums.length === 0 ? [] : [paragraph(strong('Worked out from these figures:'))]),
    ...list(sums.map(({ place, text }): Line => [`${at(place)}: ${text}`])),
  ];
}

/** "FTE in peer roles (Peer Specialist)"; a role that says no more than the figure itself is left out. */
const whatOf = ({ kind, role }: ReviewFigure): string =>
  role === undefined || /^peer (?:roles?|staff)$/i.test(role) ? FIGURE[kind] : `${FIGURE[kind]} (${role})`;

/** Where the findings are: a table whose last column is a chart, so that it needs no picture. */
export function chart({ sections }: Review): Block[] {
  if (sections.length < 2) return [];
  return [
    heading(2, 'Findings by section'),
    paragraph('█ the text says so, ░ left open.'),
    table(
      'Findings by section',
      ['Section', 'Draft', 'Findings', 'Chart'],
      sections.map(({ path, section, stated, open }) => [
        section ?? 'Before the first heading',
        fileName(path),
        String(stated + open),
        { line: [{ bar: { full: stated, light: open } }] },
      ]),
    ),
  ];
}

/** What somebody has decided to leave out; nothing of it is in the findings. */
export function leftOut({ suppressed }: Review): Block[] {
  if (suppressed.length === 0) return [];
  return [
    heading(2, 'Left out, with a reason'),
    paragraph('These were found, and somebody has decided that they may stand. They are in none of the numbers above.'),
    table(
      'Findings that were left out',
      ['Limit or term', 'Where', "The draft's words", 'Reason given', 'Decided'],
      suppressed.map(({ finding: { title, place, quotation }, reason, by }) => [
        title,
        where(place),
        quoted(quotation),
        reason,
        DECIDED[by],
      ]),
    ),
  ];
}

/** What is about citations and words for people: smaller than a limit, and kept apart from them. */
export function remarks({ remarks: all }: Review): Block[] {
  const shown = all.filter(({ family }) => family !== 'document');
  if (shown.length === 0) return [];
  return [
    heading(2, 'Remarks on citations and words'),
    table(
      'Remarks on citations and words',
      ['Where', "The draft's words", 'Remark'],
      shown.map(({ place, quotation, message }) => [at(place), quoted(quotation, 160), message]),
    ),
  ];
}
