import type { DutyIndex } from '../duties/compile';
import type { Knowledge, Profile, Rule, Statement } from '../knowledge/types';
import { answersTo } from '../knowledge/lineage';
import { parsePattern } from '../prose/pattern';
import { PatternIndex } from '../prose/pattern-index';

/** A pattern that shows a statement; `profile` is set where it is enough under that contract only. */
interface Cue {
  readonly statement: Statement;
  readonly profile?: string;
}

/** The statements in the form that drafts are read with. */
export interface StatementIndex {
  readonly knowledge: Knowledge;
  readonly cues: PatternIndex<Cue>;
  /** What duties look like: a draft that keeps one from a peer role states a limit. */
  readonly duties: DutyIndex;
  /** By the id of the statement: the rule that reports it where it is missing. */
  readonly rules: ReadonlyMap<string, Rule>;
}

/** The name that a completeness rule gives as its `check`. */
export const MISSING_STATEMENT = 'missing-statement';

export function compileStatements(knowledge: Knowledge, duties: DutyIndex): StatementIndex {
  const cues = [...knowledge.statements.values()].flatMap((statement) => [
    ...statement.cues.map((cue) => ({ pattern: parsePattern(cue), value: { statement } })),
    ...Object.entries(statement.profiles).flatMap(([profile, change]) =>
      (change.cues ?? []).map((cue) => ({ pattern: parsePattern(cue), value: { statement, profile } })),
    ),
  ]);
  const rules = [...knowledge.rules.values()].filter(
    ({ id, family, check }) => family === 'completeness' && check === MISSING_STATEMENT && knowledge.statements.has(id),
  );
  return { knowledge, cues: new PatternIndex(cues), duties, rules: new Map(rules.map((rule) => [rule.id, rule])) };
}

/** Whether a cue is enough under a contract. */
export const holdsUnder = ({ profile }: Cue, contract: Profile): boolean =>
  profile === undefined || answersTo(contract, profile);
