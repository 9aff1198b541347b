import type { RuleFamily } from '../findings/finding';
import type { Knowledge, Rule } from '../knowledge/types';
import { parsePattern } from '../prose/pattern';
import { PatternIndex } from '../prose/pattern-index';

/** What a pattern of a rule says of a clause. */
export interface DutyPattern {
  readonly rule: Rule;
  readonly says: 'any' | 'except' | 'open';
}

/** The patterns of all rules of a family. */
export type DutyIndex = PatternIndex<DutyPattern>;

export function compileDuties(
  knowledge: Knowledge,
  family: RuleFamily = 'duty',
  wanted = (_: Rule): boolean => true,
): DutyIndex {
  const rules = [...knowledge.rules.values()].filter((rule) => rule.family === family && wanted(rule));
  return new PatternIndex(
    rules.flatMap((rule) =>
      (['any', 'except', 'open'] as const).flatMap((says) =>
        (rule.reads?.[says] ?? []).map((source) => ({ pattern: parsePattern(source), value: { rule, says } })),
      ),
    ),
  );
}
