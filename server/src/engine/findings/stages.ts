import { overlaps } from '../text/span';
import type { Finding } from './finding';

/** One finding for a rule and place: of overlapping ones of the same rule the surer, then the first, stays. */
export function deduplicate(findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  const sure = (f: Finding): number => (f.certainty === 'breach' ? 0 : 1);
  for (const finding of [...findings].sort((a, b) => sure(a) - sure(b) || a.span.start - b.span.start))
    if (!kept.some((k) => k.rule === finding.rule && overlaps(k.span, finding.span))) kept.push(finding);
  return kept;
}

/** Document order; of findings that start together the stronger rule's first. */
export function order(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || a.rule.localeCompare(b.rule),
  );
}
