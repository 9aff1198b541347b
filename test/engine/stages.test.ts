import assert from 'node:assert/strict';
import { createEngine } from '../../server/src/engine/engine';
import type { Finding } from '../../server/src/engine/findings/finding';
import type { Knowledge } from '../../server/src/engine/knowledge/types';
import { failureText } from '../../server/src/engine/result';
import { engine, knowledge } from './real-pack';
import { response } from './statements/documents';

const DRAFT = response('Peer specialists administer medication in the evening.');

/* A stage fails where something that it asks the knowledge for throws. */
const fail = (): never => {
  throw new Error('stumbled');
};
const noWordings: Knowledge = {
  ...knowledge,
  wordings: Object.assign(new Map(knowledge.wordings), { values: fail }),
};
const noProhibitions: Knowledge = {
  ...knowledge,
  prohibitions: Object.assign([...knowledge.prohibitions], { filter: fail }),
};

const onDuties = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ family }) => family === 'duty');

describe('a stage that fails', function () {
  // Each engine compiles the whole knowledge.
  this.timeout(60_000);

  it('leaves the findings of all others: missing statements', () => {
    const { findings, checklist, failures } = createEngine(noWordings).check(DRAFT);
    const whole = engine.check(DRAFT);
    assert.deepEqual(
      failures.map(({ stage, error }) => [stage, (error as Error).message]),
      [['statements', 'stumbled']],
    );
    assert.deepEqual(checklist, []);
    assert.deepEqual(
      findings,
      whole.findings.filter(({ family }) => family !== 'completeness'),
    );
    assert.equal(onDuties(findings).length, 1);
    assert.ok(onDuties(findings)[0]!.suggestions!.length > 0);
  });

  it('leaves the findings of all others: wording to put in place', () => {
    const { findings, checklist, failures } = createEngine(noProhibitions).check(DRAFT);
    const whole = engine.check(DRAFT, { suggestions: false });
    assert.deepEqual(
      failures.map(({ stage }) => stage),
      ['suggestions'],
    );
    assert.deepEqual(findings, whole.findings);
    assert.deepEqual(checklist, whole.checklist);
    assert.equal(onDuties(findings)[0]!.suggestions, undefined);
  });

  it('is said in plain words, once', () => {
    const { failures } = createEngine(noWordings).check(DRAFT);
    assert.deepEqual(failures.map(failureText), [
      'A mistake in the checker: missing statements were not looked for. Everything else was.',
    ]);
    assert.deepEqual(engine.check(DRAFT).failures, []);
  });

  it('makes no comment look needless that leaves out what it would have found', () => {
    const remarks = (by = engine): string[] =>
      by
        .check(`${DRAFT}\n<!-- peer-role-check: allow missing-peer-ratio because the call sets none -->\n`)
        .findings.filter(({ family }) => family === 'document')
        .map(({ rule }) => rule);
    assert.ok(remarks().includes('unused-suppression'));
    assert.deepEqual(remarks(createEngine(noWordings)), []);
  });
});
