import type { Draft } from '../../engine/markdown/draft';
import type { Span } from '../../engine/text/span';

/** The words that a citation at a place is about: its block, the words that introduce its list, the nearest heading. */
export function wordsAround({ blocks }: Draft, { start }: Span): string {
  const block =
    blocks.find((b) => b.start <= start && start <= b.start + b.text.length) ??
    // A citation is often written at the end of a line, behind a space that is no part of the block.
    blocks.findLast((b) => b.start <= start);
  if (block === undefined) return '';
  const { headings, leadIns } = block.context;
  return [block.text, ...leadIns.map(({ text }) => text), headings.at(-1)?.text ?? ''].join('. ');
}
