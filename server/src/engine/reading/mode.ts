import type { Clause } from '../prose/clauses';
import { findPattern } from '../prose/pattern';
import type { Grammar } from './compile';
import { cueHits, firstCue, isQuoted, wordsOf } from './cues';
import { definedTerm } from './document';
import { permissionAt } from './permission';
import { polarityAt } from './polarity';
import type { Actor, ReadableSentence } from './readable';
import { ownTense, pastVerb, willBe } from './tense';

/** What a clause does with a duty. */
export type Mode = 'assigned' | 'forbidden' | 'allowed' | 'reported' | 'asked' | 'quoted';

export interface ModeReading {
  readonly mode: Mode;
  /** The words that decided it, for the evidence; empty for `assigned`. */
  readonly cue: string;
}

const ASSIGNED: ModeReading = { mode: 'assigned', cue: '' };

/** What the clause around the tokens `from` to `to` (the words that name a duty) does with it. */
export function modeAt(
  s: ReadableSentence,
  from: number,
  to: number,
  actor: Actor | undefined,
  grammar: Grammar,
): ModeReading {
  const k = Math.max(
    0,
    s.clauses.findIndex((c) => c.from <= from && from < c.to),
  );
  const clause = s.clauses[k]!;
  if ((s.sentence.tokens.at(-1)?.lower === '?' || lastWordMark(s) === '?') && !answeredYes(s))
    return { mode: 'asked', cue: '?' };
  if (isQuoted(s, from)) return { mode: 'quoted', cue: '"' };
  if (definedTerm(s.sentence.tokens)) return { mode: 'reported', cue: 'means' };
  const asking = cueHits(s, grammar, 'asking', 0, from)[0];
  if (asking) return { mode: 'asked', cue: wordsOf(s, asking) };
  const { forbidden, cancelled } = polarityAt(s, k, from, to, grammar);
  if (forbidden !== undefined) return { mode: 'forbidden', cue: forbidden };
  if (actor?.negated && !cancelled) return { mode: 'forbidden', cue: `no ${actor.text}` };
  const report =
    firstCue(s, grammar, 'report', 0, to) ??
    pastTime(s, clause, from, to, grammar) ??
    firstCue(s, grammar, 'withdrawn') ??
    pendingMotion(s, from, grammar) ??
    pastVerb(s, clause, from, to, actor);
  if (report) return { mode: 'reported', cue: report };
  const request = permissionAt(s, k, from, to, actor, grammar) ?? (answeredYes(s) ? answerCue(s, grammar) : undefined);
  if (request) return { mode: 'allowed', cue: request };
  return ASSIGNED;
}

/** A time that is over. With a verb in the present it counts only where it opens the clause ("In 2011 peers count …"). */
function pastTime(s: ReadableSentence, clause: Clause, from: number, to: number, grammar: Grammar): string | undefined {
  // What will be done is no report, whatever year it names.
  if (willBe(s, clause, from)) return undefined;
  const present = ownTense(s, from, to) === 'present';
  const hit = cueHits(s, grammar, 'report-time', 0, to).find(
    (h) => !present || (h.from === clause.from && !/^(?:since|from)$/.test(s.sentence.tokens[h.from]!.lower)),
  );
  return hit && wordsOf(s, hit);
}

const lastWordMark = (s: ReadableSentence): string | undefined => {
  const { tokens } = s.sentence;
  for (let i = tokens.length - 1; i >= 0 && i >= tokens.length - 3; i--)
    if (/^[?!.]$/.test(tokens[i]!.lower)) return tokens[i]!.lower;
  return undefined;
};

/** "May peers … ? Yes, …": the answer makes a statement of the question. */
const answeredYes = (s: ReadableSentence): boolean =>
  s.following[0]?.tokens[0]?.lower === 'yes' && lastWordMark(s) === '?';

function answerCue(s: ReadableSentence, grammar: Grammar): string | undefined {
  const answer = s.following[0];
  const hit =
    answer && grammar.cues('request', answer).flatMap((p) => findPattern(p, answer, 0, answer.tokens.length))[0];
  return (
    hit &&
    answer.tokens
      .slice(hit.from, hit.to)
      .map((t) => t.text)
      .join(' ')
  );
}

/** "Dana moved that peers …": a motion assigns nothing until this sentence, or one behind it, says that it carried. */
function pendingMotion(s: ReadableSentence, from: number, grammar: Grammar): string | undefined {
  const motion = cueHits(s, grammar, 'motion', 0, from)[0];
  if (!motion) return undefined;
  for (const sentence of [s.sentence, ...s.following]) {
    const has = (id: string, lo: number): boolean =>
      grammar.cues(id, sentence).some((p) => findPattern(p, sentence, lo, sentence.tokens.length).length > 0);
    const own = sentence === s.sentence;
    if (!own && has('motion', 0)) break;
    if (has('lost', own ? motion.to : 0)) break;
    if (has('carried', own ? motion.to : 0)) return undefined;
  }
  return wordsOf(s, motion);
}
