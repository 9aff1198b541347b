import type { Authority } from '../../engine/findings/finding';
import type { Knowledge } from '../../engine/knowledge/types';
import { authoritative, reviewFinding } from './findings';
import type { Authoritative, ReviewStatement } from './model';
import type { Places } from './places';

export const AUTHORITIES: readonly Authority[] = ['contract', 'ethics', 'practice'];

/** The statements that the drafts are asked for, over all of them: one draft that makes a statement is enough. */
export function reviewStatements(
  drafts: readonly Places[],
  knowledge: Pick<Knowledge, 'rules' | 'sources' | 'statements'>,
): ReviewStatement[] {
  const asked = new Set(drafts.flatMap(({ file }) => file.checklist.map(({ statement }) => statement)));
  const known = [...knowledge.statements.keys()];
  const rank = (id: string): number => (known.includes(id) ? known.indexOf(id) : known.length);
  return [...asked].sort((a, b) => rank(a) - rank(b)).map((id) => reviewStatement(id, drafts, knowledge));
}

function reviewStatement(
  id: string,
  drafts: readonly Places[],
  knowledge: Pick<Knowledge, 'rules' | 'sources' | 'statements'>,
): ReviewStatement {
  const entries = drafts.flatMap((draft) =>
    draft.file.checklist.filter(({ statement }) => statement === id).map((entry) => ({ draft, entry })),
  );
  // A draft that is not asked for a statement can make it all the same, for those beside it that are.
  const made = drafts.flatMap((draft) =>
    [...draft.file.checklist, ...draft.file.unasked]
      .filter(({ statement }) => statement === id)
      .flatMap(({ present }) => present.map((span) => draft.at(span))),
  );
  const lacking = entries.filter(({ entry }) => entry.present.length === 0).map(({ draft }) => draft);
  const reported = lacking.flatMap((draft) =>
    draft.file.findings.filter(({ rule }) => rule === id).map((finding) => reviewFinding(finding, draft, knowledge)),
  );
  const isLeftOut =
    lacking.length > 0 && lacking.every(({ file }) => file.suppressed.some(({ finding }) => finding.rule === id));
  const statement = knowledge.statements.get(id);
  const suggestion = reported.find((finding) => finding.suggestion !== undefined)?.suggestion;
  return {
    id,
    title: statement?.title ?? knowledge.rules.get(id)?.title ?? id,
    state: made.length > 0 ? 'made' : isLeftOut ? 'left-out' : 'missing',
    made,
    lacking: lacking.map(({ file }) => file.path),
    authority: AUTHORITIES.find((a) => entries.some(({ entry }) => entry.authority === a)) ?? 'practice',
    sources: once(entries.flatMap(({ entry }) => entry.sources.map((ref) => authoritative(ref, knowledge)))),
    why: statement?.why ?? '',
    ...(suggestion && { suggestion }),
  };
}

const once = (sources: readonly Authoritative[]): Authoritative[] =>
  sources.filter((s, i) => sources.findIndex((t) => t.key === s.key && t.section === s.section) === i);
