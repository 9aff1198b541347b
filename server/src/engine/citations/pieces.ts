import { tokenize } from '../prose/token';
import type { Span } from '../text/span';

/** A word, a number or a mark, smaller than a token: hyphenated words and joined numbers are taken apart. */
export interface Piece extends Span {
  /** As written, without soft hyphens. */
  readonly text: string;
  readonly lower: string;
  readonly kind: 'word' | 'number' | 'mark';
  /** Nothing stands between it and the piece before. */
  readonly glued: boolean;
}

const PARTS = /[^-]+/g;
const NUMBERS = /[^,/:]+|[,/:]/g;

/** The pieces of a masked text; spans are moved by `offset`. */
export function pieces(text: string, offset = 0): Piece[] {
  const found: Piece[] = [];
  const push = (from: number, part: string, kind: Piece['kind']): void => {
    const start = offset + from;
    const plain = part.replaceAll('\u00ad', '');
    const glued = found.at(-1)?.end === start;
    found.push({ text: plain, lower: plain.toLowerCase(), kind, glued, start, end: start + part.length });
  };
  for (const token of tokenize(text)) {
    const written = text.slice(token.start, token.end);
    if (token.kind === 'word' && written.includes('-')) {
      for (const part of written.matchAll(PARTS)) push(token.start + part.index, part[0], 'word');
    } else if (token.kind === 'number' && /[,/:]/.test(written)) {
      for (const part of written.matchAll(NUMBERS))
        push(token.start + part.index, part[0], /\d/.test(part[0]) ? 'number' : 'mark');
    } else push(token.start, written, token.kind);
  }
  return found;
}

/** The words of a phrase as they are compared: lower case, without marks, hyphenated words taken apart. */
export const wordsOf = (phrase: string): string[] =>
  pieces(phrase)
    .filter(({ kind }) => kind !== 'mark')
    .map(({ lower }) => lower);

/** Marks in a row that may stand within a phrase. */
const MOST_SKIPPED = 3;

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  value: T | undefined;
}

/** Phrases in one tree, so that a text is read once for all of them. */
export class Phrases<T> {
  private readonly root: Node<T> = { next: new Map(), value: undefined };

  /** Puts a value at a phrase; `merge` makes one of it and what is there already. */
  add(words: readonly string[], value: T, merge: (there: T, added: T) => T = (there) => there): void {
    if (words.length === 0) return;
    let node = this.root;
    for (const word of words) {
      let next = node.next.get(word);
      if (!next) node.next.set(word, (next = { next: new Map(), value: undefined }));
      node = next;
    }
    node.value = node.value === undefined ? value : merge(node.value, value);
  }

  /**
   * The longest phrase that begins at `from`.
   *
   * @param skips whether the mark at an index may stand within a phrase
   * @param end where the phrase has to end at the latest
   * @returns its value and the index behind its last word
   */
  longestAt(
    list: readonly Piece[],
    from: number,
    skips: (index: number) => boolean = () => false,
    end = list.length,
  ): { readonly value: T; readonly to: number } | undefined {
    let node: Node<T> | undefined = this.root;
    let best: { value: T; to: number } | undefined;
    let skipped = 0;
    for (let i = from; i < end; i++) {
      const next: Node<T> | undefined = node.next.get(list[i]!.lower);
      if (next === undefined) {
        if (i > from && skipped++ < MOST_SKIPPED && skips(i)) continue;
        break;
      }
      skipped = 0;
      node = next;
      if (node.value !== undefined) best = { value: node.value, to: i + 1 };
    }
    return best;
  }
}
