import { AUXILIARIES, MODALS, type Clause } from '../prose/clauses';
import { looksPast } from '../prose/inflect';
import { isVerbAt } from './cues';
import type { Actor, ReadableSentence } from './readable';

// Does the clause tell what was, or say what is to be?

const PAST_AUXILIARY = /^(?:was|were|had|did|wasn't|weren't|hadn't|didn't)$/;
const ADVERB =
  /(?:ly|^(?:not|never|also|both|always|often|sometimes|usually|now|then|still|already|only|even|all|each))$/;

/** What the form of the duty's own verb and its auxiliaries say; `undefined` where they leave it open ("to give", "giving"). */
export function ownTense(s: ReadableSentence, from: number, to: number): 'past' | 'present' | undefined {
  const { tokens, lexicons } = s.sentence;
  const at = dutyVerb(s, from, to);
  if (at === undefined) return undefined;
  let i = at - 1;
  let finite: string | undefined;
  while (
    i >= 0 &&
    (ADVERB.test(tokens[i]!.lower) || AUXILIARIES.has(tokens[i]!.lower) || MODALS.has(tokens[i]!.lower))
  ) {
    if (!ADVERB.test(tokens[i]!.lower)) finite = tokens[i]!.lower;
    i--;
  }
  if (finite !== undefined)
    return PAST_AUXILIARY.test(finite) ? 'past' : /^(?:be|been|being)$/.test(finite) ? undefined : 'present';
  const verb = tokens[at]!.lower;
  if (/ing$/.test(verb)) return undefined;
  const before = tokens[i];
  if (looksPast(verb)) {
    const subject = /^(?:who|which|that|they|he|she|it|we|you)$/.test(before?.lower ?? '');
    return subject || s.mentions.some((m) => m.to === i + 1 && !m.governed) ? 'past' : undefined;
  }
  if (/(?:ed|en)$/.test(verb) || lexicons.get('verb')?.has(at) !== true || before === undefined) return undefined;
  return before.kind !== 'mark' && !NOT_FINITE.test(before.lower) ? 'present' : undefined;
}

/** A plain form behind these is no finite verb: "to give", "help give", "have them give". */
const NOT_FINITE =
  /^(?:to|and|or|help|helps|helped|let|lets|make|makes|made|have|had|them|him|her|us|me|of|for|by|in)$/;

/** The duty's own verb: its first word, if that acts for somebody; else the first sure verb that no other subject has. */
function dutyVerb(s: ReadableSentence, from: number, to: number): number | undefined {
  const { tokens, lexicons } = s.sentence;
  const main = (i: number): boolean => !AUXILIARIES.has(tokens[i]!.lower) && !MODALS.has(tokens[i]!.lower);
  const before = tokens[from - 1]?.lower ?? '';
  const opens =
    s.mentions.some((m) => m.to === from) || MODALS.has(before) || /^(?:to|who|they|she|he|you|also)$/.test(before);
  if (isVerbAt(s, from) && (opens || DETERMINER.test(tokens[from + 1]?.lower ?? ''))) return from;
  let possible: number | undefined;
  for (let i = from; i < to; i++) {
    if (
      i > from &&
      (/^(?:who|that|which|how|what|why|whether|where|when|if)$/.test(tokens[i]!.lower) ||
        s.mentions.some((m) => m.kind === 'person' && m.from === i && !m.governed))
    )
      break;
    if (!main(i) || s.mentions.some((m) => m.from <= i && i < m.to)) continue;
    if (lexicons.get('verb')?.has(i)) return i;
    if (isVerbAt(s, i)) possible ??= i;
  }
  return possible;
}

const DETERMINER = /^(?:the|a|an|this|that|these|those|each|every|all|any|their|his|her|its|our|your)$/;

const PRESENT = /^(?:will|shall|must|may|can|should|is|are|be|been|being|has|have|do|does|who|which|that|'ll|gets?)$/;

/** "will", "shall" or "must" before the duty, in its clause: what will be done is no report, whatever year it names. */
export const willBe = (s: ReadableSentence, clause: Clause, from: number): boolean =>
  s.sentence.tokens.slice(clause.from, from).some((t) => /^(?:will|shall|must)$/.test(t.lower));

/** The verb that tells what was: the duty's own, or a simple past as the clause's verb with no present or future before it. */
export function pastVerb(
  s: ReadableSentence,
  clause: Clause,
  from: number,
  to: number,
  actor: Actor | undefined,
): string | undefined {
  const own = ownTense(s, from, to);
  if (own === 'present' || actor === undefined) return undefined;
  const { tokens } = s.sentence;
  if (own === 'past') return tokens[from]!.text;
  if (clause.from === from) return undefined;
  const subject =
    s.mentions.find((m) => tokens[m.from]!.start + s.offset === actor.span.start && m.to <= from) ??
    s.mentions.find((m) => m.from >= clause.from && m.to <= from);
  const named = actor.origin === 'subject' || actor.origin === 'pronoun';
  for (let i = subject?.to ?? clause.from; i <= from && i < clause.to; i++) {
    const word = tokens[i]!.lower;
    if (/^'s?$|ing$/.test(word)) continue;
    if (PRESENT.test(word) || (tokens[i]!.kind === 'mark' && named)) return undefined;
    if (/^(?:was|were|had|did)$/.test(word)) return tokens[i]!.text;
    if (!named) continue;
    const verb = isVerbAt(s, i);
    if ((!verb && !looksPast(word)) || /^(?:included|excluded)$/.test(word)) continue;
    // Directly behind its subject a form in -ed is the verb; further on it may be a participle ("trained in").
    return looksPast(word) &&
      actor.origin === 'subject' &&
      i > clause.from &&
      subject !== undefined &&
      (verb || i === subject.to) &&
      !/^(?:in|by|to|for|with|as|on)$/.test(tokens[i + 1]?.lower ?? '')
      ? tokens[i]!.text
      : undefined;
  }
  return undefined;
}
