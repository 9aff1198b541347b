import assert from 'node:assert/strict';
import { type CheckOptions } from '../../../server/src/engine/engine';
import { type Finding } from '../../../server/src/engine/findings/finding';
import { alone, engine } from '../real-pack';

/** A bullet in a peer specialist's list of terms; anything else stands alone, under a heading that names no role. */
export const draftOf = (text: string): string =>
  text.startsWith('- ') ? `# Peer Specialist\n\nThe peer specialist will:\n\n${text}\n` : alone(text);

/** What one rule finds in a whole draft. */
export const findingsOf = (rule: string, draft: string, options: CheckOptions = {}): Finding[] =>
  engine.check(draft, options).findings.filter((f) => f.rule === rule && f.certainty === 'breach');

/** Fails with those sentences that the rule should have found, and did not. */
export function finds(rule: string, sentences: readonly string[]): void {
  assert.deepEqual(
    sentences.filter((s) => findingsOf(rule, draftOf(s)).length === 0),
    [],
  );
}

/** Fails with those sentences that the rule should have left alone. */
export function leaves(rule: string, sentences: readonly string[]): void {
  assert.deepEqual(
    sentences.filter((s) => findingsOf(rule, draftOf(s)).length > 0),
    [],
  );
}
