import { verbForms } from './inflect';
import type { Token } from './token';

// The pattern language of rules and cues, one line of YAML each. Within a clause:
//
//   word            the word as written             <give>          any form of the verb "give"
//   {lexicon}       an entry of a lexicon           (a|b c|{x})     one of several sequences
//   [x] [a|b]       x (or a, or b), or nothing      .. / ...        up to 3 / up to 8 words between
//   medic* / *ing   words that begin / end so       ^ / $           the first / last token of the clause
//   a & b           both, in any order, at most `NEAR` tokens apart
//
// Lexicons are matched longest entry first, but shorter entries are tried too.

export type Element =
  | { readonly is: 'word'; readonly word: string }
  | { readonly is: 'prefix'; readonly prefix: string }
  | { readonly is: 'suffix'; readonly suffix: string }
  | { readonly is: 'forms'; readonly forms: ReadonlySet<string> }
  | { readonly is: 'lexicon'; readonly id: string }
  | { readonly is: 'either'; readonly sequences: readonly (readonly Element[])[] }
  | { readonly is: 'optional'; readonly sequence: readonly Element[] }
  | { readonly is: 'gap'; readonly most: number }
  | { readonly is: 'first' }
  | { readonly is: 'last' };

export interface Pattern {
  /** As written in the knowledge file. */
  readonly source: string;
  readonly groups: readonly (readonly Element[])[];
  /**
   * What must be present for a match: of each set at least one key. A key is a word, or a lexicon's id in braces. With it most
   * patterns are ruled out for a sentence by a few look-ups.
   */
  readonly needs: readonly (readonly string[])[];
}

/** Tokens that may lie between two groups joined by `&`. */
export const NEAR = 12;
const SHORT_GAP = 3;
const LONG_GAP = 8;

/** A pattern that could not be read; the message says what is wrong with it. */
export class PatternError extends Error {}

/** @throws PatternError */
export function parsePattern(source: string): Pattern {
  const groups = source.split(' & ').map((part) => new Parser(part).sequence());
  if (groups.some((g) => g.every((e) => e.is === 'gap' || e.is === 'optional')))
    throw new PatternError(`"${source}" has a part that matches nothing certain`);
  return { source, groups, needs: groups.flatMap(needsOf) };
}

function needsOf(elements: readonly Element[]): string[][] {
  return elements.flatMap((e) => {
    if (e.is === 'word') return [[e.word]];
    if (e.is === 'forms') return [[...e.forms]];
    if (e.is === 'lexicon') return [[`{${e.id}}`]];
    if (e.is !== 'either') return [];
    // Of each alternative its most telling need; an alternative without one leaves the whole choice open.
    const each = e.sequences.map((sequence) => needsOf(sequence).sort((a, b) => a.length - b.length)[0]);
    return each.every((n) => n !== undefined) ? [each.flat()] : [];
  });
}

/** Ids of all lexicons that the pattern names. */
export function lexiconsOf(pattern: Pattern): string[] {
  const walk = (elements: readonly Element[]): string[] =>
    elements.flatMap((e) =>
      e.is === 'lexicon'
        ? [e.id]
        : e.is === 'either'
          ? e.sequences.flatMap(walk)
          : e.is === 'optional'
            ? walk(e.sequence)
            : [],
    );
  return pattern.groups.flatMap(walk);
}

class Parser {
  private at = 0;
  constructor(private readonly text: string) {}

  sequence(closing = ''): Element[] {
    const elements: Element[] = [];
    for (;;) {
      while (this.text[this.at] === ' ') this.at++;
      const c = this.text[this.at];
      if (c === undefined) {
        if (closing) throw new PatternError(`"${this.text}" lacks a closing "${closing.at(-1)!}"`);
        return elements;
      }
      if (closing.includes(c)) return elements;
      elements.push(this.element(c));
    }
  }

  private element(c: string): Element {
    if (c === '(') return { is: 'either', sequences: this.alternatives(')') };
    if (c === '[') return { is: 'optional', sequence: [{ is: 'either', sequences: this.alternatives(']') }] };
    if (c === '{') return { is: 'lexicon', id: this.until('}') };
    if (c === '<') return { is: 'forms', forms: new Set(verbForms(this.until('>'))) };
    if (c === '^' || c === '$') {
      this.at++;
      return { is: c === '^' ? 'first' : 'last' };
    }
    return this.word();
  }

  private alternatives(close: string): Element[][] {
    const sequences: Element[][] = [];
    do {
      this.at++;
      sequences.push(this.sequence(`|${close}`));
    } while (this.text[this.at] === '|');
    this.at++;
    return sequences;
  }

  private until(end: string): string {
    const close = this.text.indexOf(end, this.at);
    if (close < 0) throw new PatternError(`"${this.text}" lacks a closing "${end}"`);
    const inner = this.text.slice(this.at + 1, close).trim();
    this.at = close + 1;
    return inner;
  }

  private word(): Element {
    const match = /^[^\s()[\]{}<>|^]+/.exec(this.text.slice(this.at));
    if (!match) throw new PatternError(`"${this.text}" has "${this.text[this.at]!}" where a word should be`);
    this.at += match[0].length;
    const word = match[0].toLowerCase();
    if (word === '..') return { is: 'gap', most: SHORT_GAP };
    if (word === '...') return { is: 'gap', most: LONG_GAP };
    if (word.endsWith('*') && word.length > 1) return { is: 'prefix', prefix: word.slice(0, -1) };
    if (word.startsWith('*') && word.length > 1) return { is: 'suffix', suffix: word.slice(1) };
    return { is: 'word', word };
  }
}

/** What patterns are matched against: a sentence's tokens, and where lexicon entries stand in it. */
export interface Searchable {
  readonly tokens: readonly Token[];
  /** For each lexicon: start token → end tokens (exclusive), longest first. */
  readonly lexicons: ReadonlyMap<string, ReadonlyMap<number, readonly number[]>>;
  /** All words of the sentence in lower case, and the ids of its lexicons in braces. */
  readonly keys: ReadonlySet<string>;
}

/** Whether all that the pattern needs is in the sentence at all. */
export const mayMatch = (pattern: Pattern, where: Searchable): boolean =>
  pattern.needs.every((any) => any.some((key) => where.keys.has(key)));

/** A match: the token ranges of its content (gaps and anchors left out), in reading order. */
export interface PatternHit {
  readonly pattern: Pattern;
  readonly parts: readonly { readonly from: number; readonly to: number }[];
  readonly from: number;
  readonly to: number;
}

interface Part {
  readonly from: number;
  readonly to: number;
}

/** All matches of `pattern` between the token indices `lo` (included) and `hi` (excluded), one for each start. */
export function findPattern(pattern: Pattern, where: Searchable, lo: number, hi: number): PatternHit[] {
  if (!mayMatch(pattern, where)) return NOTHING;
  const [first, ...rest] = pattern.groups;
  const opening = first![0]!;
  let hits: PatternHit[] = NOTHING;
  for (let start = lo; start < hi; start++) {
    if (!canOpen(opening, where, start, lo)) continue;
    const parts = matchAt(first!, 0, where, start, lo, hi);
    if (!parts) continue;
    const all = [...parts];
    const complete = rest.every((group) => {
      const found = nearest(group, where, all, lo, hi);
      if (found) all.push(...found);
      return found !== undefined;
    });
    if (!complete || all.length === 0) continue;
    all.sort((a, b) => a.from - b.from);
    if (hits === NOTHING) hits = [];
    hits.push({ pattern, parts: all, from: all[0]!.from, to: Math.max(...all.map((p) => p.to)) });
  }
  return hits;
}

const NOTHING: PatternHit[] = [];

/** A cheap test of a group's first element, before the real matching. */
function canOpen(element: Element, where: Searchable, at: number, lo: number): boolean {
  if (element.is === 'word') return where.tokens[at]!.lower === element.word;
  if (element.is === 'forms') return element.forms.has(where.tokens[at]!.lower);
  if (element.is === 'lexicon') return where.lexicons.get(element.id)?.has(at) === true;
  return element.is !== 'first' || at === lo;
}

/** The occurrence of `group` nearest to what has been matched so far, without overlapping it. */
function nearest(
  group: readonly Element[],
  where: Searchable,
  taken: readonly Part[],
  lo: number,
  hi: number,
): Part[] | undefined {
  const from = Math.min(...taken.map((p) => p.from));
  const to = Math.max(...taken.map((p) => p.to));
  let best: Part[] | undefined;
  let bestDistance = Infinity;
  for (let start = Math.max(lo, from - NEAR); start < Math.min(hi, to + NEAR); start++) {
    if (!canOpen(group[0]!, where, start, lo)) continue;
    const parts = matchAt(group, 0, where, start, lo, hi);
    if (!parts || parts.length === 0) continue;
    if (parts.some((p) => taken.some((t) => p.from < t.to && t.from < p.to))) continue;
    const distance = Math.min(Math.abs(parts[0]!.from - to), Math.abs(from - parts.at(-1)!.to));
    if (distance < bestDistance) [best, bestDistance] = [parts, distance];
  }
  return best;
}

/** Matches `elements[k..]` with its first token at `at`; the content's token ranges, or `undefined`. */
function matchAt(
  elements: readonly Element[],
  k: number,
  where: Searchable,
  at: number,
  lo: number,
  hi: number,
): Part[] | undefined {
  const element = elements[k];
  if (!element) return [];
  const token = at < hi ? where.tokens[at] : undefined;
  switch (element.is) {
    case 'word':
      return token?.lower === element.word ? oneWord(elements, k, where, at, lo, hi) : undefined;
    case 'prefix':
      return token?.lower.startsWith(element.prefix) ? oneWord(elements, k, where, at, lo, hi) : undefined;
    case 'suffix':
      return token?.kind === 'word' && token.lower.endsWith(element.suffix)
        ? oneWord(elements, k, where, at, lo, hi)
        : undefined;
    case 'forms':
      return token !== undefined && element.forms.has(token.lower)
        ? oneWord(elements, k, where, at, lo, hi)
        : undefined;
    case 'lexicon':
      for (const end of where.lexicons.get(element.id)?.get(at) ?? []) {
        const tail = end <= hi ? matchAt(elements, k + 1, where, end, lo, hi) : undefined;
        if (tail) return [{ from: at, to: end }, ...tail];
      }
      return undefined;
    case 'either':
      for (const sequence of element.sequences) {
        if (sequence[0] && at < hi && !canOpen(sequence[0], where, at, lo)) continue;
        const found = matchAt([...sequence, ...elements.slice(k + 1)], 0, where, at, lo, hi);
        if (found) return found;
      }
      return undefined;
    case 'optional':
      return (
        matchAt([...element.sequence, ...elements.slice(k + 1)], 0, where, at, lo, hi) ??
        matchAt(elements, k + 1, where, at, lo, hi)
      );
    case 'gap':
      for (let skip = 0; skip <= element.most && at + skip < hi; skip++) {
        const found = matchAt(elements, k + 1, where, at + skip, lo, hi);
        if (found) return found;
      }
      return undefined;
    case 'first':
      return at === lo ? matchAt(elements, k + 1, where, at, lo, hi) : undefined;
    case 'last':
      return at === hi ? matchAt(elements, k + 1, where, at, lo, hi) : undefined;
  }
}

/** One token of content at `at`, and the rest behind it. */
function oneWord(
  elements: readonly Element[],
  k: number,
  where: Searchable,
  at: number,
  lo: number,
  hi: number,
): Part[] | undefined {
  const tail = matchAt(elements, k + 1, where, at + 1, lo, hi);
  return tail && [{ from: at, to: at + 1 }, ...tail];
}
