// Names of peer roles: the clear ones, never the bare word "peer". Each has to be a peer role for the engine as well;
// test/syntaxes/roles.test.ts asks it about every single one.
import { anyOf, FROM, FROM_ANY_CASE, maybe, NO_LETTER, rule, TO, type MatchRule } from './shape';

const ROLE = 'support.type.peer-role.peer-role-check';

/** A family of names: one of each column, in this order; an empty entry may be left out. */
interface Family {
  readonly comment: string;
  readonly columns: readonly (readonly string[])[];
  readonly caseMatters?: true;
}

const HEADS =
  'specialist worker supporter mentor bridger advocate navigator counselor counsellor companion debriefer facilitator trainer supervisor practitioner provider leader'
    .split(' ')
    .concat('staff member', 'team lead', 'team leader');
const SUPPORT_HEADS =
  'specialist worker mentor advocate coordinator supervisor practitioner professional provider'.split(' ');

const withPlurals = (heads: readonly string[]): string[] => heads.flatMap((head) => [head, `${head}s`]);
const COACH = ['coach', 'coaches'];
const FIELDS = ['', 'family', 'youth', 'veteran', 'older adult', 'vocational', 'recovery'];
const GROUPS = 'people those staff anyone someone workers employees individuals'.split(' ');

export const FAMILIES: readonly Family[] = [
  {
    comment: '"Certified peer specialist", "peer recovery coach".',
    columns: [
      ['', 'certified'],
      FIELDS,
      ['peer'],
      ['', 'recovery', 'wellness'],
      [...withPlurals(HEADS), ...COACH, 'staff'],
    ],
  },
  {
    comment: '"Peer support worker".',
    columns: [['', 'certified'], ['peer support'], [...withPlurals(SUPPORT_HEADS), 'staff']],
  },
  { comment: '"Recovery coach".', columns: [['', 'certified'], ['recovery', 'wellness'], COACH] },
  {
    comment: 'Other names without the word "peer".',
    columns: [
      [
        'recovery support specialist',
        ...withPlurals(['family partner', 'consumer provider', 'consumer advocate']),
        ...withPlurals(['lived experience worker', 'lived experience practitioner', 'lived experience specialist']),
        ...withPlurals(['lived-experience worker', 'lived-experience practitioner', 'lived-experience specialist']),
      ],
    ],
  },
  {
    comment: '"People in peer roles".',
    columns: [GROUPS, ['in'], ['', 'a', 'the', 'these', 'such'], ['peer', 'peer support'], withPlurals(['role'])],
  },
  {
    comment: 'Short forms, in capitals only.',
    columns: [['CPS', 'CPSs', 'CPSS', 'C.P.S.', 'PSW', 'PSWs', 'CRPA']],
    caseMatters: true,
  },
];

/** Every name of a family, written out. */
export const namesOf = ({ columns }: Family): string[] =>
  columns.reduce<string[]>(
    (names, column) => names.flatMap((name) => column.map((part) => [name, part].filter(Boolean).join(' '))),
    [''],
  );

/** The columns as one pattern; `certified ` and the like take their space along when they are left out. */
function patternOf({ columns }: Family): string {
  const last = columns.length - 1;
  return columns
    .map((column, i) => {
      const after = i === last ? '' : ' ';
      const parts = column.filter(Boolean).map((part) => part.replaceAll('.', '[.]') + after);
      return column.includes('') ? maybe(...parts) : anyOf(...parts);
    })
    .join('');
}

/** Stands before a name of a peer role, in lower or upper case. */
export const BEFORE_A_ROLE = `(?= ${anyOf(
  ...FAMILIES.slice(0, 2).map(patternOf),
  `one in ${maybe('a ', 'the ')}peer role`,
  `(?-i:CPS|PSW)`,
)}${TO})`;

export const ROLES: readonly MatchRule[] = FAMILIES.map((family) =>
  // A short form with a "^" before it is the label of a footnote, or of a link.
  rule(family.comment, ROLE, family.caseMatters ? String.raw`${FROM}(?<![\^.])` : FROM_ANY_CASE, patternOf(family), TO),
);

/** These have a role's name in them and name nobody, as in the list `none` of server/knowledge/roles.yml. */
export const NO_ROLES: readonly MatchRule[] = [
  rule(
    '"CPS training", "peer specialist certification".',
    undefined,
    FROM_ANY_CASE,
    anyOf('(?-i:CPS)', '(?:certified )?peer specialist'),
    ' ',
    anyOf(
      'code',
      'certification',
      'training',
      'course',
      'credential',
      'class',
      'exam',
      'standards',
      'job description',
      'program',
      'curriculum',
    ),
    NO_LETTER,
  ),
  rule(
    '"Peer staff meeting".',
    undefined,
    `${FROM_ANY_CASE}peer staff `,
    anyOf(
      'meetings?',
      'orientation',
      'training',
      'room',
      'lounge',
      'kitchen',
      'handbook',
      'development',
      'lockers?',
      'party',
      'picnic',
      'retreat',
    ),
    NO_LETTER,
  ),
];
