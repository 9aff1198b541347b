import assert from 'node:assert/strict';
import type { Authority, Finding, Severity } from '../../../server/src/engine/findings/finding';
import { weightOf } from '../../../server/src/engine/knowledge/weight';
import { draftOf } from '../checks/told';
import { engine, knowledge } from '../real-pack';

export type Contract = 'accs' | 'cbhc' | 'hcbs-ny' | 'general';

/** What a rule finds in a draft under a contract, open cases too. */
export const found = (rule: string, draft: string, contract: Contract): Finding[] =>
  engine
    .check(draft, { profileOverride: contract, suggestions: false })
    .findings.filter((finding) => finding.rule === rule);

/**
 * How a sentence comes out: "error by contract", "warning by ethics, asked" (an open case), or "nothing". A sentence that
 * begins with "- " is an item under "The peer specialist will:".
 */
export const verdict = (rule: string, sentence: string, contract: Contract): string =>
  found(rule, draftOf(sentence), contract)
    .map((f) => `${f.severity} by ${f.authority}${f.certainty === 'open' ? ', asked' : ''}`)
    .join('; ') || 'nothing';

/** The same draft under two contracts, or more: each sentence with what is expected under each. */
export function differs(
  rule: string,
  sentences: readonly string[],
  expected: Readonly<Partial<Record<Contract, string>>>,
): void {
  const contracts = Object.keys(expected) as Contract[];
  const got = sentences.map((s) => [s, Object.fromEntries(contracts.map((c) => [c, verdict(rule, s, c)]))]);
  assert.deepEqual(
    got,
    sentences.map((s) => [s, expected]),
  );
}

/** How strong a rule is under a contract, where the wording is plain; "off" where it does not run. */
export function strength(rule: string, contract: Contract): readonly [Severity, Authority] | 'off' {
  const [known, profile] = [knowledge.rules.get(rule), knowledge.profiles.get(contract)];
  assert.ok(known && profile, `${rule} under ${contract}`);
  const weight = weightOf(known, profile);
  return weight ? [weight.severity, weight.authority] : 'off';
}

/** The keys of the sources that a rule cites under a contract. */
export function cited(rule: string, contract: Contract): string[] {
  const [known, profile] = [knowledge.rules.get(rule), knowledge.profiles.get(contract)];
  assert.ok(known && profile);
  return (weightOf(known, profile)?.sources ?? []).map(({ key }) => key);
}

export const rulesOf = (family: string): string[] =>
  [...knowledge.rules.values()].filter((rule) => rule.family === family).map(({ id }) => id);
