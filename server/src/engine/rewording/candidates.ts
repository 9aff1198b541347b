import type { TextEdit } from '../findings/finding';
import type { Span } from '../text/span';
import { replaceIn } from './edit';
import { itemsIn, predicatesIn, standsAlone } from './parts';
import { endOf, isPlural, startOf, wordsOf, type Place, type Range } from './place';
import { capital, limited, type Saying } from './say';
import type { Active, Fragment, Shape, Whole } from './shape';
import type { Form, VerbBook } from './verbs';

/** A rewrite that may be offered, once it has been read again. */
export interface Candidate {
  readonly edits: readonly TextEdit[];
  /** The new words, for the title. */
  readonly shown: string;
}

/** What a rewrite works on. */
export interface Desk {
  readonly place: Place;
  readonly source: string;
  readonly verbs: VerbBook;
}

/** The ways in which a saying can take the duty's place, those first that leave most of the draft as it is. */
export function candidatesFor(desk: Desk, shape: Shape, saying: Saying): Candidate[] {
  switch (shape.is) {
    case 'fragment':
      return inFragment(desk, shape, saying);
    case 'active':
      return inActive(desk, shape, saying);
    case 'whole':
      return inWhole(desk, shape, saying);
  }
}

/** One candidate, unless one of its edits would break the draft's Markdown. */
export const candidate = (shown: string, ...edits: readonly (TextEdit | undefined)[]): Candidate[] =>
  edits.every((e) => e !== undefined) ? [{ edits, shown }] : [];

const spanOf = (place: Place, { from, to }: Range): Span => ({ start: startOf(place, from), end: endOf(place, to) });

const isCapital = (place: Place, at: number): boolean => /^\p{Lu}/u.test(place.tokens[at]!.text);

const initial = ({ opener }: Saying, words: string, upper: boolean): string => {
  const text = opener ? `${opener}, ${words}` : words;
  return upper ? capital(text) : text;
};

function inFragment(desk: Desk, shape: Fragment, saying: Saying): Candidate[] {
  const { place, source } = desk;
  const { range, form, link, nominal } = shape;
  const words = saying.say(form);
  if (words === undefined) return [];
  if (link) {
    const text = linked(wordsOf(place, link), saying, words);
    return candidate(text, replaceIn(place.block, source, spanOf(place, range), text));
  }
  const text = initial(saying, words, isCapital(place, range.from));
  return [
    ...(nominal ? amongThings(desk, range, saying) : amongObjects(desk, range, form, saying)),
    ...(nominal ? [] : amongPredicates(desk, range, form, saying)),
    ...candidate(text, replaceIn(place.block, source, spanOf(place, range), text)),
  ];
}

/** "Will, at a person's request, help …"; "Responsible, at a person's request, for helping …". */
function linked(link: string, { opener }: Saying, words: string): string {
  if (!opener) return `${link} ${words}`;
  const cut = link.lastIndexOf(' ');
  if (cut < 0) return /^to$/i.test(link) ? `${link} ${words}` : `${link}, ${opener}, ${words}`;
  return `${link.slice(0, cut)}, ${opener}, ${link.slice(cut + 1)} ${words}`;
}

/** Behind a subject or a modal: ", at a person's request, helps …". */
const inside = ({ opener }: Saying, words: string): string => (opener ? `, ${opener}, ${words}` : ` ${words}`);

/** Behind others of a list: ", and at a person's request helps …". */
const joined = ({ opener }: Saying, words: string, others: number): string =>
  opener ? `, and ${opener} ${words}` : others > 1 || words.includes(',') ? `, and ${words}` : ` and ${words}`;

/** One or more of several predicates go; what is said instead comes last. */
function amongPredicates(desk: Desk, range: Range, form: Form, saying: Saying, modal = ''): Candidate[] {
  const words = saying.say(form);
  if (words === undefined) return [];
  const all = predicatesIn(desk.place.tokens, range, form, desk.verbs);
  const said = modal && words.startsWith('not ') ? notAfter(modal, words) : words;
  const kept = (others: readonly Range[], behind: readonly Range[]): boolean =>
    others.length > 0 && behind.every((part) => standsAlone(desk.place.tokens, part, desk.verbs));
  return without(desk, range, all, kept, (others) => joined(saying, said, others));
}

/** Words that begin a duty that is one with what it is done with: what is left would be no list of its own. */
const MIXED_OBJECT = /^(?:for|with|of|to|in|on|at|by|from|as|about|between)$/;

/** One of several objects goes ("offers rides, medication reminders and company"); what is said instead comes last. */
function amongObjects(desk: Desk, range: Range, form: Form, saying: Saying): Candidate[] {
  const { place, verbs } = desk;
  const { tokens, duty } = place;
  const words = saying.say(form);
  const all = itemsIn(tokens, range);
  if (words === undefined || all.length < 2 || predicatesIn(tokens, range, form, verbs).length > 1) return [];
  const hit = all.filter((r) => r.from < duty.to && duty.from < r.to);
  if (hit[0] === all[0] || hit.some((r) => MIXED_OBJECT.test(tokens[r.from]!.lower))) return [];
  return without(
    desk,
    range,
    all,
    (others) => others.length > 0,
    () => joined(saying, words, 2),
  );
}

/** One of several things goes ("one-to-one support, story group, head counts"); what is done instead comes last. */
function amongThings(desk: Desk, range: Range, saying: Saying): Candidate[] {
  const words = saying.say('gerund');
  if (words === undefined) return [];
  const all = itemsIn(desk.place.tokens, range);
  return without(
    desk,
    range,
    all,
    (others) => others.length > 0,
    (others) => joined(saying, words, others + 1),
  );
}

/**
 * Takes the parts that name the duty out of a list of parts, and puts words behind what is left.
 *
 * @param kept whether what is left, and of it what stood behind, can stay
 */
export function without(
  { place, source }: Desk,
  range: Range,
  all: readonly Range[],
  kept: (others: readonly Range[], behind: readonly Range[]) => boolean,
  words: (others: number) => string,
): Candidate[] {
  const { tokens, duty } = place;
  const hit = all.map((r) => r.from < duty.to && duty.from < r.to);
  const first = hit.indexOf(true);
  const end = hit.lastIndexOf(true);
  const others = all.filter((_, i) => i < first || i > end);
  if (first < 0 || !kept(others, all.slice(end + 1))) return [];
  const text = words(others.length);
  const shown = capital(text.replace(/^,? and /, ''));
  const cut = (start: number, stop: number, put = ''): TextEdit | undefined =>
    replaceIn(place.block, source, { start, end: stop }, put);
  if (end === all.length - 1)
    return candidate(shown, cut(endOf(place, all[first - 1]!.to), endOf(place, range.to), text));
  const next = startOf(place, all[end + 1]!.from);
  const edits =
    first > 0
      ? [cut(endOf(place, all[first - 1]!.to), endOf(place, all[end]!.to))]
      : isCapital(place, range.from)
        ? [cut(startOf(place, range.from), next + 1, source.charAt(next).toUpperCase())]
        : [cut(startOf(place, range.from), next)];
  // With two left, no comma stands before "and".
  const [a, b] = others;
  const comma = others.length === 2 ? tokens.findIndex((t, i) => t.lower === ',' && i >= a!.to && i < b!.from) : -1;
  if (comma >= all[end]!.to && /^(?:and|or|&)$/.test(tokens[comma + 1]!.lower))
    edits.push({ span: { start: startOf(place, comma), end: endOf(place, comma + 1) }, text: '' });
  const at = endOf(place, range.to);
  return candidate(shown, ...edits, { span: { start: at, end: at }, text });
}

function inActive(desk: Desk, shape: Active, saying: Saying): Candidate[] {
  const { place, source } = desk;
  const { predicate, subject } = shape;
  // "may keep the relationship free of …" would say that they need not.
  const weak =
    shape.modal !== undefined && !saying.opener && !saying.isLimit && WEAK.test(place.tokens[shape.modal]!.lower);
  const modal = weak ? undefined : shape.modal;
  const form = weak ? (isPlural(shape.head) ? 'plural' : 'third') : shape.form;
  const words = forSubject(saying, saying.say(form), shape.head);
  if (words === undefined) return [];
  const modalWord = modal === undefined ? '' : place.tokens[modal]!.text;
  const span = { start: endOf(place, subject.to), end: endOf(place, predicate.to) };
  const put = inside(saying, modalWord && words.startsWith('not ') ? notAfter(modalWord, words) : words);
  const text = modalWord && !put.trim().startsWith(modalWord) ? ` ${modalWord}${put}` : put;
  const some = [
    ...amongObjects(desk, predicate, form, saying),
    ...amongPredicates(desk, predicate, form, saying, modalWord),
  ];
  if (saying.isLimit) {
    // "On weekends the peer does not …" might be read as if it were otherwise during the week.
    const { from } = shape.range;
    const head = limited(shape.head);
    const said = (from === 0 && isCapital(place, 0) ? capital(head) : head) + text;
    return [
      ...some,
      ...candidate(said, replaceIn(place.block, source, spanOf(place, { from, to: predicate.to }), said)),
    ];
  }
  return [
    ...some,
    ...fronted(desk, shape, saying, text.replace(`, ${saying.opener}, `, ' '), span),
    ...candidate(wordsOf(place, subject) + text, replaceIn(place.block, source, span, text)),
  ];
}

/** "will not …", "cannot …". */
const notAfter = (modal: string, words: string): string =>
  /^can$/i.test(modal) ? `${modal}${words}` : `${modal} ${words}`;

/** Modals that allow. */
const WEAK = /^(?:may|can|might|could)$/;

/**
 * "At a person's request, the peer mentor helps …". What stands before the subject ("On weekends", "When the nurse is out,")
 * was said of the duty, and goes with it.
 */
function fronted(desk: Desk, { subject, range }: Active, { opener }: Saying, text: string, span: Span): Candidate[] {
  const { place, source } = desk;
  const start = startOf(place, range.from);
  const head = startOf(place, subject.from);
  const opens = range.from === 0;
  if (!opens && (start === head || place.s.clauses[place.clause]!.joint === ',')) return [];
  if (!opener && start === head) return [];
  const first = uncapital(place, subject);
  const lead = opener ? `${opens ? capital(opener) : opener}, ${first}` : opens ? first.toUpperCase() : first;
  return candidate(
    lead + wordsOf(place, subject).slice(1) + text,
    replaceIn(place.block, source, { start, end: head + 1 }, lead),
    replaceIn(place.block, source, span, text),
  );
}

const SMALL_WORDS =
  /^(?:The|A|An|Our|Your|Their|Each|Every|Any|All|Both|This|These|You|They|He|She|You'll|They'll|He'll|She'll|Two|Three|One|Some|Whoever|Anyone|Someone|People|Staff|Peers?|Its|Their|Mobile)$/;

/** The first letter of a subject as it is within a sentence: small, unless it may be a name or a title. */
function uncapital({ tokens }: Place, { from }: Range): string {
  return within(`${tokens[from]!.text} ${tokens[from + 1]?.text ?? ''}`).charAt(0);
}

/** A subject as it stands within a sentence: "Peer specialists" in small letters, but "Peer Specialists", "Maria", "CPSs". */
export const within = (subject: string): string =>
  SMALL_WORDS.test(subject.split(' ')[0]!) || /^\p{Lu}\p{Ll}+ \p{Ll}/u.test(subject)
    ? subject.charAt(0).toLowerCase() + subject.slice(1)
    : subject;

/** With "they" as the subject, the person that a saying calls "them" has to be told apart. */
const forSubject = ({ opener }: Saying, words: string | undefined, subject: string): string | undefined =>
  /\bperson\b/.test(opener) && /^(?:they|he|she)(?:'ll)?$/i.test(subject)
    ? words?.replace(/\bthem\b/, 'that person')
    : words;

function inWhole(desk: Desk, { range, subject, form }: Whole, saying: Saying): Candidate[] {
  const { place, source } = desk;
  const words = saying.say(form);
  if (words === undefined) return [];
  const named = saying.isLimit ? limited(subject) : saying.opener ? within(subject) : subject;
  const text = initial(saying, `${named} ${words}`, range.from === 0 && isCapital(place, 0));
  return candidate(text, replaceIn(place.block, source, spanOf(place, range), text));
}
