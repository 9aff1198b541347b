import type { SourceRef } from '../findings/finding';
import type { Figure, Knowledge, Profile, Rule } from '../knowledge/types';

/** A number that drafts are compared with, and who says so. */
export interface Measure {
  readonly value: number;
  /** `setting`: of the person who checks; `contract`: of the profile; `sources`: of `figures.yml`. */
  readonly from: 'setting' | 'contract' | 'sources';
  /** The figure of `figures.yml`, with its unit, year and source. */
  readonly figure: Figure;
}

/** By the id in `figures.yml`; a figure that the contract does without is missing. */
export type Measures = ReadonlyMap<string, Measure>;

/** @param settings figures by id that take the place of all others; what is no number above 0 is passed over */
export function measuresOf(
  { figures }: Knowledge,
  profile: Profile,
  settings: Readonly<Record<string, number>> = {},
): Measures {
  return new Map(
    [...figures.values()].flatMap((figure): [string, Measure][] => {
      const set = settings[figure.id];
      const agreed = profile.figures?.[figure.id];
      if (set !== undefined && Number.isFinite(set) && set > 0)
        return [[figure.id, { value: set, from: 'setting', figure }]];
      if (agreed === 'none') return [];
      if (agreed !== undefined) return [[figure.id, { value: agreed, from: 'contract', figure }]];
      return [[figure.id, { value: figure.value, from: 'sources', figure }]];
    }),
  );
}

/** "The field recommends", "Your settings ask for"; an organization's own figure is not the field's. */
export const asksFor = ({ from, figure }: Measure, rule: Rule): string =>
  from === 'setting'
    ? 'Your settings ask for'
    : from === 'contract'
      ? 'This contract asks for'
      : isRules({ figure }, rule)
        ? 'The field recommends'
        : 'The figures in use here ask for';

/** Where a figure is from, if the rule does not cite it. */
export const sourceOf = (measure: Measure, rule: Rule): readonly SourceRef[] =>
  measure.from !== 'sources' || isRules(measure, rule) ? [] : [measure.figure.source];

const isRules = ({ figure }: Pick<Measure, 'figure'>, rule: Rule): boolean =>
  rule.sources.some(({ key }) => key === figure.source.key);

/**
 * What a finding says of a figure that is not the one of the sources: nothing where it is.
 *
 * @param show the number with its unit, as in "1 to 30"
 */
export function whoseFigure({ value, from, figure }: Measure, show: (value: number) => string): string[] {
  if (from === 'sources') return [];
  const year = figure.year === undefined ? '' : ` (${String(figure.year)})`;
  const own = from === 'setting' ? 'the figure in your settings' : "this contract's own figure";
  return [`${show(value)} is ${own}; the sources give ${show(figure.value)}${year}.`];
}
