import type { Finding, TextEdit } from '../findings/finding';
import type { Block, Draft, Located } from '../markdown/draft';
import { parseDraft } from '../markdown/parse';
import { contains, overlaps, type Span } from '../text/span';
import { applyEdits, breakOf } from './edit';
import type { Candidate } from './desk';
import type { Circumstances } from './suggest';

/** Reads a part of the draft as if it were all of it, with what the draft says of its roles. */
export type Recheck = (text: string) => readonly Finding[];

/** Longest part of a draft (code units) that is read again; nobody's sentence needs more, and each costs time. */
const LONGEST_PART = 4_000;

/**
 * Reads candidates again before they are offered. Only the finding's surroundings are read: front matter, the headings
 * above, lead-ins, the head of its table, and the block itself; the whole section, or a small draft, where these do not
 * show the finding. What has been read once is kept for as long as the check of one draft lasts.
 */
export class Verifier {
  private readonly known = new Map<string, readonly Finding[]>();
  private readonly parsed = new Map<string, Draft>();
  private readonly draft: Draft;

  constructor(private readonly around: Pick<Circumstances, 'draft' | 'checklist' | 'recheck' | 'known'>) {
    this.draft = around.draft;
  }

  /** Whether edits make the finding go away, bring no error, warning or information, and hide no other finding. */
  accepts(finding: Finding, block: Block, { edits, beside }: Pick<Candidate, 'edits' | 'beside'>): boolean {
    if (this.silences(edits)) return false;
    for (const scope of this.scopes(block, edits, beside)) {
      const part = partOf(this.draft, scope);
      if (part.text.length > LONGEST_PART) continue;
      const changes = edits.map((e) => part.move(e)).filter((e) => e !== undefined);
      if (changes.length < edits.length) continue;
      const at = part.moveSpan(finding.span);
      const isTarget = (f: Finding): boolean =>
        f.rule === finding.rule && f.span.start === at?.start && f.span.end === at.end;
      if (this.readsTheSame(finding, block, part)) {
        // The part reads as in the draft, so what was found there before is known.
        const before = this.around.known.filter((f) => part.moveSpan(f.span));
        if (isBetter(before, finding, this.read(applyEdits(part.text, changes)), edits)) return true;
      }
      const before = this.read(part.text);
      const target = before.find(isTarget);
      if (target) return isBetter(before, target, this.read(applyEdits(part.text, changes)), changes);
    }
    return false;
  }

  /** Whether a block stands in a part as it stands in the draft. Tables and cross-references need more than that. */
  private readsTheSame(finding: Finding, block: Block, part: Part): boolean {
    const { cell, headings, leadIns } = block.context;
    if (cell || finding.evidence.actor?.origin === 'reference') return false;
    let parsed = this.parsed.get(part.text);
    if (!parsed) this.parsed.set(part.text, (parsed = parseDraft(part.text)));
    const start = part.moveSpan({ start: block.start, end: block.start })?.start;
    const same = parsed.blocks.find((b) => b.start === start && b.text === block.text && b.kind === block.kind);
    const texts = (list: readonly Located[]): string => list.map((l) => l.text).join('\n');
    return (
      same !== undefined &&
      texts(same.context.headings) === texts(headings) &&
      texts(same.context.leadIns) === texts(leadIns)
    );
  }

  /** Whether edits take away the only words in which the draft says what it is asked to say. */
  private silences(edits: readonly TextEdit[]): boolean {
    return this.around.checklist.some(
      ({ present }) => present.length > 0 && present.every((span) => edits.some((e) => overlaps(e.span, span))),
    );
  }

  private read(text: string): readonly Finding[] {
    let found = this.known.get(text);
    if (!found) this.known.set(text, (found = this.around.recheck(text)));
    return found;
  }

  private *scopes(block: Block, edits: readonly TextEdit[], beside?: Block): Generator<readonly Span[]> {
    const { draft } = this;
    const { cell } = block.context;
    const here: Span[] = [block, ...(beside ? [beside] : [])]
      .flatMap((b) => [...b.context.headings, ...b.context.leadIns, b])
      .map((b) => ({ start: b.start, end: b.start + b.text.length }));
    if (draft.frontMatterSpan) here.push(draft.frontMatterSpan);
    const title = draft.blocks[0];
    if (title?.kind === 'heading') here.push({ start: title.start, end: title.start + title.text.length });
    const table = cell && draft.tables[cell.table];
    if (table) here.push(headOf(draft.source, table.span));
    here.push(...edits.map((e) => e.span));
    yield here;
    const i = draft.blocks.indexOf(block);
    const isHeading = (b: Block): boolean => b.kind === 'heading';
    const from = draft.blocks.slice(0, i).findLastIndex(isHeading);
    const next = draft.blocks.findIndex((b, k) => k > i && isHeading(b));
    yield [
      ...here,
      {
        start: from < 0 ? (draft.frontMatterSpan?.end ?? 0) : draft.blocks[from]!.start,
        end: next < 0 ? draft.source.length : Math.max(draft.blocks[next]!.start - 1, block.start + block.text.length),
      },
    ];
    if (draft.source.length <= LONGEST_PART) yield [{ start: 0, end: draft.source.length }];
  }
}

/** The head row of a table and the row of dashes below it. */
function headOf(source: string, { start, end }: Span): Span {
  const first = source.indexOf('\n', start);
  const second = first < 0 ? -1 : source.indexOf('\n', first + 1);
  return { start, end: second < 0 ? end : Math.min(second, end) };
}

interface Part {
  readonly text: string;
  move(edit: TextEdit): TextEdit | undefined;
  moveSpan(span: Span): Span | undefined;
}

/** The lines that spans stand on, with an empty line where lines between them were left out, except within a table. */
function partOf({ source, tables }: Draft, spans: readonly Span[]): Part {
  const lines = spans
    .map(({ start, end }) => ({ start: lineStart(source, start), end: lineEnd(source, Math.max(start, end)) }))
    .sort((a, b) => a.start - b.start);
  const pieces: Span[] = [];
  for (const line of lines) {
    const last = pieces.at(-1);
    if (last && line.start <= last.end)
      pieces[pieces.length - 1] = { start: last.start, end: Math.max(last.end, line.end) };
    else pieces.push(line);
  }
  const eol = breakOf(source);
  let text = '';
  const starts = pieces.map((piece, i) => {
    const before = pieces[i - 1];
    const sameTable = before && tables.some((t) => t.span.start < before.end && piece.start < t.span.end);
    if (text !== '' && !sameTable) text += eol;
    const at = text.length;
    text += source.slice(piece.start, piece.end);
    return at;
  });
  const moveSpan = (span: Span): Span | undefined => {
    const i = pieces.findIndex((piece) => contains(piece, span));
    if (i < 0) return undefined;
    const by = starts[i]! - pieces[i]!.start;
    return { start: span.start + by, end: span.end + by };
  };
  return {
    text,
    moveSpan,
    move: (edit) => {
      const span = moveSpan(edit.span);
      return span && { ...edit, span };
    },
  };
}

const lineStart = (source: string, at: number): number => source.lastIndexOf('\n', at - 1) + 1;

/** Behind the line break of the line. */
function lineEnd(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end < 0 ? source.length : end + 1;
}

const QUIET = 'hint';
const STRENGTH = ['hint', 'information', 'warning', 'error'];

function isBetter(
  before: readonly Finding[],
  target: Finding,
  after: readonly Finding[],
  edits: readonly TextEdit[],
): boolean {
  const { start, end } = target.span;
  const free = before.filter((f) => f.rule !== target.rule || f.span.start !== start || f.span.end !== end);
  // Each finding that is left must be one that was there before, and no stronger.
  for (const f of after) {
    const i = free.findIndex((b) => b.rule === f.rule && STRENGTH.indexOf(b.severity) >= STRENGTH.indexOf(f.severity));
    if (i >= 0) free.splice(i, 1);
    else if (f.severity !== QUIET || f.rule === target.rule) return false;
  }
  // What the edits do not touch must not be hidden by them: "at a person's request" would excuse its neighbours too.
  return free.every(
    (f) =>
      f.family !== 'duty' ||
      f.severity === QUIET ||
      f.evidence.duty.some((d) => edits.some((e) => overlaps(e.span, d.span))),
  );
}
