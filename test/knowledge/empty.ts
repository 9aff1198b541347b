import type { Knowledge } from '../../server/src/engine/knowledge/types';

/** Knowledge that knows nothing, for tests that bring the little that they need. */
export const EMPTY: Knowledge = {
  roles: { peer: [], other: [], collective: [], person: [], none: [] },
  lexicons: new Map(),
  cues: new Map(),
  sources: new Map(),
  figures: new Map(),
  words: new Map(),
  profiles: new Map(),
  rules: new Map(),
  editions: new Map(),
  references: new Map(),
  rewordings: [],
  prohibitions: [],
  moves: [],
  statements: new Map(),
  wordings: new Map(),
  suppressions: [],
  ownRules: new Set<string>(),
};
