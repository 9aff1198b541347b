import type { Knowledge } from '../knowledge/types';
import type { Token } from '../prose/token';
import { featuresOf } from './features';
import { SCALE } from './train';

// A second look at what a pattern has matched. Patterns say who does what and are wide on purpose; what they match by
// accident ("Bring your boots.") shares hardly a word with the sentences that the rule is known to flag.

/**
 * How much the words of a clause resemble those of the sentences that flag a rule, rather than those that do not: from 0
 * to 1. `undefined` for rules that there are no examples of.
 */
export type Resembles = (rule: string, tokens: readonly Pick<Token, 'lower' | 'kind'>[]) => number | undefined;

export function compileResemblance({ resemblance, ownRules }: Pick<Knowledge, 'resemblance' | 'ownRules'>): Resembles {
  if (resemblance === undefined) return () => undefined;
  const { rules, bias, weights } = resemblance;
  const index = new Map(rules.map((rule, i) => [rule, i] as const).filter(([rule]) => !ownRules.has(rule)));
  const table = new Map(weights.split('\n').map((line) => [line.slice(0, line.indexOf(' ')), line]));
  const read = new Map<string, ReadonlyMap<number, number>>();
  const weightsOf = (feature: string): ReadonlyMap<number, number> | undefined => {
    const known = read.get(feature);
    if (known !== undefined) return known;
    const line = table.get(feature);
    if (line === undefined) return undefined;
    const entries = line.split(' ').slice(1);
    const parsed = new Map(entries.map((entry) => entry.split(':').map(Number) as [number, number]));
    read.set(feature, parsed);
    return parsed;
  };
  return (rule, tokens) => {
    const at = index.get(rule);
    if (at === undefined) return undefined;
    const features = featuresOf(tokens);
    const known = features.map(weightsOf).filter((entry) => entry !== undefined);
    if (known.length === 0) return 0;
    const sum = known.reduce((z, entry) => z + (entry.get(at) ?? 0), 0) / Math.sqrt(known.length);
    return 1 / (1 + Math.exp(-(sum + bias[at]!) / SCALE));
  };
}
