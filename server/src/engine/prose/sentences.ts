import type { Span } from '../text/span';

// Words whose full stop does not end a sentence. "et seq.", "cf." and the like come from regulations and contracts.
const ABBREVIATION =
  /(?:^|[\s("])(?:dr|mr|mrs|ms|mx|st|jr|sr|prof|rev|hon|e\.g|i\.e|etc|vs|v|cf|al|seq|incl|approx|dept|no|nos|sec|secs|art|reg|regs|ch|pt|par|para|fig|inc|co|corp|ltd|u\.s|a\.m|p\.m|ph\.d|m\.d|c\.p\.s|c\.m\.r|hrs?|wk|mo|yr|min|max|est|ext|tel|mon|tues?|weds?|thurs?|fri|sat|sun|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|\p{Lu})\.["')\]]*\s*$/iu;
/** Abbreviations that do end a sentence when the next word is capitalized. */
const MAY_END = /(?:^|\s)(?:etc|inc|co|corp|ltd|al|seq|a\.m|p\.m|hrs?|no)\.["')\]]*\s*$/i;

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * Sentences of one block's masked text, as spans relative to it. `Intl.Segmenter` proposes the breaks; those after an
 * abbreviation, or before a word in lower case, are taken back. (On one very long string the segmenter is quadratic, so it is
 * only ever given a block; text beyond `LONGEST` is cut into pieces at spaces first.)
 */
export function sentences(text: string): Span[] {
  const spans: Span[] = [];
  for (const piece of pieces(text, 0, text.length, LONGEST)) {
    for (const { segment, index } of segmenter.segment(text.slice(piece.start, piece.end))) {
      const start = piece.start + index;
      const end = start + segment.length;
      const last = spans.at(-1);
      if (last && last.end === start && continues(text.slice(last.start, last.end), segment))
        spans[spans.length - 1] = { start: last.start, end };
      else spans.push({ start, end });
    }
  }
  return spans
    .flatMap((s) => pieces(text, s.start, s.end, LONGEST_SENTENCE))
    .map((s) => trim(text, s))
    .filter((s) => s.end > s.start);
}

function continues(before: string, after: string): boolean {
  if (/^["')\]]*\s*\p{Ll}/u.test(after) && !/[!?]["')\]]*\s*$/.test(before)) return true;
  if (!ABBREVIATION.test(before)) return false;
  return !(MAY_END.test(before) && /^["'(]*\p{Lu}/u.test(after));
}

/** Code units that the segmenter is given at once, and that are read as one sentence: what no writer's sentence reaches. */
const LONGEST = 20_000;
const LONGEST_SENTENCE = 2_000;

/** Cuts `from` to `to` into pieces of at most `most` code units, at spaces where there are any. */
function pieces(text: string, from: number, to: number, most: number): Span[] {
  const cuts: Span[] = [];
  for (let start = from; start < to;) {
    let end = Math.min(start + most, to);
    const space = end < to ? text.lastIndexOf(' ', end) : -1;
    if (space > start) end = space + 1;
    cuts.push({ start, end });
    start = end;
  }
  return cuts;
}

function trim(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && text[start] === ' ') start++;
  while (end > start && text[end - 1] === ' ') end--;
  return { start, end };
}
