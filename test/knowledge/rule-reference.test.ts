import assert from 'node:assert/strict';
import { ruleReference } from '../../scripts/rule-reference';
import { edited, load } from './pack';

/** The reference of the good pack with some files changed. */
function referenceOf(changes: Readonly<Record<string, string | undefined>> = {}): string {
  const { knowledge, errors } = load(changes);
  assert.deepEqual(errors, []);
  return ruleReference(knowledge);
}

/** What stands about a rule, from its anchor to the next anchor or chapter. */
function sectionOf(reference: string, id: string): string {
  const start = reference.indexOf(`<a id="${id}"></a>`);
  assert.ok(start >= 0, `nothing about ${id}`);
  return reference.slice(start).split(/\n(?:<a id=|## )/)[0]!;
}

describe('the reference of the rules', () => {
  it('says of a rule what it flags, what it leaves alone, why, and what is allowed', () => {
    const giving = sectionOf(referenceOf(), 'giving');
    assert.match(giving, /### Giving\n\n`giving`\n\nPeers do not give\. It is not theirs\.\n/);
    assert.match(giving, /\*\*Flagged\*\*, for example:\n\n- The peer specialist gives medicine\.\n/);
    assert.match(giving, /\*\*Left alone\*\*, for example:\n\n- The nurse gives medicine\.\n/);
    assert.match(giving, /\*\*Allowed instead:\*\* Talking about it\.\n/);
  });

  it("names the sources by title and section, and what a contract adds to the rule's own", () => {
    const giving = sectionOf(referenceOf(), 'giving');
    assert.match(giving, /\*\*Who says so:\*\*\n\n- \*A Paper\*, 10\n/);
    assert.match(
      giving,
      /First contract, `first`: error\. It rests on the contract\. It cites \*The Contract\*, 7\.5 a\.\n/,
    );
  });

  it('says where a contract leaves a rule out', () => {
    const reference = referenceOf();
    assert.match(sectionOf(reference, 'ratio'), /First contract, `first`: not checked\./);
    assert.match(reference, /\| \[Ratio\]\(#ratio\) \| `ratio` \| not checked \|/);
    assert.match(reference, /\| \[Giving\]\(#giving\) \| `giving` \| error \(contract\) \|/);
  });

  it('keeps the families apart, and ends with the sources', () => {
    const chapters = [...referenceOf().matchAll(/^## (.+)$/gm)].map(([, title]) => title);
    assert.deepEqual(chapters, ['Duties', 'Terms of the role', 'Sources']);
    assert.match(referenceOf(), /- `contract`: \*The Contract\*\. A Department\. Items a to c only\.\n$/);
  });

  it('cites a place once that a rule and a contract both name', () => {
    const twice = edited(
      'rules/duty/giving.yml',
      'section: "10"',
      'section: "10"\n  - key: contract\n    section: "7.5 a"',
    );
    assert.equal(sectionOf(referenceOf(twice), 'giving').split('*The Contract*, 7.5 a').length - 1, 1);
  });

  it('shows the question of an open case only for a rule that has open cases', () => {
    const question = edited('rules/duty/giving.yml', 'why: It', 'question: Is this giving?\nwhy: It');
    assert.doesNotMatch(referenceOf(question), /Is this giving\?/);
    const giving = question['rules/duty/giving.yml']!;
    const open = { 'rules/duty/giving.yml': giving.replace('flags:', '  open: ["{give} something"]\nflags:') };
    assert.match(sectionOf(referenceOf(open), 'giving'), /leaves it open:\*\* "Is this giving\?"/);
  });

  it('takes an item of a list as text, and a passage as it stands', () => {
    const item = edited('rules/duty/giving.yml', '- The peer specialist gives medicine.', '- "- Gives medicine."');
    assert.match(referenceOf(item), /\n- Gives medicine\.\n/);
    const table = edited(
      'rules/duty/giving.yml',
      '- The peer specialist gives medicine.',
      '- "| who | what |\\n| --- | --- |\\n| Peer | gives medicine |"',
    );
    assert.match(referenceOf(table), /- a passage:\n\n {2}```markdown\n {2}\| who \| what \|\n/);
  });

  it('lets no example act as markup', () => {
    const markup = edited('rules/duty/giving.yml', 'gives medicine', 'gives *all* <b>medicine</b> [1] | 2');
    assert.ok(referenceOf(markup).includes('gives \\*all\\* \\<b\\>medicine\\</b\\> \\[1\\] \\| 2'));
  });

  it('does not depend on the order in which the files were read', () => {
    const first = edited('rules/duty/giving.yml', 'id: giving', 'id: another')['rules/duty/giving.yml']!;
    const reference = referenceOf({ 'rules/duty/another.yml': first });
    assert.ok(reference.indexOf('<a id="another">') < reference.indexOf('<a id="giving">'));
  });
});
