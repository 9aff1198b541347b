import type { Block, Comment, Draft, FrontMatterEntry } from '../markdown/draft';
import { sentences } from '../prose/sentences';
import type { Span } from '../text/span';

/** What a comment of ours begins with. */
const SIGN = /^peer-role-check\s*:\s*/i;

/** Says of a whole document that it is none to check, at its very start: a memo about drafts quotes what is wrong in them. */
const NOT_A_DRAFT = /^\uFEFF?\s*<!--\s*peer-role-check:\s*not a draft\b/i;

export const isNoDraft = (source: string): boolean => NOT_A_DRAFT.test(source.slice(0, 200));

/** The entry of a front matter that allows rules in the whole document. */
export const ALLOW_KEY = 'peer-role-allow';

/** "allow routine-notes, reading-records because the contract asks for it". */
const ALLOW = /^allow\s+([a-z0-9-]+(?:\s*(?:,|and)\s*[a-z0-9-]+)*)(?:\s+because\s+(\S[\s\S]*))?$/i;
const ENTRY = /^([a-z0-9-]+(?:\s*(?:,|and)\s*[a-z0-9-]+)*)(?:\s+because\s+(\S[\s\S]*))?$/i;

/** What a draft says itself about findings that are to be left out. */
export interface Allowance {
  /** `comment`: one place of the draft; `front-matter`: all of it. */
  readonly by: 'comment' | 'front-matter';
  /** The comment, or the entry, in document offsets. */
  readonly span: Span;
  /** Where it counts, document offsets; undefined: in the whole draft, or (a comment without text beside it) nowhere. */
  readonly where: Span | undefined;
  readonly rules: readonly string[];
  /** Why; undefined where no reason is given. */
  readonly reason: string | undefined;
}

/** A comment or entry that is ours and cannot be understood. */
export interface Unclear {
  readonly span: Span;
}

/** Everything that a draft allows, in the order of the text, and what of it cannot be understood. */
export function readAllowances(draft: Draft): {
  readonly allowances: readonly Allowance[];
  readonly unclear: readonly Unclear[];
} {
  const allowances: Allowance[] = [];
  const unclear: Unclear[] = [];
  const add = (by: Allowance['by'], span: Span, match: RegExpExecArray | null, where: Span | undefined): void => {
    if (match === null) unclear.push({ span });
    else allowances.push({ by, span, where, rules: rulesIn(match[1] ?? ''), reason: match[2] && oneLine(match[2]) });
  };
  for (const entry of draft.frontMatter.filter(({ key }) => key === ALLOW_KEY))
    for (const { text, span } of linesOf(entry, draft.source)) add('front-matter', span, ENTRY.exec(text), undefined);
  for (const comment of draft.comments) {
    const text = oneLine(comment.text);
    if (!SIGN.test(text)) continue;
    add('comment', comment.span, ALLOW.exec(text.replace(SIGN, '')), placeOf(comment, draft));
  }
  return { allowances, unclear };
}

const rulesIn = (list: string): string[] =>
  list
    .toLowerCase()
    .split(/\s*(?:,|\band\b)\s*/)
    .filter(Boolean);

/** Comments are wrapped with the text around them: line breaks and the `>` of a quote are no part of what they say. */
const oneLine = (text: string): string =>
  text
    .replace(/\s*[\r\n]+[ \t]*(?:>[ \t]?)*/g, ' ')
    .replace(/(?:\s*>)+$/, '')
    .trim();

/** The items of an entry's list, or its one value, without dashes and quotes. */
function linesOf({ valueSpan }: FrontMatterEntry, source: string): { readonly text: string; readonly span: Span }[] {
  const found: { text: string; span: Span }[] = [];
  const value = source.slice(valueSpan.start, valueSpan.end);
  for (const match of value.matchAll(/[^\r\n]+/g)) {
    const lead = /^[ \t]*(?:-[ \t]+)?["']?/.exec(match[0])?.[0].length ?? 0;
    const text = match[0].slice(lead).replace(/["']?[ \t]*$/, '');
    const start = valueSpan.start + match.index + lead;
    if (text !== '') found.push({ text, span: { start, end: start + text.length } });
  }
  return found;
}

/**
 * What a comment is about: the sentence that it stands in or directly behind. Where no text stands before it (nothing, or
 * an empty line, lies between), the whole block behind it. Only the order of the text counts, so that a paragraph can be
 * wrapped anew around it.
 */
function placeOf({ span }: Comment, { blocks, source }: Draft): Span | undefined {
  const before = blocks.findLast((block) => block.start < span.start && hasTextBefore(block, span.start));
  if (before !== undefined) {
    const end = lastWord(before, span.start);
    if (!/(?:\r\n|\r|\n)[ \t>]*(?:\r\n|\r|\n)/.test(source.slice(end, span.start))) return sentenceAt(before, end - 1);
  }
  const behind = blocks.find((block) => block.start + block.text.length > span.end);
  return behind && { start: behind.start, end: behind.start + behind.text.length };
}

const hasTextBefore = (block: Block, offset: number): boolean =>
  block.text.slice(0, offset - block.start).trim() !== '';

/** The end of the last word of the block that stands before an offset. */
const lastWord = (block: Block, offset: number): number =>
  block.start + block.text.slice(0, offset - block.start).trimEnd().length;

function sentenceAt(block: Block, offset: number): Span {
  const at = offset - block.start;
  const sentence = sentences(block.text).find(({ start, end }) => start <= at && at < end);
  return sentence
    ? { start: block.start + sentence.start, end: block.start + sentence.end }
    : { start: block.start, end: block.start + block.text.length };
}
