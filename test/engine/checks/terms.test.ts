import assert from 'node:assert/strict';
import { findingsOf, finds, leaves } from './told';

describe('the terms of a peer role', () => {
  it('are not those of another role in the same sentence', () => {
    finds('academic-credentials', ['The nurse needs a license, and the peer specialist needs a bachelor’s degree.']);
    leaves('academic-credentials', [
      'The nurse needs a bachelor’s degree, and the peer specialist needs lived experience.',
      'Clinicians must hold a master’s degree.',
      'Peer specialists are supervised by the Clinical Coordinator, who is a licensed social worker.',
    ]);
  });

  it('are not denied, told, asked or quoted ones', () => {
    leaves('academic-credentials', [
      '- No degree is required',
      'Until 2014 our peer specialist posting asked for a bachelor’s degree.',
      'Should a peer mentor have a degree?',
      'The old posting for a peer worker read, "B.A. required."',
    ]);
    leaves('entry-level-framing', ['We reject the idea that peer work is a stepping stone to clinical work.']);
  });

  it('may rest on a "no" of their own', () => {
    finds('academic-credentials', ['No one without a degree will be hired as a peer supporter.']);
    finds('entry-level-framing', ['No skill is required to be a peer mentor.']);
    finds('isolated-peer-role', ['There are no other peer staff at the peer specialist’s site.']);
  });

  it('are found in a list under a heading about hiring peers', () => {
    const draft = (item: string): string =>
      `### Hiring peer staff\n\n1. A panel of three meets each applicant.\n2. ${item}\n`;
    const asked = 'The successful applicant submits a treatment history for review by our nurse.';
    assert.equal(findingsOf('required-disclosure', draft(asked)).length, 1);
    const welcome = 'Each applicant says as much about their experience as they like.';
    assert.equal(findingsOf('required-disclosure', draft(welcome)).length, 0);
  });

  it('take in whoever holds the job that a description is about', () => {
    const draft = (subject: string): string => `# Peer Specialist I\n\n${subject} performs other duties as assigned.\n`;
    assert.equal(findingsOf('catch-all-duties', draft('An employee in this class')).length, 1);
    assert.equal(findingsOf('catch-all-duties', draft('The nurse')).length, 0);
  });
});

describe('a memo', () => {
  const memo = (subject: string): string =>
    `# Memo\n\nTo: Program managers\nFrom: HR\nRe: ${subject}\n\nThe wage is the grade’s minimum, $13.10.\n`;

  it('is about the post that its subject line names', () => {
    assert.equal(findingsOf('peer-pay', memo('Peer worker positions, fiscal year 2026')).length, 1);
    assert.equal(findingsOf('peer-pay', memo('Residential counselor positions')).length, 0);
    assert.equal(findingsOf('peer-pay', memo('Parking')).length, 0);
  });
});

describe('supervision', () => {
  const RULE = 'supervision-without-peers';

  it('by other roles only is found in tables, at the cell of the supervisor', () => {
    const post = '# Peer Worker\n\n| Item | |\n|---|---|\n| Hours | 20 |\n| Reports to | Nurse Manager |\n';
    assert.deepEqual(
      findingsOf(RULE, post).map((f) => f.text),
      ['Nurse Manager'],
    );
    const plan = (boss: string): string =>
      `# Staffing\n\n| Position | FTE | Supervisor |\n|---|---|---|\n| Nurse | 1.0 | Director of Nursing |\n| Peer Specialist | 1.0 | ${boss} |\n`;
    assert.deepEqual(
      findingsOf(RULE, plan('Program Manager')).map((f) => f.text),
      ['Program Manager'],
    );
    assert.deepEqual(findingsOf(RULE, plan('Senior CPS')), []);
  });

  it('in two lines is left alone', () => {
    leaves(RULE, [
      'The program manager supervises the peer bridgers’ schedules, and a senior CPS supervises their work.',
      '- Have two lines of supervision: the program manager for leave, a senior CPS for the practice of peer support',
    ]);
    finds(RULE, ['No peer supervisor is budgeted; the clinical director supervises the CPS.']);
  });

  it('by a peer elsewhere in the section is the second line, if it is for the same role', () => {
    const draft = (second: string): string =>
      `# Program\n\n## Supervision\n\nThe peer specialists report to the program manager.\n\n${second}\n`;
    const found = (second: string): number => findingsOf(RULE, draft(second)).length;
    assert.equal(found('Their practice is supervised by a senior peer specialist.'), 0);
    assert.equal(found('A senior peer specialist meets with the peer staff every week for supervision.'), 0);
    assert.equal(found('They like their work.'), 1);
    assert.equal(found('There is no peer supervisor.'), 1);
    assert.equal(found('The peer supervisor reports to the clinical director.'), 1);
    assert.equal(found('Youth mentors are supervised by a senior youth peer mentor.'), 1);
    assert.equal(found('## Warmline\n\nThe operators are supervised by a senior peer specialist.'), 1);
  });

  it('of one person is not that of the peers named before', () => {
    const draft = (boss: string): string =>
      `# Program\n\n${boss} came in 2009. All eleven peer specialists turn to her. She reports to the Executive Director.\n`;
    assert.equal(findingsOf(RULE, draft('Marisol, our Peer Services Manager,')).length, 0);
    finds(RULE, ['The peer specialist starts in May. She reports to the nurse manager.']);
  });

  it('of a whole team takes in its peers, one step milder', () => {
    const draft = (team: string): string =>
      `# Team\n\nEach team has a nurse and ${team}.\n\nThe Team Leader supervises the members of the team.\n`;
    assert.deepEqual(
      findingsOf(RULE, draft('three peer specialists')).map((f) => [f.severity, f.evidence.actor?.collective]),
      [['hint', true]],
    );
    assert.deepEqual(findingsOf(RULE, draft('three clinicians')), []);
  });
});

describe('a peer alone', () => {
  const RULE = 'isolated-peer-role';

  it('is found, unless the sentence or the next one gives them a team', () => {
    finds(RULE, ['Each of our five teams has one peer specialist.']);
    leaves(RULE, [
      'Although each practice has one peer navigator, all nine navigators belong to one peer team.',
      'Each team has one peer specialist. All of them meet weekly.',
      'What keeps peer specialists here:\n\n- A peer team to belong to, so that nobody works alone',
    ]);
  });

  it('is found by counting the roles of each team', () => {
    finds(RULE, [
      'Each team is staffed by a team leader, two clinicians, a nurse and a peer specialist.',
      'There are five teams of 60 people, each with one full-time peer specialist.',
    ]);
    leaves(RULE, [
      'Each team has a nurse, two clinicians and three peer specialists.',
      'Each team includes a nurse, a clinician and peer specialists.',
      'Each team is staffed by a nurse, a clinician and a peer specialist. They belong to one peer team of nine.',
      'A nurse, a clinician and a peer specialist from each program attended the conference.',
    ]);
  });

  it('by the name that the draft gives to the role is found too', () => {
    const posting = (line: string): string => `# Peer Navigator\n\n${line}\n`;
    assert.equal(findingsOf(RULE, posting('You would be the only navigator in the department.')).length, 1);
    assert.equal(findingsOf(RULE, posting('You would be one of six navigators in the department.')).length, 0);
  });

  it('is no matter of paid time outside in a team of five FTE or more', () => {
    const draft = (fte: string): string =>
      `# Program\n\nWith ${fte} FTE in peer roles, the program has no budget for time with peer groups outside.\n`;
    const [small] = findingsOf(RULE, draft('2.5'));
    assert.deepEqual(small?.evidence.notes, [
      '2.5 FTE is under 5: a team of this size needs paid time with peer groups outside.',
    ]);
    assert.deepEqual(findingsOf(RULE, draft('8.0')), []);
  });

  it('in a small team is found without paid time outside', () => {
    finds(RULE, ['With 2.5 FTE in peer roles, the program has no budget for time with peer groups outside.']);
    leaves(RULE, ['With 2.5 FTE in peer roles, each has two paid days a quarter with other peer groups.']);
  });
});
