import { findPattern, type PatternHit } from '../prose/pattern';
import type { Grammar } from './compile';
import type { ReadableSentence } from './readable';

/** The words of a token range, for the evidence. */
export const wordsOf = (s: ReadableSentence, hit: { readonly from: number; readonly to: number }): string =>
  s.sentence.tokens
    .slice(hit.from, hit.to)
    .map((t) => t.text)
    .join(' ');

/** Where the cue set `id` matches between the tokens `lo` and `hi`. */
export const cueHits = (s: ReadableSentence, grammar: Grammar, id: string, lo: number, hi: number): PatternHit[] =>
  grammar.cues(id, s.sentence).flatMap((p) => findPattern(p, s.sentence, lo, hi));

export const firstCue = (
  s: ReadableSentence,
  grammar: Grammar,
  id: string,
  lo = 0,
  hi = s.sentence.tokens.length,
): string | undefined => {
  const hit = cueHits(s, grammar, id, lo, hi)[0];
  return hit && wordsOf(s, hit);
};

export const isVerbAt = (s: ReadableSentence, at: number): boolean =>
  s.sentence.lexicons.get('verb')?.has(at) === true || s.sentence.lexicons.get('verb-or-noun')?.has(at) === true;

/** Inside double quotes: somebody else's words. */
export function isQuoted(s: ReadableSentence, at: number): boolean {
  const { tokens } = s.sentence;
  const before = tokens.slice(0, at).filter((t) => t.lower === '"').length;
  return before % 2 === 1 && tokens.slice(at).some((t) => t.lower === '"');
}
