import type { Knowledge } from './types';

/**
 * What several packs of knowledge hold, for a report on drafts that were read with different ones: all that is shown in
 * reports (rules, sources, profiles, editions, statements); the rest is the first one's. Of two entries with one id, the
 * later stands.
 */
export function allKnown([first, ...others]: readonly [Knowledge, ...Knowledge[]]): Knowledge {
  return [...new Set(others)].reduce<Knowledge>(
    (all, { rules, sources, profiles, editions, statements }) => ({
      ...all,
      rules: new Map([...all.rules, ...rules]),
      sources: new Map([...all.sources, ...sources]),
      profiles: new Map([...all.profiles, ...profiles]),
      editions: new Map([...all.editions, ...editions]),
      statements: new Map([...all.statements, ...statements]),
    }),
    first,
  );
}
