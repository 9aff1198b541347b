import type { Suggestion, TextEdit } from '../findings/finding';
import { lineageOf } from '../knowledge/lineage';
import type { Knowledge, Profile, Statement, Wording } from '../knowledge/types';
import type { Draft } from '../markdown/draft';
import type { DocumentKind, Subject } from './documents';
import { endOfSection, headingsOf, type Heading } from './sections';
import { plainWording } from './wording-text';

const MOST_WORDINGS = 3;
const BOLD = 7;

/** The heading that a statement belongs under: the first whose words fit it best, else the one that names the role. */
export function hostOf(statement: Statement, { inner, heading }: Subject): Heading | undefined {
  for (const words of statement.headings) {
    const pattern = new RegExp(`(?<![\\p{L}-])${words.replace(/[^\p{L}\d]+/gu, '\\W+')}(?![\\p{L}-])`, 'iu');
    const host = inner.find((h) => pattern.test(h.text));
    if (host) return host;
  }
  return heading;
}

/**
 * Wordings that make the statement and can be put into such a draft, the most fitting first. What the draft says already is
 * not said again where there is wording without it.
 *
 * @param said ids of the statements that the draft makes
 */
export function wordingsFor(
  statement: Statement,
  kind: DocumentKind,
  said: ReadonlySet<string>,
  profile: Profile,
  { wordings }: Knowledge,
): Wording[] {
  const contracts = lineageOf(profile);
  const fitting = [...wordings.values()]
    .filter((w) => w.statements.includes(statement.id) && w.profiles.some((id) => contracts.includes(id)))
    .filter((w) => (w.for?.includes(kind) ?? true) && !isWholeDocument(w));
  const repeated = (w: Wording): number => w.statements.filter((id) => said.has(id)).length;
  const least = Math.min(...fitting.map(repeated));
  // What says little else comes first, and what is made for this contract before what suits any.
  const cost = (w: Wording): readonly number[] => [w.statements.length, w.profiles.length, w.body.length];
  return fitting
    .filter((w) => repeated(w) === least)
    .map((wording) => ({ wording, cost: cost(wording) }))
    .sort((a, b) => a.cost.map((n, i) => n - b.cost[i]!).find((d) => d !== 0) ?? 0)
    .slice(0, MOST_WORDINGS)
    .map(({ wording }) => wording);
}

/** A second-level heading at its top: a job description, a policy, a section with parts of its own. */
const isWholeDocument = ({ body }: Wording): boolean => /^## /m.test(body);

/** Puts the wording behind the section of `host`, or at the end of the draft. */
export function insertion(wording: Wording, statement: Statement, host: Heading | undefined, draft: Draft): Suggestion {
  return {
    kind: 'insert',
    title: `Insert: ${wording.title}`,
    edits: [editFor(plainWording(wording.body), statement, host, draft)],
    sources: wording.sources,
  };
}

function editFor(text: string, statement: Statement, host: Heading | undefined, draft: Draft): TextEdit {
  const { source } = draft;
  const below = headingsOf(draft).filter((h) => (host ? h.above.some((a) => a.start === host.start) : true));
  const hasParts = below.length > 0;
  // Beside parts of the section that have headings, the wording has one too, or it would belong to the last of them.
  const level = hasParts ? Math.min(...below.map((h) => h.level)) : Math.min(BOLD, (host?.level ?? 1) + 1);
  const own = /^#{1,6} /m.test(text);
  const titled = own || !hasParts ? text : `# ${statement.title}\n\n${text}`;
  const body = atLevel(titled, level);
  const eol = /\r?\n|\r/.exec(source)?.[0] ?? '\n';
  const at = endOfSection(draft, host);
  const follows = /^\s*/.exec(source.slice(at))![0];
  const isLast = at + follows.length >= source.length;
  const after = isLast ? '' : eol.repeat(Math.max(0, 2 - (follows.match(/\r\n|\r|\n/g)?.length ?? 0)));
  const before = at === 0 ? '' : eol.repeat(2);
  return { span: { start: at, end: at }, text: before + body.replaceAll('\n', eol) + after };
}

/** The text with its headings moved so that the highest is of `level`; below the sixth, a bold line stands for a heading. */
function atLevel(text: string, level: number): string {
  let fenced = false;
  const lines = text.split('\n').map((line) => {
    if (/^ {0,3}(?:```|~~~)/.test(line)) fenced = !fenced;
    const mark = fenced ? undefined : /^(#{1,6}) (.*)$/.exec(line);
    return { line, depth: mark?.[1]!.length, title: mark?.[2] ?? '' };
  });
  const top = Math.min(...lines.map((l) => l.depth ?? Infinity));
  return lines
    .map(({ line, depth, title }) => {
      if (depth === undefined) return line;
      const moved = depth - top + level;
      return moved < BOLD ? `${'#'.repeat(moved)} ${title}` : `**${title.replaceAll('**', '')}**`;
    })
    .join('\n');
}
