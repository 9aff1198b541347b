import type { Block, Draft, Located } from '../markdown/draft';
import type { Span } from '../text/span';

/** A heading with the place that it has in the draft's outline. */
export interface Heading extends Located {
  /** 1 to 6, or 7 for a bold line that acts as a heading; 7 as well for a heading with nothing under it. */
  readonly level: number;
  /** The headings above it, outermost first. */
  readonly above: readonly Located[];
  /** The number or letter that it begins with, without brackets: "7.5". */
  readonly label: string | undefined;
}

/** A draft's headings in reading order. Those in quotations are somebody else's. */
export function headingsOf(draft: Draft): Heading[] {
  const levels = new Map<number, number>();
  for (const { context } of draft.blocks) for (const h of context.headings) levels.set(h.start, h.level);
  return draft.blocks
    .filter(({ kind, context }) => kind === 'heading' && !context.quoted)
    .map(({ text, start, context }) => ({
      text,
      start,
      level: levels.get(start) ?? 7,
      above: context.headings,
      label: context.label,
    }));
}

/** A heading of the draft's own. */
export interface Section {
  /** Its words on one line, without markup. */
  readonly title: string;
  /** 1 to 6, or 7 for a bold line that acts as a heading. */
  readonly level: number;
  /** Where its words stand; document offsets. What follows belongs to it, up to the next section. */
  readonly span: Span;
}

export const sectionsOf = (draft: Draft): Section[] =>
  headingsOf(draft).map((heading) => ({
    title: heading.text.replace(/\s+/g, ' '),
    level: heading.level,
    span: spanOfText(heading),
  }));

export const isUnder = (block: Block, heading: Located): boolean =>
  block.context.headings.some(({ start }) => start === heading.start);

export const spanOfText = ({ text, start }: Located): Span => ({ start, end: start + text.length });

/**
 * Where the section of a heading ends, its subsections included: behind its last character that is no space. Lines that only
 * separate it from what follows are not part of it. Without a heading: the end of the draft.
 */
export function endOfSection(draft: Draft, heading: Located | undefined): number {
  const { source, blocks, end } = draft;
  let next: Block | undefined;
  if (heading) {
    const at = blocks.findIndex(({ start, kind }) => kind === 'heading' && start === heading.start);
    next = blocks.slice(at + 1).find((block) => !isUnder(block, heading));
  }
  const limit = next ? source.lastIndexOf('\n', next.start - 1) + 1 : end;
  const section = source.slice(0, limit).trimEnd();
  const ruled = /(?:\r?\n[ \t]*){2,}([-*_])[ \t]*(?:\1[ \t]*){2,}$/.exec(section);
  return ruled ? source.slice(0, ruled.index).trimEnd().length : section.length;
}
