import type { ReadSentence } from '../reading/read';
import { isHour, type Range } from './concern';
import { readNumbers, type NumberRead } from './numbers';

/**
 * A stretch of a sentence as one string for figures to be found in: words in lower case with a space between, numbers as
 * `N45` (money as `M13.5`), and behind the last word of each role `@peer`, `@other`, `@staff` or `@person`.
 */
export interface Marked {
  readonly text: string;
  /** The tokens under a range of the string. */
  tokens(from: number, to: number): Range;
}

/** Persons who are not the people that a program serves. */
const NOT_SERVED =
  /^(?:caller|callers|visitor|visitors|learner|learners|student|students|applicant|applicants|companion|neighbor|attendee|attendees|child|children|parent|parents|family|families|relative|friend)$/;

export function mark(s: ReadSentence, { from, to }: Range): Marked {
  const { tokens } = s.sentence;
  const numbers = new Map<number, NumberRead>(readNumbers(tokens).map((n) => [n.from, n]));
  const ends = new Map(s.mentions.filter((m) => !isHour(s, m)).map((m) => [m.to - 1, m]));
  const places: { at: number; token: number }[] = [];
  let text = '';
  for (let i = from; i < to;) {
    if (text !== '') text += ' ';
    places.push({ at: text.length, token: i });
    const number = numbers.get(i);
    if (number) {
      text += `${number.money ? 'M' : 'N'}${String(Math.round(number.value * 1e4) / 1e4)}`;
      i = number.to;
      continue;
    }
    text += tokens[i]!.lower;
    const role = ends.get(i);
    if (role) {
      const served = role.kind === 'person' && !NOT_SERVED.test(tokens[i]!.lower);
      text +=
        role.kind === 'peer'
          ? ' @peer'
          : role.kind === 'other'
            ? ' @other'
            : role.kind === 'collective'
              ? ' @staff'
              : served
                ? ' @person'
                : '';
    }
    i++;
  }
  return {
    text,
    tokens: (a, b) => {
      const first = places.filter((p) => p.at <= a).at(-1)?.token ?? from;
      const next = places.find((p) => p.at >= b);
      return { from: first, to: Math.max(first + 1, next?.token ?? to) };
    },
  };
}
