// Words that say what is not to be done. The grammar sees words, not sentences: where the engine would clearly take them
// for something else ("does not hesitate", "people who do not …"), they are left alone; the rest is the engine's work.
import { BEFORE_A_ROLE } from './roles';
import { anyOf, FROM, FROM_ANY_CASE, maybe, NO_LETTER, rule, TO, type MatchRule } from './shape';

const PROHIBITION = 'keyword.other.prohibition.peer-role-check';

const MODALS = ['do', 'does', 'will', 'may', 'must', 'shall', 'should', 'can', 'would'];

/** Right behind one of the words and the marks that open an emphasis. A look back has to know its length, so all are listed. */
const behindEmphasis = (words: readonly string[]): string =>
  `(?<=${words.flatMap((word) => [String.raw`\b${word} [*_]`, String.raw`\b${word} [*_]{2}`]).join('|')})(?i)`;

/** "Asked", "permitted": with "is not" before it, a duty is kept away. */
const PARTICIPLES = anyOf(
  ...'asked required expected permitted allowed assigned authori[sz]ed obliged responsible involved used'.split(' '),
);

/** What follows turns the words around; compare `not-forbidding` in server/knowledge/cues/assignment.yml. */
const NO_TURN = String.raw`(?![*_]{0,2} ${anyOf(
  ...'only just merely simply solely exclusively limited confined restricted always yet'.split(' '),
  ...'hesitates? fails? forgets? neglects? minds? balks? shy miss misses skips? withholds? overlooks? ignores? loses?'.split(
    ' ',
  ),
)}${NO_LETTER})`;

const prohibition = (comment: string, ...pattern: readonly string[]): MatchRule =>
  rule(comment, PROHIBITION, ...pattern);

export const PROHIBITIONS: readonly MatchRule[] = [
  prohibition(
    '"Will not", "cannot", "doesn\'t".',
    String.raw`${FROM}(?<!['’])(?<![wW]ho )(?i)`,
    anyOf(`${anyOf(...MODALS)} not`, 'cannot', String.raw`(?:do|does|wo|ca|must|should)n['’]t`),
    TO,
    NO_TURN,
  ),
  prohibition(
    'The "not" of "does **not**". The word before the emphasis is left out, or the emphasis would not be seen any more.',
    behindEmphasis(MODALS),
    'not',
    TO,
    NO_TURN,
  ),
  prohibition(
    'The "not" of "is **not** asked to".',
    behindEmphasis(['is', 'are']),
    'not',
    `(?=[*_]{0,2} ${PARTICIPLES}${TO})`,
  ),
  prohibition('"Never".', FROM_ANY_CASE, 'never', TO, NO_TURN),
  prohibition(
    '"Is not asked to", "are not permitted".',
    FROM_ANY_CASE,
    String.raw`(?:is|are|be)(?: not|n['’]t) `,
    maybe('to be '),
    PARTICIPLES,
    maybe(' to', ' for', ' in', ' as'),
    TO,
  ),
  prohibition(
    '"Are not to", "is not part of".',
    FROM_ANY_CASE,
    '(?:is|are) not ',
    anyOf('to', '(?:a |the )?(?:part|job|duty|role|responsibility) of'),
    TO,
  ),
  prohibition('The "no" of "no peer specialist".', FROM_ANY_CASE, 'no', BEFORE_A_ROLE),
  prohibition(
    '"Refrains from", "is exempt from".',
    FROM_ANY_CASE,
    anyOf(
      '(?:refrain|abstain)(?:s|ed|ing)?',
      `${maybe('(?:is|are|be|remains?) ')}${anyOf('exempt(?:ed)?', 'excused', 'excluded', 'barred', 'prohibited', 'precluded')}`,
    ),
    ' from',
    TO,
  ),
  prohibition(
    '"Is prohibited", "is off limits".',
    FROM_ANY_CASE,
    '(?:is|are) (?:prohibited|forbidden|off(?: |-)limits)',
    TO,
  ),
  prohibition(
    '"Takes no part in", "stay out of".',
    FROM_ANY_CASE,
    anyOf('(?:takes?|have|has) no part in', '(?:keep|stay)s? (?:out of|away from|clear of)', 'under no circumstances?'),
    TO,
  ),
];
