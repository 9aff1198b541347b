import type { Span } from '../text/span';
import { candidate, isCapital, spanOf, type Candidate, type Desk } from './desk';
import { isWrapped, replaceIn } from './edit';
import { amongObjects, amongPredicates, amongThings } from './listing';
import { endOf, isPlural, startOf, wordsOf, type Place } from './place';
import { capital, limited, notAfter, type Saying } from './say';
import type { Active, Fragment, Shape, Whole } from './shape';

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

const initial = ({ opener }: Saying, words: string, upper: boolean, comma = true): string => {
  const text = opener ? `${opener}${comma ? ',' : ''} ${words}` : words;
  return upper ? capital(text) : text;
};

/** The full stop of a sentence that ended with an abbreviation ("at 7 p.m."). */
const stopOf = ({ tokens }: Place, to: number): string =>
  to === tokens.length && /\p{L}\.$/u.test(tokens[to - 1]!.text) ? '.' : '';

function inFragment(desk: Desk, shape: Fragment, saying: Saying): Candidate[] {
  const { place, source } = desk;
  const { range, form, link, nominal } = shape;
  const words = saying.say(form);
  if (words === undefined) return [];
  if (link) {
    const text = linked(wordsOf(place, link), saying, words);
    return candidate(text, replaceIn(place.block, source, spanOf(place, range), text));
  }
  const opens = range.from === 0 || place.tokens[range.from - 1]!.lower === ':';
  const text = initial(saying, words, isCapital(place, range.from), opens) + stopOf(place, range.to);
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
  const put =
    inside(saying, modalWord && words.startsWith('not ') ? notAfter(modalWord, words) : words) +
    stopOf(place, predicate.to);
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

/** Modals that allow. */
const WEAK = /^(?:may|can|might|could)$/;

/**
 * "At a person's request, the peer mentor helps …". What stands before the subject ("On weekends", "When the nurse is out,")
 * was said of the duty, and goes with it.
 */
function fronted(desk: Desk, shape: Active, { opener }: Saying, text: string, span: Span): Candidate[] {
  const { subject, range } = shape;
  const { place, source } = desk;
  const start = startOf(place, range.from);
  const head = startOf(place, subject.from);
  const opens = range.from === 0;
  const upper = opens && isCapital(place, 0);
  if (!opens && (start === head || place.s.clauses[place.clause]!.joint === ',')) return [];
  if (!opener && start === head) return [];
  const first = within(shape.head).charAt(0);
  const lead = opener ? `${upper ? capital(opener) : opener}, ${first}` : upper ? first.toUpperCase() : first;
  const shown = lead + wordsOf(place, subject).slice(1) + text;
  if (isWrapped(place.block, source)) {
    const said = lead + source.slice(head + 1, span.start).replace(/\s+/g, ' ') + text;
    return candidate(shown, replaceIn(place.block, source, { start, end: span.end }, said));
  }
  return candidate(
    shown,
    replaceIn(place.block, source, { start, end: head + 1 }, lead),
    replaceIn(place.block, source, span, text),
  );
}

const SMALL_WORDS =
  /^(?:The|A|An|Our|Your|Their|Each|Every|Any|All|Both|This|These|You|They|He|She|You'll|They'll|He'll|She'll|Two|Three|One|Some|Whoever|Anyone|Someone|People|Staff|Its|Mobile)$/;

/** A subject as it stands within a sentence: "Peer specialists" in small letters, but "Peer Specialists", "Maria", "CPSs". */
export const within = (subject: string): string =>
  SMALL_WORDS.test(subject.split(' ')[0]!) || /^(?:\p{Lu}\p{Ll}+ \p{Ll}|Peers?(?! \p{Lu}))/u.test(subject)
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
  const text = initial(saying, `${named} ${words}`, range.from === 0 && isCapital(place, 0)) + stopOf(place, range.to);
  return candidate(text, replaceIn(place.block, source, spanOf(place, range), text));
}
