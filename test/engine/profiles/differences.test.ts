import assert from 'node:assert/strict';
import type { SourceRef } from '../../../server/src/engine/findings/finding';
import { draftOf } from '../checks/told';
import { differs, found, verdict } from './under';

const WARNING = 'warning by ethics';
const INFORMATION = 'information by practice';
const ALL_FREE = { accs: 'nothing', cbhc: 'nothing', 'hcbs-ny': 'nothing', general: 'nothing' };

describe('the same duty under two contracts', () => {
  it('medication and payee work: the contract’s own limit under accs, ethics under cbhc and general, advice in New York', () => {
    const expected = { accs: 'error by contract', cbhc: WARNING, 'hcbs-ny': INFORMATION, general: WARNING };
    differs(
      'medication-administration',
      [
        '- Administers medication in the evening.',
        '- Takes part in the Medication Administration Program.',
        'Peer specialists are trained in MAP.',
      ],
      expected,
    );
    differs(
      'representative-payee',
      [
        '- Serves as representative payee for six members.',
        '- Delivers members’ weekly checks.',
        '- Controls members’ spending money.',
      ],
      expected,
    );
    differs(
      'medication-administration',
      ['- Supports people in decisions about their medication when they ask.'],
      ALL_FREE,
    );
    for (const [rule, place] of [
      ['medication-administration', '7.5 a'],
      ['representative-payee', '7.5 b'],
    ] as const) {
      const draft = draftOf('- Administers medication and serves as representative payee.');
      assert.deepEqual(found(rule, draft, 'accs')[0]!.sources[0], { key: 'accs-rfr', section: place });
      assert.ok(!found(rule, draft, 'general')[0]!.sources.some(({ key }) => key === 'accs-rfr'));
    }
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
        '- Documents each contact in the record, whether or not the member is present.',
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

  it('notes under accs rest on ethics; 7.5 c comes second, as what it is, and no ban is made of it', () => {
    const draft = draftOf('- Writes a contact note after each visit.');
    const [accs] = found('routine-notes', draft, 'accs');
    assert.equal(accs!.sources[0]!.key, 'rfi-2017');
    const clause = accs!.sources.filter(({ section }) => section?.startsWith('7.5 c'));
    assert.deepEqual(clause, [{ key: 'accs-rfr', section: '7.5 c (documentation follows CPS training standards)' }]);
    assert.doesNotMatch(`${accs!.message} ${accs!.allowed}`, /7\.5|contract/);
    assert.ok(!found('routine-notes', draft, 'general')[0]!.sources.some(({ key }) => key === 'accs-rfr'));
  });

  it('steering medication is an error in New York; a Plan of Safe Care may speak of treatment under cbhc', () => {
    differs(
      'medication-influence',
      ['- Encourages members to take their medication.', '- Discourages members from taking medication.'],
      { accs: WARNING, cbhc: WARNING, 'hcbs-ny': 'error by ethics', general: WARNING },
    );
    const words = (contract: 'accs' | 'hcbs-ny'): string =>
      found('medication-influence', draftOf('- Promotes medication adherence.'), contract)[0]!.message;
    assert.match(words('hcbs-ny'), /neither encourage nor discourage/);
    assert.notEqual(words('accs'), words('hcbs-ny'));
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
    const advice = (contract: 'accs' | 'cbhc'): string =>
      found('treatment-plans-and-assessments', draftOf('- Writes the treatment plan.'), contract)[0]!.allowed;
    assert.match(advice('cbhc'), /wellness plan that the member directs.*consent.*Plan of Safe Care.*DCF/);
    assert.doesNotMatch(advice('accs'), /Plan of Safe Care|DCF/);
  });

  it('collateral contacts, calls on a member’s behalf and liaison are expected under cbhc; reporting back is not', () => {
    differs('reporting-on-people', ['- Gathers information from collateral contacts.'], {
      accs: WARNING,
      cbhc: 'nothing',
      general: WARNING,
    });
    assert.equal(verdict('reporting-on-people', '- Calls providers on a member’s behalf.', 'cbhc'), 'nothing');
    differs('reporting-on-people', ['- Serves as liaison to the treatment team.'], {
      accs: 'information by ethics, asked',
      cbhc: 'nothing',
    });
    differs('meetings-without-the-person', ['- Attends collateral meetings about members.'], {
      accs: WARNING,
      cbhc: 'nothing',
      general: WARNING,
    });
    const everywhere = { accs: WARNING, cbhc: WARNING, 'hcbs-ny': INFORMATION, general: WARNING };
    differs('reporting-on-people', ['- Reports members’ progress to the clinician.'], everywhere);
    differs('reading-records', ['- Reads the chart before each visit.'], everywhere);
    differs('meetings-without-the-person', ['- Attends treatment team meetings.'], everywhere);
  });

  it('every other duty is ethics, which 7.5 makes binding under accs: both are cited; advice in New York', () => {
    const others = {
      'coercion-and-control': '- Enforces house rules.',
      'direct-care-duties': '- Covers direct-care shifts.',
      'dual-relationships': '- Lends members money.',
    };
    for (const [rule, duty] of Object.entries(others)) {
      differs(rule, [duty], { accs: WARNING, cbhc: WARNING, 'hcbs-ny': INFORMATION, general: WARNING });
      const sources = (contract: 'accs' | 'general'): readonly SourceRef[] =>
        found(rule, draftOf(duty), contract)[0]!.sources;
      assert.deepEqual(sources('accs'), [...sources('general'), { key: 'accs-rfr', section: '7.5' }]);
    }
  });

  it('clinical work is a breach of the contract itself under cbhc; its own words are not', () => {
    const expected = { accs: WARNING, cbhc: 'error by contract', 'hcbs-ny': INFORMATION, general: WARNING };
    differs('clinical-duties', ['- Provides counseling.', '- Provides case management to 25 members.'], expected);
    const [clinical] = found('clinical-duties', draftOf('- Provides counseling.'), 'cbhc');
    assert.match(clinical!.sources[0]!.section!, /between equals that is non-clinical/);
    assert.match(clinical!.message, /between equals/);
    differs('clinical-duties', ['- Carries a caseload of 20 members.', '- Uses evidence-based practices.'], {
      accs: 'information by ethics, asked',
      cbhc: 'nothing',
    });
  });

  it('transport is all right under cbhc where it is temporary; driving as the duty is not', () => {
    assert.equal(
      verdict('direct-care-duties', '- Temporarily drives members to medical appointments.', 'cbhc'),
      'nothing',
    );
    differs('direct-care-duties', ['- Drives members to medical appointments and self-help meetings.'], {
      accs: 'information by ethics, asked',
      cbhc: 'information by ethics, asked',
    });
    differs('direct-care-duties', ['- Drives the van for the program.'], {
      accs: WARNING,
      cbhc: WARNING,
      'hcbs-ny': INFORMATION,
      general: WARNING,
    });
    const ride = '- Occasionally gives a member a ride while spending time together.';
    differs('direct-care-duties', [ride], ALL_FREE);
    const advice = (contract: 'accs' | 'cbhc'): string =>
      found('direct-care-duties', draftOf('- Drives the van for the program.'), contract)[0]!.allowed;
    assert.match(
      advice('cbhc'),
      /Temporary .*where the provider has it.*self-help, peer support, and medical or behavioral/,
    );
    assert.doesNotMatch(advice('accs'), /where the provider has it/);
  });
});
