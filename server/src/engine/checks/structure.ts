import { compileDuties, type DutyIndex } from '../duties/compile';
import type { ProfileLens } from '../duties/lens';
import type { Finding } from '../findings/finding';
import type { Knowledge, Rule } from '../knowledge/types';
import { certificationTerms } from './certification';
import type { Check } from './context';
import { readFigures, type DraftFigures } from './draft-figures';
import { inOrder, type FigureRead } from './figures';
import { isolatedHit, singlePeers } from './isolation';
import type { Measures } from './measures';
import type { CheckedDraft } from './passage';
import { peerPay } from './pay';
import { peerRatio } from './ratio';
import { lineFigure, supervisionHit } from './supervision';
import { ACROSS, findingOf, termsIn, type TermHit } from './terms';

const CHECKS: Readonly<Record<string, Check>> = {
  'peer-ratio': peerRatio,
  'peer-pay': peerPay,
  'certification-terms': certificationTerms,
  'isolated-peer-role': singlePeers,
};

/** A second look at what the patterns of a rule have found: nothing, or the hit with what figures say about it. */
type Refine = (hit: TermHit, figures: DraftFigures, measures: Measures) => TermHit | undefined;

const REFINE: Readonly<Record<string, Refine>> = {
  'supervision-without-peers': supervisionHit,
  'isolated-peer-role': isolatedHit,
};

/** The structure rules in the form the checks use. */
export interface StructureRules {
  readonly index: DutyIndex;
  readonly across: DutyIndex;
  readonly checks: readonly { readonly rule: Rule; readonly check: Check }[];
}

export function compileStructure(knowledge: Knowledge): StructureRules {
  const checks = [...knowledge.rules.values()].flatMap((rule) => {
    const check = rule.family === 'structure' && rule.check !== undefined ? CHECKS[rule.check] : undefined;
    return check ? [{ rule, check }] : [];
  });
  const index = compileDuties(knowledge, 'structure');
  const across = compileDuties(knowledge, 'structure', (rule) => ACROSS.has(rule.id));
  return { index, across, checks };
}

/** Reads a draft for the terms that it gives to peer roles: supervision, company, number, pay, qualification. */
export function checkStructure(
  checked: CheckedDraft,
  { index, across, checks }: StructureRules,
  lens: ProfileLens,
  measures: Measures,
): { readonly findings: Finding[]; readonly figures: FigureRead[] } {
  const figures = readFigures(checked);
  const { source } = checked.draft;
  const told = checked.passages
    .flatMap((passage) => termsIn(passage, index, across))
    .map((hit) => ({ hit, refine: REFINE[hit.rule.check ?? ''] }))
    .map(({ hit, refine }) => ({ hit, kept: refine ? refine(hit, figures, measures) : hit }));
  const hits = [
    ...told.flatMap(({ kept }) => (kept ? [kept] : [])),
    ...checks.flatMap(({ rule, check }) => check(rule, { figures, measures, lens })),
  ];
  const byOthers = told.flatMap(({ hit }) =>
    REFINE[hit.rule.check ?? ''] === supervisionHit ? lineFigure(hit, source) : [],
  );
  return {
    findings: hits.map((hit) => findingOf(hit, source, lens)).filter((f) => f !== undefined),
    figures: inOrder([...figures.all, ...byOthers]),
  };
}
