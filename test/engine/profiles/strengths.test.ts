import assert from 'node:assert/strict';
import { weightOf } from '../../../server/src/engine/knowledge/weight';
import { knowledge } from '../real-pack';
import { cited, rulesOf, strength, type Contract } from './under';

const CONTRACTS: readonly Contract[] = ['accs', 'cbhc', 'hcbs-ny', 'general'];
const ERROR = ['error', 'contract'];
const ETHICS = ['warning', 'ethics'];
const PRACTICE = ['information', 'practice'];

/** Rules that are not named here are expected in the last line of their family. */
function expectStrengths(
  rules: readonly string[],
  contract: Contract,
  expected: Record<string, readonly string[]>,
): void {
  const others = expected.others!;
  assert.deepEqual(
    Object.fromEntries(rules.map((rule) => [rule, strength(rule, contract)])),
    Object.fromEntries(rules.map((rule) => [rule, expected[rule] ?? others])),
  );
}

describe('how strong a limit is under each contract', () => {
  it('for duties: two by the ACCS contract, one by the CBHC contract, one by New York’s ethics', () => {
    const duties = rulesOf('duty');
    assert.equal(duties.length, 12);
    expectStrengths(duties, 'accs', {
      'medication-administration': ERROR,
      'representative-payee': ERROR,
      others: ETHICS,
    });
    expectStrengths(duties, 'cbhc', {
      'clinical-duties': ERROR,
      'routine-notes': ['information', 'ethics'],
      others: ETHICS,
    });
    expectStrengths(duties, 'hcbs-ny', { 'medication-influence': ['error', 'ethics'], others: PRACTICE });
    expectStrengths(duties, 'general', { others: ETHICS });
  });

  it('for the terms of the role: certification and, under CBHC, supervision by contract', () => {
    const terms = rulesOf('structure');
    assert.equal(terms.length, 11);
    expectStrengths(terms, 'accs', { 'certification-terms': ERROR, others: PRACTICE });
    expectStrengths(terms, 'cbhc', {
      'certification-terms': ERROR,
      'supervision-without-peers': ERROR,
      others: PRACTICE,
    });
    expectStrengths(terms, 'hcbs-ny', { others: PRACTICE });
    expectStrengths(terms, 'general', { others: PRACTICE });
  });

  it('for statements that are missing: two by the ACCS contract', () => {
    const statements = rulesOf('completeness');
    assert.equal(statements.length, 8);
    expectStrengths(statements, 'accs', {
      'missing-code-of-ethics': ERROR,
      'missing-retention-strategy': ERROR,
      others: PRACTICE,
    });
    for (const contract of ['cbhc', 'hcbs-ny', 'general'] as const)
      expectStrengths(statements, contract, { others: PRACTICE });
  });

  it('is the same under all of them for words and citations', () => {
    for (const contract of CONTRACTS) {
      assert.deepEqual(strength('respectful-language', contract), PRACTICE);
      assert.deepEqual(strength('citation-unknown', contract), ['error', 'ethics']);
      assert.deepEqual(strength('citation-mismatch', contract), ['warning', 'ethics']);
      assert.deepEqual(strength('citation-suggested', contract), ['hint', 'ethics']);
    }
  });
});

describe('who says so under each contract', () => {
  it('is the ACCS call under accs only', () => {
    const limits = [...rulesOf('duty'), ...rulesOf('structure'), ...rulesOf('completeness')];
    for (const contract of ['cbhc', 'hcbs-ny', 'general'] as const)
      assert.deepEqual(
        limits.filter((rule) => cited(rule, contract).includes('accs-rfr')),
        [],
      );
    for (const rule of rulesOf('duty')) assert.ok(cited(rule, 'accs').includes('accs-rfr'), rule);
  });

  it('is the specification itself, first, where a limit under cbhc is the contract’s own', () => {
    for (const rule of ['clinical-duties', 'supervision-without-peers', 'certification-terms'])
      assert.equal(cited(rule, 'cbhc')[0], 'cps-spec', rule);
    for (const rule of ['routine-notes', 'treatment-plans-and-assessments', 'direct-care-duties'])
      assert.ok(cited(rule, 'cbhc').includes('cps-spec'), rule);
  });

  it('is New York’s own ethics under hcbs-ny, and never the Massachusetts Code as more than a recommendation', () => {
    assert.deepEqual(cited('medication-influence', 'hcbs-ny'), ['hcbs-ny']);
    const more = rulesOf('duty').filter((rule) => strength(rule, 'hcbs-ny')[1] !== 'practice');
    assert.deepEqual(more, ['medication-influence']);
  });

  it('names no place twice', () => {
    for (const contract of CONTRACTS)
      for (const rule of knowledge.rules.values()) {
        const places = weightOf(rule, knowledge.profiles.get(contract)!)?.sources.map((s) => JSON.stringify(s)) ?? [];
        assert.deepEqual(places, [...new Set(places)], `${rule.id} under ${contract}`);
      }
  });
});
