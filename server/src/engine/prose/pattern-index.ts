import { mayMatch, type Pattern, type Searchable } from './pattern';

/** Many patterns, filed under the words that each needs most, so that a sentence is held against few of them. */
export class PatternIndex<T> {
  private readonly byKey = new Map<
    string,
    { readonly pattern: Pattern; readonly value: T; readonly order: number }[]
  >();
  private readonly always: { readonly pattern: Pattern; readonly value: T; readonly order: number }[] = [];

  constructor(entries: readonly { readonly pattern: Pattern; readonly value: T }[]) {
    entries.forEach(({ pattern, value }, order) => {
      const entry = { pattern, value, order };
      const telling = [...pattern.needs].sort((a, b) => a.length - b.length)[0];
      if (!telling) this.always.push(entry);
      for (const key of new Set(telling)) {
        const list = this.byKey.get(key);
        if (list) list.push(entry);
        else this.byKey.set(key, [entry]);
      }
    });
  }

  /** The entries whose patterns may match in the sentence, in the order they were given. */
  candidates(where: Searchable): { readonly pattern: Pattern; readonly value: T }[] {
    const found = new Set(this.always);
    for (const key of where.keys) for (const entry of this.byKey.get(key) ?? []) found.add(entry);
    return [...found].filter((e) => mayMatch(e.pattern, where)).sort((a, b) => a.order - b.order);
  }
}
