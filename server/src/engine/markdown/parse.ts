import type { Draft } from './draft';
import { readFlow } from './flow';
import { readFrontMatter } from './frontmatter';
import { parseTree } from './grammar';
import { maskProse } from './mask';
import { Outline } from './outline';
import { prepare } from './prepare';

/** Parses a Markdown draft. Every string is a draft: this never throws, and its time is bounded for hostile ones. */
export function parseDraft(source: string): Draft {
  const front = readFrontMatter(source);
  const prepared = prepare(source, front?.span.end ?? 0);
  const tree = parseTree(prepared);
  const mask = maskProse(tree, prepared);
  const outline = new Outline(mask);
  outline.read(readFlow(tree, prepared, mask.text));
  return {
    source,
    frontMatter: front?.entries ?? [],
    ...(front && { frontMatterSpan: front.span }),
    blocks: outline.blocks,
    tables: outline.tables,
    comments: mask.comments,
  };
}
