import type { Place, Review, ReviewStatement } from '../review/model';
import { groupBy } from '../review/group';
import { heading, list, paragraph, strong, table, type Block, type Cell, type Line } from './blocks';
import { fileName, paper, places, RESTS_ON, suggestion, WHO_SAYS_SO } from './words';

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
      }“Made” means that its words were found; whether they are enough is for you to judge.`,
    ),
    table('Checklist of statements', ['Statement', 'Asked for by', 'Made', 'Asked for, and not found'], all.map(row)),
    ...(missing.length > 0 ? [heading(3, 'What is missing, and why it matters')] : []),
    ...list(missing.map(ofMissing)),
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

function ofMissing({ title, why, authority, sources, suggestion: offered }: ReviewStatement): Line {
  return [
    strong(`${title}. `),
    why === '' ? '' : `${why} `,
    `Who says so: ${WHO_SAYS_SO[authority]}`,
    ...sources.flatMap((source, i) => [i === 0 ? ' See ' : '; ', ...paper(source)]),
    sources.length > 0 ? '.' : '',
    ...(offered === undefined ? [] : [` Suggested wording: ${suggestion(offered)}.`]),
  ];
}
