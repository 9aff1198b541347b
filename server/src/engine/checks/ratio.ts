import type { Rule } from '../knowledge/types';
import type { Check } from './context';
import { asksFor, sourceOf, whoseFigure, type Measure } from './measures';
import { spanIn } from './passage';
import type { StaffingTold } from './staffing-told';
import type { TermHit } from './terms';

/** Finds where the figures of a draft give fewer FTE in peer roles than the ratio asks for; silent where a range reaches it. */
export const peerRatio: Check = (rule, { figures, measures }) => {
  const measure = measures.get('people-per-fte');
  if (!measure) return [];
  return figures.staffing
    .filter(({ said, people, fte }) => said && people.amount.low / fte.high > measure.value)
    .map((told) => ({
      rule,
      passage: told.passage,
      sentence: told.sentence,
      whole: told.whole,
      parts: told.parts,
      actor: told.actor,
      by: rule.id,
      notes: [arithmetic(told, measure.value), ...whoseFigure(measure, (n) => `1 to ${String(n)}`)],
      related: placesOf(told),
      ...wording(measure, rule),
    }));
};

const wording = (measure: Measure, rule: Rule): Pick<TermHit, 'message' | 'allowed' | 'sources'> => ({
  message: `${asksFor(measure, rule)} at least 1 FTE in a peer role for every ${String(measure.value)} people.`,
  allowed: `1 FTE or more in peer roles for every ${String(measure.value)} people supported.`,
  sources: sourceOf(measure, rule),
});

type Sum = Pick<StaffingTold, 'people' | 'fte' | 'heads'>;

/** "2.0 FTE for 120 people is 1 to 60; 1 to 30 needs 4.0." Of a range, the end that is kindest to the draft. */
export function arithmetic(sum: Sum, most: number): string {
  const { low, high } = sum.people.amount;
  return `${comesTo(sum)}; 1 to ${String(most)} needs ${span(needed(low / most), needed(high / most))}.`;
}

/** "2.0 FTE for 120 people is 1 to 60". */
export function comesTo({ people: { amount: people }, fte, heads }: Sum): string {
  const ranged = people.low !== people.high || fte.low !== fte.high;
  const each = String(Math.round((people.low / fte.high) * 10) / 10);
  const [peers, served] = [span(fteText(fte.low), fteText(fte.high)), span(String(people.low), String(people.high))];
  return `${heads ? 'At most ' : ''}${peers} FTE for ${served} people is 1 to ${each}${ranged ? ' at best' : ''}`;
}

const span = (low: string, high: string): string => (low === high ? low : `${low} to ${high}`);

/** Rounded up: 31 people at 1 to 30 need more than 1.0. */
const needed = (fte: number): string => (Math.ceil(fte * 10 - 1e-9) / 10).toFixed(1);
/** "2.0", "0.25". */
const fteText = (fte: number): string => {
  const rounded = Math.round(fte * 100) / 100;
  return Number.isInteger(rounded * 10) ? rounded.toFixed(1) : String(rounded);
};

/** The people first, then each place that gives FTE, where the figures stand in several places. */
function placesOf({ how, people, ftes, passage, sentence, whole }: StaffingTold): NonNullable<TermHit['related']> {
  if (how === 'ratio') return [];
  // In a table the finding itself stands at one of the places.
  const own = spanIn(passage, sentence, whole);
  const amount = (low: number, high: number, show: (n: number) => string): string =>
    low === high ? show(low) : `${show(low)} to ${show(high)}`;
  return [
    { span: people.span, message: `${amount(people.amount.low, people.amount.high, String)} people` },
    ...ftes
      .filter(({ span }) => span.start !== own.start || span.end !== own.end)
      .map(({ amount: fte, span }) => ({ span, message: `${amount(fte.low, fte.high, fteText)} FTE in peer roles` })),
  ];
}
