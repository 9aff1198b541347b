import type { Evidence, Finding } from '../findings/finding';
import type { Rule } from '../knowledge/types';
import type { Actor } from '../reading/readable';
import type { ReadSentence } from '../reading/read';
import type { Resembles } from '../resemblance/score';
import type { Span } from '../text/span';
import type { DutyIndex } from './compile';
import { findDuties, type DutyHit } from './find';
import type { ProfileLens } from './lens';
import { roleName, type DutyRead } from './who';

interface Part {
  readonly from: number;
  readonly to: number;
}

/** A duty that a sentence assigns to somebody, with the tokens that say so. */
interface Assigned {
  readonly rule: Rule;
  readonly actor: Actor;
  readonly parts: readonly Part[];
  readonly open: boolean;
  readonly by: string;
  /** The token whose clause says it, where that is not the duty's own. */
  readonly at: number;
}

/** What duties are found by. */
export interface DutyKnowledge {
  readonly duties: DutyIndex;
  readonly resembles: Resembles;
}

/** What a sentence says about limited duties. Spans are document offsets. */
export interface Assessment {
  /** For each duty that it assigns to a peer role, where the contract minds. */
  readonly findings: readonly Finding[];
  /** Every duty that it assigns, whoever has it; none is marked as crossed yet. */
  readonly duties: readonly DutyRead[];
}

/** Reads one sentence for the limited duties that it assigns, to peer roles and to others. */
export function assessSentence(
  s: ReadSentence,
  by: DutyKnowledge,
  /** Whether "staff" and the like take in people in peer roles in this draft. */
  collectives: boolean,
  source: string,
  lens: ProfileLens,
): Assessment {
  const assigned = findDuties(s, by.duties)
    .flatMap((hit) => byPattern(s, hit))
    .filter((duty) => duty.open || isLikely(s, duty, by.resembles));
  return {
    findings: assigned.filter(({ actor }) => acts(actor, collectives)).flatMap((a) => toFinding(s, a, source, lens)),
    duties: assigned.flatMap((a) => toDuties(s, a, source)),
  };
}

const acts = ({ kind }: Actor, collectives: boolean): boolean =>
  kind === 'peer' || (kind === 'collective' && collectives);

function byPattern(s: ReadSentence, { rule, hit, open }: DutyHit): Assigned[] {
  const reading = s.read(hit.from, hit.to);
  const actor = reading.actor?.kind === 'peer' ? reading.actor : (s.named(hit.parts) ?? reading.actor);
  if (reading.mode.mode !== 'assigned' || actor === undefined) return [];
  return [{ rule, actor, parts: hit.parts, open, by: hit.pattern.source, at: reading.at ?? hit.parts[0]!.from }];
}

/** Below this, what a pattern matched is taken for an accident. */
const LIKELY = 0.2;
/** From here on, the matched words are enough by themselves, whatever else their clause is about. */
const SURE = 0.6;
/** How many words before and behind a match are looked at with it. */
const AROUND = 3;

/** Whether a match has enough words in common with what the rule is known to flag: its clause, what is close to it, or itself. */
function isLikely(s: ReadSentence, { rule, parts }: Assigned, resembles: Resembles): boolean {
  const from = parts[0]!.from;
  const to = parts.at(-1)!.to;
  const clause = s.clauses.find((c) => c.from <= from && from < c.to)!;
  const likeness = (start: number, end: number): number =>
    resembles(rule.id, s.sentence.tokens.slice(Math.max(clause.from, start), Math.max(to, Math.min(clause.to, end)))) ??
    1;
  return (
    likeness(clause.from, clause.to) >= LIKELY ||
    likeness(from - AROUND, to + AROUND) >= LIKELY ||
    likeness(from, to) >= SURE
  );
}

/** The duty for each role that has a part in it: in "the nurse and the peer count the tablets", two. */
function toDuties(s: ReadSentence, { rule, actor, open, at }: Assigned, source: string): DutyRead[] {
  const span = spanOf(s, at);
  return [actor, ...s.sharing(actor)].flatMap(({ kind, text }) =>
    kind === 'person' || kind === 'unknown'
      ? []
      : [
          {
            rule: rule.id,
            role: roleName(text),
            kind,
            span,
            text: source.slice(span.start, span.end),
            open,
            crossed: false,
          },
        ],
  );
}

/** Where a duty stands: its clause; in a rota, the cell that names who has it. */
function spanOf(s: ReadSentence, at: number): Span {
  if (s.mark && s.rota) return s.mark;
  const { tokens } = s.sentence;
  const clause = s.clauses.find((c) => c.from <= at && at < c.to)!;
  return { start: s.offset + tokens[clause.from]!.start, end: s.offset + tokens[clause.to - 1]!.end };
}

function toFinding(
  s: ReadSentence,
  { rule, actor, parts, open, by, at: said }: Assigned,
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
  const span = spanOf(s, said);
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
      ...(verdict.limit !== undefined && { limit: verdict.limit }),
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
