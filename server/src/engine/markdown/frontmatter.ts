import type { Span } from '../text/span';
import type { FrontMatterEntry } from './draft';

export interface FrontMatter {
  readonly entries: readonly FrontMatterEntry[];
  /** From the opening `---` to the end of the closing line, without its line break. */
  readonly span: Span;
}

const LINE = /([^\r\n]*)(\r\n|\r|\n|$)/y;
const OPENING = /^\ufeff?---[ \t]*$/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/;
const KEY = /^(["']?)([\p{L}\p{N}_][\p{L}\p{N}_ .-]{0,80}?)\1[ \t]*:(?=[ \t]|$)/u;
const LIST_ITEM = /^[ \t]*-[ \t]+/;
/** A front matter is a handful of lines; beyond this a `---` at the start is a rule that some other rule follows. */
const MAX_LINES = 500;

interface Line {
  readonly text: string;
  readonly start: number;
}

/** Reads a YAML front matter at the very start of a source (a byte order mark may precede it). Never throws. */
export function readFrontMatter(source: string): FrontMatter | undefined {
  const lines = headLines(source);
  const first = lines[0];
  if (first === undefined || !OPENING.test(first.text)) return undefined;
  const close = lines.findIndex((line, i) => i > 0 && CLOSING.test(line.text));
  const last = lines[close];
  if (last === undefined) return undefined;
  const start = first.text.startsWith('\ufeff') ? 1 : 0;
  return { entries: readEntries(lines.slice(1, close)), span: { start, end: last.start + last.text.length } };
}

function headLines(source: string): readonly Line[] {
  if (!source.startsWith('---') && !source.startsWith('\ufeff---')) return [];
  const lines: Line[] = [];
  LINE.lastIndex = 0;
  while (lines.length < MAX_LINES) {
    const start = LINE.lastIndex;
    const match = LINE.exec(source);
    if (match === null) break;
    lines.push({ text: match[1] ?? '', start });
    if (match[2] === '') break;
  }
  return lines;
}

function readEntries(lines: readonly Line[]): readonly FrontMatterEntry[] {
  const entries: FrontMatterEntry[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    const key = line && KEY.exec(line.text);
    if (!line || !key) continue;
    const name = key[2] ?? '';
    const keyStart = line.start + (key[1]?.length ?? 0);
    const keySpan = { start: keyStart, end: keyStart + name.length };
    const own = scalar(line, key[0].length);
    const items = own.value === '' ? listBelow(lines, i + 1) : [];
    const head = items[0];
    const tail = items[items.length - 1];
    entries.push(
      head && tail
        ? {
            key: name,
            value: items.map((item) => item.value).join(', '),
            keySpan,
            valueSpan: { start: head.span.start, end: tail.span.end },
          }
        : { key: name, value: own.value, keySpan, valueSpan: own.span },
    );
  }
  return entries;
}

interface Scalar {
  readonly value: string;
  readonly span: Span;
}

/** The scalar (or flow list) that stands in `line` from the character `from` on; its span lies inside of any quotes. */
function scalar(line: Line, from: number): Scalar {
  const rest = line.text.slice(from);
  const lead = rest.length - rest.trimStart().length;
  const body = rest.trim();
  const start = line.start + from + lead;
  const quoted = /^(["'])(.*?)\1[ \t]*(?:#.*)?$/.exec(body);
  if (quoted) return { value: quoted[2] ?? '', span: { start: start + 1, end: start + 1 + (quoted[2] ?? '').length } };
  const bare = body.startsWith('#') ? '' : body.replace(/[ \t]+#.*$/, '').trimEnd();
  const list = /^\[(.*)\]$/.exec(bare);
  const value = list ? (list[1] ?? '').split(',').map(unquote).filter(Boolean).join(', ') : bare;
  return { value, span: { start, end: start + bare.length } };
}

function unquote(text: string): string {
  const trimmed = text.trim();
  return /^(["']).*\1$/.test(trimmed) && trimmed.length > 1 ? trimmed.slice(1, -1) : trimmed;
}

function listBelow(lines: readonly Line[], from: number): readonly Scalar[] {
  const items: Scalar[] = [];
  for (let i = from; i < lines.length; i++) {
    const line = lines[i];
    const dash = line && LIST_ITEM.exec(line.text);
    if (!line || !dash) break;
    items.push(scalar(line, dash[0].length));
  }
  return items;
}
