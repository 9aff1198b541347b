import type { Located } from './draft';
import { follows, isFirst, type Marker, type Reading } from './marker';

/** An item that further items may follow or stand below. */
interface Open {
  readonly marker: Marker;
  readonly reading: Reading;
  readonly indent: number;
  readonly leadIns: readonly Located[];
  text: Located | undefined;
}

/** The item to place, and what precedes it. */
export interface Candidate {
  readonly marker: Marker;
  /** Column at which the item begins. */
  readonly indent: number;
  /** The paragraph directly before, which leads into a list that begins here. */
  readonly before: Located | undefined;
  /** The paragraph leads in whether or not it sounds like it: it and the item are one block, or the list is a real one. */
  readonly joined: boolean;
}

const LEADS_IN =
  /(?:[:\u2013\u2014]|\b(?:following|includes?|including|will|shall|must|may|should|can|cannot|not|to|are|is|by|who|that|as follows))["')]*$/i;

/** Whether a text sounds as if a list came next: "The nurse shall:". */
export const leadsIn = (text: string): boolean => LEADS_IN.test(text.slice(-40).trimEnd());

/** Bullets that Word and others use below the first level. */
const LOWER_BULLETS = new Set([
  'o',
  '\u25e6',
  '\u25aa',
  '\u25ab',
  '\u25a0',
  '\u25cb',
  '\u2023',
  '\u2013',
  '-',
  '\u00b7',
  '\uf0a7',
]);

/** Keeps the levels of pasted lists and numbered clauses within one flow, and says what leads into each item. */
export class Numbering {
  private open: Open[] = [];

  /** `base` leads into everything in the flow, outermost first. */
  constructor(private base: readonly Located[]) {}

  /** From now on `text` (the list item's own) leads in too. */
  own(text: Located): void {
    this.base = [...this.base, text];
  }

  get top(): Located | undefined {
    return this.open[this.open.length - 1]?.text;
  }

  /** The lead-ins of a paragraph that, by its indentation, goes on with the item before it. */
  continued(indent: number): readonly Located[] | undefined {
    const top = this.open[this.open.length - 1];
    return top && indent >= top.indent + 2 ? top.leadIns : undefined;
  }

  close(): void {
    this.open = [];
  }

  /** Opens a level for the item; the lead-ins are those of the item. Its text is given by `say` afterwards. */
  place(item: Candidate): readonly Located[] {
    const { marker, indent } = item;
    const known = this.find(marker, indent);
    const reading = known?.reading ?? marker.readings.find((r) => isFirst(r.value)) ?? marker.readings[0];
    if (!reading) return this.base;
    const leadIns = known ? this.sibling(known.index) : this.below(item, reading);
    this.open.push({ marker, reading, indent, leadIns, text: undefined });
    return leadIns;
  }

  /** The text of the item placed last. */
  say(text: Located): void {
    const top = this.open[this.open.length - 1];
    if (top) top.text = text;
  }

  private sibling(index: number): readonly Located[] {
    const leadIns = this.open[index]?.leadIns ?? this.base;
    this.open.length = index;
    return leadIns;
  }

  /** The open level that the marker goes on with, if any. */
  private find(marker: Marker, indent: number): { readonly index: number; readonly reading: Reading } | undefined {
    const levels = this.open.map((level, index) => ({ level, index })).reverse();
    if (marker.kind === 'bullet') {
      const [reading] = marker.readings;
      const found = levels.find(({ level }) => level.reading.style === reading?.style && level.indent <= indent + 1);
      const nested = found && found.index === this.open.length - 1 && indent > found.level.indent + 1;
      return found && reading && !nested ? { index: found.index, reading } : undefined;
    }
    const fits = (next: (value: readonly number[], own: readonly number[]) => boolean) => {
      for (const { level, index } of levels) {
        const reading = marker.readings.find(
          (r) => r.style === level.reading.style && next(level.reading.value, r.value),
        );
        if (reading) return { index, reading };
      }
      return undefined;
    };
    const next = fits(follows);
    if (next) return next;
    // A numbering that begins anew stands below what it is indented from, even if one of its style is open further out.
    const begins = marker.readings.find((r) => isFirst(r.value));
    const top = this.open[this.open.length - 1];
    const isNew =
      !levels.some(({ level }) => level.reading.style === begins?.style) || (top && indent > top.indent + 1);
    return begins && isNew ? undefined : fits(() => true);
  }

  /** Lead-ins of an item that opens a new level. */
  private below(item: Candidate, reading: Reading): readonly Located[] {
    const top = this.open[this.open.length - 1];
    if (!top) {
      const { before } = item;
      return before && (item.joined || leadsIn(before.text)) ? [...this.base, before] : this.base;
    }
    if (this.isBelow(item, reading, top)) return top.text ? [...top.leadIns, top.text] : top.leadIns;
    if (item.marker.kind === 'bullet') {
      this.open.pop();
      return top.leadIns;
    }
    if (item.marker.kind === 'clause' && top.marker.kind === 'clause' && isFirst(reading.value.slice(-1)))
      return top.leadIns;
    this.open = [];
    return this.base;
  }

  private isBelow({ marker, indent }: Candidate, reading: Reading, top: Open): boolean {
    if (indent > top.indent + 1 || (top.text && leadsIn(top.text.text))) return true;
    if (marker.kind === 'clause') return false;
    // Bullets below a clause belong to it; bullets after a real numbered list are another list.
    if (top.marker.kind !== 'bullet') return marker.kind === 'bullet' ? !top.marker.sure : isFirst(reading.value);
    return marker.kind === 'bullet' && LOWER_BULLETS.has(reading.style) && !LOWER_BULLETS.has(top.reading.style);
  }
}
