import assert from 'node:assert/strict';
import { join } from 'node:path';
import { exampleDraft } from '../../scripts/lib/examples';
import { createEngine } from '../../server/src/engine/engine';
import { type Finding } from '../../server/src/engine/findings/finding';
import { loadKnowledge } from '../../server/src/engine/knowledge/loader';
import { applyEdits } from '../../server/src/engine/rewording/edit';
import { conjugate } from '../../server/src/engine/rewording/verbs';
import { readPackFolder } from '../../server/src/host/node-packs';
import { load } from './pack';

/* The permitted forms and limits of the product, held against every example of every duty rule. */

const { knowledge } = loadKnowledge(readPackFolder(join(import.meta.dirname, '../../server/knowledge')));
const engine = createEngine(knowledge);
const duties = [...knowledge.rules.values()].filter((rule) => rule.family === 'duty');

const louder = (findings: readonly Finding[]): Finding[] => findings.filter((f) => f.severity !== 'hint');

/** What a draft has that another one had not: findings that are no hints, by rule. */
function added(before: readonly Finding[], after: readonly Finding[]): string[] {
  const left = louder(before).map((f) => f.rule);
  return louder(after).flatMap((f) => {
    const i = left.indexOf(f.rule);
    if (i < 0) return [`${f.rule} (${f.severity}): ${f.text}`];
    left.splice(i, 1);
    return [];
  });
}

describe('rewording: the examples of the duty rules', () => {
  const offered = { permitted: 0, prohibition: 0 };
  let examples = 0;

  for (const rule of duties)
    it(`${rule.id}: what is offered makes the finding go away and brings no other`, () => {
      for (const example of rule.flags) {
        const draft = exampleDraft(example);
        const { findings } = engine.check(draft);
        const found = findings.filter((f) => f.rule === rule.id);
        assert.ok(found[0], example);
        examples++;
        const kinds = new Set(found[0].suggestions?.map((s) => s.kind));
        if (kinds.has('permitted')) offered.permitted++;
        if (kinds.has('prohibition')) offered.prohibition++;
        for (const finding of findings.filter((f) => f.family === 'duty'))
          for (const { kind, title, edits } of finding.suggestions ?? []) {
            const text = applyEdits(draft, edits);
            const after = engine.check(text, { suggestions: false }).findings;
            const count = (list: readonly Finding[]): number => list.filter((f) => f.rule === finding.rule).length;
            assert.ok(count(after) < count(findings), `${kind} for "${example}" keeps the finding: ${text}`);
            assert.deepEqual(added(findings, after), [], `${kind} for "${example}": ${text}`);
            assert.ok(title.length <= 120, title);
            assert.doesNotMatch(text, / {2}\S|\s[,.;]|,,|\.\./, `${kind} for "${example}": ${text}`);
          }
      }
    });

  it('have a permitted form and a limit, nearly all of them', () => {
    assert.ok(examples >= 60, String(examples));
    assert.ok(offered.permitted / examples >= 0.9, `${offered.permitted} of ${examples} have a permitted form`);
    assert.ok(offered.prohibition / examples >= 0.9, `${offered.prohibition} of ${examples} have a limit`);
  });
});

describe('rewording: the permitted forms', () => {
  it('are there for every duty rule, with one for any words and a limit', () => {
    for (const { id } of duties) {
      assert.equal(
        knowledge.rewordings.filter((r) => r.rule === id && !r.when && !r.profiles).length,
        1,
        `${id} needs one form without "when"`,
      );
      assert.ok(
        knowledge.prohibitions.some((p) => p.rule === id && !p.profiles),
        id,
      );
    }
  });

  it('are no duties themselves, whoever does them and however they are put', () => {
    for (const { phrase, verb, profiles } of knowledge.rewordings) {
      const say = (form: 'third' | 'gerund'): string => phrase.replace(verb, conjugate(verb, form));
      const drafts = [
        `# Program\n\nPeer specialists will ${phrase}.\n`,
        `# Program\n\nThe peer specialist ${say('third')}.\n`,
        `# Peer Specialist\n\nDuties include:\n\n- ${say('gerund')}\n`,
      ];
      for (const draft of drafts) {
        const { findings } = engine.check(draft, {
          suggestions: false,
          ...(profiles && { profileOverride: profiles[0]! }),
        });
        assert.deepEqual(
          louder(findings)
            .filter((f) => f.family !== 'completeness')
            .map((f) => `${f.rule}: ${f.text}`),
          [],
          draft,
        );
      }
    }
  });

  it('say nothing of the one who does them that would not suit "you"', () => {
    for (const { phrase } of knowledge.rewordings)
      assert.doesNotMatch(phrase, /\b(?:as an equal|one's|oneself|himself|herself|his or her)\b/);
  });

  it('can be inflected', () => {
    assert.deepEqual(
      ['help', 'go', 'get', 'stay', 'accompany', 'make', 'write', 'hear'].map(
        (v) => `${conjugate(v, 'third')} ${conjugate(v, 'gerund')}`,
      ),
      [
        'helps helping',
        'goes going',
        'gets getting',
        'stays staying',
        'accompanies accompanying',
        'makes making',
        'writes writing',
        'hears hearing',
      ],
    );
    for (const { verb } of knowledge.rewordings)
      assert.notEqual(conjugate(verb, 'third'), conjugate(verb, 'gerund'), verb);
  });
});

describe('rewording: a contract’s own forms', () => {
  const permitted = (sentence: string, profile: string): string | undefined => {
    const draft = `# Program\n\n${sentence}\n`;
    const suggestion = engine
      .check(draft, { profileOverride: profile })
      .findings.flatMap((f) => f.suggestions ?? [])
      .find((s) => s.kind === 'permitted');
    return suggestion && applyEdits(draft, suggestion.edits).split('\n')[2];
  };

  it('are offered under that contract alone', () => {
    const own = /Plan of Safe Care/;
    const sentence = 'The peer specialist writes the treatment plan of each pregnant member and parent.';
    assert.match(permitted(sentence, 'cbhc') ?? '', own);
    assert.doesNotMatch(permitted(sentence, 'accs') ?? '', own);
  });
});

describe('rewording: the file', () => {
  const file = (move: string): Record<string, string> => ({
    'rewording.yml': `rewording:
  - rule: giving
    phrase: talk about it
    verb: talk
    sources: [{ key: paper-2012 }]
prohibition:
  - rule: giving
    phrase: give medicine
${move}`,
  });

  it('may name the roles that a duty can go to', () => {
    const { knowledge: small, errors } = load(file('move:\n  - rule: giving\n    roles: [nurse]\n'));
    assert.deepEqual(errors, []);
    assert.deepEqual(small.moves, [{ rule: 'giving', roles: ['nurse'] }]);
    assert.deepEqual(load(file('')).knowledge.moves, []);
  });

  it('is told about a rule that does not exist, and about a missing list of roles', () => {
    const { errors } = load(file('move:\n  - rule: givin\n    roles: [nurse]\n  - rule: giving\n'));
    assert.ok(errors.length >= 2, errors.join('\n'));
    assert.match(errors.join('\n'), /There is no rule "givin"\. Did you mean "giving"\?/);
    assert.match(errors.join('\n'), /roles/);
  });
});
