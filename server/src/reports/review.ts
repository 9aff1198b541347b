import type { Knowledge } from '../engine/knowledge/types';
import { isNoDraft } from '../engine/suppression/read';
import type { CheckedFile } from './checked-file';
import { printable } from './printable';
import { isPoint, reviewFinding } from './review/findings';
import { groupBy } from './review/group';
import type { Counts, LimitRow, Review, ReviewDraft, ReviewFigure, ReviewFinding, Sum } from './review/model';
import { Places } from './review/places';
import { reviewRoles } from './review/roles';
import { AUTHORITIES, reviewStatements } from './review/statements';
import { summarize } from './review/summary';

export type { Review } from './review/model';

type Known = Pick<Knowledge, 'rules' | 'sources' | 'profiles' | 'editions' | 'statements'>;

/** What a review states beside what was found. */
export interface ReviewContext {
  readonly knowledge: Known;
  /** The day of the review, "2026-11-22": pure code has no clock. */
  readonly date: string;
  /** The version of this program. */
  readonly version: string;
  /** Files that could not be read, and why. */
  readonly unreadable?: readonly { readonly path: string; readonly message: string }[];
}

/** Brings together what was found in drafts that belong together. Files that say that they are no drafts are left out. */
export function reviewOf(files: readonly CheckedFile[], context: ReviewContext): Review {
  const { knowledge, date, version, unreadable = [] } = context;
  const drafts = files.filter(({ source }) => !isNoDraft(source));
  const places = drafts.map((file) => new Places(file));
  const all = places.flatMap((draft) => draft.file.findings.map((f) => reviewFinding(f, draft, knowledge)));
  const findings = all.filter(isPoint);
  const remarks = all.filter((f) => !isPoint(f) && f.family !== 'completeness');
  const statements = reviewStatements(places, knowledge);
  const suppressed = places.flatMap((draft) =>
    draft.file.suppressed.map(({ finding, reason, by }) => ({
      finding: reviewFinding(finding, draft, knowledge),
      reason: printable(reason),
      by,
    })),
  );
  const read = drafts.map((file): ReviewDraft => {
    const own = findings.filter(({ place }) => place.path === file.path);
    return { path: file.path, profile: file.profile, edition: file.edition, ...countsOf(own) };
  });
  const limits = limitsOf(findings);
  const found = { drafts: read, unreadable, findings, statements, suppressed };
  return {
    product: { name: 'Peer Role Check', version },
    date,
    summary: summarize(found),
    ...found,
    profiles: named(read.map(({ profile }) => profile)).map((id) => {
      const profile = knowledge.profiles.get(id);
      return { id, title: profile?.title ?? id, answers: profile?.answers ?? '' };
    }),
    editions: named(read.map(({ edition }) => edition)).flatMap((id) => {
      const edition = knowledge.editions.get(id);
      if (!edition) return [];
      const { title, complete, note } = edition;
      return [{ id, title, complete, ...(note !== undefined && { note }) }];
    }),
    limits,
    remarks,
    figures: places.flatMap(figuresOf),
    sums: sumsOf([...findings, ...suppressed.map(({ finding }) => finding)], places),
    matrix: reviewRoles(
      drafts,
      limits.map(({ rule }) => rule),
      knowledge,
    ),
    sections: sectionsOf(findings),
    papers: papersOf({ findings, remarks, statements, suppressed }, knowledge),
  };
}

const named = (ids: readonly string[]): string[] => [...new Set(ids)];

const countsOf = (findings: readonly ReviewFinding[]): Counts => ({
  stated: findings.filter(({ certainty }) => certainty === 'breach').length,
  open: findings.filter(({ certainty }) => certainty === 'open').length,
});

/** Those of the contract first; of one kind the ones that were met most. */
function limitsOf(findings: readonly ReviewFinding[]): LimitRow[] {
  const byLimit = groupBy(findings, ({ rule, authority }) => `${authority} ${rule}`);
  const rows = byLimit.map((group): LimitRow => {
    const { rule, title, authority } = group[0];
    return { rule, title, authority, ...countsOf(group) };
  });
  const rank = ({ authority }: LimitRow): number => AUTHORITIES.indexOf(authority);
  return rows.sort((a, b) => rank(a) - rank(b) || b.stated - a.stated || b.open - a.open);
}

const sectionsOf = (findings: readonly ReviewFinding[]): Review['sections'] =>
  groupBy(findings, ({ place: { path, section } }) => JSON.stringify([path, section])).map((group) => {
    const { path, section } = group[0].place;
    return { path, ...(section !== undefined && { section }), ...countsOf(group) };
  });

function figuresOf(draft: Places): ReviewFigure[] {
  return draft.file.figures.flatMap(({ kind, value, most, unit, span, role }): ReviewFigure[] =>
    // A line of supervision is counted, but no figure; the checklist has it.
    kind === 'supervision'
      ? []
      : [
          {
            kind,
            value,
            ...(most !== undefined && { most }),
            unit,
            quotation: draft.quote(span),
            ...(role !== undefined && { role: printable(role) }),
            place: draft.at(span),
          },
        ],
  );
}

/**
 * Notes with figures in them, of the terms of a role: "2.0 FTE for 120 people is 1 to 60; 1 to 30 needs 4.0." Where there is
 * no such finding, what the figures come to all the same.
 */
function sumsOf(findings: readonly ReviewFinding[], drafts: readonly Places[]): Sum[] {
  const noted = findings
    .filter(({ family }) => family === 'structure')
    .flatMap(({ place, notes }) => notes.filter((note) => /\d/.test(note)).map((text) => ({ place, text })));
  const others = drafts.flatMap((draft) =>
    draft.file.figures.flatMap(({ comesTo, span }): Sum[] => {
      if (comesTo === undefined) return [];
      const told = comesTo.replace(/\.$/, '');
      const isNoted = noted.some(({ place, text }) => place.path === draft.file.path && text.startsWith(told));
      return isNoted ? [] : [{ place: draft.at(span), text: comesTo }];
    }),
  );
  return [...noted, ...others];
}

function papersOf(
  { findings, remarks, statements, suppressed }: Pick<Review, 'findings' | 'remarks' | 'statements' | 'suppressed'>,
  { sources }: Pick<Known, 'sources'>,
): Review['papers'] {
  const cited = [...findings, ...statements, ...remarks, ...suppressed.map(({ finding }) => finding)];
  const keys = new Set(cited.flatMap((by) => by.sources.map(({ key }) => key)));
  return [...keys].map((key) => {
    const source = sources.get(key);
    return {
      key,
      title: source?.title ?? key,
      ...(source && { publisher: source.publisher }),
      ...(source?.note !== undefined && { note: source.note }),
    };
  });
}
