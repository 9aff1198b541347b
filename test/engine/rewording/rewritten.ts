import assert from 'node:assert/strict';
import { join } from 'node:path';
import { createEngine, type CheckOptions } from '../../../server/src/engine/engine';
import { type Finding, type Suggestion, type SuggestionKind } from '../../../server/src/engine/findings/finding';
import { loadKnowledge } from '../../../server/src/engine/knowledge/loader';
import { applyEdits } from '../../../server/src/engine/rewording/edit';
import { readPackFolder } from '../../../server/src/host/node-packs';

/* The product's rules and reader, with permitted forms and limits of the tests' own, so that these tests are about grammar. */

const real = loadKnowledge(readPackFolder(join(import.meta.dirname, '../../../server/knowledge'))).knowledge;

const SOURCES = [{ key: 'rfi-2017' }];

export const engine = createEngine({
  ...real,
  rewordings: [
    {
      rule: 'medication-administration',
      phrase: "at a person's request, help them learn about treatments",
      verb: 'help',
      sources: SOURCES,
    },
    { rule: 'medication-administration', when: ['swab'], phrase: 'play chess', verb: 'play', sources: SOURCES },
    { rule: 'routine-notes', phrase: 'keep a diary', verb: 'keep', sources: SOURCES },
    { rule: 'coercion-and-control', phrase: 'sit with people', verb: 'sit', sources: SOURCES },
  ],
  prohibitions: [
    { rule: 'medication-administration', phrase: 'handle medication' },
    { rule: 'routine-notes', phrase: 'write notes about anyone' },
    { rule: 'coercion-and-control', phrase: 'search anyone' },
    { rule: 'clinical-duties', phrase: 'provide therapy' },
  ],
});

const CITED = / \(CPS Code of Ethics[^)]*\)/g;

export const dutiesOf = (draft: string, options?: CheckOptions): Finding[] =>
  engine.check(draft, options).findings.filter((f) => f.family === 'duty');

/** What is offered on a duty: on the first, or on the first of a rule. */
export function suggestionOn(draft: string, kind: SuggestionKind, rule?: string): Suggestion | undefined {
  const finding = dutiesOf(draft).find((f) => rule === undefined || f.rule === rule);
  assert.ok(finding, `no duty was found in: ${draft}`);
  return finding.suggestions?.find((s) => s.kind === kind);
}

/** The draft with what is offered; "none" where nothing is. */
export function rewritten(draft: string, kind: SuggestionKind, rule?: string): string {
  const suggestion = suggestionOn(draft, kind, rule);
  return suggestion ? applyEdits(draft, suggestion.edits) : 'none';
}

/** A sentence under a heading that names no role, rewritten; citations left out. */
export const sentence = (text: string, kind: SuggestionKind = 'permitted', rule?: string): string =>
  rewritten(`# Program\n\n${text}\n`, kind, rule)
    .replace(/^# Program\n\n/, '')
    .replace(CITED, '')
    .trimEnd();

/** An item under a lead-in, or under a heading, rewritten: the items of its list, and what stands below. */
export const item = (text: string, lead = '', kind: SuggestionKind = 'permitted'): string =>
  rewritten(`# Peer Specialist\n\n${lead && `${lead}\n\n`}- Welcome people.\n- ${text}\n- Share a story.\n`, kind)
    .replace(/^[^]*- Welcome people\.\n/, '')
    .replace('- Share a story.', '…')
    .replace(CITED, '')
    .trim();

/** One test for each topic; all of its cases are tried, and those that came out otherwise are listed. */
export function each(
  topics: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>>,
  rewrite: (text: string) => string,
): void {
  for (const [topic, cases] of Object.entries(topics))
    it(topic, () => {
      assert.deepEqual(
        cases.map(([from]) => [from, rewrite(from)]),
        cases,
      );
    });
}
