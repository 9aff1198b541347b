/** A half-open range of a text in UTF-16 code units, counted from 0: `start` is included, `end` is not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const spanOf = (start: number, end: number): Span => ({ start, end });

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** The same range, moved by `by` code units: from block-relative to document offsets, for example. */
export const shift = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });

/** The smallest span that holds all of `spans`; `undefined` for none. */
export function cover(spans: readonly Span[]): Span | undefined {
  if (spans.length === 0) return undefined;
  return {
    start: Math.min(...spans.map((s) => s.start)),
    end: Math.max(...spans.map((s) => s.end)),
  };
}
