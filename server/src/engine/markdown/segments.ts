import type { Span } from '../text/span';
import type { Mask } from './mask';
import { follows, isFirst, type Marker, type Reading } from './marker';
import type { PastedLine } from './pasted-lines';

/** Lines that read as one: a paragraph, a heading-like bold line, or an item of a pasted list. */
export interface Segment extends Span {
  readonly kind: 'text' | 'bold' | 'item';
  /** Column at which the segment, with its marker, begins. */
  readonly indent: number;
  /** Of items, and of bold lines with a label; `start` is behind it. */
  readonly marker?: Marker;
}

/** What a text node's neighbours tell about its first line. */
export interface Surroundings {
  /** The prose of the block before, if it is directly before. */
  readonly before: string | undefined;
  /** Whether other paragraphs of the section begin with markers that make this one credible. */
  hasCompany(marker: Marker): boolean;
  /** A cell of a table, where a `<br>` parts entries. */
  readonly inCell: boolean;
  /** At the top of the draft or of a quote: bold lines act as headings, and "A." may begin a clause. */
  readonly top: boolean;
}

const AWAITS_ITEM = /[:;]["')]?$|;\s*(?:and|or|and\/or)$/;

/** Whether an item may be expected to follow this text: it ends with a colon, a semicolon, or "; and". */
export const awaitsItem = (text: string): boolean => AWAITS_ITEM.test(text.slice(-20).trimEnd());

/** Groups a text node's lines. */
export function segmentsOf(lines: readonly PastedLine[], mask: Mask, around: Surroundings): readonly Segment[] {
  return new Segmenter(lines, mask.text, around).segments();
}

class Segmenter {
  private readonly found: Segment[] = [];
  /** The last accepted values, by `keysOf`. */
  private readonly last = new Map<string, readonly number[]>();

  constructor(
    private readonly lines: readonly PastedLine[],
    private readonly text: string,
    private readonly around: Surroundings,
  ) {}

  segments(): readonly Segment[] {
    for (let i = 0; i < this.lines.length;) {
      const line = this.lines[i];
      if (!line) break;
      const bold = this.boldEnd(i);
      if (bold > i) {
        const marker =
          line.marker && line.marker.kind !== 'bullet' && this.accepts(line.marker, i) ? line.marker : undefined;
        this.push('bold', line, marker, this.lines[bold - 1]?.end ?? line.end);
        i = bold;
        continue;
      }
      if (line.marker && this.accepts(line.marker, i)) {
        this.note(line.marker, line.indent);
        this.push('item', line, line.marker, line.end);
      } else if (this.isStart(i) || this.isEntry(i)) this.push('text', line, undefined, line.end);
      else this.extend(line.end);
      i++;
    }
    return this.found;
  }

  private push(kind: Segment['kind'], line: PastedLine, marker: Marker | undefined, end: number): void {
    this.found.push({ kind, start: marker?.end ?? line.start, end, indent: line.indent, ...(marker && { marker }) });
  }

  private extend(end: number): void {
    const last = this.found.pop();
    if (last) this.found.push({ ...last, end });
  }

  /** Whether line `i` begins a paragraph. */
  private isStart(i: number): boolean {
    return i === 0 || this.lines[i]?.breaks === 2 || this.found[this.found.length - 1]?.kind === 'bold';
  }

  private textOf(i: number): string {
    const line = this.lines[i];
    return line ? this.text.slice(line.start, line.end) : '';
  }

  private accepts(marker: Marker, i: number): boolean {
    if (marker.sure) return true;
    const start = this.isStart(i);
    const before = i > 0 ? this.textOf(i - 1) : this.around.before;
    if (before !== undefined && awaitsItem(before)) return true;
    if (marker.kind === 'bullet') return this.isRepeated(marker) || (start && this.around.hasCompany(marker));
    if (!start) return marker.readings.some((reading) => this.continues(reading, i));
    if (!isInitial(marker)) return true;
    return (this.around.top && marker.readings.some((r) => isFirst(r.value))) || this.around.hasCompany(marker);
  }

  private note({ readings }: Marker, indent: number): void {
    const goesOn = readings.find((reading) => this.goesOn(reading, indent));
    const reading = goesOn ?? readings.find(({ value }) => isFirst(value)) ?? readings[0];
    if (!reading) return;
    for (const key of keysOf(reading, indent)) this.last.set(key, reading.value);
  }

  private goesOn(reading: Reading, indent: number): boolean {
    return keysOf(reading, indent).some((key) => {
      const last = this.last.get(key);
      return last !== undefined && follows(last, reading.value);
    });
  }

  /** Whether a marker within a paragraph goes on with a numbering, or begins one that goes on below. */
  private continues(reading: Reading, i: number): boolean {
    const { style, value } = reading;
    if (this.goesOn(reading, this.lines[i]?.indent ?? 0)) return true;
    if (!isFirst(value)) return false;
    return this.lines.slice(i + 1, i + 1 + MAX_LOOKAHEAD).some((line) => nextIn(line.marker, style, value));
  }

  private isRepeated({ readings }: Marker): boolean {
    const style = readings[0]?.style;
    this.bullets ??= countBullets(this.lines);
    if ((this.bullets.get(style ?? '') ?? 0) > 1) return true;
    // Word's second level: a line that begins with a lone "o" among bullets is no wrapped text.
    return style === 'o' && this.lines.some((line) => line.marker?.sure);
  }
  private bullets: ReadonlyMap<string, number> | undefined;

  /** In a cell, a line after `<br>` that begins like a new entry: "Administers meds<br>Runs groups". */
  private isEntry(i: number): boolean {
    if (!this.around.inCell || this.lines[i]?.breaks === 0) return false;
    const before = this.textOf(i - 1);
    const own = this.textOf(i);
    if (/[.;:!?]$/.test(before)) return true;
    return /^\p{Lu}/u.test(own) && / /.test(own) && / /.test(before) && !RUNS_ON.test(before);
  }

  /** The end (line index) of the heading-like bold lines that begin at `i`; `i` if there are none. */
  private boldEnd(i: number): number {
    const bold = this.lines[i]?.bold ?? -1;
    if (bold < 0 || !this.around.top) return i;
    if (!this.isStart(i) && !/[.:;!?]["')]?$/.test(this.textOf(i - 1))) return i;
    let end = i + 1;
    while (this.lines[end]?.bold === bold) end++;
    const text = this.text.slice(this.lines[i]?.start, this.lines[end - 1]?.end);
    if (isSentence(text) || /^\p{Ll}/u.test(this.textOf(end))) return i;
    return end;
  }
}

/** By style, and by style and column: an inner list may number like an outer one. Clauses of all depths go on together. */
const keysOf = ({ style }: Reading, indent: number): readonly string[] =>
  style.startsWith('clause') ? ['clause', style] : [style, `${style}@${indent}`];

/** Words that no entry ends with. */
const RUNS_ON = /\b(?:a|an|the|and|or|of|to|for|by|in|on|at|as|with|from)$|[&,/]$/i;
const MAX_LOOKAHEAD = 40;

const nextIn = (marker: Marker | undefined, style: string, value: readonly number[]): boolean =>
  marker?.readings.some((r) => r.style === style && r.value.length === value.length && follows(value, r.value)) ??
  false;

function countBullets(lines: readonly PastedLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { marker } of lines) {
    const style = marker?.kind === 'bullet' ? marker.readings[0]?.style : undefined;
    if (style !== undefined) counts.set(style, (counts.get(style) ?? 0) + 1);
  }
  return counts;
}

/** "T. Vandermolen recalled": a single letter with a dot may be a name; "iv." is none. */
export const isInitial = (marker: Marker): boolean =>
  marker.label?.length === 1 &&
  marker.readings.some(({ style }) => style === 'A.' || style === 'a.' || style === 'i.' || style === 'I.');

const MAX_BOLD_HEADING_WORDS = 16;
const MAX_QUESTION_WORDS = 40;
/** A statement needs a verb, and these come with most; "Required Personnel; Functions." has none. */
const VERB = /\b(?:is|are|was|were|has|have|do|does|did|shall|must|will|may|can|cannot|should|not|never)\b|n't\b/i;

/** Whether bold text is an emphasized statement rather than a heading. */
function isSentence(text: string): boolean {
  const words = text.trim().split(/\s+/).length;
  if (words > (text.endsWith('?') ? MAX_QUESTION_WORDS : MAX_BOLD_HEADING_WORDS) || /[,;]$/.test(text)) return true;
  return /[.!]["')]?$/.test(text) && words > 3 && (words > 8 || VERB.test(text));
}
