import assert from 'node:assert/strict';
import { createEngine } from '../../../server/src/engine/engine';
import { loadKnowledge } from '../../../server/src/engine/knowledge/loader';
import { parseDraft } from '../../../server/src/engine/markdown/parse';
import { allowHere, allowInDraft, allowInWorkspace, cleanReason } from '../../../server/src/engine/suppression/write';
import { builtinKnowledge } from '../../../server/src/host/builtin-knowledge.generated';

const engine = createEngine(loadKnowledge(builtinKnowledge).knowledge);
const check = (text: string) => engine.check(text, { suggestions: false });
const rules = (text: string): string[] =>
  check(text)
    .findings.filter(({ family }) => family === 'duty' || family === 'document')
    .map(({ rule }) => rule);
const left = (text: string) => check(text).suppressed.map(({ finding, reason, by }) => [finding.rule, reason, by]);

const ALLOW = '<!-- peer-role-check: allow routine-notes because the contract asks for it -->';
const LEFT = [['routine-notes', 'the contract asks for it', 'comment']];
const HEAD = '# Peer Specialist\n\nThe peer specialist will:\n\n';

describe('a comment that allows', function () {
  this.timeout(30_000);
  const places: Record<string, string> = {
    'behind an item': `${HEAD}- Write progress notes. ${ALLOW}\n`,
    'behind an item without a stop': `${HEAD}- Write progress notes ${ALLOW}\n- Sit with people\n`,
    'within the sentence': `The peer specialist writes progress notes ${ALLOW} every day.\n`,
    'behind a sentence, with another after it': `The peer specialist writes progress notes. ${ALLOW} She also listens.\n`,
    'on the line below, as wrapping may leave it': `The peer specialist writes\nprogress notes.\n${ALLOW}\nShe also listens.\n`,
    'wrapped itself': `The peer specialist writes progress notes. <!-- peer-role-check: allow\nroutine-notes because the contract\nasks for it -->\n`,
    'in a quote, wrapped': `> The peer specialist writes progress notes. <!-- peer-role-check: allow\n> routine-notes because the contract\n> asks for it -->\n`,
    'in a cell': `| Role | Task |\n| --- | --- |\n| Peer specialist | Writes progress notes ${ALLOW} |\n`,
    'above a paragraph, alone': `${ALLOW}\n\nThe peer specialist writes progress notes.\n`,
    'above a list, alone': `# Peer Specialist\n\n${ALLOW}\n\n- Write progress notes.\n`,
  };
  for (const [where, text] of Object.entries(places)) {
    it(`works ${where}`, () => {
      if (where.startsWith('in a quote')) {
        // A quotation is not flagged at all; the comment is read, and says that it has nothing to do.
        assert.deepEqual(rules(text), ['unused-suppression']);
        return;
      }
      assert.deepEqual(rules(text), []);
      assert.deepEqual(left(text), LEFT);
    });
  }

  it('names several rules', () => {
    const text = `${HEAD}- Write progress notes and administer medication. <!-- peer-role-check: allow routine-notes and medication-administration because we were asked -->\n`;
    assert.deepEqual(rules(text), []);
    assert.equal(left(text).length, 2);
  });

  it('leaves the next sentence, the next item and other rules alone', () => {
    assert.deepEqual(rules(`${HEAD}- Write progress notes. ${ALLOW}\n- Write daily logs.\n`), ['routine-notes']);
    assert.deepEqual(rules(`The peer specialist listens. ${ALLOW} The peer specialist writes progress notes.\n`), [
      'unused-suppression',
      'routine-notes',
    ]);
    assert.deepEqual(rules(`${HEAD}- Administer medication. ${ALLOW}\n`), [
      'medication-administration',
      'unused-suppression',
    ]);
  });

  it('does nothing without a reason, or for a rule that there is not, and says so', () => {
    const without = check(`${HEAD}- Write progress notes. <!-- peer-role-check: allow routine-notes -->\n`);
    assert.deepEqual(
      without.findings.filter(({ family }) => family !== 'completeness').map(({ rule }) => rule),
      ['routine-notes', 'unclear-suppression'],
    );
    assert.match(without.findings.find(({ rule }) => rule === 'unclear-suppression')?.message ?? '', /because/);
    const wrong = check(`${HEAD}- Write progress notes. <!-- peer-role-check: allow routine-note because x -->\n`);
    assert.match(wrong.findings.find(({ rule }) => rule === 'unclear-suppression')?.message ?? '', /"routine-notes"/);
    assert.ok(rules('<!-- peer-role-check: ignore all -->\n\nHello.\n').includes('unclear-suppression'));
  });

  it('says when it has nothing to do any more, and offers to go', () => {
    const text = `${HEAD}- Sit with people. ${ALLOW}\n`;
    const [finding] = engine.check(text).findings.filter(({ rule }) => rule === 'unused-suppression');
    const edit = finding?.suggestions?.[0]?.edits[0];
    assert.ok(edit);
    const after = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
    assert.equal(after, `${HEAD}- Sit with people.\n`);
  });

  it('is no matter of other comments', () => {
    assert.deepEqual(rules('<!-- TODO: allow more time because -->\n\nHello.\n'), []);
  });
});

describe('a front matter that allows', function () {
  this.timeout(30_000);
  const draft = (entry: string): string =>
    `---\npeer-role-allow:${entry}\n---\n\n${HEAD}- Write progress notes.\n- Write daily logs.\n`;
  const REASON = 'routine-notes because the contract asks for it';

  for (const [how, entry] of [
    ['a list', `\n  - ${REASON}`],
    ['a list in quotes', `\n  - "${REASON}"`],
    ['one value', ` ${REASON}`],
  ] as const) {
    it(`counts in the whole draft, as ${how}`, () => {
      assert.deepEqual(rules(draft(entry)), []);
      assert.deepEqual(left(draft(entry)), [
        ['routine-notes', 'the contract asks for it', 'front-matter'],
        ['routine-notes', 'the contract asks for it', 'front-matter'],
      ]);
    });
  }

  it('says what has nothing to do, and what is not understood', () => {
    assert.ok(rules(draft('\n  - reading-records because we do')).includes('unused-suppression'));
    assert.ok(rules(draft('\n  - all of it!')).includes('unclear-suppression'));
  });
});

describe('a workspace that allows', function () {
  this.timeout(30_000);
  const own = (text: string) => loadKnowledge(builtinKnowledge, [{ path: 'suppressions.yml', text }]);

  it('counts in every draft, and is listed with its reason', () => {
    const { knowledge, errors } = own('suppressions:\n  - rule: routine-notes\n    because: we answer two contracts\n');
    assert.deepEqual(errors, []);
    const result = createEngine(knowledge).check(`${HEAD}- Write progress notes.\n- Administer medication.\n`, {
      suggestions: false,
    });
    assert.deepEqual(
      result.suppressed.map(({ finding, reason, by }) => [finding.rule, reason, by]),
      [['routine-notes', 'we answer two contracts', 'workspace']],
    );
    assert.ok(result.findings.some(({ rule }) => rule === 'medication-administration'));
  });

  it('is told of a rule that there is not, and of a missing reason', () => {
    const { errors, knowledge } = own('suppressions:\n  - rule: routine-note\n    because: x\n  - rule: peer-pay\n');
    assert.deepEqual(knowledge.suppressions, []);
    assert.equal(errors.length, 2);
    assert.match(errors.map(({ message }) => message).join(' '), /"routine-note".*because/s);
  });
});

describe('a document that is no draft', () => {
  it('is not checked, if it says so at its start', () => {
    const text = `${HEAD}- Write progress notes.\n`;
    assert.deepEqual(rules(`<!-- peer-role-check: not a draft, but a memo about drafts -->\n\n${text}`), []);
    assert.ok(rules(`${text}\n<!-- peer-role-check: not a draft -->\n`).includes('routine-notes'));
  });
});

describe('writing down that something is allowed', function () {
  this.timeout(30_000);
  const REASON = 'the contract asks for it';
  const written = (text: string, words: string, reason = REASON): string => {
    const start = text.indexOf(words);
    const edits = allowHere(parseDraft(text), { start, end: start + words.length }, 'routine-notes', reason);
    return edits.reduce((t, { span, text: fresh }) => t.slice(0, span.start) + fresh + t.slice(span.end), text);
  };
  const cases: Record<string, string> = {
    item: `${HEAD}- Write progress notes.\n- Sit with people.\n`,
    sentence: 'The peer specialist will write progress notes. She listens.\n',
    'hard-wrapped line': 'The peer specialist will\nWrite progress notes\nevery day. She listens.\n'.replace(
      'Write',
      'write',
    ),
    cell: '| Role | Task |\n| --- | --- |\n| Peer specialist | Write progress notes |\n',
    emphasis: `${HEAD}- **Write progress notes**\n`,
  };
  for (const [what, text] of Object.entries(cases)) {
    it(`takes the finding out: ${what}`, () => {
      const words = text.includes('Write') ? 'Write progress notes' : 'write progress notes';
      assert.ok(rules(text).includes('routine-notes'), 'nothing to take out');
      const after = written(text, words);
      assert.deepEqual(rules(after), []);
      assert.equal(after.replace(/ <!--.*?-->/, ''), text);
    });
  }

  it('cleans a reason that would end the comment or the cell', () => {
    assert.equal(cleanReason(' because a --> b | c\n<d>'), 'a – b / c d');
    const after = written(cases['cell']!, 'Write progress notes', 'a | b --> c');
    assert.deepEqual(left(after), [['routine-notes', 'a / b – c', 'comment']]);
  });

  it('writes into the front matter, twice too', () => {
    let text = `${HEAD}- Write progress notes.\n- Administer medication.\n`;
    for (const rule of ['routine-notes', 'medication-administration']) {
      for (const { span, text: fresh } of allowInDraft(parseDraft(text), rule, 'asked: "yes", # of course'))
        text = text.slice(0, span.start) + fresh + text.slice(span.end);
    }
    assert.deepEqual(rules(text), []);
    assert.equal(left(text).length, 2);
  });

  it('writes a file for the workspace, and adds to one, so that both can be read', () => {
    const first = allowInWorkspace(undefined, 'routine-notes', 'one: "two"');
    const both = allowInWorkspace(first, 'peer-pay', 'because we say so');
    const { knowledge, errors } = loadKnowledge(builtinKnowledge, [{ path: 'suppressions.yml', text: both }]);
    assert.deepEqual(errors, []);
    assert.deepEqual(knowledge.suppressions, [
      { rule: 'routine-notes', because: 'one: "two"' },
      { rule: 'peer-pay', because: 'we say so' },
    ]);
  });
});
