import type { Clause } from '../prose/clauses';
import type { Grammar } from './compile';
import { cueHits } from './cues';
import { asActor, type Actor, type ReadableSentence, type Surroundings } from './readable';

// Pronouns before the duty, and whom they stand for.

const ADDRESSEE = new Set(['you', "you'll", "you're", "you've", "you'd"]);
export const THIRD = new Set(['they', 'he', 'she', "they'll", "they're", "he'll", "she'll", "they've", 's']);
const FIRST = new Set(['we', "we'll", "we've", "we're", 'i', "i'll"]);

export function pronounBefore(
  s: ReadableSentence,
  clause: Clause,
  at: number,
): 'addressee' | 'we' | 'third' | undefined {
  for (let i = Math.min(at, clause.to) - 1; i >= clause.from; i--) {
    const word = s.sentence.tokens[i]!.lower;
    const before = s.sentence.tokens[i - 1]?.lower ?? '';
    if (/^(?:to|for|with|by|from|of|help|helps|helping|ask|asks|tell|tells|support|supports|give|gives)$/.test(before))
      continue;
    if (ADDRESSEE.has(word)) return 'addressee';
    if (THIRD.has(word)) return 'third';
    if (FIRST.has(word)) return 'we';
    // "Both will …", "One of the two will …"
    if (i <= clause.from + 1 && isQuantifier(s, i, at)) return 'third';
  }
  return undefined;
}

/** "Have them …", "let her …": whoever was named last. */
export function handedPronoun(
  s: ReadableSentence,
  clause: Clause,
  at: number,
  around: Surroundings,
  grammar: Grammar,
): Actor | undefined {
  const { tokens } = s.sentence;
  for (let i = Math.min(at, clause.to) - 1; i > clause.from - 1; i--) {
    if (!/^(?:them|him|her)$/.test(tokens[i]!.lower)) continue;
    if (!cueHits(s, grammar, 'hand-over', clause.from, i).some((hit) => hit.to === i)) continue;
    const before = s.mentions.filter((m) => m.to <= i && m.kind !== 'person').at(-1);
    const who = before ? asActor(s, before, 'pronoun') : around.mentioned;
    return who && { ...who, origin: 'pronoun', negated: false };
  }
  return undefined;
}

/** They, he, she: the subject of the clause before, else of the sentence before. */
export function pronounActor(s: ReadableSentence, k: number, around: Surroundings): Actor | undefined {
  // "… as case managers, where they write notes": those just named.
  const here = s.clauses[k]!;
  const place = here.joint === 'where' ? s.mentions.find((m) => m.to <= here.from && m.to >= here.from - 2) : undefined;
  if (place) return { ...asActor(s, place, 'pronoun'), negated: false };
  for (let j = k - 1; j >= 0; j--) {
    const clause = s.clauses[j]!;
    const subjects = s.mentions.filter((m) => m.from >= clause.from && m.to <= clause.to && !m.governed);
    const handed = s.mentions.filter((m) => m.from >= clause.from && m.to <= clause.to && m.kind !== 'person');
    const m = subjects.find((x) => x.kind === 'peer') ?? subjects[0] ?? handed.find((x) => x.kind === 'peer');
    if (m) return { ...asActor(s, m, 'pronoun'), negated: false };
  }
  const { previous } = around;
  if (previous) return { ...previous, origin: 'pronoun', negated: false };
  return around.inherited;
}

/** "Both", "one of them", "the two": some or all of those named before. */
function isQuantifier({ sentence: { tokens } }: ReadableSentence, i: number, at: number): boolean {
  const word = (k: number): string => tokens[k]?.lower ?? '';
  const next = /^(?:will|shall|must|may|can|are|is|have|has|also|do|does)$/;
  if (/^(?:both|each|either)$/.test(word(i))) return i < at && next.test(word(i + 1));
  return (
    /^(?:one|two|each|either|all|both|some)$/.test(word(i)) &&
    word(i + 1) === 'of' &&
    (word(i + 2) === 'them' ||
      (word(i + 2) === 'the' && /^(?:two|three|four)$/.test(word(i + 3)) && next.test(word(i + 4))))
  );
}
