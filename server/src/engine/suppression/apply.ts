import { suggestion } from '../knowledge/closest';
import type { Finding } from '../findings/finding';
import type { Knowledge } from '../knowledge/types';
import type { Draft } from '../markdown/draft';
import { overlaps, type Span } from '../text/span';
import { readAllowances, type Allowance } from './read';

/** A finding that somebody has decided to leave out, and why. It is never among the findings. */
export interface SuppressedFinding {
  readonly finding: Finding;
  readonly reason: string;
  /** Where it was decided: at the place, for the document, or for all drafts of the workspace. */
  readonly by: 'comment' | 'front-matter' | 'workspace';
  /** The comment or entry in the draft, document offsets; undefined for the workspace's. */
  readonly span?: Span;
}

/**
 * Takes out what the draft, or its workspace, allows with a reason. What allows nothing any more, gives no reason or names
 * no rule is pointed out: nobody should believe that something is settled when it is not.
 *
 * @param findings of the whole draft; remarks on the draft itself (its profile, say) cannot be taken out
 */
export function suppress(
  findings: readonly Finding[],
  draft: Draft,
  { rules, suppressions }: Pick<Knowledge, 'rules' | 'suppressions'>,
): { readonly findings: readonly Finding[]; readonly suppressed: readonly SuppressedFinding[] } {
  const { allowances, unclear } = readAllowances(draft);
  const used = new Set<string>();
  const suppressed: SuppressedFinding[] = [];
  const kept = findings.filter((finding) => {
    if (finding.family === 'document') return true;
    const allowance = allowances.find((a) => a.reason !== undefined && covers(a, finding));
    const ofWorkspace = suppressions.find(({ rule }) => rule === finding.rule);
    if (allowance?.reason !== undefined) {
      used.add(keyOf(allowance, finding.rule));
      suppressed.push({ finding, reason: allowance.reason, by: allowance.by, span: allowance.span });
    } else if (ofWorkspace !== undefined) {
      suppressed.push({ finding, reason: ofWorkspace.because, by: 'workspace' });
    } else return true;
    return false;
  });
  const remarks = [
    ...unclear.map(({ span }) => remark(draft, span, 'unclear-suppression', UNCLEAR)),
    ...allowances.flatMap((allowance) => remarksOn(allowance, used, draft, [...rules.keys()])),
  ];
  return { findings: [...kept, ...remarks], suppressed };
}

const keyOf = ({ span }: Allowance, rule: string): string => `${span.start} ${rule}`;

const covers = ({ by, where, rules }: Allowance, { rule, span, evidence }: Finding): boolean =>
  rules.includes(rule) &&
  (by === 'front-matter' ||
    (where !== undefined && [span, ...evidence.duty.map((part) => part.span)].some((place) => overlaps(place, where))));

const UNCLEAR =
  'This comment is not understood, so it leaves nothing out. Write it like this: ' +
  '"peer-role-check: allow routine-notes because the contract asks for contact records".';

function remarksOn(allowance: Allowance, used: ReadonlySet<string>, draft: Draft, known: readonly string[]): Finding[] {
  const { rules, reason, span } = allowance;
  const unknown = rules.find((rule) => !known.includes(rule));
  if (unknown !== undefined) {
    const message = `There is no rule "${unknown}", so this leaves nothing out.${suggestion(unknown, known)}`;
    return [remark(draft, span, 'unclear-suppression', message)];
  }
  if (reason === undefined) {
    const message = 'This gives no reason, so it leaves nothing out. Add one: "because" and why it is right here.';
    return [remark(draft, span, 'unclear-suppression', message)];
  }
  const idle = rules.filter((rule) => !used.has(keyOf(allowance, rule)));
  if (idle.length === 0) return [];
  const message = `There is nothing here any more that "${idle.join(', ')}" finds. This can go.`;
  const whole = idle.length === rules.length && allowance.by === 'comment';
  const finding = remark(draft, span, 'unused-suppression', message);
  if (!whole) return [finding];
  // With the space before it, so that none is left over.
  const start =
    span.start - (/[ \t]+$/.exec(draft.source.slice(Math.max(0, span.start - 9), span.start))?.[0].length ?? 0);
  const edits = [{ span: { start, end: span.end }, text: '' }];
  return [{ ...finding, suggestions: [{ kind: 'correction', title: 'Remove this comment', edits }] }];
}

const remark = (draft: Draft, span: Span, rule: string, message: string): Finding => ({
  rule,
  family: 'document',
  span,
  text: draft.source.slice(span.start, span.end),
  severity: rule === 'unused-suppression' ? 'information' : 'warning',
  authority: 'practice',
  certainty: 'breach',
  message,
  evidence: { duty: [], by: 'comment' },
  allowed: '',
  sources: [],
});
