import type { Evidence, Finding } from '../findings/finding';
import type { Rule } from '../knowledge/types';
import type { Actor } from '../reading/readable';
import type { ReadSentence } from '../reading/read';
import type { DutyIndex } from './compile';
import { findDuties, type DutyHit } from './find';
import type { ProfileLens } from './lens';

interface Part {
  readonly from: number;
  readonly to: number;
}

/** A duty that a sentence assigns to a peer role, with the tokens that say so. */
interface Assigned {
  readonly rule: Rule;
  readonly actor: Actor;
  readonly parts: readonly Part[];
  readonly open: boolean;
  readonly by: string;
}

/** Reads one sentence for duties that it assigns to a peer role. Spans are document offsets. */
export function assessSentence(
  s: ReadSentence,
  duties: DutyIndex,
  /** Whether "staff" and the like take in people in peer roles in this draft. */
  collectives: boolean,
  source: string,
  lens: ProfileLens,
): Finding[] {
  return findDuties(s, duties)
    .flatMap((hit) => byPattern(s, hit, collectives))
    .flatMap((assigned) => toFinding(s, assigned, source, lens));
}

const acts = (actor: Actor | undefined, collectives: boolean): actor is Actor =>
  actor !== undefined && (actor.kind === 'peer' || (actor.kind === 'collective' && collectives));

function byPattern(s: ReadSentence, { rule, hit, open }: DutyHit, collectives: boolean): Assigned[] {
  const reading = s.read(hit.from, hit.to);
  const actor = reading.actor?.kind === 'peer' ? reading.actor : (s.named(hit.parts) ?? reading.actor);
  if (reading.mode.mode !== 'assigned' || !acts(actor, collectives)) return [];
  return [{ rule, actor, parts: hit.parts, open, by: hit.pattern.source }];
}

function toFinding(
  s: ReadSentence,
  { rule, actor, parts, open, by }: Assigned,
  source: string,
  lens: ProfileLens,
): Finding[] {
  const { tokens } = s.sentence;
  const collective = actor.kind === 'collective';
  const verdict = lens.judge(rule, { sentence: s.sentence, parts, open, collective });
  if (!verdict) return [];
  const at = (i: number): number => s.offset + tokens[i]!.start;
  const duty: Evidence['duty'] = parts.map((p) => {
    const span = { start: at(p.from), end: s.offset + tokens[p.to - 1]!.end };
    return { text: source.slice(span.start, span.end), span };
  });
  const clause = s.clauses.find((c) => c.from <= parts[0]!.from && parts[0]!.from < c.to)!;
  const own = { start: at(clause.from), end: s.offset + tokens[clause.to - 1]!.end };
  const span = s.mark && s.rota ? s.mark : own;
  return [
    {
      rule: rule.id,
      family: rule.family,
      span,
      text: source.slice(span.start, span.end),
      severity: verdict.severity,
      authority: verdict.authority,
      certainty: verdict.open ? 'open' : 'breach',
      message: verdict.message,
      evidence: {
        actor: { text: actor.text, span: actor.span, origin: actor.origin, collective },
        duty,
        by,
        ...(verdict.notes.length > 0 ? { notes: verdict.notes } : {}),
      },
      allowed: verdict.allowed,
      sources: verdict.sources,
      ...(s.mark && !s.rota ? { related: [{ span: s.mark, message: 'This cell says who does it.' }] } : {}),
    },
  ];
}
