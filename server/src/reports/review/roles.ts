import type { DutyRead } from '../../engine/duties/who';
import type { Knowledge } from '../../engine/knowledge/types';
import { overlaps } from '../../engine/text/span';
import type { CheckedFile } from '../checked-file';
import type { DutyCounts, Review, RoleRow } from './model';

const KINDS: readonly RoleRow['kind'][] = ['peer', 'collective', 'other'];

/** Who does what, over all drafts: roles that the drafts call by the same words are one. */
export function reviewRoles(
  files: readonly CheckedFile[],
  /** Ids of the limits that were met: their duties come first, in this order. */
  limits: readonly string[],
  { rules }: Pick<Knowledge, 'rules'>,
): Review['matrix'] {
  const rows = new Map<string, Row>();
  for (const file of files)
    for (const duty of file.duties) {
      const what = outcome(duty, file);
      if (what === undefined) continue;
      const { role, kind } = duty;
      const row: Row = rows.get(`${kind} ${role}`) ?? { role, kind, counts: new Map() };
      const none = { rule: duty.rule, crossed: 0, open: 0, leftOut: 0, has: 0 };
      const counts = row.counts.get(duty.rule) ?? none;
      counts[what]++;
      row.counts.set(duty.rule, counts);
      rows.set(`${kind} ${role}`, row);
    }
  const occurring = new Set([...rows.values()].flatMap(({ counts }) => [...counts.keys()]));
  const ids = [...new Set([...limits, ...rules.keys(), ...occurring])].filter((id) => occurring.has(id));
  return {
    duties: ids.map((rule) => ({ rule, title: rules.get(rule)?.title ?? rule })),
    roles: [...rows.values()]
      .map(({ role, kind, counts }) => ({ role, kind, duties: ids.flatMap((id) => counts.get(id) ?? []) }))
      .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.role.localeCompare(b.role, 'en')),
  };
}

interface Row extends Pick<RoleRow, 'role' | 'kind'> {
  readonly counts: Map<string, Mutable<DutyCounts>>;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function outcome(duty: DutyRead, { suppressed }: CheckedFile): Exclude<keyof DutyCounts, 'rule'> | undefined {
  if (duty.crossed) return duty.open ? 'open' : 'crossed';
  const isLeftOut = ({ finding }: CheckedFile['suppressed'][number]): boolean =>
    finding.rule === duty.rule && overlaps(finding.span, duty.span);
  if (duty.kind !== 'other' && suppressed.some(isLeftOut)) return 'leftOut';
  // What is only perhaps this duty says nothing of a role that no limit binds.
  return duty.open ? undefined : 'has';
}
