import type { PhraseTrie } from './phrases';
import type { Searchable } from './pattern';
import { sentences } from './sentences';
import { tokenize, type Token } from './token';

/** One sentence of a block: its tokens (spans relative to the block's text) and where lexicon entries stand in it. */
export interface Sentence extends Searchable {
  readonly tokens: readonly Token[];
  readonly start: number;
  readonly end: number;
}

/** Splits a block's masked text into sentences and looks every lexicon up once. */
export function readSentences(text: string, trie: PhraseTrie): Sentence[] {
  return sentences(text).map((span) => {
    const tokens = tokenize(text.slice(span.start, span.end)).map((t) => ({
      ...t,
      start: t.start + span.start,
      end: t.end + span.start,
    }));
    const lexicons = indexLexicons(tokens, trie);
    const keys = new Set([...tokens.map((t) => t.lower), ...[...lexicons.keys()].map((id) => `{${id}}`)]);
    return { tokens, start: span.start, end: span.end, lexicons, keys };
  });
}

function indexLexicons(tokens: readonly Token[], trie: PhraseTrie): Map<string, Map<number, number[]>> {
  const index = new Map<string, Map<number, number[]>>();
  for (const { id, from, to } of trie.find(tokens)) {
    let starts = index.get(id);
    if (!starts) index.set(id, (starts = new Map<number, number[]>()));
    const ends = starts.get(from);
    if (ends) ends.unshift(to);
    else starts.set(from, [to]);
  }
  return index;
}
