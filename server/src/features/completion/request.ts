import type { Span } from '../../engine/text/span';

/** What somebody is writing at the cursor, as far as there is something to offer. */
export type CompletionRequest =
  /** `coe:`, with or without words behind it: all of it is replaced. */
  | { readonly kind: 'short'; readonly span: Span }
  /** A mention of the Code, perhaps with the beginning of a number: all of it is replaced. */
  | { readonly kind: 'mention'; readonly span: Span }
  /** "principle", "#" or "principle 1" behind a mention of the Code: this alone is replaced. */
  | { readonly kind: 'number'; readonly span: Span }
  /** The value of an entry of the front matter. */
  | { readonly kind: 'value'; readonly key: string; readonly span: Span }
  /** `peer-` at the beginning of a line. */
  | { readonly kind: 'wording'; readonly span: Span };

const SHORT = /(?:^|[\s(*_>|])(coe:[ \t]*[\w -]{0,40})$/i;
const CODE = /\b(?:CPS|Peer Specialists?'?) Code of Ethics|\bCode of Ethics for Certified Peer Specialists|\bCOE\b/i;
const MENTION = new RegExp(
  `(${CODE.source})(?:[ ,]*(?:\\(?\\d{4}\\)?)?[ ,]*(?:principles?|#|no\\.?)?[ ]*\\d{0,2})$`,
  'i',
);
const NUMBER = /(?:^|[\s(,])((?:principles?[ ]+#?|#)\d{0,2})$/i;
const VALUE = /^([A-Za-z][\w-]*):[ \t]*(["']?)([\w.-]*)$/;
const WORDING = /^\s*(?:[-*+>]\s+)?(peer-[\w-]*)$/i;

/** No line is looked at further back than this: what is being written is short. */
const REACH = 400;

/**
 * Reads what stands before the cursor on its line.
 *
 * @param text the whole draft
 * @param offset of the cursor
 * @param inFrontMatter whether the cursor is in the draft's front matter
 */
export function completionRequest(text: string, offset: number, inFrontMatter: boolean): CompletionRequest | undefined {
  const from = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const start = Math.max(from, offset - REACH);
  const before = text.slice(start, offset);
  const ending = (words: string): Span => ({ start: offset - words.length, end: offset });
  if (inFrontMatter) {
    const [, key, , value = ''] = VALUE.exec(before) ?? [];
    return key === undefined ? undefined : { kind: 'value', key, span: ending(value) };
  }
  const short = SHORT.exec(before)?.[1];
  if (short !== undefined) return { kind: 'short', span: ending(short) };
  const mention = MENTION.exec(before);
  if (mention !== null) return { kind: 'mention', span: ending(mention[0]) };
  const number = NUMBER.exec(before)?.[1];
  if (number !== undefined && CODE.test(sentenceBefore(text, offset))) return { kind: 'number', span: ending(number) };
  const wording = WORDING.exec(before)?.[1];
  return wording === undefined ? undefined : { kind: 'wording', span: ending(wording) };
}

/** The words of the paragraph before the cursor, for what may stand on an earlier line of it. */
function sentenceBefore(text: string, offset: number): string {
  const near = text.slice(Math.max(0, offset - REACH), offset);
  return near.slice(near.search(/(?:\r?\n[ \t]*\r?\n)(?![\s\S]*\r?\n[ \t]*\r?\n)/) + 1);
}
