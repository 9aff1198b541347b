import { counted } from '../words';
import type { Review } from '../review/model';
import { heading, lead, list, paragraph, strong, table, type Block, type Line } from './blocks';
import { chart, figures, leftOut, remarks } from './evidence';
import { findings, limits } from './findings';
import { matrix } from './matrix';
import { statements } from './statements';
import { at, dateWords, fileName } from './words';

/** The title of the memo, as plain text. */
export const memoTitle = ({ drafts }: Review): string =>
  `Review memo: peer roles in ${counted(drafts.length, 'draft')}`;

/** The memo for the people who decide, as blocks. */
export const memoOf = (review: Review): Block[] => [
  heading(1, memoTitle(review)),
  paragraph(
    `${dateWords(review.date)}. Made by a program, ${review.product.name} ${review.product.version}, from the words of the drafts alone.`,
  ),
  lead(...review.summary.join(' ')),
  ...whatWasRead(review),
  ...limits(review),
  ...findings(review),
  ...statements(review),
  ...figures(review),
  ...matrix(review),
  ...chart(review),
  ...leftOut(review),
  ...remarks(review),
  ...papers(review),
  ...about(review),
];

function whatWasRead({ drafts, profiles, editions, unreadable, remarks: all }: Review): Block[] {
  const titleIn = (known: readonly { id: string; title: string }[], id: string): string =>
    known.find((one) => one.id === id)?.title ?? id;
  const rows = drafts.map(({ path, profile, edition, stated, open }) => [
    fileName(path),
    titleIn(profiles, profile),
    titleIn(editions, edition),
    String(stated),
    String(open),
  ]);
  const own = all.filter(({ family }) => family === 'document');
  return [
    heading(2, 'What was read'),
    ...(rows.length > 0
      ? [
          table(
            'The drafts',
            ['Draft', 'Read for the contract', 'Code of Ethics (edition)', 'Against limits or terms', 'Left open'],
            rows,
          ),
        ]
      : []),
    ...list([
      ...unreadable.map(({ path, message }): Line => [strong('Not read: '), `${fileName(path)}. ${message}`]),
      ...own.map(({ place, message }): Line => [`${at(place)}: ${message}`]),
    ]),
  ];
}

function papers({ papers: cited }: Review): Block[] {
  if (cited.length === 0) return [];
  return [
    heading(2, 'The papers behind it'),
    paragraph(
      'The memo says in its own words what these papers ask for. Look at the places that it names before you rely on them.',
    ),
    ...list(
      cited.map(({ title, publisher, note }): Line => [
        { title },
        publisher === undefined ? '.' : `. ${publisher}.`,
        note === undefined ? '' : ` ${note}`,
      ]),
    ),
  ];
}

function about({ drafts, profiles, editions, product }: Review): Block[] {
  const contracts = profiles.filter(({ answers }) => answers !== '');
  return [
    heading(2, 'What this memo is not'),
    ...list([
      ['It is not legal advice.'],
      ['It does not replace the advice of people in peer roles: have them read the drafts too.'],
      [
        `It is not complete. ${product.name} reads words, misses some, and is sometimes wrong. A draft of which it says nothing may still not be sound.`,
      ],
      ...(drafts.length > 1
        ? [['It does not read across drafts: each was read by itself, except for the list of statements.']]
        : []),
      ...contracts.map(({ title, answers }): Line => [
        `“${title}” stands for ${answers}. Another contract may judge the same words differently.`,
      ]),
      ...editions.map(({ title, complete, note }): Line => [
        `${title}: ${complete ? 'all of its principles are known to the program' : 'only some of its principles are known to the program'}.${note === undefined ? '' : ` ${note}`}`,
      ]),
    ]),
  ];
}
