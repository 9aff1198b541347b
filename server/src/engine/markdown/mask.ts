import type { SyntaxNode, SyntaxNodeRef, Tree } from '@lezer/common';
import type { Span } from '../text/span';
import { plain } from '../text/normal';
import type { Comment, Draft, FootnotePart } from './draft';
import { entityText } from './entity';

/** The prose of a whole source and the markup that later steps still need. All offsets are those of the source. */
export interface Mask {
  /** The prepared text that was masked, with its markup. */
  readonly prepared: string;
  /** As long as the source; everything that is not prose is a space, except that line feeds stay. */
  readonly text: string;
  /** Ranges of strong emphasis, in reading order. */
  readonly strong: readonly Span[];
  /** Ranges of `<br>` tags, in reading order. */
  readonly breaks: readonly Span[];
  readonly comments: readonly Comment[];
  readonly footnotes: Draft['footnotes'];
  readonly wraps: readonly Span[];
}

/** Nodes of which nothing is prose. */
const NOT_PROSE = new Set([
  'Autolink',
  'CodeBlock',
  'CodeMark',
  'EmphasisMark',
  'FencedCode',
  'FootnoteMark',
  'FootnoteReference',
  'HeaderMark',
  'HorizontalRule',
  'HTMLBlock',
  'HTMLTag',
  'InlineCode',
  'LinkReference',
  'ListMark',
  'ProcessingInstruction',
  'ProcessingInstructionBlock',
  'QuoteMark',
  // What is struck out is not said any more: "will ~~not~~ help" says that somebody will help.
  'Strikethrough',
  'StrikethroughMark',
  'TableDelimiter',
  'TaskMarker',
  'URL',
]);

/** Nodes whose inside belongs together; links and images are told apart from mere brackets first. */
const WRAPS = new Set(['Autolink', 'Emphasis', 'InlineCode', 'StrongEmphasis', 'Strikethrough', 'URL']);

const BREAK_TAG = /^<br\b/i;
const COMMENT = /<!--([\s\S]*?)(?:-->|$)/g;
const TAG = /<\/?[a-z][^<>]{0,500}>/gi;

interface Cut extends Span {
  /** What stands in place of the cut, padded with spaces to its length. */
  readonly fill?: string;
}

/** Masks a prepared text by its tree. */
export function maskProse(tree: Tree, prepared: string): Mask {
  const collector = new Collector(prepared, definedLabels(tree, prepared));
  tree.iterate({ enter: (node) => collector.enter(node) });
  return {
    prepared,
    text: plain(collector.apply()),
    strong: collector.strong,
    breaks: collector.breaks,
    comments: collector.comments,
    footnotes: { marks: collector.marks, definitions: collector.definitions },
    wraps: collector.wraps,
  };
}

class Collector {
  readonly strong: Span[] = [];
  readonly breaks: Span[] = [];
  readonly comments: Comment[] = [];
  readonly marks: FootnotePart[] = [];
  readonly definitions: FootnotePart[] = [];
  readonly wraps: Span[] = [];
  private readonly cuts: Cut[] = [];

  constructor(
    private readonly text: string,
    private readonly labels: ReadonlySet<string>,
  ) {}

  /** Returns false where the node's children need no look. */
  enter(node: SyntaxNodeRef): boolean {
    const { name, from, to } = node;
    if (WRAPS.has(name)) this.wraps.push({ start: from, end: to });
    if (name === 'FootnoteReference')
      this.marks.push({ label: this.text.slice(from + 2, to - 1), span: { start: from, end: to } });
    if (NOT_PROSE.has(name)) {
      if (name === 'HTMLTag' && BREAK_TAG.test(this.text.slice(from, from + 4)))
        this.breaks.push({ start: from, end: to });
      if (name === 'HTMLBlock') this.addComments(from, to);
      this.cut(from, to);
      return false;
    }
    switch (name) {
      case 'Footnote': {
        const label = this.text.slice(from + 2, this.text.indexOf(']', from));
        this.definitions.push({ label, span: { start: from, end: to } });
        return true;
      }
      case 'StrongEmphasis':
        this.strong.push({ start: from, end: to });
        return true;
      case 'Comment':
        this.addComments(from, to);
        this.cut(from, to);
        return false;
      case 'CommentBlock':
        this.cutCommentBlock(from, to);
        return false;
      case 'Escape':
      case 'HardBreak':
        this.cut(from, from + 1);
        return false;
      case 'Entity':
        this.cuts.push({ start: from, end: to, ...entityText(this.text, from, to) });
        return false;
      case 'Link':
      case 'Image':
        return this.enterLink(node.node, name === 'Image');
      default:
        return true;
    }
  }

  /** The text with all cuts made. */
  apply(): string {
    const parts: string[] = [];
    let at = 0;
    for (const { start, end, fill = '' } of this.cuts.sort((a, b) => a.start - b.start)) {
      if (end <= at) continue;
      const from = Math.max(start, at);
      parts.push(this.text.slice(at, from), fill.slice(0, end - from).padEnd(end - from));
      at = end;
    }
    parts.push(this.text.slice(at));
    return parts.join('');
  }

  private cut(start: number, end: number): void {
    this.cuts.push({ start, end });
  }

  private addComments(from: number, to: number): void {
    for (const match of this.text.slice(from, to).matchAll(COMMENT)) {
      const start = from + match.index;
      this.comments.push({ text: (match[1] ?? '').trim(), span: { start, end: start + match[0].length } });
    }
  }

  /** A block that begins with a comment runs to the end of the line on which the comment ends; the rest is prose. */
  private cutCommentBlock(from: number, to: number): void {
    this.addComments(from, to);
    const source = this.text.slice(from, to);
    const spans = [...source.matchAll(COMMENT), ...source.replace(COMMENT, blank).matchAll(TAG)];
    for (const match of spans.sort((a, b) => a.index - b.index)) {
      this.cut(from + match.index, from + match.index + match[0].length);
    }
  }

  /** A link's text stays. Brackets that refer to nothing are no link but what a drafter wrote: "[Name of agency]". */
  private enterLink(node: SyntaxNode, image: boolean): boolean {
    const marks = node.getChildren('LinkMark');
    const label = node.getChild('LinkLabel');
    const inline = marks.length > 2;
    const inner = this.text.slice(marks[0]?.to ?? node.from, marks[1]?.from ?? node.to);
    const named = label && label.to - label.from > 2 ? this.text.slice(label.from + 1, label.to - 1) : inner;
    if (!inline && !this.labels.has(normalLabel(named))) return true;
    this.wraps.push({ start: node.from, end: node.to });
    if (image) {
      this.cut(node.from, node.to);
      return false;
    }
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (LINK_PARTS.has(child.name)) this.cut(child.from, child.to);
    }
    return true;
  }
}

const LINK_PARTS = new Set(['LinkMark', 'LinkLabel', 'LinkTitle', 'URL']);
/** Blocks that hold no other blocks. */
const LEAVES = new Set(['Paragraph', 'Task', 'Table', 'FencedCode', 'HTMLBlock', 'CommentBlock']);

function definedLabels(tree: Tree, text: string): ReadonlySet<string> {
  const labels = new Set<string>();
  if (!text.includes(']:')) return labels;
  tree.iterate({
    enter({ name, from, to }) {
      if (name !== 'LinkReference') return !LEAVES.has(name);
      const source = text.slice(from, to);
      labels.add(normalLabel(source.slice(1, source.indexOf(']:'))));
      return false;
    },
  });
  return labels;
}

const normalLabel = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase();

const blank = (text: string): string => ' '.repeat(text.length);
