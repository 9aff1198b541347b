import type { Span } from '../text/span';
import type { Mask } from './mask';
import { readMarker, type Marker } from './marker';

/** A line of a text node, without its indentation and markup. */
export interface PastedLine extends Span {
  /** Column at which the line, with its markup, begins: code units from 0; 0 in table cells and after a `<br>`. */
  readonly indent: number;
  /** What the line begins with, if that were a marker. */
  readonly marker?: Marker;
  /** Offset of the strong emphasis that covers the whole line; -1 if none does. */
  readonly bold: number;
  /** Begins after a `<br>`; 2 if after two of them in a row, which part paragraphs. */
  readonly breaks: 0 | 1 | 2;
}

/** The lines of [start, end) that hold prose. Lines also end at `<br>`. */
export function readLines(mask: Mask, { start, end }: Span, inCell: boolean): readonly PastedLine[] {
  const { text, prepared } = mask;
  const lines: PastedLine[] = [];
  let lineStart = inCell || start === 0 ? start : text.lastIndexOf('\n', start - 1) + 1;
  let breaks: 0 | 1 | 2 = 0;
  let tag = firstFrom(mask.breaks, start);

  const add = (from: number, to: number): boolean => {
    const first = Math.min(skip(BLANKS, text, from), to);
    let last = to;
    while (last > first && text.charCodeAt(last - 1) === SPACE) last--;
    if (first === last) return false;
    const marker = readMarker(text, first, end);
    const indent = inCell || breaks > 0 ? 0 : skip(INDENTATION, prepared, from) - lineStart;
    lines.push({ start: first, end: last, indent, bold: boldAt(mask, first, last), breaks, ...(marker && { marker }) });
    return true;
  };

  for (let at = start; at < end;) {
    const feed = text.indexOf('\n', at);
    const lineEnd = feed < 0 || feed > end ? end : feed;
    const next = mask.breaks[tag];
    if (next && next.start < lineEnd) {
      breaks = !add(at, next.start) && breaks > 0 ? 2 : 1;
      at = next.end;
      tag++;
    } else {
      const held = add(at, lineEnd);
      if (held) breaks = 0;
      at = lineEnd + 1;
      lineStart = at;
    }
  }
  return lines;
}

const SPACE = 32;
const BLANKS = / */y;
const INDENTATION = /[ \t>]*/y;

/** The end of what `pattern`, which may be empty, matches at `from`. */
function skip(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  pattern.test(text);
  return pattern.lastIndex;
}

/** Index of the first span that starts at or after `offset`. */
function firstFrom(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Punctuation that may stand behind the emphasis: `**Duties**:`. */
const TRAILING = /[:.?! ]/;

function boldAt(mask: Mask, start: number, end: number): number {
  let last = end;
  while (last > start && TRAILING.test(mask.text.charAt(last - 1))) last--;
  const index = firstFrom(mask.strong, start) - 1;
  // Strong emphasis within strong emphasis begins later and ends earlier: one step back finds the outer one.
  for (const span of [mask.strong[index], mask.strong[index - 1]]) {
    if (span && span.end >= last && last > start) return span.start;
  }
  return -1;
}
