import type { Tree } from '@lezer/common';
import { parseTree } from './grammar';

/** Blocks that go on to the end of the draft where nothing closes them. */
const MAY_STAY_OPEN = /^(?:FencedCode|HTMLBlock|CommentBlock|ProcessingInstructionBlock)$/;

/**
 * Where a paragraph can be added at the end of a draft: behind its last character that is no space. Code or a comment
 * that nobody has closed yet would swallow what is put behind it, so the place is before it.
 *
 * @param prepared the source as it was parsed, of the same length
 */
export function endOf(tree: Tree, prepared: string, source: string): number {
  const last = tree.topNode.lastChild;
  const open = last && MAY_STAY_OPEN.test(last.name) && swallows(prepared.slice(last.from));
  return source.slice(0, open ? last.from : undefined).trimEnd().length;
}

/** The parser itself is asked: it knows every way to close a block. */
const swallows = (block: string): boolean => parseTree(`${block}\n\nx`).topNode.lastChild?.name !== 'Paragraph';
