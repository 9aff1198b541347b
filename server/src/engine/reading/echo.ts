import { MODALS, type Clause } from '../prose/clauses';
import type { Grammar } from './compile';
import { cueHits } from './cues';
import { THIRD } from './pronoun';
import type { ReadableSentence } from './readable';
import type { Mention } from './roles';

// Clauses that give a duty named before to somebody else, without naming it again: "… and so does the peer", "on weekends the
// peer does it", "…, in which case the peer steps in".

/** Who takes the duty on, and where the clause says so (token index). `they`: a pronoun, for whoever acted before. */
export interface Echo {
  readonly who: Mention | 'they';
  readonly at: number;
}

/** The first such clause behind the token `to`. */
export function echoBehind(s: ReadableSentence, to: number, grammar: Grammar): Echo | undefined {
  for (const clause of s.clauses) {
    if (clause.to <= to) continue;
    const lo = Math.max(clause.from, to);
    const echo = inverted(s, lo, clause.to) ?? proVerb(s, clause, lo, grammar) ?? passedOn(s, lo, clause.to, grammar);
    if (echo) return echo;
  }
  return undefined;
}

const isAuxiliary = (word: string): boolean =>
  (MODALS.has(word) || /^(?:do|does|did|is|are)$/.test(word)) && !/n't$|not$/.test(word);

/** "as does the peer", "so will the peers" */
function inverted(s: ReadableSentence, lo: number, hi: number): Echo | undefined {
  const { tokens } = s.sentence;
  for (const m of s.mentions) {
    if (m.from < lo + 2 || m.to > hi) continue;
    let i = m.from - 1;
    while (i > lo && /^(?:the|a|an|our|all|your|its)$/.test(tokens[i]!.lower)) i--;
    if (i > lo && isAuxiliary(tokens[i]!.lower) && /^(?:as|so)$/.test(tokens[i - 1]!.lower))
      return { who: m, at: m.from };
  }
  return undefined;
}

/** "the peer does", "they do so", "the peer will do it instead": a subject, and a verb that only stands for another. */
function proVerb(s: ReadableSentence, clause: Clause, lo: number, grammar: Grammar): Echo | undefined {
  const { tokens } = s.sentence;
  for (let i = lo; i < clause.to; i++) {
    const who =
      s.mentions.find((m) => m.to === i && !m.governed) ??
      (THIRD.has(tokens[i - 1]?.lower ?? '') && i > lo ? 'they' : undefined);
    if (who === undefined || NO_ECHO.test(opener(s, who === 'they' ? i - 1 : who.from))) continue;
    for (const hit of cueHits(s, grammar, 'stands-in', i, Math.min(i + 8, clause.to)))
      if (hit.from === i && endsClause(s, hit.to, clause.to)) return { who, at: i };
  }
  return undefined;
}

/** "If they do, …", "what peers do", "more than peers do": no statement that they do it. */
const NO_ECHO = /^(?:if|whether|what|how|why|than|like|as|should|because|until|before|after|unless|way|which)$/;

/** The word before a subject's noun phrase. */
function opener(s: ReadableSentence, at: number): string {
  const { tokens } = s.sentence;
  let i = at - 1;
  while (i > 0 && /^(?:the|a|an|our|all|your|its|any|some)$/.test(tokens[i]!.lower)) i--;
  return tokens[i]?.lower ?? '';
}

/** Nothing of weight follows: a mark, the clause's end, or words of time and place. */
function endsClause(s: ReadableSentence, at: number, end: number): boolean {
  const next = s.sentence.tokens[at];
  return (
    next === undefined ||
    at >= end ||
    next.kind === 'mark' ||
    /^(?:on|at|in|during|when|if|while|until|only|alone|again|and|but)$/.test(next.lower)
  );
}

/** "this falls to the peer", "it is done by the peer" */
function passedOn(s: ReadableSentence, lo: number, hi: number, grammar: Grammar): Echo | undefined {
  const { tokens } = s.sentence;
  const at = tokens.findIndex((t, i) => i >= lo && i < hi && /^(?:this|that|it|these|which)$/.test(t.lower));
  if (at < 0) return undefined;
  for (const m of s.mentions) {
    if (m.from <= at || m.to > hi || m.possessive) continue;
    for (const hit of cueHits(s, grammar, 'passes-to', at + 1, m.from))
      if (hit.from - at <= 3 && m.from - hit.to <= 2) return { who: m, at: m.from };
  }
  return undefined;
}
