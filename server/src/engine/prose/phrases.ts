import { nounForms, verbForms } from './inflect';
import type { Token } from './token';

/** How an entry's words are matched: a verb inflects its first word, a noun its last, a phrase stays as written. */
export type PhraseKind = 'verb' | 'noun' | 'phrase';

interface Node {
  readonly next: Map<string, Node>;
  readonly ids: string[];
}

const newNode = (): Node => ({ next: new Map(), ids: [] });

/** Where a phrase was found: a half-open range of token indices. */
export interface PhraseHit {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** Many word lists in one trie, so that a sentence is read once for all of them. */
export class PhraseTrie {
  private readonly root = newNode();

  /** Adds one entry of the list `id`. Hyphenated and open spellings of a compound match each other. */
  add(id: string, entry: string, kind: PhraseKind): void {
    const words = entry.toLowerCase().trim().split(/\s+/);
    for (const spelling of spellings(words)) for (const forms of inflections(spelling, kind)) this.insert(id, forms);
  }

  private insert(id: string, words: readonly string[]): void {
    let node = this.root;
    for (const word of words) {
      let next = node.next.get(word);
      if (!next) node.next.set(word, (next = newNode()));
      node = next;
    }
    if (!node.ids.includes(id)) node.ids.push(id);
  }

  /** Every occurrence of every list in `tokens`, in order of start; overlapping ones included. */
  find(tokens: readonly Token[]): PhraseHit[] {
    const hits: PhraseHit[] = [];
    for (let from = 0; from < tokens.length; from++) {
      let node = this.root.next.get(tokens[from]!.lower);
      for (let to = from + 1; node; to++) {
        for (const id of node.ids) hits.push({ id, from, to });
        const token = tokens[to];
        node = token ? node.next.get(token.lower) : undefined;
      }
    }
    return hits;
  }
}

function spellings(words: readonly string[]): string[][] {
  const all = [[...words]];
  const hyphenated = words.findIndex((w) => w.includes('-'));
  if (hyphenated >= 0) {
    all.push(words.flatMap((w) => w.split('-')));
    all.push(words.map((w) => w.replaceAll('-', '')));
  }
  if (words.length === 2) all.push([`${words[0]!}-${words[1]!}`]);
  return all;
}

function inflections(words: readonly string[], kind: PhraseKind): string[][] {
  if (kind === 'phrase') return [[...words]];
  if (kind === 'verb') return [...new Set(verbForms(words[0]!))].map((form) => [form, ...words.slice(1)]);
  const last = words.length - 1;
  return [...new Set(nounForms(words[last]!))].map((form) => [...words.slice(0, last), form]);
}
