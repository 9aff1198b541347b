import type { TextEdit } from '../findings/finding';
import { overlaps } from '../text/span';
import { candidate, isCapital, type Candidate, type Desk } from './desk';
import { replaceIn } from './edit';
import { isFinite } from './forms';
import { itemsIn, predicatesIn, standsAlone } from './parts';
import { endOf, startOf, type Range } from './place';
import { capital, notAfter, type Saying } from './say';
import type { Form } from './verbs';

/* Duties among others ("leads groups, hands out tablets and cooks"): the others stay, and what is said instead comes last. */

/** Behind others of a list: ", and at a person's request helps …". */
const joined = ({ opener }: Saying, words: string, others: number): string =>
  opener ? `, and ${opener} ${words}` : others > 1 || words.includes(',') ? `, and ${words}` : ` and ${words}`;

/** The new words by themselves, for the title. */
const alone = ({ opener }: Saying, words: string): string => capital(opener ? `${opener}, ${words}` : words);

/** One or more of several predicates go. `modal`: the one that governs them. */
export function amongPredicates(desk: Desk, range: Range, form: Form, saying: Saying, modal = ''): Candidate[] {
  const words = saying.say(form);
  if (words === undefined) return [];
  const all = predicatesIn(desk.place.tokens, range, form, desk.verbs);
  const said = modal && words.startsWith('not ') ? notAfter(modal, words) : words;
  const isContrast = desk.place.tokens.slice(range.from, range.to).some((t) => t.lower === 'but');
  if (isContrast) {
    // "… not only lead groups but also count the tablets": only the second half can be another one.
    const cut = cutOf(desk, all);
    if (saying.isLimit || cut.from !== all.length - 1) return [];
    const text = saying.opener ? ` but also, ${saying.opener}, ${said}` : ` but also ${said}`;
    return without(desk, range, all, cut, () => text, alone(saying, said));
  }
  return cutsOf(desk, all).flatMap((cut) =>
    without(desk, range, all, cut, (others) => joined(saying, said, others), alone(saying, said)),
  );
}

/** What stands behind a preposition is no thing of its own in a list. */
const PREPOSITION = /^(?:for|with|of|to|in|on|at|by|from|as|about|between)$/;

/** One of several objects goes ("offers rides, medication reminders and company"). */
export function amongObjects(desk: Desk, range: Range, form: Form, saying: Saying): Candidate[] {
  const { tokens } = desk.place;
  const words = saying.say(form);
  const all = itemsIn(tokens, range);
  if (words === undefined || all.length < 3 || predicatesIn(tokens, range, form, desk.verbs).length > 1) return [];
  const cut = cutOf(desk, all);
  const isThing = ({ from }: Range): boolean =>
    !PREPOSITION.test(tokens[from]!.lower) &&
    !/^(?:base|third|gerund)$/.test(desk.verbs.get(tokens[from]!.lower)?.form ?? '');
  // The duty is the thing itself, not what something is for ("social workers for the rounds").
  const head = all[Math.max(cut.from, 0)]!;
  const isFor = tokens.slice(head.from, desk.place.duty.from).some((t) => PREPOSITION.test(t.lower));
  if (cut.from < 1 || isFor || !all.slice(1).every(isThing)) return [];
  return without(desk, range, all, cut, () => joined(saying, words, 2), alone(saying, words));
}

/** What begins no thing of a list: times and conditions. */
const NO_THING =
  /^(?:every|each|per|up|daily|weekly|monthly|nightly|once|twice|double|including|such|whenever|if|when|who|which|that|at|on|in|with|during|by|as|for|from|to|of|\d.*|number)$/;

/** One of several things goes ("one-to-one support, story group, head counts"). */
export function amongThings(desk: Desk, range: Range, saying: Saying): Candidate[] {
  const words = saying.say('gerund');
  if (words === undefined) return [];
  const { tokens } = desk.place;
  const all = itemsIn(tokens, range);
  const cut = cutOf(desk, all);
  // "Education for families and individuals": no list, but what one thing is for. "…, every second Saturday": no thing.
  const complements = all
    .slice(cut.from, cut.to)
    .some((r) => cut.to < all.length && tokens.slice(r.from, r.to).some((t) => PREPOSITION.test(t.lower)));
  const others = [...all.slice(0, Math.max(cut.from, 0)), ...all.slice(cut.to)];
  const isThing = (r: Range): boolean =>
    !NO_THING.test(tokens[r.from]!.lower) &&
    desk.verbs.get(tokens[r.from]!.lower)?.form !== 'past' &&
    !tokens.slice(r.from, r.to).some((t) => isFinite(t.lower) || /^(?:who|which|that|:)$/.test(t.lower));
  // "Laundry and meal service": two things of one kind.
  const isList = all.length > 2 || tokens.slice(range.from, range.to).some((t) => /^[,;]$/.test(t.lower));
  if (complements || !isList || !others.every(isThing)) return [];
  return without(desk, range, all, cut, (count) => joined(saying, words, count + 1), alone(saying, words));
}

/** The parts of a list that name the duty. */
export function cutOf({ place: { duty } }: Desk, all: readonly Range[]): Range {
  const hit = all.map((r) => r.from < duty.to && duty.from < r.to);
  return { from: hit.indexOf(true), to: hit.lastIndexOf(true) + 1 };
}

/**
 * The parts that may go so that what is left is sound, the fewest first: the last one that names the duty (a pattern may
 * have begun in a part before), all that do, or all from there on.
 */
export function cutsOf(desk: Desk, all: readonly Range[]): Range[] {
  const { place, verbs, duties } = desk;
  // What is underlined for itself can stay until it is mended.
  const isDuty = (part: Range): boolean =>
    duties.some((span) => overlaps(span, { start: startOf(place, part.from), end: endOf(place, part.to) }));
  const isAlone = (part: Range): boolean => isDuty(part) || standsAlone(place.tokens, part, verbs);
  const hit = cutOf(desk, all);
  const before = (from: number): boolean => all.length > 2 || all.slice(0, from).every(isAlone);
  const cuts = [
    { from: hit.to - 1, to: hit.to },
    { from: hit.to - 1, to: all.length },
    hit,
    { from: hit.from, to: all.length },
  ];
  return cuts.filter(
    (cut, i) =>
      cut.from >= 0 &&
      before(cut.from) &&
      all.slice(cut.to).every(isAlone) &&
      cuts.findIndex((c) => c.from === cut.from && c.to === cut.to) === i,
  );
}

/** Takes parts (indices of `all`) out of a list, and puts words behind what is left; nothing where nothing is left. */
export function without(
  { place, source }: Desk,
  range: Range,
  all: readonly Range[],
  cut: Range,
  words: (others: number) => string,
  shown: string,
): Candidate[] {
  const { tokens } = place;
  const others = [...all.slice(0, Math.max(cut.from, 0)), ...all.slice(cut.to)];
  if (cut.from < 0 || others.length === 0) return [];
  const text = words(others.length);
  const put = (start: number, end: number, instead = ''): TextEdit | undefined =>
    replaceIn(place.block, source, { start, end }, instead);
  const kept = all[cut.from - 1];
  if (kept && cut.to === all.length) return candidate(shown, put(endOf(place, kept.to), endOf(place, range.to), text));
  const next = startOf(place, all[cut.to]!.from);
  const edits = kept
    ? [put(endOf(place, kept.to), endOf(place, all[cut.to - 1]!.to))]
    : isCapital(place, range.from)
      ? [put(startOf(place, range.from), next + 1, source.charAt(next).toUpperCase())]
      : [put(startOf(place, range.from), next)];
  // With two left, no comma stands before "and".
  const [a, b] = others;
  const comma =
    others.length === 2
      ? tokens.findIndex((t, i) => t.lower === ',' && i >= Math.max(a!.to, all[cut.to - 1]!.to) && i < b!.from)
      : -1;
  if (comma >= all[cut.to - 1]!.to && /^(?:and|or|&)$/.test(tokens[comma + 1]!.lower))
    edits.push({ span: { start: startOf(place, comma), end: endOf(place, comma + 1) }, text: '' });
  const at = endOf(place, range.to);
  return candidate(shown, ...edits, { span: { start: at, end: at }, text });
}
