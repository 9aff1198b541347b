import type { FigureRead } from '../checks/figures';
import type { CheckedDraft } from '../checks/passage';
import { wordsOf } from '../duties/lens';
import type { Authority, Finding, SourceRef } from '../findings/finding';
import { answersTo, lineageOf } from '../knowledge/lineage';
import type { Profile, Rule, Statement } from '../knowledge/types';
import { weightOf } from '../knowledge/weight';
import type { Span } from '../text/span';
import type { StatementIndex } from './compile';
import { besideSubject, findSubject, type DocumentKind, type Subject } from './documents';
import { hostOf, insertion, wordingsFor } from './insert';
import { readPresence } from './present';
import { spanOfText } from './sections';

/** A statement that the draft should make, and where it makes it. */
export interface ChecklistEntry {
  /** Id of the statement in `knowledge.statements`, which has its title. */
  readonly statement: string;
  /** Some places where the draft makes it, at most three; document offsets in reading order. Empty: it is missing. */
  readonly present: readonly Span[];
  readonly authority: Authority;
  readonly sources: readonly SourceRef[];
}

export interface StatementsRead {
  /** In the order of `statements.yml`; empty for a draft that is asked for no statements. */
  readonly checklist: readonly ChecklistEntry[];
  /** Statements that the draft makes although its kind is not asked for them; drafts beside it may be. */
  readonly unasked: readonly ChecklistEntry[];
  readonly findings: readonly Finding[];
}

export const NO_STATEMENTS: StatementsRead = { checklist: [], unasked: [], findings: [] };

const READ_AS: Readonly<Record<DocumentKind, string>> = {
  'job-description': 'This was read as the description of a peer role.',
  response: 'This was read as a section about peer roles that answers a call for bids.',
  policy: 'This was read as a policy about peer roles.',
};

/** Which statements a draft makes, of those that its kind of document and its contract ask for, and which are missing. */
export function checkStatements(
  checked: CheckedDraft,
  /** What the draft says in figures about its peer roles. */
  figures: readonly FigureRead[],
  index: StatementIndex,
  profile: Profile,
): StatementsRead {
  const { statements } = index.knowledge;
  if (statements.size === 0) return NO_STATEMENTS;
  const known = [...statements.values()].filter((s) => isKnown(s, profile, index.rules.get(s.id)));
  const around = { checked, figures, index, profile };
  const entryOf = (statement: Statement, places: readonly Span[]): ChecklistEntry => {
    const rule = index.rules.get(statement.id);
    const { authority, sources } = (rule && weightOf(rule, profile)) ?? own(statement, profile);
    return { statement: statement.id, present: places, authority, sources };
  };
  const subject = findSubject(checked);
  if (!subject) {
    const beside = besideSubject(checked);
    const made = beside && readPresence(beside, around);
    return { ...NO_STATEMENTS, unasked: known.flatMap((s) => (made?.has(s) ? [entryOf(s, made.get(s) ?? [])] : [])) };
  }
  const fte = Math.max(0, ...figures.filter(({ kind }) => kind === 'fte').map(({ value }) => value));
  const isAsked = ({ asked, below }: Statement): boolean =>
    asked.includes(subject.kind) && !(below && fte >= (index.knowledge.figures.get(below)?.value ?? Infinity));
  const present = readPresence(subject, around);
  const said = new Set([...present.keys()].map(({ id }) => id));
  const checklist: ChecklistEntry[] = [];
  const findings: Finding[] = [];
  const unasked: ChecklistEntry[] = [];
  for (const statement of known) {
    const rule = index.rules.get(statement.id);
    const places = present.get(statement) ?? (statement.by === subject.kind ? [subject.place] : []);
    const entry = entryOf(statement, places);
    if (!isAsked(statement)) {
      if (places.length > 0) unasked.push(entry);
      continue;
    }
    checklist.push(entry);
    if (!rule || places.length > 0) continue;
    const finding = findingOf(rule, statement, subject, { checked, index, profile, said });
    if (finding) findings.push(finding);
  }
  return { checklist, unasked, findings };
}

/** Whether the contract has the statement, and has not turned it off. */
const isKnown = ({ only }: Statement, profile: Profile, rule: Rule | undefined): boolean =>
  (!only || only.some((id) => answersTo(profile, id))) && !(rule && weightOf(rule, profile) === undefined);

/** What a statement without a rule rests on. */
function own(statement: Statement, profile: Profile): Pick<ChecklistEntry, 'authority' | 'sources'> {
  const id = lineageOf(profile).find((name) => statement.profiles[name] !== undefined);
  const change = id === undefined ? undefined : statement.profiles[id];
  const added = change?.sources ?? [];
  const all = change?.authority === 'contract' ? [...added, ...statement.sources] : [...statement.sources, ...added];
  const sources = all.filter((s, i) => all.findIndex((t) => t.key === s.key && t.section === s.section) === i);
  return { authority: change?.authority ?? statement.authority, sources };
}

interface Around {
  readonly checked: CheckedDraft;
  readonly index: StatementIndex;
  readonly profile: Profile;
  readonly said: ReadonlySet<string>;
}

function findingOf(
  rule: Rule,
  statement: Statement,
  subject: Subject,
  { checked, index, profile, said }: Around,
): Finding | undefined {
  const weight = weightOf(rule, profile);
  if (!weight) return undefined;
  const host = hostOf(statement, subject);
  const span = host ? spanOfText(host) : subject.place;
  const { message, limit, allowed, notes } = wordsOf(rule, profile.rules[rule.id], false);
  const wordings = wordingsFor(statement, subject.kind, said, profile, index.knowledge);
  return {
    rule: rule.id,
    family: rule.family,
    span,
    text: checked.draft.source.slice(span.start, span.end),
    severity: weight.severity,
    authority: weight.authority,
    certainty: 'breach',
    message,
    ...(limit !== undefined && { limit }),
    evidence: { duty: [], by: `no cue of the statement "${statement.id}"`, notes: [READ_AS[subject.kind], ...notes] },
    allowed,
    sources: weight.sources,
    ...(wordings.length > 0
      ? { suggestions: wordings.map((wording) => insertion(wording, statement, host, checked.draft)) }
      : {}),
  };
}
