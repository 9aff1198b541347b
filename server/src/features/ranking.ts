import type { Certainty, Finding, Severity } from '../engine/findings/finding';

const SEVERITY_RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };
const CERTAINTY_RANK: Readonly<Record<Certainty, number>> = { breach: 0, open: 1 };

/** Sorts what matters most to the front: by severity, a breach before an open case, then by place in the draft. */
export function byWeight(a: Finding, b: Finding): number {
  return (
    SEVERITY_RANK[a.severity] - SEVERITY_RANK[b.severity] ||
    CERTAINTY_RANK[a.certainty] - CERTAINTY_RANK[b.certainty] ||
    byPlace(a, b)
  );
}

/** Sorts by place in the draft; of two findings that start together, the shorter comes first. */
export function byPlace(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
