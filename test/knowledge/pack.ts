import { loadKnowledge } from '../../server/src/engine/knowledge/loader';
import type { KnowledgeFile } from '../../server/src/engine/knowledge/types';

/** A small pack without mistakes; tests break one thing at a time. */
export const GOOD: Readonly<Record<string, string>> = {
  'roles.yml': `peer:
  - "peer {head}"
other:
  - nurse
collective: [staff]
person: [person]
none:
  - "staff meeting"
`,
  'sources.yml': `sources:
  - key: paper-2012
    title: A Paper
    publisher: A Committee, 2012
    year: 2012
  - key: contract
    title: The Contract
    publisher: A Department
    note: Items a to c only.
`,
  'lexicons/heads.yml': `lexicons:
  - id: head
    kind: noun
    entries: [specialist, worker]
  - id: give
    kind: verb
    entries:
      - give
      - hand out
`,
  'cues/not.yml': `id: not
entries: [never, "no {head}"]
`,
  'cues/more.yml': `cues:
  - id: by
    entries: [by]
  - id: ask
    entries: ["<ask>"]
`,
  'profiles/first.yml': `id: first
title: First contract
answers: the first call for bids
severity:
  contract: error
  ethics: warning
  practice: information
rules:
  giving:
    authority: contract
    sources:
      - { key: contract, section: "7.5 a" }
  ratio:
    off: true
`,
  'rules/duty/giving.yml': `id: giving
family: duty
title: Giving
message: Peers do not give.
why: It is not theirs.
allowed: Talking about it.
authority: ethics
sources:
  - key: paper-2012
    section: "10"
reads:
  any:
    - "{give} medicine"
flags:
  - The peer specialist gives medicine.
allows:
  - The nurse gives medicine.
`,
  'rules/structure/ratio.yml': `id: ratio
family: structure
title: Ratio
message: Too few.
why: People need peers.
allowed: 1 to 30.
authority: practice
sources: [{ key: paper-2012 }]
check: peer-ratio
flags: [1 FTE for 60 people]
allows: [1 FTE for 30 people]
`,
};

/** The good pack, with some files changed, added, or (undefined) left out. */
export function packWith(changes: Readonly<Record<string, string | undefined>> = {}): KnowledgeFile[] {
  return Object.entries({ ...GOOD, ...changes }).flatMap(([path, text]) =>
    text === undefined ? [] : [{ path, text }],
  );
}

/** Loads the good pack with changes; errors as `path:line message`, the way people read them. */
export function load(changes: Readonly<Record<string, string | undefined>> = {}): {
  knowledge: ReturnType<typeof loadKnowledge>['knowledge'];
  errors: string[];
} {
  const { knowledge, errors } = loadKnowledge(packWith(changes));
  return { knowledge, errors: errors.map(({ path, line, message }) => `${path}:${String(line)} ${message}`) };
}

/** A file of the good pack with `from` replaced; fails where `from` is not in it, so that no test tests nothing. */
export function edited(path: string, from: string, to: string): Record<string, string> {
  const text = GOOD[path];
  if (text === undefined || !text.includes(from)) throw new Error(`"${from}" is not in ${path}`);
  return { [path]: text.replace(from, to) };
}
