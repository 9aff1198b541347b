import type { Tree, TreeFragment } from '@lezer/common';
import type { Draft } from './draft';
import { readFlow } from './flow';
import { readFrontMatter } from './frontmatter';
import { parseTree } from './grammar';
import { maskProse } from './mask';
import { Outline } from './outline';
import { prepare } from './prepare';
import { endOf } from './tail';

/** Parses a Markdown draft. Every string is a draft: this never throws, and its time is bounded for hostile ones. */
export function parseDraft(source: string): Draft {
  return parseWithTree(source).draft;
}

/**
 * For incremental parsing: the draft together with its syntax tree. `fragments` are parts of an earlier tree that an edit
 * left alone; the tree's offsets are those of the source. They must not reach into a front matter, since an edit of its
 * last line makes prose of it.
 */
export function parseWithTree(
  source: string,
  fragments: readonly TreeFragment[] = [],
): { readonly draft: Draft; readonly tree: Tree } {
  const front = readFrontMatter(source);
  const prepared = prepare(source, front?.span.end ?? 0);
  const tree = parseTree(prepared, fragments);
  const mask = maskProse(tree, prepared);
  const outline = new Outline(mask);
  outline.read(readFlow(tree, prepared, mask.text));
  const draft: Draft = {
    source,
    frontMatter: front?.entries ?? [],
    ...(front && { frontMatterSpan: front.span }),
    blocks: outline.out.blocks,
    tables: outline.tables,
    comments: mask.comments,
    footnotes: mask.footnotes,
    wraps: mask.wraps,
    end: endOf(tree, prepared, source),
  };
  return { draft, tree };
}
