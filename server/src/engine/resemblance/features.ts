import type { Token } from '../prose/token';

/** Endings of inflected forms, the longest first: a light form of the first step of Porter's stemmer (1980). */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?:'s|’s)$/, ''],
  [/ies$/, 'y'],
  [/sses$/, 'ss'],
  [/([^s])s$/, '$1'],
  [/(?:ing|ed)$/, ''],
  [/([^l])\1$/, '$1'],
  [/e$/, ''],
];

/** A word without its inflection; not always a word itself ("administ"). */
export function stemOf(lower: string): string {
  return lower.length < 4 ? lower : ENDINGS.reduce((word, [ending, rest]) => word.replace(ending, rest), lower);
}

/** What the words of a text are compared by: each stem, each pair of neighbours, and the one that comes first. */
export function featuresOf(tokens: readonly Pick<Token, 'lower' | 'kind'>[]): string[] {
  const stems = tokens.filter(({ kind }) => kind !== 'mark').map(({ lower }) => stemOf(lower));
  const found = new Set<string>(stems.slice(0, 1).map((first) => `^${first}`));
  stems.forEach((stem, i) => {
    found.add(stem);
    if (i > 0) found.add(`${stems[i - 1]!}_${stem}`);
  });
  return [...found];
}
