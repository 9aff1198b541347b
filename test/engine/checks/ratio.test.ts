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
      'A peer specialist visits each of the 240 people we serve.',
      'We hire a peer specialist for each residence; 300 people live there.',
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
      'The peer mentors each support sixty people.',
      'Our peer specialists work with 45 people each.',
    ]);
    leaves(RULE, [
      '- Full-time caseload: 15 to 25 people',
      '- Half time (0.5 FTE), with up to 12 people',
      'Each case manager has a caseload of 45; each full-time peer specialist supports about twenty people.',
      '- Help plan the annual conference for 300 guests',
      '- Talk with about forty callers a week on the warmline',
    ]);
  });

  it('is not guessed where a range reaches the limit, and found where all of it is beyond', () => {
    finds(RULE, [
      'Each peer specialist carries a caseload of 35 to 50 people.',
      'Two to three FTE peer specialists will support 120 people.',
      'One peer specialist for every 40 to 45 members will be employed.',
    ]);
    leaves(RULE, [
      'Each peer specialist carries a caseload of 25 to 35 people.',
      'Two to three full-time peer specialists will support 80 people.',
      'One peer specialist for every 25 to 35 members will be employed.',
    ]);
    const [finding] = findingsOf(RULE, '# Program\n\nEach peer specialist carries a caseload of 35 to 50 people.\n');
    assert.deepEqual(finding?.evidence.notes, [
      '1.0 FTE for 35 to 50 people is 1 to 35 at best; 1 to 30 needs 1.2 to 1.7.',
    ]);
  });

  it('is read from hours and shares of a week, and from posts counted by heads', () => {
    finds(RULE, [
      'Three peer specialists, each working 20 hours a week, will serve 90 people.',
      'With three quarter-time peer mentors, the program serves 60 people.',
      'Staffing: 1 peer : 40 members',
      'With twelve peer workers for 460 residents, workloads will need watching.',
      'The program will serve 240 persons. It employs four peer specialists.',
    ]);
    leaves(RULE, [
      'Three peer specialists, each working 20 hours a week, will serve 40 people.',
      'The program will serve 240 persons. It employs twelve peer specialists.',
      'The program will serve 240 persons. We spoke with four peer specialists elsewhere.',
      'The program will serve 240 persons. Four peer specialists will go to the conference.',
    ]);
    const [finding] = findingsOf(
      RULE,
      '# Program\n\nThe program will serve 240 persons. It employs four peer specialists.\n',
    );
    assert.deepEqual(finding?.evidence.notes, ['At most 4.0 FTE for 240 people is 1 to 60; 1 to 30 needs 8.0.']);
  });

  it('is not guessed where the FTE are of unclear role, or change', () => {
    leaves(RULE, [
      'We have 1.0 FTE for 60 people.',
      'Eight staff, some of them peers, serve 300 people.',
      'Peer specialists (3 FTE) and clinicians (5 FTE) serve 160 people.',
      'The program serves 60 people. It employs 1.0 FTE peer specialist, or 1.5 FTE peer specialists from July.',
    ]);
  });

  it('links both places', () => {
    const draft = '# Program\n\nThe program serves 60 people. It employs 1.0 FTE peer specialist.\n';
    const [finding] = findingsOf(RULE, draft);
    assert.equal(finding?.text, 'It employs 1.0 FTE peer specialist.');
    assert.deepEqual(
      finding.related?.map(({ span, message }) => [draft.slice(span.start, span.end), message]),
      [
        ['serves 60 people', '60 people'],
        ['1.0 FTE', '1.0 FTE in peer roles'],
      ],
    );
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

  it('is worked out for each column where sites stand side by side, and for two lines of a table', () => {
    const sites = (peers: string): string =>
      `# Sites\n\n| | North | South | Total |\n|---|---|---|---|\n| People served | 90 | 120 | 210 |\n| Peer specialists (FTE) | 3.0 | ${peers} | 5.0 |\n`;
    assert.deepEqual(
      findingsOf(RULE, sites('2.0')).map((f) => f.text),
      ['2.0'],
    );
    assert.deepEqual(findingsOf(RULE, sites('4.0')), []);
    const lines = (fte: string): string =>
      `# Facts\n\n| Item | Figure |\n|---|---|\n| People supported | 120 |\n| Peer specialists | ${fte} FTE |\n`;
    assert.equal(findingsOf(RULE, lines('2.0')).length, 1);
    assert.equal(findingsOf(RULE, lines('4.0')).length, 0);
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

  it('is not guessed where two numbers of people are given, or a sentence and a table do not agree', () => {
    assert.deepEqual(findingsOf(RULE, `${budget('8.0')}\nThe respite serves 90 people.\n`), []);
    assert.deepEqual(findingsOf(RULE, `${budget('8.0')}\nWe employ 12.0 FTE peer specialists.\n`), []);
    assert.equal(findingsOf(RULE, `${budget('8.0')}\nThe 8.0 FTE of Peer Specialists are one team.\n`).length, 1);
  });
});
