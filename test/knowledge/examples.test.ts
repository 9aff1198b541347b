import assert from 'node:assert/strict';
import { join } from 'node:path';
import { exampleDraft } from '../../scripts/lib/examples';
import { createEngine } from '../../server/src/engine/engine';
import { type Rule } from '../../server/src/engine/knowledge/types';
import { loadKnowledge } from '../../server/src/engine/knowledge/loader';
import { readPackFolder } from '../../server/src/host/node-packs';

const { knowledge } = loadKnowledge(readPackFolder(join(import.meta.dirname, '../../server/knowledge')));
const engine = createEngine(knowledge);

const isBreach = (rule: Rule, example: string): boolean =>
  engine.check(exampleDraft(example)).findings.some((f) => f.rule === rule.id && f.certainty === 'breach');

describe('the examples that each rule gives', () => {
  for (const rule of knowledge.rules.values()) {
    describe(rule.id, () => {
      it('finds what it flags', () => {
        assert.deepEqual(
          rule.flags.filter((example) => !isBreach(rule, example)),
          [],
        );
      });

      it('leaves alone what it allows', () => {
        assert.deepEqual(
          rule.allows.filter((example) => isBreach(rule, example)),
          [],
        );
      });
    });
  }
});
