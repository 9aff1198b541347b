import assert from 'node:assert/strict';
import {
  findPattern,
  lexiconsOf,
  mayMatch,
  NEAR,
  parsePattern,
  PatternError,
} from '../../server/src/engine/prose/pattern';
import { PatternIndex } from '../../server/src/engine/prose/pattern-index';
import { PhraseTrie } from '../../server/src/engine/prose/phrases';
import { readSentences, type Sentence } from '../../server/src/engine/prose/sentence';

const trie = new PhraseTrie();
for (const word of ['pill', 'pill box', 'tablet']) trie.add('meds', word, 'noun');
for (const word of ['give', 'hand out']) trie.add('giving', word, 'verb');

function sentence(text: string): Sentence {
  const [only, ...more] = readSentences(text, trie);
  assert.ok(only && more.length === 0, text);
  return only;
}

/** The first match as "matched words + matched words", gaps left out; "" for none. */
function match(source: string, text: string, lo = 0, hi = Infinity): string {
  const where = sentence(text);
  const [hit] = findPattern(parsePattern(source), where, lo, Math.min(hi, where.tokens.length));
  const words = (from: number, to: number): string =>
    where.tokens
      .slice(from, to)
      .map((t) => t.text)
      .join(' ');
  return hit ? hit.parts.map((p) => words(p.from, p.to)).join(' + ') : '';
}

const filler = (count: number): string => 'so '.repeat(count);

describe('the pattern language', () => {
  const rows: Readonly<Record<string, readonly (readonly [pattern: string, text: string, expected: string])[]>> = {
    'a word, as written, in any case': [
      ['pill', 'Count a PILL', 'PILL'],
      ['Pill', 'a pill', 'pill'],
      ['pill', 'pills', ''],
      ["don't", "We don't", "don't"],
      ['count pill', 'count the pill', ''],
      ['count pill', 'count pill', 'count + pill'],
    ],
    '<give>: any form of a verb': [
      ['<give>', 'it is given', 'given'],
      ['<give> pills', 'giving pills', 'giving + pills'],
      ['<count>', 'they counted', 'counted'],
      ['<count>', 'a counter', ''],
    ],
    'medic*: words that begin so': [
      ['medic*', 'a medicine', 'medicine'],
      ['medic*', 'a medic', 'medic'],
      ['medic*', 'a paramedic', ''],
    ],
    '*ing: words that end so': [
      ['stop *ing', 'stop writing', 'stop + writing'],
      ['stop *ing', 'stop to write', ''],
      ['stop *ing', 'stop ing', 'stop + ing'],
    ],
    '{lexicon}: one of its entries, the longest first, a shorter one if need be': [
      ['{meds}', 'two tablets', 'tablets'],
      ['{meds}', 'a pill box', 'pill box'],
      ['{meds} box', 'a pill box', 'pill + box'],
      ['{giving} {meds}', 'handing out pills', 'handing out + pills'],
      ['{meds}', 'a letter', ''],
      ['{none}', 'a pill', ''],
    ],
    '(a|b c|{x}): one of several': [
      ['(count|hand over) pills', 'count pills', 'count + pills'],
      ['(count|hand over) pills', 'hand over pills', 'hand + over + pills'],
      ['(count|hand over) pills', 'hand pills', ''],
      ['(keep|{giving}) {meds}', 'give pills', 'give + pills'],
      ['(a|a b) c', 'a b c', 'a + b + c'],
      ['(a (b|c)|d) e', 'a c e', 'a + c + e'],
    ],
    '[x], [a|b]: it, or nothing': [
      ['count [the] pills', 'count the pills', 'count + the + pills'],
      ['count [the] pills', 'count pills', 'count + pills'],
      ['count [the|all] pills', 'count all pills', 'count + all + pills'],
      ['count [the|all] pills', 'count two pills', ''],
      ['[the] pills', 'pills', 'pills'],
      ['count [all of the] pills', 'count all of the pills', 'count + all + of + the + pills'],
    ],
    '..: up to three words between': [
      ['count .. pills', 'count pills', 'count + pills'],
      ['count .. pills', `count ${filler(3)}pills`, 'count + pills'],
      ['count .. pills', `count ${filler(4)}pills`, ''],
    ],
    '...: up to eight words between': [
      ['count ... pills', `count ${filler(8)}pills`, 'count + pills'],
      ['count ... pills', `count ${filler(9)}pills`, ''],
      ['count ... pills', 'pills count', ''],
    ],
    '^ and $: the beginning and the end of the clause': [
      ['^ pills', 'pills here', 'pills'],
      ['^ pills', 'the pills', ''],
      ['pills $', 'the pills', 'pills'],
      ['pills $', 'pills here', ''],
      ['^ pills $', 'pills', 'pills'],
      ['(^|and) count', 'count', 'count'],
      ['(^|and) count', 'sit and count', 'and + count'],
      ['(^|and) count', 'to count', ''],
      ['pills (,|$)', 'count pills', 'pills'],
    ],
    'a & b: both, in either order, near each other': [
      ['count & pills', 'count the pills', 'count + pills'],
      ['count & pills', 'pills we count', 'pills + count'],
      ['count & pills', 'count the coins', ''],
      ['count & {meds} & night', 'at night, count the tablets', 'night + count + tablets'],
      ['count & pills', `count ${filler(NEAR - 1)}pills`, 'count + pills'],
      ['count & pills', `count ${filler(NEAR)}pills`, ''],
      ['a b & b c', 'a b c', ''],
    ],
  };
  for (const [name, cases] of Object.entries(rows))
    it(name, () => {
      assert.deepEqual(
        cases.map(([pattern, text]) => [pattern, text, match(pattern, text)]),
        cases,
      );
    });

  it('stays within the clause it is asked about', () => {
    const text = 'they count pills and go';
    assert.equal(match('count pills', text, 0, 3), 'count + pills');
    assert.equal(match('count pills', text, 0, 2), '');
    assert.equal(match('count pills', text, 2), '');
    assert.equal(match('{giving}', 'they hand out pills', 0, 2), '');
    assert.equal(match('^ pills', text, 2), 'pills');
    assert.equal(match('pills $', text, 0, 3), 'pills');
    assert.equal(match('count & go', text, 0, 4), '');
  });

  it('finds a match for each start', () => {
    const where = sentence('count pills, count pills');
    assert.deepEqual(
      findPattern(parsePattern('count pills'), where, 0, where.tokens.length).map((h) => [h.from, h.to]),
      [
        [0, 2],
        [3, 5],
      ],
    );
  });

  it('names its lexicons, wherever they stand', () => {
    assert.deepEqual(lexiconsOf(parsePattern('{a} [{b}|x {c}] (y|{d}) & {e}')), ['a', 'b', 'c', 'd', 'e']);
    assert.deepEqual(lexiconsOf(parsePattern('word <give>')), []);
  });
});

describe('patterns that cannot be read', () => {
  const rows: readonly (readonly [pattern: string, message: string])[] = [
    ['count (a|b', '"count (a|b" lacks a closing ")"'],
    ['count [a', '"count [a" lacks a closing "]"'],
    ['count {meds', '"count {meds" lacks a closing "}"'],
    ['count <give', '"count <give" lacks a closing ">"'],
    ['count a)', '"count a)" has ")" where a word should be'],
    ['count a]', '"count a]" has "]" where a word should be'],
    ['count a}', '"count a}" has "}" where a word should be'],
    ['a|b', '"a|b" has "|" where a word should be'],
    ['', '"" has a part that matches nothing certain'],
    ['..', '".." has a part that matches nothing certain'],
    ['[a] [b]', '"[a] [b]" has a part that matches nothing certain'],
    ['a & [b] ..', '"a & [b] .." has a part that matches nothing certain'],
    ['a & ', '"a & " has a part that matches nothing certain'],
  ];
  for (const [pattern, message] of rows)
    it(`says: ${message}`, () => {
      assert.throws(
        () => parsePattern(pattern),
        (error) => error instanceof PatternError && error.message === message,
      );
    });

  it('are not those that only look odd', () => {
    for (const pattern of ['(a)', '((a|b) c|d)', '[a [b]] c', 'a-b', "'s", '$', '.', '?', ', and', ' a   b ', 'a*'])
      assert.doesNotThrow(() => parsePattern(pattern), pattern);
  });
});

describe('the index of patterns', () => {
  const sources = ['count pills', '{meds}', '<give> ... (pills|{meds})', 'medic*', '[x] y', '(a|b) & c', '(a|medic*)'];
  const index = new PatternIndex(sources.map((source, value) => ({ pattern: parsePattern(source), value })));
  const candidates = (text: string): number[] => index.candidates(sentence(text)).map((e) => e.value);

  it('rules out what cannot match, and keeps the order given', () => {
    const always = [3, 6];
    const rows: readonly (readonly [text: string, expected: number[]])[] = [
      ['nothing here', []],
      ['count pills', [0, 1]],
      ['pills', [1]],
      ['gave pills', [1, 2]],
      ['y', [4]],
      ['b c', [5]],
      ['c', []],
    ];
    for (const [text, expected] of rows) assert.deepEqual(candidates(text), [...expected, ...always].sort(), text);
  });

  it('never rules out a pattern that matches', () => {
    const texts = ['count pills', 'giving two tablets', 'a medicine', 'x y', 'c b', 'a c', 'hand out a pill box'];
    for (const text of texts) {
      const where = sentence(text);
      const kept = candidates(text);
      sources.forEach((source, i) => {
        const pattern = parsePattern(source);
        const hits = findPattern(pattern, where, 0, where.tokens.length);
        if (hits.length > 0) assert.ok(kept.includes(i) && mayMatch(pattern, where), `${source} in ${text}`);
      });
    }
  });

  it('of no patterns has no candidates', () => {
    assert.deepEqual(new PatternIndex([]).candidates(sentence('count pills')), []);
  });
});
