import type { ReadPassage } from '../checks/passage';
import type { Finding } from '../findings/finding';
import type { Block } from '../markdown/draft';
import type { Token } from '../prose/token';
import type { ReadSentence } from '../reading/read';

/** A half-open range of token indices of a sentence. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Where a finding's duty stands: its block, its sentence, its clause, and the tokens that name it. */
export interface Place {
  readonly finding: Finding;
  readonly block: Block;
  readonly s: ReadSentence;
  readonly tokens: readonly Token[];
  /** Index of the duty's clause. */
  readonly clause: number;
  /** From the first to the last of the words that name the duty. */
  readonly duty: Range;
}

/** The place of a duty finding, or nothing where the draft's blocks do not hold it. */
export function placeOf(finding: Finding, read: readonly ReadPassage[]): Place | undefined {
  const first = finding.evidence.duty[0]?.span;
  const last = finding.evidence.duty.at(-1)?.span;
  if (!first || !last) return undefined;
  for (const { block, sentences } of read) {
    if (first.start < block.start || first.start >= block.start + block.text.length) continue;
    for (const s of sentences) {
      const { tokens } = s.sentence;
      const from = tokens.findIndex((t) => s.offset + t.start === first.start);
      const to = tokens.findIndex((t) => s.offset + t.end === last.end) + 1;
      const clause = s.clauses.findIndex((c) => c.from <= from && from < c.to);
      if (from >= 0 && to > from && clause >= 0) return { finding, block, s, tokens, clause, duty: { from, to } };
    }
  }
  return undefined;
}

/** Where a token range stands in the draft. */
export const startOf = ({ s, tokens }: Place, at: number): number => s.offset + tokens[at]!.start;
export const endOf = ({ s, tokens }: Place, to: number): number => s.offset + tokens[to - 1]!.end;

/** The words of a token range as the draft shows them, markup left out. */
export const wordsOf = ({ block, tokens }: Place, range: Range): string => text(block, tokens, range);

const text = (block: Block, tokens: readonly Token[], { from, to }: Range): string =>
  from < to
    ? block.text
        .slice(tokens[from]!.start, tokens[to - 1]!.end)
        .replace(/\s+/g, ' ')
        .replace(/\s+([,.;:)])/g, '$1')
    : '';

const DETERMINER =
  /^(?:the|a|an|our|your|their|its|his|her|each|every|any|all|both|another|one|two|three|four|five|six|certified|senior|new|assigned|on-duty|this|these|'s)$/;
const NO_NAME =
  /^(?:who|which|that|whose|to|and|or|but|of|in|on|at|by|for|from|with|as|is|are|was|were|has|have|will|shall|must|may|can|should|not|also|included|excluded|alone|together)$/;
/** The end of a title that the knowledge does not have: "interventionist", "greeter". */
const TITLE_END = /(?:er|or|ist|ant|ian)$/;

/** Who acts where the draft speaks of the role itself. */
export const NOBODY = 'people in peer roles';

/** A role's noun phrase as the draft has it, with an article. */
export function phraseOf({ block, tokens }: Place, who: Range): string {
  const range = { from: phraseStart(tokens, who.from), to: phraseEnd(tokens, who) };
  const words = text(block, tokens, range);
  if (/\b(?:role|position|post|job)s?$/i.test(words)) return NOBODY;
  if (isPlural(words) || ARTICLE.test(tokens[range.from]!.lower) || isGivenName(words)) return words;
  const isTitle = !/^\p{Lu}\p{Ll}+(?: \p{Ll}|$)/u.test(words);
  return `the ${isTitle ? words : words.charAt(0).toLowerCase() + words.slice(1)}`;
}

/** What a singular begins with that needs no other article. */
const ARTICLE =
  /^(?:an?|the|our|your|their|its|his|her|each|every|any|all|both|another|one|this|that|staff|someone|anyone|whoever|somebody|you|they|he|she|i|(?:you|they|he|she)'ll)$/;

/** A person's name that the draft gives to a role: "Maria". */
const isGivenName = (words: string): boolean =>
  /^\p{Lu}\p{Ll}+$/u.test(words) && !/^(?:Peer|Mentor|Bridger|Navigator|Advocate)$/.test(words);

/** Where a noun phrase begins whose role begins at `from`: "each house peer", "the drug court's peer". */
export function phraseStart(tokens: readonly Token[], from: number): number {
  const is = (at: number): boolean => DETERMINER.test(tokens[at]?.lower ?? '');
  let start = from;
  for (const gap of [1, 2])
    if (!is(start - 1) && is(start - 1 - gap) && isName(tokens.slice(start - gap, start))) start -= gap;
  while (start > 0 && is(start - 1))
    if (tokens[start - 1]!.lower === "'s") return phraseStart(tokens, Math.max(0, start - 2));
    else start--;
  return start;
}

/** Words behind an article that may belong to a role's name; "the schedule shows peers" has a verb there. */
const isName = (words: readonly Token[]): boolean =>
  words.every(
    ({ kind, lower }, i) =>
      kind === 'word' && !NO_NAME.test(lower) && (i === 0 || lower.includes('-') || !/(?:s|ed|ing|ly)$/.test(lower)),
  );

/** "Peer interventionists": a mention that is only "peer" ends with the title behind it. */
function phraseEnd(tokens: readonly Token[], { from, to }: Range): number {
  if (tokens[to - 1]!.lower !== 'peer') return to;
  const bare = phraseStart(tokens, from) === from && to - from === 1;
  for (let i = to; i < to + 2; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word' || NO_NAME.test(token.lower)) return to;
    // "the peer offers" is a subject and its verb; "peer offers" and "the peer attendants will" are not.
    const many =
      /[^s]s$/.test(token.lower) &&
      (bare || /^(?:will|shall|must|may|can|should|are|have)$/.test(tokens[i + 1]?.lower ?? ''));
    if (many || TITLE_END.test(token.lower)) return i + 1;
  }
  return to;
}

/** Whether a noun phrase takes a plural verb. */
export function isPlural(phrase: string): boolean {
  const words = phrase.split(/\s+(?:on|in|of|at|from|with|who)\s+/)[0]!.split(/\s+/);
  if (/\band\b/.test(phrase.split(/\s+(?:who|of|in)\s+/)[0]!)) return true;
  if (/^(?:a|an|each|every|one|another|this|he|she)$/i.test(words[0]!)) return false;
  const last = words.at(-1)!;
  if (/^(?:staff|people|personnel|folks|you|they)$/i.test(last)) return true;
  // "CPSs" is a plural; "CPS" and "PS" are not.
  return /[^s]s$/.test(last);
}
