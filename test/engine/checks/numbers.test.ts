import assert from 'node:assert/strict';
import { readNumbers } from '../../../server/src/engine/checks/numbers';
import { tokenize } from '../../../server/src/engine/prose/token';

const numbers = (text: string): (number | string)[] =>
  readNumbers(tokenize(text)).map(({ value, money }) => (money ? `$${String(value)}` : value));

describe('numbers in a sentence', () => {
  it('are read in digits, with their separators', () => {
    assert.deepEqual(numbers('2.0 FTE for 1,200 people and 37.5 hours'), [2, 1200, 37.5]);
  });

  it('are read in words, tens, hundreds and thousands', () => {
    assert.deepEqual(numbers('forty-five people'), [45]);
    assert.deepEqual(numbers('two hundred and five tenants, one hundred twenty guests'), [205, 120]);
    assert.deepEqual(numbers('three hundred sixty-five days'), [365]);
    assert.deepEqual(numbers('twenty-nine thousand dollars'), ['$29000']);
  });

  it('are one number where they are written twice, and two where they differ', () => {
    assert.deepEqual(numbers('fifty (50) persons'), [50]);
    assert.deepEqual(numbers('fourteen dollars ($14.00) an hour'), ['$14']);
    assert.deepEqual(numbers('fifty (40) persons'), [50, 40]);
  });

  it('are money with a sign or the word, cents and fractions included', () => {
    assert.deepEqual(numbers('$13.50, thirteen dollars and fifty cents, fourteen and a quarter dollars'), [
      '$13.5',
      '$13.5',
      '$14.25',
    ]);
  });

  it('are neither ratios, times, percentages nor ordinals', () => {
    assert.deepEqual(numbers('1:40 at 8:30, 52% of the 3rd'), []);
  });

  it('of a range stay two', () => {
    assert.deepEqual(numbers('between 35 and 50, thirty to forty, one or two'), [35, 50, 30, 40, 1, 2]);
  });
});
