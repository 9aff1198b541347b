import type { Evidence, Finding } from '../findings/finding';
import { weightOf } from '../findings/weight';
import type { Profile } from '../knowledge/types';
import type { ReadSentence } from '../reading/read';
import { cover } from '../text/span';
import type { DutyIndex } from './compile';
import { findDuties } from './find';

/** Reads one sentence for duties that it assigns to a peer role. Spans are document offsets. */
export function assessSentence(
  s: ReadSentence,
  duties: DutyIndex,
  /** Whether "staff" and the like take in people in peer roles in this draft. */
  collectives: boolean,
  source: string,
  profile: Profile,
): Finding[] {
  const findings: Finding[] = [];
  for (const { rule, hit, open } of findDuties(s, duties)) {
    const reading = s.read(hit.from, hit.to);
    const { mode } = reading;
    const actor = reading.actor?.kind === 'peer' ? reading.actor : (s.named(hit.parts) ?? reading.actor);
    if (mode.mode !== 'assigned' || !actor) continue;
    const collective = actor.kind === 'collective';
    if (actor.kind !== 'peer' && !(collective && collectives)) continue;
    const { tokens } = s.sentence;
    const at = (i: number): number => s.offset + tokens[i]!.start;
    const duty: Evidence['duty'] = hit.parts.map((p) => {
      const span = { start: at(p.from), end: s.offset + tokens[p.to - 1]!.end };
      return { text: source.slice(span.start, span.end), span };
    });
    const clause = s.clauses.find((c) => c.from <= hit.from && hit.from < c.to)!;
    const own = { start: at(clause.from), end: s.offset + tokens[clause.to - 1]!.end };
    const span = s.mark ? cover([own, s.mark])! : own;
    const weight = weightOf(rule, profile, (open ? 1 : 0) + (collective ? 1 : 0));
    if (!weight) continue;
    findings.push({
      rule: rule.id,
      family: rule.family,
      span,
      text: source.slice(span.start, span.end),
      severity: weight.severity,
      authority: weight.authority,
      certainty: open ? 'open' : 'breach',
      message: open ? (rule.question ?? rule.message) : rule.message,
      evidence: {
        actor: { text: actor.text, span: actor.span, origin: actor.origin, collective },
        duty,
        by: hit.pattern.source,
      },
      allowed: rule.allowed,
      sources: weight.sources,
    });
  }
  return findings;
}
