import assert from 'node:assert/strict';
import { join } from 'node:path';
import { createEngine } from '../../server/src/engine/engine';
import { type Finding } from '../../server/src/engine/findings/finding';
import { loadKnowledge } from '../../server/src/engine/knowledge/loader';
import { readPackFolder } from '../../server/src/host/node-packs';

/* The knowledge of the product, for tests of how drafts are read. They ask about three plain duties only. */

export const knowledge = loadKnowledge(readPackFolder(join(import.meta.dirname, '../../server/knowledge'))).knowledge;

export const engine = createEngine(knowledge);

const PLAIN: Readonly<Record<string, string>> = {
  'medication-administration': 'meds',
  'routine-notes': 'notes',
  'coercion-and-control': 'searches',
};

/** The findings on the three plain duties. */
export const plainFindings = (draft: string): Finding[] =>
  engine.check(draft).findings.filter((f) => f.rule in PLAIN && f.certainty === 'breach');

/** Which of the three plain duties the draft gives to a peer role, as in "meds notes"; "" for none. */
export const given = (draft: string): string =>
  [...new Set(plainFindings(draft).map((f) => PLAIN[f.rule]))].sort().join(' ');

/** A sentence under a heading that names no role. */
export const alone = (sentence: string): string => `# Program\n\n${sentence}\n`;

/** What a draft, or a sentence by itself, is expected to give to peer roles. */
export type Case = readonly [text: string, expected: string];

/** One test for each topic; all of its cases are tried, and those that came out otherwise are listed. */
export function readsEach(topics: Readonly<Record<string, readonly Case[]>>, place = alone): void {
  for (const [topic, cases] of Object.entries(topics))
    it(topic, () => {
      const got = cases.map(([text]) => [text, given(place(text))]);
      assert.deepEqual(got, cases);
    });
}
