import type { Edition } from '../knowledge/types';

/** "(CPS Code of Ethics (2008), principles 1, 7 and 10)": the principles that a rule rests on; empty where none is known. */
export function citationOf(rule: string, edition: Edition | undefined): string {
  const numbers = (edition?.principles ?? [])
    .filter((p) => p.limits.some((limit) => limit.rule === rule))
    .map((p) => String(p.number));
  if (!edition || numbers.length === 0) return '';
  const last = numbers.pop()!;
  const list = numbers.length > 0 ? `principles ${numbers.join(', ')} and ${last}` : `principle ${last}`;
  return `(${edition.title}, ${list})`;
}
