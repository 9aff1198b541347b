import { bracketed } from '../citations/format';
import type { Edition } from '../knowledge/types';

/** "(CPS Code of Ethics 2008, principles 1, 7 and 10)": the principles that a rule rests on; empty where none is known. */
export function citationOf(rule: string, edition: Edition | undefined): string {
  const principles = (edition?.principles ?? []).filter(({ limits }) => limits.some((limit) => limit.rule === rule));
  if (!edition || principles.length === 0) return '';
  return `(${bracketed(
    edition,
    principles.map(({ number }) => number),
  )})`;
}
