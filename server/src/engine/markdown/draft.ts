import type { Span } from '../text/span';

/** A piece of prose and where it stands. `text` has exactly the length of the source slice it was taken from. */
export interface Located {
  /**
   * The prose, masked: every character that is not prose (markup, link addresses, code, HTML, quote and list markers
   * of continuation lines, struck-out text) is a space, line breaks are spaces, curly quotes are straight, odd spaces are
   * plain ones. Invisible characters inside of a word are U+00AD, so that it stays one word; a reader skips them. No space
   * at either end.
   * Because masking keeps the length, `start + i` is the document offset of `text[i]`.
   */
  readonly text: string;
  /** Offset of `text[0]` in the document, UTF-16 code units from 0. */
  readonly start: number;
}

export type BlockKind = 'heading' | 'paragraph' | 'list-item' | 'table-cell' | 'footnote';

/** What a block needs from the rest of the draft in order to be read: small, explicit, and comparable for caching. */
export interface BlockContext {
  /**
   * Headings above the block, outermost first (the heading itself is not in its own path). Level 1 to 6, or 7 for a bold
   * line that acts as a heading.
   */
  readonly headings: readonly (Located & { readonly level: number })[];
  /**
   * The prose that introduces the list an item stands in, outermost first: the paragraph (or heading-like bold line)
   * directly before the outermost list, then the text of each parent item. Empty outside of lists.
   */
  readonly leadIns: readonly Located[];
  /** For a cell: its table and place. `row` counts body rows from 0; the head row is -1. */
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number };
  /** Inside a block quote. */
  readonly quoted: boolean;
  /** The label an item or paragraph begins with, without brackets and dots: "3.1", "a", "iv". */
  readonly label?: string;
}

export interface Block extends Located {
  readonly kind: BlockKind;
  readonly context: BlockContext;
}

export interface Table {
  /** Column heads; empty strings where a head cell is empty. */
  readonly head: readonly Located[];
  /** Body rows, each with its cells from the left. */
  readonly rows: readonly (readonly Located[])[];
  readonly span: Span;
}

export interface FrontMatterEntry {
  readonly key: string;
  /** The value as written, without quotes; list items joined by ", ". */
  readonly value: string;
  readonly keySpan: Span;
  readonly valueSpan: Span;
}

/** An HTML comment, wherever it stands: `<!-- text -->`. */
export interface Comment {
  readonly text: string;
  readonly span: Span;
}

/** A footnote's mark in the text (`[^1]`), or its definition (`[^1]: …`). `label` is as written, without `^`. */
export interface FootnotePart {
  readonly label: string;
  /** Of a definition: all of it, its continuation lines included. */
  readonly span: Span;
}

/** A parsed draft: prose in reading order, and what surrounds it. */
export interface Draft {
  readonly source: string;
  readonly frontMatter: readonly FrontMatterEntry[];
  readonly frontMatterSpan?: Span;
  readonly blocks: readonly Block[];
  readonly tables: readonly Table[];
  readonly comments: readonly Comment[];
  /** In reading order. Marks are no prose, so blocks have spaces in their place. */
  readonly footnotes: { readonly marks: readonly FootnotePart[]; readonly definitions: readonly FootnotePart[] };
  /** Ranges that markup holds together: emphasis, links, images, code, addresses. In order of their start; they may nest. */
  readonly wraps: readonly Span[];
  /** Where a paragraph can be added at the end: behind all that is written, but before code or a comment that is left open. */
  readonly end: number;
}
