import assert from 'node:assert/strict';
import { finds, findingsOf, leaves } from './told';

const RULE = 'peer-ratio';

describe('the ratio of peer roles to people', () => {
  it('is read from statements of a ratio, in digits and words', () => {
    finds(RULE, [
      'There will be one peer specialist for every 45 members.',
      '- Ratio: 1 FTE peer to 50 members',
      '- Staff-to-member ratio for this role: 1:40',
      'One peer mentor to forty people served is what we commit to.',
      'The ratio of members to full-time peers shall not go above 55 to 1.',
    ]);
    leaves(RULE, [
      'There will be one peer specialist for every 28 members.',
      '- Ratio: 1:30',
      'The nurse-to-patient ratio is 1:40.',
      'One nurse for every 60 members will be employed.',
      'The peer team meets at 1:30 pm.',
      'Is one peer specialist for every 50 members enough?',
      'In 2012 there was one peer for every 75 people.',
    ]);
  });

  it('is worked out from FTE and people in one sentence', () => {
    finds(RULE, [
      'We propose 2.0 FTE peer specialists for the 120 people enrolled.',
      'Two half-time peer advocates support our 70 tenants.',
      'The house serves 80 people with peer support from 1.0 FTE peer mentor and 0.5 FTE peer worker.',
      'Peer mentors: 1.5 FTE; people supported: 90.',
      'Elm Court serves 240 people and employs 4.0 FTE in peer roles, one for every 30 people.',
      '- Support, together with three other full-time peer mentors, the 200 people enrolled.',
    ]);
    leaves(RULE, [
      'We propose 5.0 FTE peer specialists for the 120 people enrolled.',
      'Elm Court serves 240 people and employs 8.0 FTE in peer roles, one for every 30 people.',
      'Ten full-time and four half-time peers support the 350 people in the area.',
      'The psychiatrist at 0.5 FTE will see the 90 people on the team, and 4.0 FTE peer specialists will support them.',
      '- With two other full-time peers, support the 70 people who belong to the center',
    ]);
  });

  it('is worked out from a caseload, full time or not', () => {
    finds(RULE, [
      '- Carry a caseload of sixty members at full time',
      '- Hold a full-time list of between 35 and 50 people',
      'Every peer counselor works 20 hours a week and supports twenty-five people.',
    ]);
    leaves(RULE, [
      '- Full-time caseload: 15 to 25 people',
      '- Half time (0.5 FTE), with up to 12 people',
      'Each case manager has a caseload of 45; each full-time peer specialist supports about twenty people.',
      '- Help plan the annual conference for 300 guests',
      '- Talk with about forty callers a week on the warmline',
    ]);
  });

  it('shows the arithmetic', () => {
    const [finding] = findingsOf(
      RULE,
      '# Program\n\nWe propose 2.0 FTE peer specialists for the 120 people enrolled.\n',
    );
    assert.deepEqual(finding?.evidence.notes, ['2.0 FTE for 120 people is 1 to 60; 1 to 30 needs 4.0.']);
    assert.equal(finding?.authority, 'practice');
    assert.equal(finding?.severity, 'information');
  });

  const plan = (peers: string): string => `# Offices

| Office | People served | Nurses | Peer specialists (FTE) |
|---|---:|---:|---:|
| Addis | 90 | 1.0 | 3.0 |
| Brill | 120 | 1.0 | ${peers} |
`;

  it('is worked out for each row of a table, at the cell of the peers, with the people beside it', () => {
    const draft = plan('1.5');
    const found = findingsOf(RULE, draft);
    assert.deepEqual(
      found.map((f) => f.text),
      ['1.5'],
    );
    assert.deepEqual(found[0]!.evidence.notes, ['1.5 FTE for 120 people is 1 to 80; 1 to 30 needs 4.0.']);
    assert.deepEqual(
      found[0]!.related?.map(({ span }) => draft.slice(span.start, span.end)),
      ['120'],
    );
    assert.deepEqual(findingsOf(RULE, plan('4.0')), []);
  });

  const budget = (fte: string): string => `# Budget

**Area served:** 420 people

| Position | FTE |
|---|---:|
| Nurse | 3.0 |
| Peer Specialist | ${fte} |
| Senior Peer Specialist | 1.0 |
`;

  it('adds up the posts of a table and compares them with people served elsewhere', () => {
    const draft = budget('8.0');
    const [finding, ...others] = findingsOf(RULE, draft);
    assert.equal(others.length, 0);
    assert.equal(finding?.text, '8.0');
    assert.deepEqual(finding.evidence.notes, ['9.0 FTE for 420 people is 1 to 46.7; 1 to 30 needs 14.0.']);
    assert.match(draft.slice(finding.related![0]!.span.start, finding.related![0]!.span.end), /420/);
    assert.deepEqual(findingsOf(RULE, budget('14.0')), []);
  });

  it('is not guessed where two numbers of people are given', () => {
    const draft = `${budget('8.0')}\nThe respite serves 90 people.\n`;
    assert.deepEqual(findingsOf(RULE, draft), []);
  });
});
