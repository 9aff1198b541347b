import type { Authority } from '../../engine/findings/finding';
import { AUTHORITIES } from '../review/statements';
import type { Place, Review, ReviewStatement } from '../review/model';
import { groupBy } from '../review/group';
import { heading, list, paragraph, strong, table, type Block, type Cell, type Line } from './blocks';
import { fileName, paper, places, quoted, RESTS_ON } from './words';

/** The checklist over all drafts, and what is missing from it. */
export function statements({ statements: all, drafts }: Review): Block[] {
  if (drafts.length === 0) return [];
  if (all.length === 0)
    return [
      heading(2, 'Statements'),
      paragraph(
        'No draft here was read as a job description, a policy or a section of a response about peer roles, so none is asked for statements.',
      ),
    ];
  const missing = all.filter(({ state }) => state === 'missing');
  return [
    heading(2, 'Statements'),
    paragraph(
      `What is asked for, or recommended, in such drafts. ${
        drafts.length > 1 ? 'They are read as one response here: a statement that one of them makes is made. ' : ''
      }“Made” means that words for it were found; whether they are enough is for you to judge. “Missing” means that none were.`,
    ),
    table('Checklist of statements', ['Statement', 'Rests on', 'Made', 'Not found'], all.map(row)),
    ...AUTHORITIES.flatMap((authority) =>
      missingBy(
        authority,
        missing.filter((one) => one.authority === authority),
      ),
    ),
  ];
}

function row({ title, authority, state, made, lacking }: ReviewStatement): (Cell | string)[] {
  const found = groupBy(made, ({ path }: Place) => path).map(places);
  const elsewhere = lacking.map(fileName).join('; ');
  return [
    title,
    RESTS_ON[authority],
    state === 'made'
      ? found.join('; ')
      : state === 'missing'
        ? { line: [strong('Missing')], tone: 'crossed' }
        : { line: ['Left out, with a reason'], tone: 'quiet' },
    elsewhere === '' ? '–' : elsewhere,
  ];
}

/** What is missing, by what asks for it. */
const missingBy = (authority: Authority, missing: readonly ReviewStatement[]): Block[] =>
  missing.length === 0 ? [] : [heading(3, MISSING[authority]), ...list(missing.map(ofMissing))];

const MISSING: Readonly<Record<Authority, string>> = {
  contract: 'Missing: what the contract asks for',
  ethics: 'Missing: what a code of ethics asks for',
  practice: 'Missing: what the papers recommend',
};

function ofMissing({ title, why, sources, suggestion: offered }: ReviewStatement): Line {
  return [
    strong(`${title}. `),
    why,
    ...sources.flatMap((source, i) => [i === 0 ? ' See ' : '; ', ...paper(source)]),
    sources.length > 0 ? '.' : '',
    ...(offered === undefined
      ? []
      : [` Approved wording for it, in VS Code: ${quoted(offered.title.replace(/^Insert: /, ''))}.`]),
  ];
}
