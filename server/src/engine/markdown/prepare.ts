import { INVISIBLE } from '../text/normal';

/**
 * Deepest column (code units) at which a quote or list marker still nests. Every level takes a column or more, so this
 * bounds the nesting too; the parser's work grows with the square of it.
 */
export const MAX_MARKER_COLUMN = 100;

/** Quoted lines in a row that keep their `>`: the parser's work grows with the square of them. */
export const MAX_QUOTED_RUN = 2_000;

const ODD = /[^\n\t\x20-\x7e]/;
const ODD_SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const OTHER_BREAKS = /[\r\u000b\f\u0085\u2028\u2029]/g;
const LEADING_INVISIBLE = new RegExp(`^[ \\t]*[${INVISIBLE}][ \\t${INVISIBLE}]*`, 'gm');
const anyInvisible = new RegExp(`[${INVISIBLE}]`, 'g');
const MARKER = /[ \t]+|>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\]\s[]{1,80}\]:/y;
const QUOTED = /^[ \t]*>/;
const EMPTY_QUOTE = /^[ \t>]*$/;

/**
 * The source as the Markdown parser gets it, of the same length: without the front matter (up to `bodyStart`), with every
 * line break a line feed, with pasted odd spaces plain so that they indent and separate like spaces, and with nesting
 * beyond the bounds blanked.
 */
export function prepare(source: string, bodyStart: number): string {
  let text = source.slice(bodyStart);
  if (ODD.test(text)) {
    // A backslash before CRLF is a hard break too; written as two spaces it stays one when CR becomes a space.
    if (text.includes('\r')) text = text.replace(/\\\r\n/g, '  \n').replace(/\r\n/g, ' \n');
    text = text.replace(OTHER_BREAKS, '\n').replace(ODD_SPACES, ' ');
    text = text.replace(LEADING_INVISIBLE, (run) => run.replace(anyInvisible, ' '));
  }
  return source.slice(0, bodyStart).replace(/[^\n]/g, ' ') + bounded(text);
}

/** Blanks markers that nest too deep and quote marks of over-long quotes. */
function bounded(text: string): string {
  let run = 0;
  return text
    .split('\n')
    .map((line) => {
      run = QUOTED.test(line) && !EMPTY_QUOTE.test(line) ? run + 1 : 0;
      const kept = run > MAX_QUOTED_RUN ? line.replace(QUOTED, (mark) => ' '.repeat(mark.length)) : line;
      const lead = leadingMarkers(kept);
      if (lead <= MAX_MARKER_COLUMN) return kept;
      return kept.slice(0, MAX_MARKER_COLUMN) + ' '.repeat(lead - MAX_MARKER_COLUMN) + kept.slice(lead);
    })
    .join('\n');
}

/** Length of the indentation, quote marks and list markers that `line` begins with. */
function leadingMarkers(line: string): number {
  let end = 0;
  for (MARKER.lastIndex = 0; MARKER.test(line);) end = MARKER.lastIndex;
  return end;
}
