import type { Block } from '../markdown/draft';
import type { Span } from '../text/span';
import { sameSection } from './context';
import type { Place } from './place';

/** The items that stand in one list, inner lists included, in reading order. */
export function listOf(block: Block, blocks: readonly Block[]): readonly Block[] {
  const same = (other: Block | undefined): boolean =>
    other !== undefined &&
    (other.kind === 'list-item' || (other.kind === 'paragraph' && other.context.leadIns.length > 0)) &&
    other.context.leadIns[0]?.start === block.context.leadIns[0]?.start &&
    sameSection(other, block);
  let from = blocks.indexOf(block);
  let to = from + 1;
  while (same(blocks[from - 1])) from--;
  while (same(blocks[to])) to++;
  return blocks.slice(from, to);
}

/** Whether an item has items of its own. */
export const hasItems = (block: Block, blocks: readonly Block[]): boolean =>
  blocks.some((other) => other.context.leadIns.some((lead) => lead.start === block.start));

export const endOfBlock = ({ start, text }: Block): number => start + text.length;

/** The lines that a block stands on, without the last line break. */
export function linesOf(block: Block, source: string): Span {
  const end = /\r\n|\r|\n/.exec(source.slice(endOfBlock(block)));
  return {
    start: Math.max(source.lastIndexOf('\n', block.start - 1), source.lastIndexOf('\r', block.start - 1)) + 1,
    end: end ? endOfBlock(block) + end.index : source.length,
  };
}

/** The lines of an item to take out: up to the next line that holds anything. */
export function wholeLines(block: Block, source: string): Span {
  const { start, end } = linesOf(block, source);
  const gap = /^(?:[ \t]*(?:\r\n|\r|\n))+/.exec(source.slice(end))?.[0] ?? '';
  return { start, end: end + gap.length };
}

/** Whether a block is one sentence. */
export const isOnlySentence = ({ s, block }: Pick<Place, 's' | 'block'>): boolean =>
  s.sentence.start === 0 && s.sentence.end >= block.text.trimEnd().length;
