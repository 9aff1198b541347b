import type { Tree, TreeCursor } from '@lezer/common';
import type { Span } from '../text/span';

/** A draft's blocks as Markdown sees them, before pasted lists and numbered clauses are told apart. Spans cover markup. */
export type Flow = readonly FlowNode[];

export type FlowNode = HeadingNode | TextNode | ListNode | QuoteNode | NoteNode | TableNode | GapNode;

export interface HeadingNode extends Span {
  readonly type: 'heading';
  /** 1 to 6. */
  readonly level: number;
}

/** A paragraph, or the text of a list item. */
export interface TextNode extends Span {
  readonly type: 'text';
}

export interface ListNode extends Span {
  readonly type: 'list';
  readonly items: readonly ListItem[];
}

export interface ListItem extends Span {
  /** As written: "-", "3.", "1)". */
  readonly mark: string;
  readonly flow: Flow;
}

export interface QuoteNode extends Span {
  readonly type: 'quote';
  readonly flow: Flow;
}

/** A footnote's definition. */
export interface NoteNode extends Span {
  readonly type: 'note';
  readonly label: string;
  readonly flow: Flow;
}

export interface TableNode extends Span {
  readonly type: 'table';
  /** Head row first. A row's cells from the left; empty cells are empty spans. */
  readonly rows: readonly (readonly Span[])[];
}

/** Something that is not prose and parts what is before from what follows: code, HTML, a rule. */
export interface GapNode extends Span {
  readonly type: 'gap';
}

/** `prose` is the masked text of the source that `tree` was made from. */
export function readFlow(tree: Tree, source: string, prose: string): Flow {
  return new FlowReader(source, prose).children(tree.cursor());
}

/** A setext underline below more than this is taken for a rule below a paragraph. */
const MAX_SETEXT_HEADING = 120;

class FlowReader {
  constructor(
    private readonly source: string,
    private readonly prose: string,
  ) {}

  children(cursor: TreeCursor): Flow {
    const nodes: FlowNode[] = [];
    if (!cursor.firstChild()) return nodes;
    do this.add(nodes, cursor);
    while (cursor.nextSibling());
    cursor.parent();
    return nodes;
  }

  private add(nodes: FlowNode[], cursor: TreeCursor): void {
    const { name, from: start, to: end } = cursor;
    const heading = /^(ATX|Setext)Heading(\d)$/.exec(name);
    if (heading) this.addHeading(nodes, start, end, Number(heading[2]), heading[1] === 'Setext');
    else if (name === 'Paragraph' || name === 'Task') this.addText(nodes, start, end);
    else if (name === 'BulletList' || name === 'OrderedList')
      nodes.push({ type: 'list', start, end, items: this.items(cursor) });
    else if (name === 'Blockquote') nodes.push({ type: 'quote', start, end, flow: this.children(cursor) });
    else if (name === 'Footnote')
      nodes.push({ type: 'note', start, end, label: this.noteLabel(start), flow: this.children(cursor) });
    else if (name === 'Table') nodes.push({ type: 'table', start, end, rows: this.rows(cursor) });
    else if (name === 'CommentBlock') {
      if (/\S/.test(this.prose.slice(start, end))) this.addText(nodes, start, end);
    } else if (!/Mark$|^LinkReference$|^TaskMarker$/.test(name)) nodes.push({ type: 'gap', start, end });
  }

  private addHeading(nodes: FlowNode[], start: number, end: number, level: number, setext: boolean): void {
    const text = this.prose.slice(start, end).trim();
    if (setext && (text.length > MAX_SETEXT_HEADING || /[.;,]["')]?$/.test(text) || text.includes('\n'))) {
      nodes.push({ type: 'text', start, end }, { type: 'gap', start: end, end });
    } else nodes.push({ type: 'heading', start, end, level });
  }

  /** A comment line with prose after it is a block of its own to the parser, but not to whoever reads the page. */
  private addText(nodes: FlowNode[], start: number, end: number): void {
    const before = nodes[nodes.length - 1];
    const parted = before?.type === 'text' ? this.source.slice(before.end, start) : '';
    const joins = /^[ \t>]*\n[ \t>]*$/.test(parted);
    if (joins && before) nodes[nodes.length - 1] = { type: 'text', start: before.start, end };
    else nodes.push({ type: 'text', start, end });
  }

  private items(cursor: TreeCursor): readonly ListItem[] {
    const items: ListItem[] = [];
    if (!cursor.firstChild()) return items;
    do {
      if (cursor.name !== 'ListItem') continue;
      const { from: start, to: end } = cursor;
      const sign = cursor.node.getChild('ListMark');
      const mark = sign ? this.source.slice(sign.from, sign.to) : '';
      items.push({ start, end, mark, flow: this.children(cursor) });
    } while (cursor.nextSibling());
    cursor.parent();
    return items;
  }

  private noteLabel(start: number): string {
    return /\[\^([^\]]*)\]/.exec(this.source.slice(start, start + 90))?.[1] ?? '';
  }

  private rows(cursor: TreeCursor): readonly (readonly Span[])[] {
    const rows: (readonly Span[])[] = [];
    if (!cursor.firstChild()) return rows;
    do {
      if (cursor.name === 'TableHeader' || cursor.name === 'TableRow') rows.push(this.cells(cursor));
    } while (cursor.nextSibling());
    cursor.parent();
    const columns = rows[0]?.length ?? 0;
    return rows.map((row) => padded(row, columns));
  }

  private cells(cursor: TreeCursor): readonly Span[] {
    const cells: Span[] = [];
    let cell: Span | undefined;
    let at = cursor.from;
    let leading = true;
    if (!cursor.firstChild()) return cells;
    do {
      if (cursor.name === 'TableCell') cell = { start: cursor.from, end: cursor.to };
      if (cursor.name === 'TableDelimiter') {
        if (cell || !leading) cells.push(cell ?? { start: at, end: at });
        cell = undefined;
        leading = false;
        at = cursor.to;
      }
    } while (cursor.nextSibling());
    cursor.parent();
    if (cell) cells.push(cell);
    return cells;
  }
}

/** Rows are filled up to the head's columns only below this: a wide head over many short rows would fill the memory. */
const MAX_FILLED_COLUMNS = 64;

/** The row with empty cells added up to `columns`. */
function padded(row: readonly Span[], columns: number): readonly Span[] {
  const end = row[row.length - 1]?.end ?? 0;
  const missing = Array.from({ length: columns > MAX_FILLED_COLUMNS ? 0 : Math.max(columns - row.length, 0) }, () => ({
    start: end,
    end,
  }));
  return [...row, ...missing];
}
