import type { Authority } from '../../engine/findings/finding';
import { AUTHORITIES } from '../review/statements';
import type { LimitRow, Review, ReviewFinding } from '../review/model';
import { groupBy } from '../review/group';
import { heading, list, paragraph, quotation, strong, table, type Block, type Line } from './blocks';
import { paper, quoted, RESTS_ON, suggestion, where, WHO_SAYS_SO } from './words';

/** The table of limits, and what the words in it mean. */
export function limits({ limits: rows }: Review): Block[] {
  if (rows.length === 0) return [];
  const total = (of: 'stated' | 'open'): string => String(rows.reduce((sum, row) => sum + row[of], 0));
  return [
    heading(2, 'Limits and terms, and what they rest on'),
    table(
      'Findings by limit and authority',
      ['Limit or term', 'Rests on', 'The text says so', 'Left open'],
      [
        ...rows.map(({ title, authority, stated, open }: LimitRow) => [
          title,
          RESTS_ON[authority],
          String(stated),
          String(open),
        ]),
        ...(rows.length > 1 ? [['All', '', total('stated'), total('open')]] : []),
      ],
    ),
    ...list([
      ...AUTHORITIES.filter((authority) => rows.some((row) => row.authority === authority)).map((authority): Line => [
        strong(`${RESTS_ON[authority]}: `),
        MEANING[authority],
      ]),
      [strong('Left open: '), 'the words can be read in more than one way, so somebody has to look.'],
    ]),
  ];
}

const MEANING: Readonly<Record<Authority, string>> = {
  contract: 'the contract itself says so.',
  ethics: 'a code asks for it, or the field says so in applying one.',
  practice: 'the papers advise it; it is no rule of the contract.',
};

/** Every finding, by limit; what is true of all findings of a limit is said once. */
export function findings({ findings: all, limits: order }: Review): Block[] {
  if (all.length === 0) return [];
  const rank = (finding: ReviewFinding): number =>
    order.findIndex(({ rule, authority }) => rule === finding.rule && authority === finding.authority);
  const groups = groupBy(
    [...all].sort((a, b) => rank(a) - rank(b)),
    ({ rule, authority, sources, allowed }) => JSON.stringify([rule, authority, sources, allowed]),
  );
  return [heading(2, 'Findings'), ...groups.flatMap((group, i) => ofLimit(group, i + 1))];
}

function ofLimit(group: readonly [ReviewFinding, ...ReviewFinding[]], number: number): Block[] {
  const [{ title, why, authority, sources, allowed }] = group;
  const message = group.find(({ certainty }) => certainty === 'breach')?.message;
  return [
    heading(3, `${String(number)}. ${title}`),
    paragraph([message, why].filter((part) => part !== undefined && part !== '').join(' ')),
    ...(allowed === '' ? [] : [paragraph(strong('Allowed instead: '), allowed)]),
    paragraph(strong('Who says so: '), WHO_SAYS_SO[authority], sources.length > 0 ? ' See:' : ''),
    ...list(sources.map(paper)),
    ...group.flatMap((finding) => one(finding, message)),
  ];
}

function one(finding: ReviewFinding, common: string | undefined): Block[] {
  const { quotation: words, place, certainty, message, notes, among, suggestion: offered } = finding;
  const items: Line[] = [[strong('Where: '), where(place)]];
  if (certainty === 'open') items.push([strong('Check this: '), message]);
  else if (message !== common) items.push([message]);
  if (among !== undefined) items.push([`People in peer roles are meant among others: ${quoted(among)}.`]);
  items.push(...notes.map((note): Line => [note]));
  if (offered !== undefined) items.push([strong('Suggested wording: '), suggestion(offered)]);
  return [quotation(quoted(words)), ...list(items)];
}
