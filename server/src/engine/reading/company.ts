import type { Clause } from '../prose/clauses';
import type { Grammar } from './compile';
import { cueHits, isVerbAt } from './cues';
import type { ReadableSentence } from './readable';
import type { Mention } from './roles';

// Roles that act beside the subject ("assisted by the peer"), and roles that are named only to be set aside ("not the peer").

/** The cue of the set `id` ends where the role's noun phrase begins. */
function introducedBy(
  s: ReadableSentence,
  clause: Clause,
  m: Mention,
  grammar: Grammar,
  id: string,
): number | undefined {
  const { tokens } = s.sentence;
  for (const hit of cueHits(s, grammar, id, clause.from, m.from)) {
    const between = tokens.slice(hit.to, m.from);
    if (between.length <= 2 && between.every((t) => DETERMINER.test(t.lower))) return hit.from;
  }
  return undefined;
}

const DETERMINER =
  /^(?:the|a|an|our|its|their|your|his|her|any|each|every|one|two|all|those|these|other|people|staff)$/;

/** "Instead of nurses, …", "not the peer": named as who does not act. */
export const isSetAside = (s: ReadableSentence, clause: Clause, m: Mention, grammar: Grammar): boolean =>
  introducedBy(s, clause, m, grammar, 'set-aside') !== undefined;

/** "… together with the peer", "…, assisted by the peer": a peer role that takes part in what the subject or agent does. */
export function companionOf(
  s: ReadableSentence,
  clause: Clause,
  from: number,
  to: number,
  grammar: Grammar,
): Mention | undefined {
  const { tokens } = s.sentence;
  // "With help from the peer, the nurse …": the phrase may be cut off from the clause that it opens.
  const opener = clause.joint === ',' ? s.clauses[s.clauses.indexOf(clause) - 1] : undefined;
  const start = opener?.from ?? clause.from;
  return s.mentions.find((m) => {
    if (m.kind !== 'peer' || m.possessive || m.from < start || m.to > clause.to) return false;
    const where = m.from < clause.from ? opener! : clause;
    const cue =
      introducedBy(s, where, m, grammar, 'company') ??
      (m.to <= from ? introducedBy(s, where, m, grammar, 'company-subject') : undefined);
    if (cue === undefined || /^(?:not|never|without|no)$/.test(tokens[cue - 1]?.lower ?? '')) return false;
    if (cue >= to) return !tokens.slice(to, cue).some((_, i) => isOtherVerb(s, to + i));
    // Before the duty: directly behind the subject, or at the head of the clause.
    const before = tokens[cue - 1]?.lower === ',' ? cue - 1 : cue;
    return (
      m.to <= from &&
      (cue === start || cue === clause.from + 1 || s.mentions.some((x) => x.to === before && x.kind === 'other'))
    );
  });
}

const isOtherVerb = (s: ReadableSentence, at: number): boolean =>
  isVerbAt(s, at) && /^(?:and|or|then|,)$/.test(s.sentence.tokens[at - 1]?.lower ?? '');
