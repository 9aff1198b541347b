import type { Knowledge } from '../knowledge/types';
import { parsePattern, type Pattern, type Searchable } from '../prose/pattern';
import { PatternIndex } from '../prose/pattern-index';
import { PhraseTrie } from '../prose/phrases';

/** Roles and cues in the form the reader uses: parsed once for each knowledge, shared by all drafts. */
export interface Grammar {
  readonly trie: PhraseTrie;
  readonly roles: PatternIndex<RoleKind | 'none'>;
  /** Patterns of the cue set `id` that may match in the sentence; none where the pack has no such set. */
  cues(id: string, where: Searchable): readonly Pattern[];
}

export type RoleKind = 'peer' | 'other' | 'collective' | 'person';

export function compileGrammar(knowledge: Knowledge): Grammar {
  const trie = new PhraseTrie();
  for (const lexicon of knowledge.lexicons.values()) {
    for (const entry of lexicon.entries) {
      trie.add(lexicon.id, entry, lexicon.kind);
      // A verb of any lexicon is a verb for the reader too.
      if (lexicon.kind === 'verb') trie.add('verb-or-noun', entry.split(' ')[0]!, 'verb');
    }
  }
  const kinds = ['peer', 'other', 'collective', 'person', 'none'] as const satisfies readonly (RoleKind | 'none')[];
  const cues = new PatternIndex(
    [...knowledge.cues].flatMap(([id, set]) =>
      set.entries.map((entry) => ({ pattern: parsePattern(entry), value: id })),
    ),
  );
  const seen = new WeakMap<Searchable, Map<string, Pattern[]>>();
  return {
    trie,
    roles: new PatternIndex(
      kinds.flatMap((kind) => knowledge.roles[kind].map((entry) => ({ value: kind, pattern: parsePattern(entry) }))),
    ),
    cues: (id, where) => {
      let bySet = seen.get(where);
      if (!bySet) {
        bySet = new Map();
        for (const { pattern, value } of cues.candidates(where))
          bySet.set(value, [...(bySet.get(value) ?? []), pattern]);
        seen.set(where, bySet);
      }
      return bySet.get(id) ?? [];
    },
  };
}
