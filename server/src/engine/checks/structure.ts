import { compileDuties, type DutyIndex } from '../duties/compile';
import type { Finding } from '../findings/finding';
import type { Knowledge, Profile, Rule } from '../knowledge/types';
import { certificationTerms } from './certification';
import { hasCompany } from './isolation';
import type { CheckedDraft } from './passage';
import { peerPay } from './pay';
import { peerRatio } from './ratio';
import { hasPeerSupervisor } from './supervision';
import { ACROSS, findingOf, termsIn, type Refine, type TermHit } from './terms';

/** A check that looks for itself, where patterns do not suffice: figures, mostly. */
export type Check = (rule: Rule, checked: CheckedDraft, knowledge: Knowledge) => TermHit[];

const CHECKS: Readonly<Record<string, Check>> = {
  'peer-ratio': peerRatio,
  'peer-pay': peerPay,
  'certification-terms': certificationTerms,
};

const REFINE: ReadonlyMap<string, Refine> = new Map([
  ['supervision-without-peers', (hit) => !hasPeerSupervisor(hit)],
  ['isolated-peer-role', (hit) => !hasCompany(hit)],
]);

/** The structure rules in the form the checks use. */
export interface StructureRules {
  readonly knowledge: Knowledge;
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
  return { knowledge, index, across, checks };
}

/** Reads a draft for the terms that it gives to peer roles: supervision, company, number, pay, qualification. */
export function checkStructure(
  checked: CheckedDraft,
  { knowledge, index, across, checks }: StructureRules,
  profile: Profile,
): Finding[] {
  const hits = [
    ...checked.passages.flatMap((passage) => termsIn(passage, index, across, REFINE)),
    ...checks.flatMap(({ rule, check }) => check(rule, checked, knowledge)),
  ];
  const { source } = checked.draft;
  return hits.map((hit) => findingOf(hit, source, profile)).filter((f) => f !== undefined);
}
