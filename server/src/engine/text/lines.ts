import type { Span } from './span';

/** A place in a text as editors count it: line from 0, character in UTF-16 code units from the start of that line. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

const LF = 10;
const CR = 13;

/** Converts between offsets (UTF-16 code units from 0) and positions. Lines end with LF, CR or CRLF, as in LSP. */
export class LineIndex {
  /** Offset of each line's first character. */
  private readonly starts: readonly number[];

  constructor(private readonly text: string) {
    const starts = [0];
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === LF || (code === CR && text.charCodeAt(i + 1) !== LF)) starts.push(i + 1);
    }
    this.starts = starts;
  }

  /** At least 1: the empty text has one empty line. */
  get lineCount(): number {
    return this.starts.length;
  }

  /** The line's text range without its line break; lines out of range are clamped. */
  lineSpan(line: number): Span {
    const at = clamp(line, 0, this.starts.length - 1);
    const start = this.starts[at] ?? 0;
    let end = this.starts[at + 1] ?? this.text.length;
    while (end > start && isBreak(this.text.charCodeAt(end - 1))) end--;
    return { start, end };
  }

  /** The position of an offset. Offsets outside of the text, or inside of a line break, move to the nearest place before. */
  positionAt(offset: number): Position {
    const at = clamp(offset, 0, this.text.length);
    const line = this.lineOf(at);
    const span = this.lineSpan(line);
    return { line, character: Math.min(at, span.end) - span.start };
  }

  /** The offset of a position. A character beyond the line's end means the line's end; lines are clamped likewise. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    if (position.line >= this.starts.length) return this.text.length;
    const span = this.lineSpan(position.line);
    return span.start + clamp(position.character, 0, span.end - span.start);
  }

  private lineOf(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

const isBreak = (code: number): boolean => code === LF || code === CR;

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);
