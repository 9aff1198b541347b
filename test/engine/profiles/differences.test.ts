import assert from 'node:assert/strict';
import { draftOf } from '../checks/told';
import { differs, found, verdict } from './under';

const WARNING = 'warning by ethics';
const INFORMATION = 'information by practice';

describe('the same draft under two contracts', () => {
  it('medication and payee work: the contract’s own limit under accs, ethics under cbhc and general, advice in New York', () => {
    const expected = { accs: 'error by contract', cbhc: WARNING, 'hcbs-ny': INFORMATION, general: WARNING };
    differs('medication-administration', ['- Administers medication in the evening.'], expected);
    differs('representative-payee', ['- Serves as representative payee for six members.'], expected);
  });

  it('a record of contacts is required under cbhc, and a breach elsewhere', () => {
    differs(
      'routine-notes',
      [
        '- Documents every contact with a member in the record.',
        '- Writes a contact note after each visit.',
        '- Completes service notes and encounter documentation within two days.',
        '- Documents collateral contacts and phone calls to providers.',
        'The peer specialist documents each activity in the member’s record.',
      ],
      { accs: WARNING, cbhc: 'nothing', 'hcbs-ny': INFORMATION, general: WARNING },
    );
  });

  it('a record that goes further is shown under cbhc too, mildly, with advice to write with the person', () => {
    differs(
      'routine-notes',
      ['- Writes clinical notes after each visit.', '- Documents symptoms, mood and sleep in the chart.'],
      { accs: WARNING, cbhc: 'information by ethics' },
    );
    differs('routine-notes', ['- Writes progress notes.'], { accs: WARNING, cbhc: 'hint by ethics, asked' });
    const [asked] = found('routine-notes', draftOf('- Writes progress notes.'), 'cbhc');
    assert.match(asked!.message, /\?$/);
    assert.match(asked!.limit!, /record of every contact/);
    const [finding] = found('routine-notes', draftOf('- Writes clinical notes after each visit.'), 'cbhc');
    assert.match(finding!.message, /record of every contact/);
    assert.match(finding!.allowed, /with the person/);
    assert.ok(finding!.sources.some(({ key }) => key === 'cps-spec'));
  });

  it('steering medication is an error in New York; a Plan of Safe Care may speak of treatment under cbhc', () => {
    differs('medication-influence', ['- Encourages members to take their medication.'], {
      accs: WARNING,
      cbhc: WARNING,
      'hcbs-ny': 'error by ethics',
      general: WARNING,
    });
    differs(
      'medication-influence',
      [
        '- Supports pregnant members’ needs for medication for addiction treatment, as identified in the Plan of Safe Care.',
        '- Supports parents with their treatment needs, including medication-assisted treatment.',
      ],
      { accs: WARNING, cbhc: 'nothing' },
    );
    differs('medication-influence', ['- Encourages pregnant members to stay on MAT.'], {
      accs: WARNING,
      cbhc: WARNING,
    });
  });

  it('a Plan of Safe Care and goals made with the member are a CPS’s work under cbhc; treatment plans are nobody’s', () => {
    differs(
      'treatment-plans-and-assessments',
      [
        '- Creates and coordinates a Plan of Safe Care with pregnant and parenting members.',
        '- Writes the Family Support Plan together with the parent.',
        '- Develops initial goals with the member.',
      ],
      { accs: WARNING, cbhc: 'nothing', 'hcbs-ny': INFORMATION, general: WARNING },
    );
    differs('treatment-plans-and-assessments', ['- Writes the treatment plan.'], {
      accs: WARNING,
      cbhc: WARNING,
      'hcbs-ny': INFORMATION,
    });
    for (const own of ['- Helps the member with a wellness plan.', '- Helps parents follow a DCF action plan.'])
      assert.equal(verdict('treatment-plans-and-assessments', own, 'cbhc'), 'nothing');
  });

  it('collateral contacts, calls on a member’s behalf and liaison are expected under cbhc; reporting back is not', () => {
    differs(
      'reporting-on-people',
      ['- Calls providers on a member’s behalf.', '- Gathers information from collateral contacts.'],
      { accs: WARNING, cbhc: 'nothing', general: WARNING },
    );
    differs('reporting-on-people', ['- Serves as liaison to the treatment team.'], {
      accs: 'information by ethics, asked',
      cbhc: 'nothing',
    });
    differs('reporting-on-people', ['- Reports members’ progress to the clinician.'], { accs: WARNING, cbhc: WARNING });
    differs('reading-records', ['- Reads the chart before each visit.'], { accs: WARNING, cbhc: WARNING });
  });

  it('clinical work is a breach of the contract itself under cbhc; its own words are not', () => {
    const expected = { accs: WARNING, cbhc: 'error by contract', 'hcbs-ny': INFORMATION, general: WARNING };
    differs('clinical-duties', ['- Provides counseling.', '- Provides case management to 25 members.'], expected);
    differs('clinical-duties', ['- Carries a caseload of 20 members.', '- Uses evidence-based practices.'], {
      accs: 'information by ethics, asked',
      cbhc: 'nothing',
    });
  });

  it('transport is all right under cbhc where it is temporary; driving as the duty is not', () => {
    differs('direct-care-duties', ['- Temporarily drives members to medical appointments.'], {
      accs: 'information by ethics, asked',
      cbhc: 'nothing',
    });
    differs('direct-care-duties', ['- Drives members to medical appointments and self-help meetings.'], {
      accs: 'information by ethics, asked',
      cbhc: 'information by ethics, asked',
    });
    differs('direct-care-duties', ['- Drives the van for the program.'], { accs: WARNING, cbhc: WARNING });
  });

  it('supervision by a licensed clinician is enough under cbhc, and anybody else alone breaks the contract', () => {
    const rule = 'supervision-without-peers';
    differs(
      rule,
      [
        '- Is supervised by an independently licensed clinician.',
        '- Reports to the program manager, an LICSW.',
        'All peer mentors are supervised by a licensed clinician.',
      ],
      { accs: INFORMATION, cbhc: 'nothing', 'hcbs-ny': INFORMATION, general: INFORMATION },
    );
    differs(rule, ['- Reports to the program manager.', '- Is supervised by the nurse manager.'], {
      accs: INFORMATION,
      cbhc: 'error by contract',
    });
    differs(rule, ['- Reports to the clinical director.'], { accs: INFORMATION, cbhc: 'warning by contract, asked' });
    differs(rule, ['- Is supervised by a Certified Peer Supervisor.'], { accs: 'nothing', cbhc: 'nothing' });
    const [accs] = found(rule, draftOf('- Reports to the program manager.'), 'accs');
    assert.match(accs!.evidence.notes!.join(), /does not require a clinically trained supervisor/);
  });

  it('certification: six months under accs, work towards it under cbhc, before the work in New York', () => {
    const rule = 'certification-terms';
    differs(rule, ['- Be certified within 18 months of hire.'], {
      accs: 'error by contract',
      cbhc: 'nothing',
      'hcbs-ny': INFORMATION,
      general: INFORMATION,
    });
    differs(rule, ['- Be certified within three months of hire.'], {
      accs: 'nothing',
      cbhc: 'nothing',
      'hcbs-ny': INFORMATION,
      general: 'nothing',
    });
    const course = '- Proof of course attendance is accepted as certification.';
    differs(rule, [course], { accs: 'error by contract', cbhc: 'error by contract', general: INFORMATION });
    const [cbhc] = found(rule, draftOf(course), 'cbhc');
    assert.match(cbhc!.message, /EOHHS/);
    assert.match(cbhc!.evidence.notes!.join(), /own parts differ/);
  });

  it('roles in place of each other: under accs the finding says that the call itself allows a choice', () => {
    const draft = draftOf('A vacancy may be filled by a Peer Specialist, a Recovery Coach or a Family Partner.');
    const notes = (contract: 'accs' | 'general'): string =>
      found('interchangeable-roles', draft, contract)
        .flatMap((f) => f.evidence.notes ?? [])
        .join();
    assert.match(notes('accs'), /lets a provider choose/);
    assert.equal(notes('general'), '');
  });

  it('words: the contract’s own are not asked to be changed under cbhc, others are', () => {
    differs('respectful-language', ['Peer specialists support parents who have an open case with DCF.'], {
      accs: INFORMATION,
      cbhc: 'nothing',
    });
    differs('respectful-language', ['Peer specialists support clients.'], { accs: INFORMATION, cbhc: INFORMATION });
    for (const own of ['- Keeps to a caseload of 15.', '- Uses evidence-based practices.', '- Offers a wellness plan.'])
      assert.equal(verdict('respectful-language', own, 'cbhc'), 'nothing');
  });

  it('the words of recovery that the specification uses are not held against a draft under cbhc', () => {
    differs('treated-as-patient', ['- Is in sustained mental health recovery.'], {
      accs: INFORMATION,
      cbhc: 'nothing',
    });
    assert.equal(verdict('treated-as-patient', '- Is actively engaged in their own recovery.', 'cbhc'), 'nothing');
  });
});
