import assert from 'node:assert/strict';
import { BODY, POSTING, response } from './documents';
import { check } from './light';

/* What counts as making a statement: nearly any wording, but no denial, no question, no quotation and no bare heading. */

/** The words by which `draft` makes the statement, as they stand in it. */
function said(statement: string, draft: string, profile = 'accs'): string[] {
  const entry = check(draft, profile).checklist.find((e) => e.statement === statement);
  assert.ok(entry, `${statement} is not asked`);
  return entry.present.map(({ start, end }) => draft.slice(start, end));
}

const isSaid = (statement: string, more: string): boolean => said(statement, response(more)).length > 0;

const SAID: Readonly<Record<string, readonly string[]>> = {
  'missing-role-limits': [
    'Peer Staff do not give medication.',
    'No peer specialist is a representative payee.',
    'Peer Staff are never sent to search a room.',
    'Peer Staff do not:\n\n- write progress notes\n- count tablets',
    '### What peers are not asked to do\n\nWhatever belongs to another colleague stays with that colleague.',
    'What is outside of the role stays outside of it.',
    '| Task | Nurse | Peer Staff |\n| --- | --- | --- |\n| Injections | yes | Peer Staff do not give injections |',
    'Peer Staff stay out of medication and money.',
    "Everything else is other colleagues' work.",
  ],
  'missing-code-of-ethics': [
    'The duties are consistent with the CPS Code of Ethics.',
    '- Ethics: the CPS Code of Ethics binds the team.',
    'We read the Code (2008) with the team.',
    '| Standard | Where |\n| --- | --- |\n| Code of Ethics | on the wall |',
  ],
  'missing-peer-supervision': [
    'Peer Staff are supervised by a senior peer specialist.',
    'A peer supervisor meets each of them every week.',
    'Supervision comes from a Recovery Learning Community.',
    'Odile, who did this job for eleven years, leads the team and supervises it.',
    'They are supervised by people who have worked in the role.',
    '| Role | Reports to |\n| --- | --- |\n| Peer Staff | Lead Peer Specialist |',
    'Nobody works without a peer supervisor.',
  ],
  'missing-outside-training': [
    'Each has forty paid hours a year for training outside the agency.',
    'We send everyone to the statewide conference, on the clock.',
    'Paid days: four a year for learning elsewhere.',
    '- Networking with other peer groups, on paid time',
  ],
  'missing-staff-orientation': [
    'Every employee has an introduction to peer roles.',
    'All 260 employees attend *Meet the Peers* before a peer starts at their site.',
    'All residence staff learn in their first month what a peer specialist does.',
    'Clinicians are oriented to the peer role.',
  ],
  'missing-retention-strategy': [
    'Our strategy for hiring and retention is in five parts.',
    'Turnover was 44 percent last year, and this is our answer to it.',
    'They belong to one peer team.',
    'We mean to keep those whom we hire.',
  ],
  'missing-peer-ratio': [
    'There are 6.0 FTE for 180 people.',
    'The ratio is one peer to thirty.',
    'We provide one peer specialist for every 28 members.',
    'A peer specialist supports up to 15 people.',
    'Two peer specialists support 40 people.',
    'Peer Staff hold 4.0 FTE.\n\nThe program serves 120 people.',
    '| People served | Peer specialists (FTE) |\n| ---: | ---: |\n| 90 | 3.0 |',
  ],
  'peer-pay': ['The pay is $21.00 an hour.', 'Peer Staff earn twenty-one dollars per hour.', 'Pay equity is our rule.'],
  'seats-on-bodies': [
    'Two seats on our advisory board are held for people in peer roles.',
    "The Director of Peer Support sits in the agency's management group.",
    'People in peer roles hold two of nine seats of the board.',
    'Peer Staff serve on the leadership team.',
    'A peer is a voting member of our board of directors.',
  ],
  'missing-lived-experience': [
    'All of them have lived experience.',
    'They were hired for their own experience of mental health challenges.',
    'Each of them has been there.',
  ],
};

const NOT_SAID: Readonly<Record<string, readonly string[]>> = {
  'missing-role-limits': [
    'The nurse does not give medication to guests.',
    'Staff do not lend money.',
    'Peer Staff are not asked for a degree.',
    'Peer Staff have other duties as assigned.',
    'Do Peer Staff give medication?',
    '> Peer Staff shall not give medication.',
    '### Limits of the role',
    '### Limits of the role\n\nTBD',
  ],
  'missing-code-of-ethics': [
    '> Job functions are consistent with the Code of Ethics.',
    '### Code of Ethics',
    'We have no code of ethics yet.',
  ],
  'missing-peer-supervision': [
    'We do not have peer supervisors.',
    'There is no peer supervision yet.',
    'Peer supervision is not offered.',
    'Will there be a peer supervisor?',
    'The clinical director supervises the peer specialists.',
    'In 2015 we had a peer supervisor.',
    'The Director of Peer Services reads the surveys of people served every quarter.',
    'One guest said, "I want a peer supervisor."',
    '### Peer supervision',
  ],
  'missing-outside-training': [
    'There is no budget for outside training.',
    'Nurses have a budget for outside training.',
    'The garden is outside.',
  ],
  'missing-staff-orientation': ['All staff are trained in first aid.', 'Supervisors are trained in peer support.'],
  'missing-retention-strategy': [
    'Peer Staff keep people company.',
    'Records are retained for seven years.',
    'Nurses have a retention bonus.',
  ],
  'missing-peer-ratio': [
    'There are many of them.',
    'The nurse sees 30 people a day.',
    'Meals are for 30 people.',
    'We serve 240 people.',
    'Larkmoor employs 8.0 FTE in peer roles.',
    // A peer and a number of people, and nothing of how many peers there are for them.
    'A Certified Peer Specialist visits each of the 240 people we serve.',
    'We hire a peer specialist for each residence. 300 people live there.',
    'We hire a peer specialist for the residence, where eleven people live.',
    'The team of 4.0 FTE supports people in their homes.',
    'Peer Staff, 3.0 FTE, answer to a person who has done the work.',
    'Peer Staff are there for people served at night.',
    'The ratio of peer staff will be settled later.',
  ],
  'peer-pay': ['Peer Staff meet for an hour every Monday.'],
  'seats-on-bodies': ['Peer Staff sit in the garden.', 'The medical director sits in the management group.'],
  'missing-lived-experience': [
    'No lived experience is required.',
    'The view is a life-long experience.',
    'Experience with spreadsheets is welcome.',
  ],
};

describe('a statement is made', function () {
  this.timeout(60_000);

  it('nowhere in the draft that these tests begin with', () => {
    assert.deepEqual(
      Object.keys(SAID).filter((id) => isSaid(id, '')),
      [],
    );
  });

  for (const [id, texts] of Object.entries(SAID))
    it(`in many wordings: ${id}`, () => {
      assert.deepEqual(
        texts.filter((text) => !isSaid(id, text)),
        [],
      );
    });

  for (const [id, texts] of Object.entries(NOT_SAID))
    it(`not by a denial, a question, a quotation, a heading alone or another role: ${id}`, () => {
      assert.deepEqual(
        texts.filter((text) => isSaid(id, text)),
        [],
      );
    });

  it('by the front matter', () => {
    const posting = `---\nreports-to: Senior Peer Specialist\n---\n\n${POSTING}`;
    assert.deepEqual(said('missing-peer-supervision', posting), ['Senior Peer Specialist']);
    assert.deepEqual(said('missing-peer-supervision', POSTING), []);
  });

  it('not by the title, which says only what the draft is about', () => {
    const posting = `# Now hiring: Lived Experience Worker\n\n${BODY}`;
    assert.deepEqual(said('missing-lived-experience', posting), []);
  });

  it('by another part of the draft, if that is about peers', () => {
    const more = (text: string): string => response(`## 8. Workforce\n\n${text}`);
    assert.notDeepEqual(
      said('missing-retention-strategy', more('Retention of peer staff has a chapter of its own.')),
      [],
    );
    assert.deepEqual(said('missing-retention-strategy', more('Retention of drivers has a chapter of its own.')), []);
  });

  it('with at most three places, in the order of the draft', () => {
    const draft = response('The Code of Ethics holds.\n\n'.repeat(9));
    const spans = check(draft).checklist.find((e) => e.statement === 'missing-code-of-ethics')!.present;
    assert.equal(spans.length, 3);
    assert.deepEqual(
      spans.map(({ start, end }) => draft.slice(start, end)),
      Array(3).fill('Code of Ethics'),
    );
    assert.ok(spans[0]!.start < spans[1]!.start && spans[1]!.start < spans[2]!.start);
  });

  it('under a contract by what is enough there', () => {
    const draft = response('An independently licensed clinician supervises them.');
    assert.deepEqual(said('missing-peer-supervision', draft, 'accs'), []);
    assert.notDeepEqual(said('missing-peer-supervision', draft, 'cbhc'), []);
  });
});
