import type { Span } from '../text/span';

export type FigureKind =
  'fte' | 'people' | 'caseload' | 'ratio' | 'pay' | 'certification' | 'team-size' | 'supervision';

/** A figure that a draft gives about its peer roles, as data for whoever shows or computes with it. */
export interface FigureRead {
  /**
   * `fte` in peer roles; `people` served; `caseload`, people for each peer; `ratio`, people for each FTE; `pay` an hour;
   * `certification`, the time until; `team-size` of a peer team; `supervision`, a line of it.
   */
  readonly kind: FigureKind;
  /** Of a range its lower end. */
  readonly value: number;
  /** The upper end of a range. */
  readonly most?: number;
  /** What the value counts: "FTE", "people", "people for each FTE", "dollars an hour", "months", "line of supervision". */
  readonly unit: string;
  /** The words that give it, as they stand in the draft. */
  readonly text: string;
  /** Where they stand; document offsets. */
  readonly span: Span;
  /** The role that it is about, as the draft names it. */
  readonly role?: string;
  /** Of `people` and `caseload`, where the draft gives the FTE too: "2.0 FTE for 120 people is 1 to 60." */
  readonly comesTo?: string;
  /** Of `supervision`: whether the supervisor is a peer. */
  readonly byPeer?: boolean;
}

/** In document order; of figures of one kind that overlap, the first. */
export function inOrder(figures: readonly FigureRead[]): FigureRead[] {
  const kept: FigureRead[] = [];
  for (const figure of [...figures].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end))
    if (!kept.some((k) => k.kind === figure.kind && k.span.start < figure.span.end && figure.span.start < k.span.end))
      kept.push(figure);
  return kept;
}
