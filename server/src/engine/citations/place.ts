import type { Block, Draft } from '../markdown/draft';
import { sentences } from '../prose/sentences';
import type { Span } from '../text/span';

/** Where a citation goes, document offsets. */
export interface CitationPlace {
  /** For words in brackets: at the end of the sentence, before its full stop. */
  readonly words: number;
  /** Whether `words` had to go behind the full stop, because markup holds the sentence together with it. */
  readonly closed: boolean;
  /** For a footnote's mark: behind the full stop, and behind marks that are there. */
  readonly mark: number;
}

/** The punctuation that a sentence, an item or a cell ends with; `; and` of a list too. */
const TAIL = /(?:([.!?]+)(["']+)|[.!?]+[)\]]*|[;,:]+(?: +(?:and|or|and\/or))?| +[–—-])$/;

const known = new WeakMap<Block, readonly Span[]>();

/** A block's sentences, relative to it; cut once. */
export function sentencesOf(block: Block): readonly Span[] {
  const cut = known.get(block) ?? sentences(block.text);
  known.set(block, cut);
  return cut;
}

/** The place for a citation of the sentence in which `where` ends. Offsets in no prose are their own place. */
export function citationPlace(draft: Draft, where: Span): CitationPlace {
  const block = blockAt(draft, where);
  if (!block) return { words: where.end, closed: false, mark: where.end };
  const at = Math.max(where.start, where.end - 1) - block.start;
  const all = sentencesOf(block);
  const sentence = all.find(({ start, end }) => start <= at && at < end) ?? all.at(-1)!;
  const text = block.text.slice(sentence.start, sentence.end);
  const tail = TAIL.exec(text);
  const start = block.start + sentence.start;
  const end = start + text.length;
  // A stop within quotation marks stays there: the citation goes behind them.
  const stop = tail && tail[1] === undefined ? start + tail.index : end;
  // "![" would begin an image.
  const exclaims = text.endsWith('!');
  const punctuation = /^[;,:]/.test(tail?.[0] ?? '') ? stop + /^[;,:]+/.exec(tail![0])![0].length : end;
  const last = sentence === all.at(-1);
  const behind = (from: number): number => (last && from === end ? pastWraps(draft, from) : from);
  const words = outside(draft, behind(stop));
  return {
    words: words.at,
    closed: words.moved && stop < end,
    mark: pastMarks(draft, outside(draft, behind(exclaims ? stop : punctuation)).at),
  };
}

const blockAt = ({ blocks }: Draft, { start, end }: Span): Block | undefined =>
  blocks.find((block) => block.start <= start && end <= block.start + block.text.length) ??
  blocks.find((block) => block.start < end && start < block.start + block.text.length);

/** Out of links, emphasis and the like. */
function outside({ wraps }: Draft, at: number): { readonly at: number; readonly moved: boolean } {
  let end = at;
  for (const wrap of wraps) if (wrap.start < end && end < wrap.end) end = wrap.end;
  return { at: end, moved: end > at };
}

/** A sentence that ends in markup that is no prose ("… as in `x`") ends behind it. */
function pastWraps({ wraps, source }: Draft, from: number): number {
  let at = from;
  for (const wrap of wraps) {
    if (wrap.start < at || !/^[ \t]*$/.test(source.slice(at, Math.min(wrap.start, at + 9)))) continue;
    if (wrap.start - at > 8) break;
    at = wrap.end;
  }
  return at;
}

function pastMarks({ footnotes: { marks } }: Draft, from: number): number {
  let at = from;
  for (const { span } of marks) if (span.start === at) at = span.end;
  return at;
}
