import type { Profile, Rule } from './types';
import type { Authority, Severity, SourceRef } from '../findings/finding';

/** How strongly a rule's findings are shown under a contract, and on whose word. */
export interface Weight {
  readonly severity: Severity;
  readonly authority: Authority;
  readonly sources: readonly SourceRef[];
}

/** What a profile makes of a rule, `milder` steps taken off; nothing where it turns the rule off. */
export function weightOf(rule: Rule, profile: Profile, milder = 0): Weight | undefined {
  const change = profile.rules[rule.id];
  if (change?.off) return undefined;
  const authority = change?.authority ?? rule.authority;
  const base = change?.severity ?? rule.severity ?? profile.severity[authority];
  const added = change?.sources ?? [];
  const own = change?.cites ?? rule.sources;
  // What a contract adds stands first where the limit rests on the contract itself, else behind the rule's own sources.
  const sources = change?.authority === 'contract' ? [...added, ...own] : [...own, ...added];
  return { severity: lower(base, milder), authority, sources: once(sources) };
}

const once = (sources: readonly SourceRef[]): readonly SourceRef[] =>
  sources.filter((s, i) => sources.findIndex((t) => t.key === s.key && t.section === s.section) === i);

const LADDER: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** The severity `steps` milder, never below a hint. */
const lower = (severity: Severity, steps: number): Severity =>
  LADDER[Math.min(LADDER.indexOf(severity) + steps, LADDER.length - 1)]!;
