import type { DutyCounts, Review, RoleRow } from '../review/model';
import { heading, list, paragraph, strong, table, type Block, type Cell, type Line } from './blocks';
import { capital } from './words';

const WIDEST = 6; // roles beside each other, so that the table fits a page

/** Who does what: the limited duties that the drafts give to anybody. */
export function matrix({ matrix: { duties, roles } }: Review): Block[] {
  if (roles.length === 0) return [];
  const title = 'Who does what';
  const parts = Array.from({ length: Math.ceil(roles.length / WIDEST) }, (_, i) =>
    roles.slice(i * WIDEST, (i + 1) * WIDEST),
  );
  const tables = parts.map((part, i) =>
    table(
      parts.length === 1 ? title : `${title}, part ${String(i + 1)} of ${String(parts.length)}`,
      ['Duty', ...part.map(roleHead)],
      duties.map(({ rule, title: duty }) => [duty, ...part.map((role) => cellOf(role, rule))]),
    ),
  );
  return [
    heading(2, title),
    paragraph(
      'Duties that are limited for peer roles, and to whom the drafts give them. Roles have the names that the drafts use. The numbers count places.',
    ),
    ...tables,
    ...legend(roles),
  ];
}

const roleHead = ({ role, kind }: RoleRow): string => `${capital(role)} (${KIND[kind]})`;

const KIND: Readonly<Record<RoleRow['kind'], string>> = {
  peer: 'peer role',
  collective: 'may include peers',
  other: 'other role',
};

function cellOf({ duties }: RoleRow, rule: string): Cell {
  const counts = duties.find((duty) => duty.rule === rule);
  if (!counts) return { line: ['–'], tone: 'quiet' };
  const { crossed, open, leftOut, has } = counts;
  const said = [
    crossed > 0 && `✗ crossed ${String(crossed)}`,
    open > 0 && `? check ${String(open)}`,
    leftOut > 0 && `left out ${String(leftOut)}`,
    has > 0 && `has it ${String(has)}`,
  ].filter((part) => part !== false);
  return { line: [said.join(', ')], ...(crossed > 0 ? { tone: 'crossed' } : open > 0 ? { tone: 'open' } : {}) };
}

/** What the words in the cells mean, as far as they occur. */
function legend(roles: readonly RoleRow[]): Block[] {
  const occurs = (what: Exclude<keyof DutyCounts, 'rule'>): boolean =>
    roles.some(({ duties }) => duties.some((duty) => duty[what] > 0));
  const rows: [boolean, Line][] = [
    [
      occurs('crossed'),
      [strong('✗ crossed: '), 'the text gives the duty to this role, and a limit says that it must not.'],
    ],
    [occurs('open'), [strong('? check: '), 'the wording leaves it open.']],
    [occurs('leftOut'), [strong('left out: '), 'it was found, and somebody gave a reason to leave it.']],
    [occurs('has'), [strong('has it: '), 'the text gives the duty to this role, and no limit is in the way.']],
    [true, [strong('–: '), 'no such words were found. Somebody may have the duty all the same.']],
  ];
  return list(rows.filter(([shown]) => shown).map(([, line]) => line));
}
