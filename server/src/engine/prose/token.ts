import type { Span } from '../text/span';

export type TokenKind = 'word' | 'number' | 'mark';

/** A word, a number or a punctuation mark. Its span is relative to the block's masked text (UTF-16 code units). */
export interface Token extends Span {
  readonly text: string;
  /** Lower case, with soft hyphens taken out: what patterns compare with. */
  readonly lower: string;
  readonly kind: TokenKind;
}

// Words keep inner hyphens and apostrophes ("peer-led", "don't"); dotted abbreviations are one word ("C.P.S.", "e.g.");
// numbers keep their separators ("7.5", "1,200", "$15.00"); everything else that is not a space stands alone.
const PIECES =
  /(?:\p{Lu}\.){2,}|(?:\p{Ll}\.){2,}|\$?\d+(?:[.,:/]\d+)*(?:%|st\b|nd\b|rd\b|th\b)?|[\p{L}\u00ad]+(?:['-][\p{L}\u00ad\d]+)*|[^\s]/gu;

const POSSESSIVE = /^(.+?)('s|s')$/i;
const CONTRACTIONS = new Set([
  "it's",
  "that's",
  "what's",
  "there's",
  "here's",
  "who's",
  "he's",
  "she's",
  "let's",
  "how's",
]);

/** Splits masked prose into tokens. A possessive ending is a token of its own, so that "the peer's day" names the peer. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(PIECES)) {
    const start = match.index;
    const word = match[0];
    const first = word.charCodeAt(0);
    const isNumber = /\d/.test(word) && /^[$\d]/.test(word);
    const kind: TokenKind = isNumber ? 'number' : /\p{L}/u.test(word) ? 'word' : 'mark';
    const possessive = kind === 'word' && first !== 39 ? POSSESSIVE.exec(word) : null;
    if (possessive && !CONTRACTIONS.has(word.toLowerCase())) {
      const stem = possessive[2]!.toLowerCase() === "s'" ? possessive[1]! + 's' : possessive[1]!;
      push(tokens, stem, start, 'word');
      push(tokens, word.slice(stem.length), start + stem.length, 'mark');
    } else push(tokens, word, start, kind);
  }
  return tokens;
}

function push(tokens: Token[], text: string, start: number, kind: TokenKind): void {
  tokens.push({ text, lower: text.replace(/\u00ad/g, '').toLowerCase(), start, end: start + text.length, kind });
}
