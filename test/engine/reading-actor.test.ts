import assert from 'node:assert/strict';
import { alone, given, plainFindings, readsEach } from './real-pack';

const BOTH = 'meds notes';

describe('who acts: in the sentence itself', () => {
  readsEach({
    'is the subject': [
      ['Peer specialists administer medication.', 'meds'],
      ['The peer specialist will administer medication.', 'meds'],
      ['A certified peer specialist on the evening shift administers medication.', 'meds'],
      ['CPSs administer medication.', 'meds'],
      ['Every evening, the recovery coach administers medication.', 'meds'],
      ['Nurses administer medication.', ''],
      ['The program administers medication.', ''],
      ['The visiting nurse will administer medication.', ''],
      ['Residents administer their own medication.', ''],
    ],
    'is not who the duty is done to, beside or about': [
      ['Nurses administer medication to residents while peer specialists sit with them.', ''],
      ['The nurse administers medication near the peer specialist.', ''],
      ['The nurse administers medication and tells the peer specialist.', ''],
      ['Unlike the peer specialist, the nurse administers medication.', ''],
      ['With the peer specialist beside her, the nurse administers medication.', ''],
    ],
    'is one of several in a coordination': [
      ['Nurses and peer specialists administer medication.', 'meds'],
      ['Nurses, clinicians and peer specialists administer medication.', 'meds'],
      ['The nurse or the peer specialist will administer medication.', 'meds'],
      ['Both the nurse and the peer specialist administer medication.', 'meds'],
      ['Nurses and clinicians administer medication.', ''],
    ],
    'acts through a list of duties': [
      ['Peer specialists welcome people, make tea, administer medication and write progress notes.', BOTH],
      [
        'Peer specialists administer medication; write progress notes; and conduct room searches.',
        'meds notes searches',
      ],
      ['Nurses take vital signs, administer medication and write progress notes.', ''],
    ],
    'changes with a new subject': [
      ['The nurse administers medication, and the peer specialist writes progress notes.', 'notes'],
      ['The peer specialist administers medication, and the nurse writes progress notes.', 'meds'],
      ['The nurse administers medication; the peer specialist sits with people.', ''],
      ['The peer specialist sits with people; the nurse administers medication.', ''],
      ['The peer specialist sits with people but the nurse administers medication.', ''],
      ['The nurse administers medication – the peer specialist writes progress notes.', 'notes'],
    ],
    'contrasts with another one': [
      ['While the nurse administers medication, the peer specialist writes progress notes.', 'notes'],
      ['While the peer specialist administers medication, the nurse writes progress notes.', 'meds'],
      ['The nurse administers medication while the peer specialist sits with people.', ''],
      ['Nurses administer medication, whereas peer specialists write progress notes.', 'notes'],
      ['Peer specialists administer medication, whereas nurses write progress notes.', 'meds'],
      ['Although nurses write progress notes, peer specialists administer medication.', 'meds'],
      ['If the nurse is away, the peer specialist administers medication.', 'meds'],
      ['If the peer specialist is away, the nurse administers medication.', ''],
      ['When the peer specialist is busy, the nurse administers medication.', ''],
    ],
    'acts in a relative clause': [
      ['We employ peer specialists, who administer medication.', 'meds'],
      ['We employ a peer specialist who administers medication.', 'meds'],
      ['Peer specialists, who also administer medication, sit with people.', 'meds'],
      ['The peer specialist sits beside the nurse, who administers medication.', ''],
      ['The peer specialist sits with the nurse who administers medication.', ''],
      ['The nurse, who administers medication, meets the peer specialist at noon.', ''],
      ['It is the peer specialist who administers medication.', 'meds'],
      ['It is the nurse who administers medication.', ''],
    ],
    'is whom a duty is handed to': [
      ['The nurse tells the peer specialist to administer medication.', 'meds'],
      ['The nurse asks peer specialists to administer medication.', 'meds'],
      ['The program requires peer specialists to administer medication.', 'meds'],
      ['The agency relies on peer specialists to administer medication.', 'meds'],
      ['Managers train peer specialists to administer medication.', 'meds'],
      ['We expect our peer specialists to administer medication.', 'meds'],
      ['The nurse will have the peer specialist administer medication.', 'meds'],
      ['The peer specialist asks the nurse to administer medication.', ''],
      ['The peer specialist asks the manager to write progress notes.', ''],
      ['Peer specialists rely on the nurse to administer medication.', ''],
    ],
    'stands behind the duty': [
      ['Medication is administered by the peer specialist.', 'meds'],
      ['Medication will be administered by nurses and peer specialists.', 'meds'],
      ['Progress notes are completed by the peer specialist on duty.', 'notes'],
      ['Administering medication falls to the peer specialist.', 'meds'],
      ['Administering medication is the responsibility of the peer specialist.', 'meds'],
      ['Writing progress notes is assigned to peer specialists.', 'notes'],
      ['Medication is administered by the nurse.', ''],
      ['Administering medication falls to the nurse.', ''],
      ['Administering medication is the responsibility of the nurse.', ''],
      ['Medication is administered by the nurse, followed by tea with the peer specialist.', ''],
    ],
    'is nobody where the role itself is denied': [
      ['No peer specialist administers medication.', ''],
      ['Neither peer specialists nor recovery coaches administer medication.', ''],
      ['None of the peer specialists administers medication.', ''],
      ['Nobody in a peer role administers medication.', ''],
      ['No nurse is on duty; the peer specialist administers medication.', 'meds'],
    ],
    'is a pronoun for the subject before': [
      ['The peer specialist arrives at six. She administers medication.', 'meds'],
      ['Peer specialists arrive at six. They administer medication.', 'meds'],
      ['The peer specialist meets the nurse at six. She administers medication.', 'meds'],
      ['The nurse arrives at six. She administers medication.', ''],
      ['The nurse meets the peer specialist at six. She administers medication.', ''],
      ['Peer specialists arrive at six, and they administer medication.', 'meds'],
      ['Nurses arrive at six, and they administer medication.', ''],
    ],
  });
});

describe('who acts: around the sentence', () => {
  const under = (heading: string, body = 'Administers medication.'): string => `${heading}\n\n${body}\n`;
  readsEach(
    {
      'is "you", whoever the draft speaks to': [
        ['# Peer Specialist\n\nYou will administer medication.', 'meds'],
        ['# Registered Nurse\n\nYou will administer medication.', ''],
        ['To: Peer Specialists\n\nYou will administer medication.', 'meds'],
        ['To: Registered Nurses\n\nYou will administer medication.', ''],
        ['# Program\n\nYou will administer medication.', ''],
      ],
      'is in the lead-in of a list': [
        ['The peer specialist will:\n\n- welcome people\n- administer medication', 'meds'],
        ['The nurse will:\n\n- welcome people\n- administer medication', ''],
        ['# Peer Specialist\n\nThe nurse will:\n\n- administer medication', ''],
        ['The nurse will:\n\n- take vital signs\n\nThe peer specialist will:\n\n- administer medication', 'meds'],
        ['The peer specialist will:\n\n- sit with people\n\nThe nurse will:\n\n- administer medication', ''],
      ],
      'is in an outer lead-in where the inner one names nobody': [
        ['The peer specialist:\n\n- helps with the house, and\n  - administers medication', 'meds'],
        ['The nurse:\n\n- helps with the house, and\n  - administers medication', ''],
        [
          'Every shift:\n\n- the nurse will\n  - administer medication\n- the peer specialist will\n  - write progress notes',
          'notes',
        ],
      ],
      "gives way to an item's own subject": [
        ['The peer specialist will:\n\n- sit with people\n- the nurse administers medication', ''],
        ['The nurse will:\n\n- take vital signs\n- the peer specialist administers medication', 'meds'],
      ],
      'is in the nearest heading that names a role': [
        [under('## Peer Specialist'), 'meds'],
        [under('## Nurse'), ''],
        [under('# Peer Specialist\n\n## Evenings'), 'meds'],
        [under('# Peer Specialist\n\n## Nurse'), ''],
        [under('# Nurse\n\n## Peer Specialist'), 'meds'],
        [under('# Peer Specialist\n\n## Nurse\n\nTakes vital signs.\n\n## Peer Specialist'), 'meds'],
        [under('# Duties of the Peer Specialist', '- administer medication'), 'meds'],
        [under('# Peer Specialist Program', '- administer medication'), ''],
      ],
      'is in the front matter': [
        ['---\ntitle: Peer Specialist\n---\n\n- Administers medication', 'meds'],
        ['---\nposition: Peer Specialist\n---\n\n- Administers medication', 'meds'],
        ['---\ntitle: Registered Nurse\n---\n\n- Administers medication', ''],
        ['---\nauthor: Peer Specialist\n---\n\n- Administers medication', ''],
        ['---\ntitle: Peer Specialist\n---\n\n# Nurse\n\n- Administers medication', ''],
      ],
      'is the post holder of the draft': [
        ['# Peer Specialist\n\nThe post holder will administer medication.', 'meds'],
        ['# Peer Specialist\n\nThe successful candidate administers medication.', 'meds'],
        ['# Staff Nurse\n\nThe post holder will administer medication.', ''],
      ],
      'is "staff" only where the draft has peers, and does not set them apart': [
        ['Peer specialists work here.\n\nAll staff administer medication.', 'meds'],
        ['Peer specialists work here.\n\nEveryone on shift administers medication.', 'meds'],
        ['Nurses work here.\n\nAll staff administer medication.', ''],
        ['"Staff" does not include peer specialists.\n\nAll staff administer medication.', ''],
        ['Peer specialists work here.\n\nClinical staff administer medication.', ''],
        ['Peer specialists work here.\n\nThe staff meeting is on Monday. Nurses administer medication.', ''],
      ],
      'has the name that the draft gave': [
        ['Our peer bridgers start in May.\n\nThe bridgers administer medication.', 'meds'],
        ['The bridgers administer medication.', ''],
        ['The Peer Specialist (PS) starts in May.\n\nThe PS administers medication.', 'meds'],
        ['The Nurse (PS) starts in May.\n\nThe PS administers medication.', ''],
        ['Jo, our peer specialist, starts in May.\n\nJo administers medication.', 'meds'],
        ['Jo, our nurse, starts in May.\n\nJo administers medication.', ''],
        ['Our peer specialist, Maria, starts in May.\n\nMaria administers medication.', 'meds'],
      ],
      'has the meaning that the draft defined': [
        ['"Personnel" means peer specialists and counselors.\n\nPersonnel administer medication.', 'meds'],
        [
          '"Personnel" means nurses and counselors.\n\nPersonnel administer medication. Peer specialists sit with people.',
          '',
        ],
        ['"Helpers" means peer specialists.\n\nHelpers administer medication.', 'meds'],
        ['"Helpers" means nurses.\n\nHelpers administer medication.', ''],
        ['"Medication duty" means that a peer specialist administers medication.', ''],
      ],
      'is where a cross-reference says so': [
        [
          '# Plan\n\n4.2 Functions\n\n(a) administer medication\n\n(b) sit with people\n\n4.3 Peer specialists shall perform the functions at 4.2(a) through (b).',
          'meds',
        ],
        [
          '# Plan\n\n4.2 Functions\n\n(a) administer medication\n\n(b) sit with people\n\n4.3 Nurses shall perform the functions at 4.2(a) through (b).',
          '',
        ],
        [
          '# Plan\n\n4.2 Functions\n\n(a) administer medication\n\n(b) sit with people\n\n4.3 Peer specialists shall perform the functions at 4.2(b).',
          '',
        ],
        [
          '# Plan\n\n4.2 Functions\n\n(a) sit\n\n(b) walk\n\n(c) write progress notes\n\n(d) rest\n\n4.3 Peer specialists shall perform the functions at 4.2(a) through (d).',
          'notes',
        ],
        [
          '# Peer Specialist\n\n4.2 Functions\n\n(a) administer medication\n\n4.3 Peer specialists shall not perform the functions at 4.2(a).',
          '',
        ],
      ],
    },
    (draft) => draft,
  );
});

describe('who acts: where it is written', () => {
  const origins: readonly (readonly [draft: string, origin: string, text: string, collective: boolean])[] = [
    [alone('Peer specialists administer medication.'), 'subject', 'Peer specialists', false],
    [alone('Medication is administered by the peer mentor.'), 'agent', 'peer mentor', false],
    [alone('The peer mentor arrives. She administers medication.'), 'pronoun', 'peer mentor', false],
    ['The peer mentor will:\n\n- administer medication', 'lead-in', 'peer mentor', false],
    ['# Program\n\n## Peer Mentor\n\n- Administers medication', 'heading', 'Peer Mentor', false],
    ['# Peer Mentor\n\n- Administers medication', 'heading', 'Peer Mentor', false],
    ['---\ntitle: Peer Mentor\n---\n\n- Administers medication', 'front-matter', 'Peer Mentor', false],
    ['# Memo\n\nTo: Peer Mentors\n\nWelcome.\n\nAdministers medication.', 'title', 'Peer Mentors', false],
    ['Peer mentors work here.\n\nAll staff administer medication.', 'subject', 'All staff', true],
  ];
  for (const [draft, origin, text, collective] of origins)
    it(`tells ${origin}: ${text}`, () => {
      const actor = plainFindings(draft)[0]?.evidence.actor;
      assert.deepEqual(
        { origin: actor?.origin, text: actor?.text, collective: actor?.collective },
        { origin, text, collective },
      );
      assert.equal(actor && draft.slice(actor.span.start, actor.span.end), text);
    });

  it('is read anew for each draft', () => {
    assert.equal(given('Our peer bridgers start.\n\nThe bridgers administer medication.'), 'meds');
    assert.equal(given('The bridgers administer medication.'), '');
  });
});
