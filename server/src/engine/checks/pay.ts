import type { Rule } from '../knowledge/types';
import type { Check } from './context';
import { asksFor, sourceOf, whoseFigure, type Measure } from './measures';
import { clausesAround, type TermHit } from './terms';

/** Finds pay in a peer role that comes to less an hour than the floor. */
export const peerPay: Check = (rule, { figures, measures }) => {
  const measure = measures.get('lowest-hourly-pay');
  if (!measure) return [];
  return figures.wages
    .filter(({ hourly }) => hourly < measure.value - 0.005)
    .map(({ passage, sentence, actor, range, note }) => ({
      rule,
      passage,
      sentence,
      whole: clausesAround(sentence, range),
      parts: [range],
      actor,
      by: rule.id,
      notes: [
        ...(note === undefined ? [] : [`${note}; ${FLOOR[measure.from]} is ${dollars(measure.value)}.`]),
        ...whoseFigure(measure, dollars),
      ],
      ...wording(measure, rule),
    }));
};

const FLOOR = {
  sources: 'the recommended floor',
  contract: 'the floor of this contract',
  setting: 'the floor in your settings',
};
const dollars = (value: number): string => `$${value.toFixed(2)}`;

function wording(measure: Measure, rule: Rule): Pick<TermHit, 'message' | 'allowed' | 'sources'> {
  const { year } = measure.figure;
  const when = measure.from === 'sources' && year !== undefined ? ` (${String(year)})` : '';
  const least = `at least ${dollars(measure.value)} an hour`;
  return {
    message: `${asksFor(measure, rule)} ${least}${when} for people in peer roles, and pay for all of their work.`,
    allowed: `A starting rate of ${least}, more where costs are high, and pay like that of colleagues with comparable qualifications.`,
    sources: sourceOf(measure, rule),
  };
}
