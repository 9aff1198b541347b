import assert from 'node:assert/strict';
import { findingsOf, finds, leaves } from './told';

const RULE = 'certification-terms';

describe('the term for certification', () => {
  it('is found where it is longer than six months, in words, digits and dates', () => {
    finds(RULE, [
      '- Obtain CPS certification within 18 months',
      '- Be certified within one year of hire',
      'New peer specialists have a year and a half to become certified.',
      'Peer mentors shall be certified within twenty-four (24) months of appointment.',
      '- Secure CPS credential within 270 days',
      'Peer specialists pass the CPS examination by the end of their second year.',
      'Peer staff hired in January will be certified by the following December.',
      'Half of the peer team will hold certification by month six, and the rest by month fifteen.',
    ]);
  });

  it('of six months or less, of other certificates, and of keeping one is left alone', () => {
    leaves(RULE, [
      '- Be certified within six months of hire',
      '- CPS certified within 90 days',
      'Peer bridgers will be certified within 26 weeks.',
      'Peer staff hired in January will be certified by the following May.',
      '- CPR certification within twelve months',
      'Residential counselors shall be MAP certified within one year.',
      '- Renew certification every two years',
      'May a peer specialist take a year to be certified?',
      'No peer worker will be given more than six months to obtain certification.',
    ]);
  });

  it('is not met by a course', () => {
    finds(RULE, [
      '- CPS-trained (equivalent to certified)',
      'All of our peer workers are CPS-trained and therefore certified.',
      '- Certificate of course attendance serves as certification',
    ]);
    leaves(RULE, [
      'CPS-trained does not mean certified.',
      'We do not list a peer as certified who has only attended the training.',
      '- Complete the course and pass the exam by the end of month five',
    ]);
  });

  it('rests on the contract under accs, and says how long it is', () => {
    const [finding] = findingsOf(RULE, '# Peer Specialist\n\n- Obtain CPS certification within 18 months\n', {
      profileOverride: 'accs',
    });
    assert.equal(finding?.authority, 'contract');
    assert.equal(finding.severity, 'error');
    assert.deepEqual(finding.evidence.notes, [
      '18 months; the contract is reported to ask for 6.',
      'That they count from hire is our reading; the contract is not known to say.',
    ]);
  });
});
