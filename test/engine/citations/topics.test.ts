import assert from 'node:assert/strict';
import { rankPrinciples } from '../../../server/src/engine/citations/topics';
import { knowledge } from '../real-pack';
import { compiled } from './cited';

const edition = knowledge.editions.get('2008')!;
const best = (text: string): number => rankPrinciples(text, edition, compiled)[0]!.principle.number;

describe('principles ranked by what a text speaks of', () => {
  it('put the one first whose topics or titles it names', () => {
    assert.equal(best('Peers respect the privacy of members'), 8);
    assert.equal(best('no dual roles'), 10);
    assert.equal(best('gifts and loans'), 13);
    assert.equal(best('everyone belongs in the community of their choice'), 9);
    assert.equal(best('self determination'), 1);
  });

  it('count the limits that rest on them', () => {
    assert.equal(best('Peer staff do not administer medication'), 10);
    assert.equal(best('writing progress notes'), 8);
    assert.equal(best('searching rooms and enforcing curfew'), 5);
    assert.ok(rankPrinciples('give injections', edition).every(({ score }) => score === 0));
  });

  it('are all there, in the order of their numbers where a text says nothing', () => {
    assert.deepEqual(
      rankPrinciples('La la la.', edition, compiled).map(({ principle, score }) => [principle.number, score]),
      edition.principles.map(({ number }) => [number, 0]),
    );
  });
});

describe('the limits that rest on each principle', () => {
  const mapping = (id: string): Record<string, string> => {
    const byRule: Record<string, string> = {};
    for (const { number, limits } of knowledge.editions.get(id)!.principles)
      for (const { rule, mapping: whose, first } of limits)
        byRule[rule] = `${byRule[rule] ?? ''} ${number}${first ? '!' : ''}${whose === 'ours' ? '' : ' stated'}`.trim();
    return byRule;
  };

  it('are our own reading of the edition of 2008; one stands first where there are several', () => {
    assert.deepEqual(mapping('2008'), {
      'treatment-plans-and-assessments': '1 7 10!',
      'medication-influence': '1! 5 7',
      'reporting-on-people': '1 7 8!',
      'coercion-and-control': '4 5! 9',
      'routine-notes': '8',
      'reading-records': '8',
      'medication-administration': '10',
      'representative-payee': '10',
      'meetings-without-the-person': '10',
      'dual-relationships': '10! 11 13',
    });
  });

  it('are those that the source states of the later edition', () => {
    assert.deepEqual(mapping('2015'), {
      'routine-notes': '7 stated',
      'reading-records': '7 stated',
      'medication-administration': '10 stated',
      'representative-payee': '10 stated',
      'treatment-plans-and-assessments': '10 stated',
      'meetings-without-the-person': '10 stated',
    });
  });
});
