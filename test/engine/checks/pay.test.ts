import assert from 'node:assert/strict';
import { finds, findingsOf, leaves } from './told';

const RULE = 'peer-pay';

describe('pay in a peer role', () => {
  it('is compared by the hour, in digits and words', () => {
    finds(RULE, [
      '- Pay: $12.75/hr',
      '- Start at fourteen dollars an hour',
      'Peer specialists start at thirteen dollars and fifty cents an hour.',
      'Compensation for peer mentors shall not exceed fourteen dollars ($14.00) per hour.',
    ]);
    leaves(RULE, [
      '- Pay: $15.00 an hour',
      'Peer specialists start at seventeen dollars an hour.',
      'No peer specialist is paid less than $16.00 an hour.',
      'Before 2015 our peer workers earned $10.50 an hour.',
      'Can a program find good peer specialists at $13 an hour?',
    ]);
  });

  it('begins at the lower end of a range', () => {
    finds(RULE, ['- Compensation: $11.00 to $16.75 hourly', '- Salary range $26,500-$34,900 (40 hours)']);
    leaves(RULE, ['- Pay: $15.50-$22.75 per hour', 'Pay for peer advocates is $21.40 to $26.10 an hour.']);
  });

  it('by the year, month, week or shift is divided by the hours worked', () => {
    finds(RULE, [
      'The budget has two full-time peer mentors at $27,040 each.',
      'The half-time peer debriefer (1,040 hours a year) will receive $14,560 annually.',
      'A monthly salary of $2,300 is offered for the full-time peer bridger.',
      'The weekly pay of the peer specialist will be $540 for forty hours.',
      'Peer supporters receive $100 for a twelve-hour night.',
    ]);
    leaves(RULE, [
      'A half-time peer worker (1,040 hours) will receive $19,760.',
      '- Twenty-four hours weekly; $22,464 a year',
      'Each full-time peer specialist will receive $41,600 a year.',
    ]);
    const [finding] = findingsOf(RULE, '# Program\n\nThe budget has two full-time peer mentors at $27,040 each.\n');
    assert.deepEqual(finding?.evidence.notes, [
      '$27,040 at 2,080 hours is $13.00 an hour; the recommended floor is $15.00.',
    ]);
  });

  it('of another role, a raise, and sums that are no pay are left alone', () => {
    leaves(RULE, [
      'The hourly wage for residential counselors is $13.60, for peer advocates $17.50.',
      'The kitchen aide earns $14.50 an hour and the peer advocate $18.00.',
      '- Receive a raise of $1.25 an hour on certification',
      '- Have a mileage allowance of $0.67 per mile',
      'The budget moves all peer navigators from $14.25 to $17.00 an hour.',
      'The copay for a visit is $14.00, which the peer specialist can explain.',
    ]);
    finds(RULE, ['The hourly wage for peer advocates is set at $12.60, for residential counselors at $17.50.']);
  });

  it('is not that of the role that another field of the form names', () => {
    const [found] = findingsOf(
      RULE,
      '# Peer Specialist\n\n**Reports to:** Director of Peer Services\n**Pay:** $12.50 an hour\n',
    );
    assert.equal(found?.evidence.actor?.text, 'Peer Specialist');
  });

  it('that is none is found', () => {
    finds(RULE, [
      '- Unpaid position, 16 hours a week',
      'Peer bridgers receive a stipend of $200 a month in place of wages.',
      'All four peer support roles will be filled by volunteers.',
    ]);
    leaves(RULE, [
      'In addition to their salary, peer trainers receive a stipend of $300 for each course.',
      'Unpaid leave is open to peer staff as to every other employee.',
      '- Help members who want to volunteer find an organization',
      'We do not use unpaid peers to fill staff positions.',
    ]);
  });

  it('in a table is the cell under "Rate" in the row of the role', () => {
    const draft = `# Budget

| Position | FTE | Base |
|---|---:|---:|
| Residential Aide | 2.0 | $27,000 |
| Peer Specialist | 2.0 | $27,900 full time |
| Senior Peer Specialist | 1.0 | $44,000 |
`;
    assert.deepEqual(
      findingsOf(RULE, draft).map((f) => f.text),
      ['$27,900 full time'],
    );
  });
});
