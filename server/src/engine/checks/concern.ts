import { asActor, type Actor } from '../reading/actor';
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
  const stretches: Range[] = [];
  for (const clause of s.clauses) {
    const last = stretches.at(-1);
    if (!last || CONTRASTS.has(clause.joint) || (JOINS.has(clause.joint) && turns(s, last, clause))) stretches.push({ from: clause.from, to: clause.to });
    else stretches[stretches.length - 1] = { from: last.from, to: clause.to };
  }
  return stretches;
}

const JOINS = new Set(['and', 'or', 'nor', ',', '—', '–', ':', 'so', 'then', 'plus']);

function turns(s: ReadSentence, before: Range, clause: Range): boolean {
  const subject = (r: Range): Mention | undefined => s.mentions.find((m) => within(m, r) && !m.governed && (m.kind === 'peer' || m.kind === 'other'));
  const [a, b] = [subject(before), subject(clause)];
  return a !== undefined && b !== undefined && a.kind !== b.kind;
}

const within = (m: Range, r: Range): boolean => m.from >= r.from && m.to <= r.to;

/** Employers and those who speak for them: terms that they set are the terms of whoever the text is about. */
const EMPLOYER = /\b(?:agency|agencies|contractor|provider|providers|employer|hospital|trust|state|county|department|human resources|hr|board|bidder|respondent|manager|managers|director|directors|supervisor|supervisors|administrator|officer|the program)\b/i;
/** Persons who may be anybody, an applicant too. */
const ANYBODY = /^(?:person|persons|people|individual|individuals|adult|adults|someone|somebody|anyone|anybody|everyone|everybody|those|folks|survivor|veteran|veterans|companion|learner|student|parent|mother|father|family|friend)$/;
const APPLICANT = /^(?:applicants?|candidates?|hires?|incumbents?|employees?|appointees?|holders?|workers?)$/;

/**
 * The peer role whose terms some words of a stretch are about, if it is one. `named`: it is enough that a peer role is named
 * there, whoever acts ("the nurse checks the peer worker's mood"); else the words have to be about it as their subject.
 */
export function peerConcerned(s: ReadSentence, stretch: Range, parts: readonly Range[], named: boolean, frame: BlockFrame): Actor | undefined {
  const from = Math.min(...parts.map((p) => p.from));
  const roles = s.mentions.filter((m) => within(m, stretch));
  const touched = (m: Range): boolean => parts.some((p) => p.from < m.to && m.from < p.to);
  const peers = roles.filter((m) => m.kind === 'peer');
  const own = peers.find(touched) ?? (named ? peers[0] : undefined);
  if (own) return asActor(s, own, 'subject');
  const free = roles.filter((m) => !touched(m) && m.kind !== 'peer' ? !isAnybody(s, m) : !touched(m));
  const before = free.filter((m) => m.to <= from);
  const subject = before.filter((m) => !m.governed).at(-1) ?? before.filter((m) => m.kind === 'peer').at(-1);
  if (subject?.kind === 'peer') return asActor(s, subject, 'subject');
  const employer = subject && EMPLOYER.test(wordsOf(s, subject));
  if (subject && !employer && !ofThisJob(s, subject)) {
    if (named || subject.kind === 'person' || subject.kind === 'collective') return undefined;
    const actor = s.read(from, from + 1).actor;
    return actor?.kind === 'peer' && actor.origin === 'subject' ? actor : undefined;
  }
  const after = free.find((m) => m.kind !== 'person' && m.from >= from);
  if (after && !employer && !named) return after.kind === 'peer' ? asActor(s, after, 'subject') : undefined;
  if (after && peers[0]) return asActor(s, peers[0], 'subject');
  return aroundIt(s, stretch, from, frame);
}

/** Nobody is named in the stretch: who it is about is said before it, or around the block. */
function aroundIt(s: ReadSentence, stretch: Range, from: number, frame: BlockFrame): Actor | undefined {
  const earlier = s.mentions.filter((m) => m.to <= stretch.from && !m.governed && (m.kind === 'peer' || m.kind === 'other')).at(-1);
  if (earlier && /^(?:they|he|she|it|who|their|his|her)$/.test(s.sentence.tokens[stretch.from + 1]?.lower ?? '')) return earlier.kind === 'peer' ? asActor(s, earlier, 'pronoun') : undefined;
  const { actor } = s.read(from, from + 1);
  if (actor?.kind === 'peer') return actor;
  if (actor !== undefined && actor.kind !== 'unknown' && actor.kind !== 'collective' && !(actor.kind === 'person' || EMPLOYER.test(actor.text))) return undefined;
  return frame.inherited?.kind === 'peer' ? frame.inherited : undefined;
}

const wordsOf = (s: ReadSentence, m: Range): string => s.sentence.tokens.slice(m.from, m.to).map((t) => t.lower).join(' ');

const isAnybody = (s: ReadSentence, m: Mention): boolean => m.kind === 'person' && ANYBODY.test(s.sentence.tokens[m.to - 1]!.lower);

/** "employees in this class", "the person hired": whoever holds the job that the text is about. */
const ofThisJob = (s: ReadSentence, m: Mention): boolean =>
  m.kind === 'collective' &&
  (APPLICANT.test(s.sentence.tokens[m.to - 1]!.lower) && !/^(?:all|every|any)$/.test(s.sentence.tokens[m.from]!.lower)
    ? true
    : /^(?:in|of) (?:this|the) (?:class|series|position|role|title|grade|post|job)/.test(wordsOf(s, { from: m.to, to: m.to + 3 })));
