import { agreed } from './agreement';
import { asActor } from '../reading/actor';
import type { Actor } from '../reading/readable';
import { AUXILIARIES, MODALS } from '../prose/clauses';
import type { BlockFrame } from '../reading/lead';
import type { ReadSentence } from '../reading/read';
import type { Mention } from '../reading/roles';

/** A half-open range of token indices. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const CONTRASTS = new Set([';', 'but', 'while', 'whereas', 'although', 'though', 'however', 'except', 'unlike', 'yet']);

/**
 * Cuts a sentence where it turns to somebody else: at contrasts, and where a joined clause has a subject of another kind
 * ("the nurse needs a degree, and the peer specialist needs …"). What hangs on a clause ("if …", "so that …") stays with it.
 */
export function stretchesOf(s: ReadSentence): Range[] {
  // Where no role is named, nothing can turn from one to another.
  if (!s.mentions.some((m) => m.kind === 'peer' || m.kind === 'other'))
    return [{ from: 0, to: s.sentence.tokens.length }];
  const stretches: Range[] = [];
  for (const clause of s.clauses) {
    const last = stretches.at(-1);
    if (!last || CONTRASTS.has(clause.joint) || (JOINS.has(clause.joint) && turns(s, last, clause)))
      stretches.push({ from: clause.from, to: clause.to });
    else stretches[stretches.length - 1] = { from: last.from, to: clause.to };
  }
  return stretches;
}

const JOINS = new Set(['and', 'or', 'nor', ',', '—', '–', ':', 'so', 'then', 'plus']);

function turns(s: ReadSentence, before: Range, clause: Range): boolean {
  const subject = (r: Range): Mention | undefined =>
    s.mentions.find((m) => within(m, r) && !m.governed && (m.kind === 'peer' || m.kind === 'other'));
  const [a, b] = [subject(before), subject(clause)];
  return a !== undefined && b !== undefined && a.kind !== b.kind;
}

/** The roles named in a stretch. ("$12.75/hr" names no Human Resources.) */
export const mentionsIn = (s: ReadSentence, stretch: Range): Mention[] =>
  s.mentions.filter((m) => within(m, stretch) && !isHour(s, m));

export const isHour = (s: ReadSentence, m: Range): boolean =>
  m.to - m.from === 1 &&
  s.sentence.tokens[m.from]!.lower === 'hr' &&
  /^(?:\/|an|per|-|\$?[\d.]+)$/.test(s.sentence.tokens[m.from - 1]?.lower ?? '');

const within = (m: Range, r: Range): boolean => m.from >= r.from && m.to <= r.to;

/** What surrounds a stretch and may say whose terms it is about. */
export interface Surroundings {
  readonly frame: BlockFrame;
  /** The peer role that a heading above speaks of, whatever the heading is about ("Recruiting and keeping peer staff"). */
  readonly topic: Actor | undefined;
  /** The sentences of the block, for what "they" may stand for. */
  readonly sentences: readonly ReadSentence[];
  /** Whether "staff" and the like take in people in peer roles in this draft. */
  readonly collectives: boolean;
}

/** Employers and those who speak for them: terms that they set are the terms of whoever the text is about. */
export const EMPLOYER =
  /\b(?:agency|agencies|contractor|provider|providers|employer|hospital|trust|state|county|department|human resources|hr|board|bidder|respondent|(?<!(?:case|care|medication|property) )managers?|director|directors|supervisor|supervisors|administrator|officer|the program)\b/i;
/** Persons who may be anybody, an applicant too. */
const ANYBODY =
  /^(?:person|persons|people|individual|individuals|adult|adults|someone|somebody|anyone|anybody|everyone|everybody|those|folks|survivor|veteran|veterans|companion|learner|student|parent|mother|father|family|friend)$/;
const APPLICANT = /^(?:applicants?|candidates?|hires?|incumbents?|employees?|appointees?|holders?|workers?)$/;

/**
 * The peer role whose terms some words of a stretch are about, if it is one. `named`: it is enough that a peer role is named
 * there, whoever acts ("the nurse checks the peer worker's mood"); else the words have to be about it as their subject.
 */
export function peerConcerned(
  s: ReadSentence,
  stretch: Range,
  parts: readonly Range[],
  named: boolean,
  around: Surroundings,
): Actor | undefined {
  const { topic } = around;
  const from = Math.min(...parts.map((p) => p.from));
  const roles = mentionsIn(s, stretch);
  if (!named && roles.some((m) => m.kind === 'other' && describes(s, m, from))) return undefined;
  const touched = (m: Range): boolean => parts.some((p) => p.from < m.to && m.from < p.to);
  const peers = roles.filter((m) => m.kind === 'peer');
  const own = peers.find(touched) ?? (named ? (peers.find((m) => m.to <= from) ?? peers[0]) : undefined);
  // "New residents provide a letter, which peer staff do not see": the people served are the subject.
  const served =
    own &&
    !touched(own) &&
    own.from >= from &&
    roles.some((m) => m.kind === 'person' && m.to <= from && !m.governed && !isAnybody(s, m));
  if (own) return served ? undefined : asActor(s, own, 'subject');
  // "Licensed personnel shall …": what was matched is somebody else's title.
  if (
    !named &&
    roles.some(
      (m) =>
        m.kind === 'other' &&
        !m.governed &&
        touched(m) &&
        m.from <= from &&
        m.from <= stretch.from + 1 &&
        hasVerb(s, m.to, Math.min(m.to + 2, stretch.to)),
    )
  )
    return undefined;
  const them =
    named &&
    s.sentence.tokens.slice(stretch.from, stretch.to).some((t) => /^(?:them|they|their|her|him|his)$/.test(t.lower)) &&
    !roles.some((m) => m.kind === 'person');
  const spoken = them ? s.mentions.filter((m) => m.kind === 'peer' && m.to <= stretch.from).at(-1) : undefined;
  if (spoken) return asActor(s, spoken, 'pronoun');
  const all = named && around.collectives ? roles.find((m) => m.kind === 'collective' && touched(m)) : undefined;
  if (all) return asActor(s, all, 'subject');
  const free = roles.filter((m) => (!touched(m) && m.kind !== 'peer' ? !isAnybody(s, m) : !touched(m)));
  const before = free.filter((m) => m.to <= from);
  const subject = before.filter((m) => !m.governed).at(-1) ?? before.filter((m) => m.kind === 'peer').at(-1);
  if (subject?.kind === 'peer') return asActor(s, subject, 'subject');
  const employer = subject && EMPLOYER.test(wordsOf(s, subject));
  if (subject && !employer && !ofThisJob(s, subject)) {
    if (named || subject.kind === 'person' || subject.kind === 'collective') return undefined;
    const actor = s.read(from, from + 1).actor;
    return actor?.kind === 'peer' && actor.origin === 'subject' ? actor : undefined;
  }
  const after = free.find((m) => m.kind !== 'person' && m.from >= from && (m.kind === 'peer' || isObjectOf(s, m)));
  if (after && !employer && !named) return after.kind === 'peer' ? asActor(s, after, 'subject') : undefined;
  if (after && peers[0]) return asActor(s, peers[0], 'subject');
  const spokenOf = aroundIt(s, stretch, from, named, around);
  const told = agreed(s, stretch, from, spokenOf, around.sentences);
  if (told ?? spokenOf) return told;
  const { actor } = s.read(from, from + 1);
  if (topic && (actor === undefined || actor.kind === 'person' || actor.kind === 'unknown')) return topic;
  // "who seek the peer support post": a compound that names no role, and still says whose terms these are.
  const word = s.sentence.tokens.slice(stretch.from, stretch.to).find((t) => /^(?:peers?|cps)$/.test(t.lower));
  const sole = s.mentions.some((m) => m.kind === 'other')
    ? undefined
    : s.mentions.find((m) => m.kind === 'peer' && m.to <= stretch.from);
  if (sole) return asActor(s, sole, 'subject');
  return (
    word && {
      kind: 'peer',
      text: word.text,
      span: { start: s.offset + word.start, end: s.offset + word.end },
      origin: 'subject',
      negated: false,
    }
  );
}

/** "the coordinator, who is a licensed social worker": the words are said of the role right before "who". */
function describes(s: ReadSentence, m: Mention, from: number): boolean {
  const { tokens } = s.sentence;
  const who = tokens[m.to]?.lower === ',' ? m.to + 1 : m.to;
  return /^(?:who|whose)$/.test(tokens[who]?.lower ?? '') && who < from && from <= who + 3;
}

const hasVerb = (s: ReadSentence, from: number, to: number): boolean =>
  s.sentence.tokens
    .slice(from, to)
    .some(
      (t, i) =>
        MODALS.has(t.lower) || AUXILIARIES.has(t.lower) || s.sentence.lexicons.get('verb')?.has(from + i) === true,
    );

/** "required of the nurse", "needed for case managers". */
const isObjectOf = (s: ReadSentence, m: Mention): boolean =>
  !EMPLOYER.test(wordsOf(s, m)) &&
  s.sentence.tokens.slice(Math.max(0, m.from - 3), m.from).some((t) => /^(?:of|for|from)$/.test(t.lower));

/** Nobody is named in the stretch: who it is about is said before it, or around the block. */
function aroundIt(
  s: ReadSentence,
  stretch: Range,
  from: number,
  named: boolean,
  { frame, topic, sentences }: Surroundings,
): Actor | undefined {
  const earlier = s.mentions
    .filter((m) => m.to <= stretch.from && !m.governed && (m.kind === 'peer' || m.kind === 'other'))
    .at(-1);
  if (earlier && /^(?:they|he|she|it|who|their|his|her)$/.test(s.sentence.tokens[stretch.from + 1]?.lower ?? ''))
    return earlier.kind === 'peer' ? asActor(s, earlier, 'pronoun') : undefined;
  const { actor } = s.read(from, from + 1);
  if (actor?.kind === 'peer') return actor;
  const before = sentences[sentences.indexOf(s) - 1];
  const theirs =
    before &&
    s.sentence.tokens.slice(stretch.from, from).some((t) => /^(?:they|each|both|these|their|she|he)$/.test(t.lower));
  const last = theirs
    ? before.mentions.filter((m) => m.kind === 'peer' || (m.kind === 'other' && !m.governed)).at(-1)
    : undefined;
  if (last?.kind === 'peer') return asActor(before!, last, 'pronoun');
  // "Meets with the clinician to …": somebody else is named, but does nothing.
  const idle = !s.mentions.some((m) => within(m, stretch) && m.to <= from && !m.governed && m.kind !== 'peer');
  if (idle && actor?.kind === 'other') return frame.inherited?.kind === 'peer' ? frame.inherited : topic;
  const pronoun = s.sentence.tokens.slice(stretch.from, from).some((t) => /^(?:they|he|she)$/.test(t.lower));
  const elsewhere =
    actor !== undefined &&
    (actor.span.end <= s.offset + s.sentence.tokens[0]!.start ||
      actor.span.start >= s.offset + s.sentence.tokens.at(-1)!.end);
  // Somebody else whom the sentence before was about, while the text around it is about a peer role.
  if (elsewhere && actor.kind === 'other' && !pronoun && (actor.origin === 'subject' || actor.origin === 'agent'))
    return frame.inherited?.kind === 'peer' ? frame.inherited : topic;
  if (
    actor !== undefined &&
    actor.kind !== 'unknown' &&
    actor.kind !== 'collective' &&
    !(actor.kind === 'person' || EMPLOYER.test(actor.text))
  )
    return undefined;
  return frame.inherited?.kind === 'peer' ? frame.inherited : undefined;
}

const wordsOf = (s: ReadSentence, m: Range): string =>
  s.sentence.tokens
    .slice(m.from, m.to)
    .map((t) => t.lower)
    .join(' ');

const isAnybody = (s: ReadSentence, m: Mention): boolean =>
  m.kind === 'person' &&
  (ANYBODY.test(s.sentence.tokens[m.to - 1]!.lower) || ANYBODY.test(s.sentence.tokens[m.from]!.lower));

/** "employees in this class", "the person hired": whoever holds the job that the text is about. */
const ofThisJob = (s: ReadSentence, m: Mention): boolean =>
  m.kind === 'collective' &&
  (APPLICANT.test(s.sentence.tokens[m.to - 1]!.lower) && !/^(?:all|every|any)$/.test(s.sentence.tokens[m.from]!.lower)
    ? true
    : /^(?:in|of) (?:this|the) (?:class|series|position|role|title|grade|post|job)/.test(
        wordsOf(s, { from: m.to, to: m.to + 3 }),
      ));
