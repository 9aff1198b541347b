import assert from 'node:assert/strict';
import { draftOf } from '../checks/told';
import { engine } from '../real-pack';
import { response } from '../statements/documents';
import { type Contract, differs, found, verdict } from './under';

const INFORMATION = 'information by practice';

describe('the same terms, words and citations under two contracts', () => {
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
    const [accs] = found(rule, draftOf('- Be certified within 18 months of hire.'), 'accs');
    assert.match(accs!.message, /six months/);
    assert.ok(accs!.sources.some(({ key, section }) => key === 'tips-2017' && section === '6'));
    assert.match(accs!.evidence.notes!.join(), /from hire is our reading/);
    assert.doesNotMatch(accs!.allowed, /of hire/);
    const [newYork] = found(rule, draftOf(course), 'hcbs-ny');
    assert.match(newYork!.message, /have to be certified/);
    differs(rule, ['- Certified, or working towards certification.'], { cbhc: 'nothing', accs: 'nothing' });
    const [cbhc] = found(rule, draftOf(course), 'cbhc');
    assert.match(cbhc!.message, /EOHHS/);
    assert.match(cbhc!.allowed, /agency that DMH approves, or work towards it/);
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
    differs('respectful-language', ['Peer specialists support clients.'], {
      accs: INFORMATION,
      cbhc: INFORMATION,
      'hcbs-ny': INFORMATION,
      general: INFORMATION,
    });
    for (const own of ['- Keeps to a caseload of 15.', '- Uses evidence-based practices.', '- Offers a wellness plan.'])
      assert.equal(verdict('respectful-language', own, 'cbhc'), 'nothing');
  });

  it('citations are judged alike; the Massachusetts Code is offered in New York only where the draft names it', () => {
    const all = (words: string): Record<Contract, string> => ({
      accs: words,
      cbhc: words,
      'hcbs-ny': words,
      general: words,
    });
    differs(
      'citation-unknown',
      ['Roles stay apart (CPS Code of Ethics (2008), principle 17).'],
      all('error by ethics'),
    );
    differs(
      'citation-mismatch',
      ['Peer staff hold one role (CPS Code of Ethics (2008), principle 3, dual roles).'],
      all('warning by ethics'),
    );
    const limit = 'Peer specialists do not administer medication.';
    differs('citation-suggested', [limit], { ...all('hint by ethics'), 'hcbs-ny': 'nothing' });
    const named = `---\ncode-of-ethics: "2008"\n---\n\n# Program\n\n${limit}\n`;
    for (const contract of ['accs', 'hcbs-ny'] as const)
      assert.equal(found('citation-suggested', named, contract).length, 1, contract);
  });

  it('a draft that is silent about the Code breaks the ACCS contract, and is advised elsewhere', () => {
    const silent = (contract: Contract): string[] =>
      found('missing-code-of-ethics', response(), contract).map(
        (f) => `${f.severity} by ${f.authority}, ${f.sources[0]!.key}`,
      );
    assert.deepEqual(silent('accs'), ['error by contract, accs-rfr']);
    assert.deepEqual(silent('cbhc'), ['information by practice, rfi-2017']);
    assert.deepEqual(silent('hcbs-ny'), ['information by practice, hcbs-ny']);
    assert.deepEqual(silent('general'), ['information by practice, rfi-2017']);
  });

  it('the draft’s own front matter chooses the contract, before the one of the workspace', () => {
    const item = draftOf('- Writes a contact note after each visit.');
    const rules = (draft: string, profileDefault: string): string[] =>
      engine
        .check(draft, { profileDefault, suggestions: false })
        .findings.filter(({ family }) => family === 'duty')
        .map(({ rule }) => rule);
    assert.deepEqual(rules(item, 'cbhc'), []);
    assert.deepEqual(rules(item, 'accs'), ['routine-notes']);
    assert.deepEqual(rules(`---\npeer-role-profile: cbhc\n---\n\n${item}`, 'accs'), []);
    assert.deepEqual(rules(`---\npeer-role-profile: accs\n---\n\n${item}`, 'cbhc'), ['routine-notes']);
  });

  it('the words of recovery that the specification uses are not held against a draft under cbhc', () => {
    differs('treated-as-patient', ['- Is in sustained mental health recovery.'], {
      accs: INFORMATION,
      cbhc: 'nothing',
    });
    assert.equal(verdict('treated-as-patient', '- Is actively engaged in their own recovery.', 'cbhc'), 'nothing');
  });
});
