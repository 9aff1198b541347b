import type { Evidence, Finding, Severity, SourceRef } from '../findings/finding';
import type { Profile, ProfileRule } from '../knowledge/types';
import type { ReadSentence } from '../reading/read';
import type { DutyIndex } from './compile';
import { findDuties } from './find';

/** Reads one sentence for duties that it assigns to a peer role. Spans are document offsets. */
export function assessSentence(
  s: ReadSentence,
  duties: DutyIndex,
  hasPeer: boolean,
  source: string,
  profile: Profile,
): Finding[] {
  const findings: Finding[] = [];
  for (const { rule, hit, open } of findDuties(s, duties)) {
    const change = profile.rules[rule.id];
    if (change?.off) continue;
    const reading = s.read(hit.from, hit.to);
    const { mode } = reading;
    const actor = reading.actor?.kind === 'peer' ? reading.actor : (s.named(hit.parts) ?? reading.actor);
    if (mode.mode !== 'assigned' || !actor) continue;
    const collective = actor.kind === 'collective';
    if (actor.kind !== 'peer' && !(collective && hasPeer)) continue;
    const { tokens } = s.sentence;
    const at = (i: number): number => s.offset + tokens[i]!.start;
    const duty: Evidence['duty'] = hit.parts.map((p) => {
      const span = { start: at(p.from), end: s.offset + tokens[p.to - 1]!.end };
      return { text: source.slice(span.start, span.end), span };
    });
    const clause = s.clauses.find((c) => c.from <= hit.from && hit.from < c.to)!;
    const span = { start: at(clause.from), end: s.offset + tokens[clause.to - 1]!.end };
    const authority = change?.authority ?? rule.authority;
    const base = change?.severity ?? profile.severity[authority];
    findings.push({
      rule: rule.id,
      family: rule.family,
      span,
      text: source.slice(span.start, span.end),
      severity: milder(base, (open ? 1 : 0) + (collective ? 1 : 0)),
      authority,
      certainty: open ? 'open' : 'breach',
      message: open ? (rule.question ?? rule.message) : rule.message,
      evidence: {
        actor: { text: actor.text, span: actor.span, origin: actor.origin, collective },
        duty,
        by: hit.pattern.source,
      },
      allowed: rule.allowed,
      sources: sourcesUnder(rule.sources, change),
    });
  }
  return findings;
}

/** What a contract adds stands first where the limit rests on the contract itself, else behind the rule's own sources. */
function sourcesUnder(own: readonly SourceRef[], change: ProfileRule | undefined): readonly SourceRef[] {
  const added = change?.sources ?? [];
  return change?.authority === 'contract' ? [...added, ...own] : [...own, ...added];
}

const LADDER: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** The severity `steps` milder, never below a hint. */
const milder = (severity: Severity, steps: number): Severity => LADDER[Math.min(LADDER.indexOf(severity) + steps, LADDER.length - 1)]!;
