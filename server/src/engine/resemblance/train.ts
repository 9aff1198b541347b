import type { Resemblance } from '../knowledge/types';

/** A sentence of an exemplar bank, as features, with the rules that it breaks and those that it surely does not break. */
export interface Example {
  readonly features: readonly string[];
  readonly breaks: ReadonlySet<string>;
  readonly keeps: ReadonlySet<string>;
}

const ROUNDS = 6;
const STEP = 0.1;
/** Weight decay, so that a word of a single sentence does not count for much. */
const DECAY = 1e-5;
/** How much more a rare breach counts than one of the many sound sentences, at most. */
const MOST_FAVOR = 4;
/** Weights are kept as whole numbers of 1/16. Smaller ones are left out: they decide nothing and are most of them. */
export const SCALE = 16;
const LEAST = 6;

/**
 * Logistic regression, one model for each rule (one against the rest), by stochastic gradient descent with a step for
 * each feature (AdaGrad: Duchi, Hazan, Singer 2011). The same examples in the same order always give the same weights.
 */
export function train(examples: readonly Example[], rules: readonly string[]): Resemblance {
  const seen = new Map<string, number>();
  for (const { features } of examples) for (const f of features) seen.set(f, (seen.get(f) ?? 0) + 1);
  // What occurs once tells nothing of other drafts, unless it is a single word.
  const names = [...seen].filter(([f, count]) => count > 2 || !f.includes('_')).map(([f]) => f);
  const ids = new Map(names.map((name, id) => [name, id]));
  const rows = examples.map(({ features, breaks, keeps }) => ({
    ids: features.flatMap((f) => ids.get(f) ?? []),
    breaks,
    keeps,
  }));
  const models = rules.map((rule) => {
    const relevant = rows.filter(({ breaks, keeps }) => breaks.has(rule) || keeps.has(rule));
    return model(
      relevant.map((row) => ({ ids: row.ids, breach: row.breaks.has(rule) })),
      names.length,
    );
  });
  return { rules: [...rules], bias: models.map(({ bias }) => Math.round(bias * SCALE)), weights: table(names, models) };
}

interface Model {
  readonly bias: number;
  readonly weights: Float64Array;
}

function model(rows: readonly { readonly ids: readonly number[]; readonly breach: boolean }[], size: number): Model {
  const weights = new Float64Array(size);
  const steps = new Float64Array(size).fill(1e-2);
  const breaches = rows.filter(({ breach }) => breach).length;
  const favor = Math.min((rows.length - breaches) / Math.max(breaches, 1) / 2, MOST_FAVOR);
  const order = [...rows];
  const random = generator();
  let bias = 0;
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, random);
    for (const { ids, breach } of order) {
      const share = 1 / Math.sqrt(ids.length || 1);
      const sum = ids.reduce((z, id) => z + weights[id]! * share, bias);
      const error = ((breach ? 1 : 0) - 1 / (1 + Math.exp(-sum))) * (breach ? favor : 1);
      bias += 0.02 * error;
      for (const id of ids) {
        const gradient = error * share - DECAY * weights[id]!;
        steps[id]! += gradient * gradient;
        weights[id]! += (STEP * gradient) / Math.sqrt(steps[id]!);
      }
    }
  }
  return { bias, weights };
}

/** A line for each feature: `medic 0:21 7:-4`, the index of a rule and its weight. */
function table(names: readonly string[], models: readonly Model[]): string {
  return names
    .map((name, id) => ({
      name,
      entries: models.flatMap(({ weights }, rule) => {
        const weight = Math.round(weights[id]! * SCALE);
        return Math.abs(weight) < LEAST ? [] : [`${rule}:${weight}`];
      }),
    }))
    .filter(({ entries }) => entries.length > 0)
    .map(({ name, entries }) => `${name} ${entries.join(' ')}`)
    .sort()
    .join('\n');
}

/** Park and Miller's minimal standard generator (1988): the same numbers in the same order on every machine. */
function generator(): () => number {
  let state = 7;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

function shuffle<T>(list: T[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
}
