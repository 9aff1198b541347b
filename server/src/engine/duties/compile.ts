import type { Knowledge, Rule } from '../knowledge/types';
import { parsePattern } from '../prose/pattern';
import { PatternIndex } from '../prose/pattern-index';

/** What a pattern of a duty rule says of a clause. */
export interface DutyPattern {
  readonly rule: Rule;
  readonly says: 'any' | 'except' | 'open';
}

/** The patterns of all duty rules. */
export type DutyIndex = PatternIndex<DutyPattern>;

export function compileDuties(knowledge: Knowledge): DutyIndex {
  const rules = [...knowledge.rules.values()].filter((rule) => rule.family === 'duty');
  return new PatternIndex(
    rules.flatMap((rule) =>
      (['any', 'except', 'open'] as const).flatMap((says) =>
        (rule.reads?.[says] ?? []).map((source) => ({ pattern: parsePattern(source), value: { rule, says } })),
      ),
    ),
  );
}
