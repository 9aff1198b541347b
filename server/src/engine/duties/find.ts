import type { Rule } from '../knowledge/types';
import { findPattern, type Pattern, type PatternHit } from '../prose/pattern';
import type { ReadSentence } from '../reading/read';
import type { DutyIndex, DutyPattern } from './compile';

/** A limited duty that a sentence speaks of, whoever does it. Token ranges of the sentence. */
export interface DutyHit {
  readonly rule: Rule;
  readonly hit: PatternHit;
  readonly open: boolean;
}

type Patterns = Record<DutyPattern['says'], Pattern[]>;

type Asked = Pick<ReadSentence, 'sentence' | 'clauses'> & Partial<Pick<ReadSentence, 'mentions'>>;
type Stretches = readonly { readonly from: number; readonly to: number }[];

/** Several checks ask about the duties of a sentence; it is searched once, and forgotten with the sentence. */
const searched = new WeakMap<Stretches, Map<DutyIndex, DutyHit[]>>();

/** Which limited duties a sentence speaks of: for each rule and clause (or other stretch) the matches that no exception overlaps. */
export function findDuties(s: Asked, index: DutyIndex, stretches: Stretches = s.clauses): DutyHit[] {
  const known = searched.get(stretches) ?? new Map<DutyIndex, DutyHit[]>();
  searched.set(stretches, known);
  const hits = known.get(index) ?? search(s, index, stretches);
  known.set(index, hits);
  return hits;
}

function search(s: Asked, index: DutyIndex, stretches: Stretches): DutyHit[] {
  const byRule = new Map<Rule, Patterns>();
  for (const { pattern, value } of index.candidates(s.sentence)) {
    const patterns = byRule.get(value.rule) ?? { any: [], except: [], open: [] };
    patterns[value.says].push(pattern);
    byRule.set(value.rule, patterns);
  }
  const found: DutyHit[] = [];
  for (const [rule, patterns] of byRule)
    for (const clause of stretches) {
      const search = (list: readonly Pattern[]): PatternHit[] =>
        list.flatMap((p) => findPattern(p, s.sentence, clause.from, clause.to));
      const any = search(patterns.any);
      const open = search(patterns.open);
      if (any.length === 0 && open.length === 0) continue;
      const excepted = search(patterns.except);
      const free = (h: PatternHit): boolean =>
        !excepted.some((e) => e.from < h.to && h.from < e.to) && !beginsInsideName(s, h);
      // What an open pattern covers whole is open, whatever else speaks of a part of it ("informal counseling").
      const covered = (h: PatternHit): boolean => open.some((o) => o.from <= h.from && h.to <= o.to && free(o));
      const sure = any.filter((h) => free(h) && !covered(h)).sort((a, b) => a.from - b.from);
      for (const hit of sure) found.push({ rule, hit, open: false });
      const perhaps = sure.length === 0 ? open.find(free) : undefined;
      if (perhaps) found.push({ rule, hit: perhaps, open: true });
    }
  return found;
}

/** "two peer staff members", "a cook and a driver": what names a role is not what somebody does. */
const beginsInsideName = ({ sentence, mentions = [] }: Asked, h: PatternHit): boolean =>
  mentions.some(
    (m) =>
      m.kind !== 'person' &&
      m.from <= h.from &&
      h.from < m.to &&
      (m.from < h.from || (m.kind === 'other' && /^(?:an?|one)$/.test(sentence.tokens[m.from - 1]?.lower ?? ''))),
  );
