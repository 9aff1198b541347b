import type { TextEdit } from '../findings/finding';
import type { Block } from '../markdown/draft';
import type { Span } from '../text/span';

/** Markup that may vanish with the words it belongs to, if it stands around them on both sides. */
const EMPHASIS = /[*_~]+/g;
/** Shortest line that text is wrapped to; a hard-wrapped paragraph of shorter lines is a list of its own kind. */
const NARROWEST = 40;

/**
 * Puts words in the place of a span of a block, so that its Markdown stays whole: emphasis that begins or ends within the
 * span goes with it, hard-wrapped text stays wrapped, with the line breaks and the indentation that the block has.
 * Nothing where the span holds markup that would be lost (a link, a footnote, code).
 */
export function replaceIn(block: Block, source: string, span: Span, text: string): TextEdit | undefined {
  const whole = withEmphasis(block, source, span);
  return whole && { span: whole, text: wrap(block, source, whole, text) };
}

function withEmphasis(block: Block, source: string, { start, end }: Span): Span | undefined {
  let hidden = '';
  for (let i = start; i < end; i++) {
    const shown = block.text.charAt(i - block.start);
    const c = source.charAt(i);
    if (shown === ' ' && /\S/.test(c)) hidden += c;
    else hidden += ' ';
  }
  if (/[^\s*_~\\]/.test(hidden)) return undefined;
  const open: string[] = [];
  for (const [run] of hidden.matchAll(EMPHASIS)) {
    if (open.at(-1) === run) open.pop();
    else open.push(run);
  }
  if (open.length === 0) return { start, end };
  if (open.length > 1) return undefined;
  const run = open[0]!;
  // The mark of the words before, or behind.
  if (hidden.startsWith(run)) return withEmphasis(block, source, { start: start + run.length, end });
  if (hidden.endsWith(run)) return withEmphasis(block, source, { start, end: end - run.length });
  if (source.slice(0, start).endsWith(run)) return { start: start - run.length, end };
  if (source.startsWith(run, end)) return { start, end: end + run.length };
  return undefined;
}

/** The line break that a draft has most. */
export const breakOf = (source: string): string => (source.includes('\r\n') ? '\r\n' : '\n');

const linesIn = (block: Block, source: string): string[] =>
  source.slice(block.start, block.start + block.text.length).split(/\r\n|\r|\n/);

/** Whether a block stands on several lines. */
export const isWrapped = (block: Block, source: string): boolean => linesIn(block, source).length > 1;

function wrap(block: Block, source: string, { start, end }: Span, text: string): string {
  const lines = linesIn(block, source);
  if (lines.length < 2) return text;
  const width = Math.max(...lines.map((line) => line.length), NARROWEST);
  const indent = /^[ \t]*/.exec(lines[1]!)![0];
  const lineStart = Math.max(source.lastIndexOf('\n', start - 1), source.lastIndexOf('\r', start - 1)) + 1;
  const tail = /^\S*/.exec(source.slice(end))![0];
  const out: string[] = [];
  let line = '';
  let room = width - (start - lineStart);
  const words = text.trim().split(' ');
  words.forEach((word, i) => {
    const next = line === '' ? word : `${line} ${word}`;
    const length = next.length + (i === words.length - 1 ? tail.length : 0);
    if (length > room && line !== '') {
      out.push(line);
      line = word;
      room = width - indent.length;
    } else line = next;
  });
  out.push(line);
  const lead = text.startsWith(' ') ? ' ' : '';
  return lead + out.join(breakOf(source) + indent) + (text.endsWith(' ') ? ' ' : '');
}

/** The text with edits made. They must not overlap; of those at one place the first stands first. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let at = 0;
  let out = '';
  for (const { span, text: words } of [...edits].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  )) {
    out += text.slice(at, span.start) + words;
    at = span.end;
  }
  return out + text.slice(at);
}
