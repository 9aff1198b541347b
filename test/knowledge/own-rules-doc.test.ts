import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createBuiltinEngine } from '../../server/src/host/create-checker';

/* What docs/own-rules.md tells people to write, loaded as they would have it: all of it in one folder. */

const page = readFileSync(path.join(__dirname, '../../docs/own-rules.md'), 'utf8').replaceAll('\r\n', '\n');
const files = [...page.matchAll(/```yaml\n# \.peer-role-check\/(\S+)\n([\s\S]*?)```/g)].map(([, name, text]) => ({
  path: name!,
  text: `#\n${text!}`,
}));
const { engine, errors } = createBuiltinEngine(files);

const FRONT = '---\npeer-role-profile: harbor-2027\ncode-of-ethics: "harbor-2026"\n---\n\n';
const HEAD = `${FRONT}# Recovery Guide\n\nThe recovery guide will:\n\n`;
const found = (text: string) =>
  engine.check(text).findings.map(({ rule, severity, authority }) => `${rule} ${severity} ${authority}`);

describe('the page about an organization’s own rules', function () {
  this.timeout(20_000); // each engine with files of its own is made anew

  it('has examples of every kind that it speaks of, and none has a mistake', () => {
    assert.deepEqual(
      files.map(({ path: name }) => name),
      [
        'sources.yml',
        'harbor-county.yml',
        'harbor-code.yml',
        'roles.yml',
        'wording.yml',
        'references.yml',
        'suppressions.yml',
        'key-holding.yml',
      ],
    );
    assert.deepEqual(errors, []);
  });

  it('names everything that a file can hold', () => {
    const { errors: unclear } = createBuiltinEngine([{ path: 'odd.yml', text: 'nothing: of this\n' }]);
    const words = [...(unclear[0]?.message ?? '').matchAll(/"([a-z]+):"/g)].map(([, word]) => word!);
    assert.ok(words.length > 10, unclear[0]?.message);
    for (const word of words) assert.match(page, new RegExp(`^\\| .*\`${word}\``, 'm'), word);
  });

  it('shows a contract that sets its own authority, figures and exceptions', () => {
    assert.deepEqual(found(`${HEAD}- Administers medication to guests.\n`), [
      'medication-administration error contract',
    ]);
    assert.deepEqual(found(`${HEAD}- Keeps a contact log.\n`), []);
    assert.deepEqual(found(`${HEAD}- Writes progress notes about guests.\n`), ['routine-notes warning ethics']);
    assert.deepEqual(found(`${FRONT}# Recovery Guide\n\nThis is an entry-level position.\n`), []);
    const ratio = `${FRONT}# Staffing\n\nWe serve 100 people with 4.0 FTE peer specialists.\n`;
    assert.deepEqual(found(ratio), ['peer-ratio information practice']);
    assert.deepEqual(found(ratio.replace('4.0', '5.0')), []);
  });

  it('shows names of roles, in each of their kinds', () => {
    assert.deepEqual(found(`${FRONT}# Duties\n\nThe house lead administers medication to guests.\n`), []);
    const crew = `${FRONT}# Recovery Guide\n\nThe harbor crew administers medication.\n`;
    assert.deepEqual(found(crew), ['medication-administration warning contract']);
  });

  it('shows an edition of the Code that citations are checked against', () => {
    const cites = (number: number) =>
      `${FRONT}# Privacy\n\nWhat people tell a recovery guide stays private (Harbor Peer Code of Ethics (2026), principle ${number}).\n`;
    assert.deepEqual(found(cites(2)), []);
    assert.deepEqual(found(cites(9)), ['citation-unknown error ethics']);
  });

  it('shows places in a contract, and wording, that are then known', () => {
    const { mentions } = engine.check(`${FRONT}# Scope\n\nSee Section 4.2 of the Harbor Agreement.\n`);
    assert.equal(mentions[0]?.reference, 'harbor-4.2');
    assert.equal(engine.knowledge.wordings.get('harbor-limits')?.group, 'Harbor County');
  });

  it('shows how to leave a rule out, with the reason', () => {
    const { findings, suppressed } = engine.check(`${FRONT}# Scope\n\nRecovery guides support clients.\n`);
    assert.deepEqual(findings, []);
    assert.deepEqual(
      suppressed.map(({ finding, by }) => [finding.rule, by]),
      [['respectful-language', 'workspace']],
    );
  });

  it('shows a rule of its own, which finds what it says and leaves the rest', () => {
    assert.deepEqual(found(`${HEAD}- Keeps the keys of guests who are away.\n`), ['key-holding error contract']);
    assert.deepEqual(found(`${FRONT}# Keys\n\nThe landlord keeps the keys.\n`), []);
  });
});
