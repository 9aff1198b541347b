import type { Position, Range } from 'vscode-languageserver';
import type { LineIndex } from '../engine/text/lines';
import type { Span } from '../engine/text/span';

/*
 * The one place where document offsets become positions of the protocol, and back. Both count UTF-16 code units, so a
 * character beyond the basic plane (an emoji) is two of them on either side.
 */

export const START_OF_DOCUMENT: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export const toRange = (span: Span, lines: LineIndex): Range => ({
  start: lines.positionAt(span.start),
  end: lines.positionAt(span.end),
});

export const toOffset = (position: Position, lines: LineIndex): number => lines.offsetAt(position);

export const toSpan = (range: Range, lines: LineIndex): Span => ({
  start: lines.offsetAt(range.start),
  end: lines.offsetAt(range.end),
});

/** The line that an offset is on, counted from 1, for people. */
export const lineNumber = (offset: number, lines: LineIndex): number => lines.positionAt(offset).line + 1;
