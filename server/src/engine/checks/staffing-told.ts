import type { Actor } from '../reading/readable';
import type { ReadSentence } from '../reading/read';
import type { Span } from '../text/span';
import { peerConcerned, stretchesOf, type Range } from './concern';
import type { FigureRead } from './figures';
import { mark } from './marked';
import { comesTo } from './ratio';
import { spanIn, type CheckedDraft, type Passage } from './passage';
import { staffingIn, type Amount, type Staffing } from './staffing';
import { fteApart, peopleApart, staffingAcross, staffingInRows } from './staffing-tables';
import { clausesAround, isStated } from './terms';

/** A number and the place that gives it. */
export interface NumberTold {
  readonly amount: Amount;
  readonly span: Span;
}

/** People served and FTE in peer roles that belong together, and where the draft says so. */
export interface StaffingTold {
  readonly how: Staffing['how'];
  readonly people: NumberTold;
  /** One for each place that adds to the FTE; none where a single post without figures is meant. */
  readonly ftes: readonly NumberTold[];
  readonly fte: Amount;
  /** Counted by heads: at most so many FTE. */
  readonly heads?: true;
  /** Where a finding stands. */
  readonly passage: Passage;
  readonly sentence: ReadSentence;
  readonly whole: Range;
  readonly parts: readonly Range[];
  readonly actor: Actor | undefined;
  /** False where it is denied, told of the past, or asked. */
  readonly said: boolean;
}

/** Reads a draft for the people it serves and the peers who serve them: in sentences, in rows, and apart from each other. */
export function readStaffing(checked: CheckedDraft): StaffingTold[] {
  const together = [
    ...checked.passages.flatMap((passage) =>
      passage.sentences.flatMap((sentence) =>
        labelledOrStretches(sentence).flatMap((stretch) => inStretch(passage, sentence, stretch)),
      ),
    ),
    ...checked.draft.tables.flatMap((table, index) => staffingInRows(checked, table, index)),
  ];
  return together.length > 0 ? together : staffingAcross(checked);
}

function inStretch(passage: Passage, sentence: ReadSentence, stretch: Range): StaffingTold[] {
  const staffing = staffingIn(sentence, stretch);
  if (!staffing) return [];
  const { peopleAt, fteAt, how, people, fte, heads } = staffing;
  const parts = fteAt ? [peopleAt, fteAt] : [peopleAt];
  const actor = concerned(sentence, stretch, parts, passage);
  if (!actor) return [];
  const from = Math.min(...parts.map((p) => p.from));
  const to = Math.max(...parts.map((p) => p.to));
  return [
    {
      how,
      people: { amount: people, span: spanIn(passage, sentence, peopleAt) },
      ftes: fteAt ? [{ amount: fte, span: spanIn(passage, sentence, fteAt) }] : [],
      fte,
      ...(heads && { heads }),
      passage,
      sentence,
      whole: clausesAround(sentence, { from, to }),
      parts,
      actor,
      said: isSaid(sentence, parts),
    },
  ];
}

/** The figures of the draft as data: what belongs together, and what stands alone. */
export function staffingFigures(checked: CheckedDraft, told: readonly StaffingTold[]): FigureRead[] {
  const { source } = checked.draft;
  const figure = (kind: FigureRead['kind'], unit: string, { amount, span }: NumberTold, role?: string): FigureRead => ({
    kind,
    value: amount.low,
    ...(amount.high !== amount.low && { most: amount.high }),
    unit,
    text: source.slice(span.start, span.end),
    span,
    ...(role !== undefined && role !== '' && { role }),
  });
  const ofPeers = (told: NumberTold & { readonly heads?: true }, role: string | undefined): FigureRead =>
    told.heads ? figure('team-size', 'people in peer roles', told, role) : figure('fte', 'FTE', told, role);
  const together = told
    .filter(({ said }) => said)
    .flatMap(({ how, people, ftes, fte, heads, actor }): FigureRead[] => {
      const comes = `${comesTo({ people, fte, ...(heads && { heads }) })}.`;
      if (how === 'ratio') {
        const amount = { low: people.amount.low / fte.high, high: people.amount.high / fte.low };
        return [figure('ratio', 'people for each FTE', { ...people, amount }, actor?.text)];
      }
      const served =
        how === 'each' ? figure('caseload', 'people for each peer', people) : figure('people', 'people', people);
      return [
        { ...served, comesTo: comes },
        ...ftes.map((f) => ofPeers({ ...f, ...(heads && { heads }) }, actor?.text)),
      ];
    });
  const apart = [
    ...peopleApart(checked).map((p) => figure('people', 'people', p)),
    ...fteApart(checked).map((f) => ofPeers(f, f.role)),
  ];
  return [...together, ...apart];
}

/** "Peer mentors: 1.5 FTE; people supported: 90": entries of one line belong together. */
function labelledOrStretches(s: ReadSentence): Range[] {
  const { tokens } = s.sentence;
  const labels = tokens.filter((t) => t.lower === ':').length;
  return labels >= 2 && tokens.some((t) => t.lower === ';') ? [{ from: 0, to: tokens.length }] : stretchesOf(s);
}

/** A peer role that is named in the stretch, in words like "peer staffing", or around it. */
function concerned(s: ReadSentence, stretch: Range, parts: readonly Range[], passage: Passage): Actor | undefined {
  const text = mark(s, stretch).text;
  if (text.includes('@peer')) return peerConcerned(s, stretch, parts, true, passage);
  if (/\bpeers?\b/.test(text))
    return { kind: 'peer', text: 'peer', span: spanOfWord(s, stretch), origin: 'subject', negated: false };
  return text.includes('@other') ? undefined : peerConcerned(s, stretch, parts, false, passage);
}

function spanOfWord(s: ReadSentence, { from, to }: Range): Actor['span'] {
  const token = s.sentence.tokens.slice(from, to).find((t) => t.lower.startsWith('peer'))!;
  return { start: s.offset + token.start, end: s.offset + token.end };
}

/** A limit that is too high is as good as a figure: "shall not exceed 55". */
function isSaid(s: ReadSentence, parts: readonly Range[]): boolean {
  if (isStated(s, parts)) return true;
  const text = s.sentence.tokens.map((t) => t.lower).join(' ');
  return (
    /\b(?:not|never) (?:\w+ )?(?:exceed|go (?:above|over|beyond)|rise above|be (?:more|greater|higher) than)\b|\bno (?:more|fewer|less) than\b/.test(
      text,
    ) && s.read(parts[0]!.from, parts[0]!.to).mode.mode === 'forbidden'
  );
}
