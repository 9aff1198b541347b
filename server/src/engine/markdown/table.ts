import type { BlockContext, Element, LeafBlock, LeafBlockParser, Line, MarkdownConfig } from '@lezer/markdown';

// GFM tables as in @lezer/markdown, with two differences: white space after the delimiter row is allowed (a CR is such
// white space), and no test goes back over a long run of white space.

const PIPE = 124;
const BACKSLASH = 92;

interface Cell {
  readonly from: number;
  readonly to: number;
}

/** The cells (trimmed, empty ones left out), the pipes, and the number of columns of one row. */
interface Row {
  readonly cells: readonly Cell[];
  readonly pipes: readonly number[];
  readonly columns: number;
}

function readRow(line: string, start: number): Row {
  const cells: Cell[] = [];
  const pipes: number[] = [];
  let columns = 0;
  let from = -1;
  let to = -1;
  let escaped = false;
  for (let i = start; i < line.length; i++) {
    const code = line.charCodeAt(i);
    if (code === PIPE && !escaped) {
      if (pipes.length > 0 || from >= 0) columns++;
      if (from >= 0) cells.push({ from, to });
      pipes.push(i);
      from = -1;
    } else if (escaped || (code !== 32 && code !== 9)) {
      if (from < 0) from = i;
      to = i + 1;
    }
    escaped = !escaped && code === BACKSLASH;
  }
  if (from >= 0) {
    cells.push({ from, to });
    columns++;
  }
  return { cells, pipes, columns };
}

function rowElements(cx: BlockContext, line: string, start: number, offset: number): readonly Element[] {
  const row = readRow(line, start);
  const cells = row.cells.map(({ from, to }) =>
    cx.elt('TableCell', from + offset, to + offset, cx.parser.parseInline(line.slice(from, to), from + offset)),
  );
  const pipes = row.pipes.map((at) => cx.elt('TableDelimiter', at + offset, at + offset + 1));
  return [...cells, ...pipes].sort((a, b) => a.from - b.from);
}

const DELIMITER_CELL = /^:?-+:?$/;

/** The number of columns of a delimiter row (`|---|:-:|`), or 0 if the line is none. */
function delimiterColumns(line: string): number {
  const text = line.trim().replace(/^(?:>[ \t]?)+/, '');
  if (!/^[-:|]/.test(text) || !text.includes('|') || /[^-:| \t]/.test(text)) return 0;
  const cells = text.split('|').map((cell) => cell.trim());
  if (cells[0] === '') cells.shift();
  if (cells[cells.length - 1] === '') cells.pop();
  return cells.every((cell) => DELIMITER_CELL.test(cell)) ? cells.length : 0;
}

class TableParser implements LeafBlockParser {
  private rows: Element[] | undefined;
  private lines = 1;

  nextLine(cx: BlockContext, line: Line, leaf: LeafBlock): boolean {
    this.lines++;
    if (this.lines === 2) {
      const columns = delimiterColumns(line.text.slice(line.pos));
      if (columns > 0 && columns === readRow(leaf.content, 0).columns) {
        const head = rowElements(cx, leaf.content, 0, leaf.start);
        this.rows = [
          cx.elt('TableHeader', leaf.start, leaf.start + leaf.content.length, head),
          cx.elt('TableDelimiter', cx.lineStart + line.pos, cx.lineStart + line.text.length),
        ];
      }
    } else if (this.rows) {
      const from = cx.lineStart + line.pos;
      const cells = rowElements(cx, line.text, line.pos, cx.lineStart);
      this.rows.push(cx.elt('TableRow', from, cx.lineStart + line.text.length, cells));
    }
    return false;
  }

  finish(cx: BlockContext, leaf: LeafBlock): boolean {
    if (!this.rows) return false;
    cx.addLeafElement(leaf, cx.elt('Table', leaf.start, leaf.start + leaf.content.length, this.rows));
    return true;
  }
}

export const table: MarkdownConfig = {
  defineNodes: [{ name: 'Table', block: true }, 'TableHeader', 'TableRow', 'TableCell', 'TableDelimiter'],
  parseBlock: [
    {
      name: 'Table',
      before: 'SetextHeading',
      leaf: (_, leaf) => (leaf.content.includes('|') ? new TableParser() : null),
      endLeaf(cx, line, leaf) {
        if (leaf.parsers.some((parser) => parser instanceof TableParser)) return false;
        if (!line.text.includes('|', line.basePos)) return false;
        const columns = delimiterColumns(cx.peekLine());
        return columns > 0 && columns === readRow(line.text, line.basePos).columns;
      },
    },
  ],
};
