import { AUXILIARIES, MODALS, type Clause } from '../prose/clauses';
import { isSetAside } from './company';
import type { Grammar } from './compile';
import { cueHits, isQuoted, wordsOf } from './cues';
import type { ReadableSentence } from './readable';

// Is the duty denied? Words that deny it are operators: plain ones ("not", "never", "no") and denying predicates that a plain
// one may itself deny ("is exempt from", "refuses to"). An even chain of them ("may not refuse to") assigns the duty.

export interface Polarity {
  /** The words that forbid the duty. */
  readonly forbidden?: string;
  /** Two denials cancel each other out, so a denied subject ("nobody is exempt from …") denies nothing either. */
  readonly cancelled: boolean;
}

interface Operator {
  readonly from: number;
  readonly to: number;
  /** Whether a negation before it turns it around. */
  readonly predicate: boolean;
}

/** What the clause with index `k` and what hangs on it says of the duty at the tokens `from` to `to`. */
export function polarityAt(s: ReadableSentence, k: number, from: number, to: number, grammar: Grammar): Polarity {
  const clause = s.clauses[k]!;
  const end = s.sentence.tokens.length;
  const traps = cueHits(s, grammar, 'not-forbidding', 0, end);
  const inside = isQuoted(s, from);
  const trapped = (h: { from: number; to: number }): boolean =>
    traps.some((t) => t.from <= h.from && h.from < t.to && !deniesPeer(s, t)) || (!inside && isQuoted(s, h.from));
  const lo = governedFrom(s, k);
  const operators = merged([
    ...cueHits(s, grammar, 'forbid-before', lo, clause.to).map((h) => ({ ...h, predicate: false })),
    ...cueHits(s, grammar, 'deny', lo, clause.to).map((h) => ({ ...h, predicate: true })),
  ]);
  const before = operators.filter(
    (o) =>
      o.from < Math.max(to - 1, from + 1) &&
      // A word that is the duty itself forbids nothing: "bars entry", "refuses visitors".
      !(o.from === from && o.to === from + 1) &&
      !concernsPerson(s, o) &&
      !setsAside(s, o, clause, grammar) &&
      !trapped(o) &&
      reaches(s, o, from),
  );
  const chains = chainsOf(s, before);
  const last = chains.at(-1);
  const turned = operators.filter((o) => o.from < from).at(-1);
  const cancelled =
    (last !== undefined && last.length % 2 === 0) || (last === undefined && turned !== undefined && trapped(turned));
  const odd = last && last.length % 2 === 0 ? undefined : chains.find((c) => c.length % 2 === 1);
  const forbidden =
    (odd && wordsOf(s, odd[0]!)) ??
    (cancelled ? undefined : near(s, clause, from, grammar, trapped)) ??
    behind(s, k, to, grammar, trapped);
  if (forbidden === undefined) return { cancelled };
  return handedBack(s, grammar, to) ? { cancelled: true } : { forbidden, cancelled: false };
}

/** "See to it that no peer is asked to …": unlike "that no dose is missed", this "no" forbids. */
const deniesPeer = (s: ReadableSentence, trap: { from: number; to: number }): boolean =>
  /^(?:no|neither)$/.test(s.sentence.tokens[trap.to - 1]!.lower) &&
  s.mentions.some((m) => m.kind === 'peer' && m.negated && m.from - trap.to <= 2 && m.to > trap.to);

/** Overlapping matches of cues are one operator. */
function merged(hits: readonly Operator[]): Operator[] {
  const all: Operator[] = [];
  for (const h of [...hits].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = all.at(-1);
    if (last && h.from < last.to)
      all[all.length - 1] = {
        from: last.from,
        to: Math.max(last.to, h.to),
        predicate: last.predicate || h.predicate,
      };
    else all.push({ from: h.from, to: h.to, predicate: h.predicate });
  }
  return all;
}

/** "Peers, not nurses, …": this "not" is about the nurses. */
const setsAside = (s: ReadableSentence, o: Operator, clause: Clause, grammar: Grammar): boolean =>
  s.mentions.some(
    (m) => m.kind !== 'peer' && m.from >= o.to && m.from - o.to <= 2 && isSetAside(s, clause, m, grammar),
  );

/** "Keep residents from leaving", "why someone has stopped coming": what is denied to a person, or by one, is no denial of the duty. */
const concernsPerson = (s: ReadableSentence, o: Operator): boolean =>
  o.predicate &&
  s.mentions.some(
    (m) =>
      m.kind === 'person' &&
      ((m.from > o.from && m.to < o.to) ||
        (m.to <= o.from &&
          s.sentence.tokens.slice(m.to, o.from).every((t) => AUXILIARIES.has(t.lower) || MODALS.has(t.lower)))),
  );

/** "Refrains from comment and writes the note": what takes a form in -ing does not govern a finite verb joined on. */
function reaches(s: ReadableSentence, o: Operator, from: number): boolean {
  const { tokens } = s.sentence;
  const gerund = o.predicate && /(?:^(?:from|of|against)|ing)$/.test(tokens[o.to - 1]!.lower);
  if (!gerund || o.to > from) return true;
  const finite = s.sentence.lexicons.get('verb')?.has(from) === true && !/(?:ing|ed|en)$/.test(tokens[from]!.lower);
  return !(finite && /^(?:and|or|then|,)$/.test(tokens[from - 1]?.lower ?? ''));
}

/** Operators of which each one governs the next. */
function chainsOf(s: ReadableSentence, operators: readonly Operator[]): Operator[][] {
  const chains: Operator[][] = [];
  for (const o of operators) {
    const last = chains.at(-1)?.at(-1);
    if (last && o.predicate && governs(s, last, o)) chains.at(-1)!.push(o);
    else chains.push([o]);
  }
  return chains;
}

/** Verbs that may stand between a negation and the predicate that it denies: "may not be told to stop …". */
const THROUGH = /^(?:ask|tell|told|requir|allow|permit|expect|enabl|forc|mean|hav|had|let|get|giv|say|said)/;

/** "Nothing in this policy bars …", "may not be told to stop …": no other verb, comma or clause between the two. */
function governs(s: ReadableSentence, a: Operator, b: Operator): boolean {
  const { tokens, lexicons } = s.sentence;
  const without = tokens[b.from]!.lower === 'without';
  if (b.from - a.to > 8) return false;
  // "Peers who hold no license are prohibited from …": the one stands in a relative clause, the other behind it.
  const between = tokens.slice(a.to, b.from);
  const relative = tokens.slice(Math.max(0, a.from - 3), a.from).some((t) => /^(?:who|which|that)$/.test(t.lower));
  if (relative && between.some((t) => MODALS.has(t.lower) || AUXILIARIES.has(t.lower))) return false;
  for (let i = a.to; i < b.from; i++) {
    const { lower, kind } = tokens[i]!;
    if (kind === 'mark' && lower !== "'s" && lower !== "'") return false;
    if (/^(?:who|which|that|and|or|but|because|if|when|unless|as|while|so|where)$/.test(lower)) return false;
    if (MODALS.has(lower) || AUXILIARIES.has(lower) || THROUGH.test(lower) || without) continue;
    if (lexicons.get('verb')?.has(i) && !s.mentions.some((m) => m.from <= i && i < m.to)) return false;
  }
  return true;
}

function near(
  s: ReadableSentence,
  clause: Clause,
  from: number,
  grammar: Grammar,
  trapped: (h: Operator) => boolean,
): string | undefined {
  for (const h of cueHits(s, grammar, 'forbid-near', clause.from, from))
    if (
      from - h.to <= 6 &&
      !trapped({ ...h, predicate: false }) &&
      !s.sentence.tokens.slice(h.to, from).some((t) => t.lower === ',')
    )
      return wordsOf(s, h);
  return undefined;
}

function behind(
  s: ReadableSentence,
  k: number,
  to: number,
  grammar: Grammar,
  trapped: (h: Operator) => boolean,
): string | undefined {
  const clause = s.clauses[k]!;
  const first = (id: string, lo: number, hi: number): string | undefined => {
    const hit = cueHits(s, grammar, id, lo, hi).find((h) => !trapped({ ...h, predicate: false }));
    return hit && wordsOf(s, hit);
  };
  // "Routine notes: although …, at no time should …": a label stands for what is said of it.
  const labelled = isLabel(s, k) ? first('forbid-before', clause.to, s.sentence.tokens.length) : undefined;
  if (labelled !== undefined) return labelled;
  const next = s.clauses[k + 1];
  const hi = next && /^(?:;|—|,|and|:)$/.test(next.joint) ? next.to : clause.to;
  return first('forbid-after', to, hi);
}

/** "… except on weekends", "… unless the nurse is away": the exception gives the duty back. It stands behind the duty, or opens the sentence. */
function handedBack(s: ReadableSentence, grammar: Grammar, to: number): boolean {
  return cueHits(s, grammar, 'hand-back', 0, s.sentence.tokens.length).some((h) => h.from >= to || h.from === 0);
}

/** A short clause without a role or a finite verb, ended by a colon. */
function isLabel(s: ReadableSentence, k: number): boolean {
  const clause = s.clauses[k]!;
  if (clause.from > 3 || clause.to - clause.from > 14) return false;
  return s.sentence.tokens[clause.to - 1]?.lower === ':' && !hasOwnSubject(s, clause);
}

/** Items behind a semicolon, colon or dash without a subject of their own share what introduced them. */
export function governedFrom(s: ReadableSentence, k: number): number {
  let at = k;
  while (at > 0 && /^(?:;|:|—|–|,)$/.test(s.clauses[at]!.joint) && !hasOwnSubject(s, s.clauses[at]!)) at--;
  return s.clauses[at]!.from;
}

const hasOwnSubject = (s: ReadableSentence, clause: Clause): boolean =>
  s.mentions.some((m) => m.from >= clause.from && m.to <= clause.to && !m.governed && m.kind !== 'person') ||
  s.sentence.tokens
    .slice(clause.from, clause.to)
    .some((t) => MODALS.has(t.lower) || AUXILIARIES.has(t.lower) || /^(?:they|he|she|it|we|you)$/.test(t.lower));
