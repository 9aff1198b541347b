/*
 * The memo as blocks: written once, and rendered as Markdown and as HTML. All text is plain; nothing in it is ever read as
 * markup, whatever a draft may hold.
 */

/** A piece of a line; `title`: the title of a paper. */
export type Run = string | { readonly strong: string } | { readonly title: string } | Bar;

/** One character for each thing counted; where there are many, the bar is shortened, and its number says how many. */
export interface Bar {
  readonly bar: { readonly full: number; readonly light: number };
}

export type Line = readonly Run[];

/** How a cell of the matrix is tinted, beside what its words say. */
export type Tone = 'crossed' | 'open' | 'quiet';

export interface Cell {
  readonly line: Line;
  readonly tone?: Tone;
}

export interface Table {
  readonly kind: 'table';
  /** What the table shows, for those who cannot see where it stands. */
  readonly caption: string;
  readonly head: readonly string[];
  /** The first cell of each row is the head of its row. */
  readonly rows: readonly (readonly Cell[])[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly line: Line; readonly lead?: boolean }
  /** Words of a draft. */
  | { readonly kind: 'quotation'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Line[] }
  | Table;

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
export const paragraph = (...line: Line): Block => ({ kind: 'paragraph', line });
/** The paragraph that says the most. */
export const lead = (...line: Line): Block => ({ kind: 'paragraph', line, lead: true });
export const quotation = (text: string): Block => ({ kind: 'quotation', text });
/** Nothing for no items. */
export const list = (items: readonly Line[]): Block[] => (items.length === 0 ? [] : [{ kind: 'list', items }]);
export const table = (
  caption: string,
  head: readonly string[],
  rows: readonly (readonly (Cell | string)[])[],
): Block => ({
  kind: 'table',
  caption,
  head,
  rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? { line: [cell] } : cell))),
});
export const strong = (text: string): Run => ({ strong: text });
export const title = (text: string): Run => ({ title: text });

const LONGEST_BAR = 24; // characters

/** The bar as text: a full character for what the text says, a light one for what it leaves open. */
export function barText({ bar: { full, light } }: Bar): string {
  const scale = Math.min(1, LONGEST_BAR / Math.max(1, full + light));
  const length = (n: number): number => (n === 0 ? 0 : Math.max(1, Math.round(n * scale)));
  return '█'.repeat(length(full)) + '░'.repeat(length(light));
}
